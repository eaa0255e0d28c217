//! What a source is, and the one place that sends it to its importer.

mod article;

use serde::de::IgnoredAny;

use crate::{Damage, Imported, Known, Places, schedule, text};

/// The largest source that is read, in bytes. The schedule of the largest event is a tenth of it.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// The formats that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// `schedule.json` of pretalx and frab.
    FrabJson,
    /// `schedule.xml` of pretalx and frab.
    FrabXml,
    /// Answers of pretalx's API.
    Pretalx,
    /// The view "All data" of Sessionize's API.
    Sessionize,
    /// One interview: a post of a blog in Markdown, HTML or Hatena's notation, a mail, a transcript.
    Interview,
    /// The export of a blog in the format of Movable Type.
    Blog,
}

impl SourceKind {
    /// Every format.
    pub const ALL: [Self; 6] =
        [Self::FrabJson, Self::FrabXml, Self::Pretalx, Self::Sessionize, Self::Interview, Self::Blog];

    /// Its name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::FrabJson => "schedule-json",
            Self::FrabXml => "schedule-xml",
            Self::Pretalx => "pretalx",
            Self::Sessionize => "sessionize",
            Self::Interview => "interview",
            Self::Blog => "blog",
        }
    }

    /// Its name in messages.
    pub fn title(self) -> &'static str {
        match self {
            Self::FrabJson => "schedule.json of pretalx or frab",
            Self::FrabXml => "schedule.xml of pretalx or frab",
            Self::Pretalx => "data of pretalx's API",
            Self::Sessionize => "\"All data\" of Sessionize",
            Self::Interview => "text of an interview",
            Self::Blog => "export of a blog (Movable Type)",
        }
    }
}

/// What was read from a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it is.
    pub kind: SourceKind,
    /// Its items.
    pub imported: Imported,
    /// Where what the source calls by a key is put; to be [`Known::places`] the next time.
    pub places: Places,
}

/// Reads a source; its format is found in it where none is named.
///
/// # Errors
/// Where it is no text, is too large, or is damaged, with the place.
pub fn read(bytes: &[u8], kind: Option<SourceKind>, known: &Known) -> Result<Reading, Damage> {
    if bytes.len() > LARGEST {
        let message = format!("the source is larger than {} MiB", LARGEST >> 20);
        return Err(damage(message, "check whether this really is the schedule of one event"));
    }
    let text = decode(bytes)?;
    let kind = match kind {
        Some(kind) => kind,
        None => detect(text)?,
    };
    let (imported, places) = match kind {
        SourceKind::FrabJson => schedule::frab_json(text, known),
        SourceKind::FrabXml => schedule::frab_xml(text, known),
        SourceKind::Pretalx => schedule::pretalx(text, known),
        SourceKind::Sessionize => schedule::sessionize(text, known),
        SourceKind::Interview => article::interview(text, known),
        SourceKind::Blog => article::blog(text, known),
    }?;
    Ok(Reading { kind, imported, places })
}

fn damage(message: impl Into<String>, help: impl Into<String>) -> Damage {
    Damage { line: None, column: None, message: message.into(), help: help.into() }
}

/// Bytes as text, without a byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, Damage> {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes {
        return Err(damage("the source is UTF-16", "save it as UTF-8"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            let message = String::from("the source is no text in UTF-8");
            Err(Damage { line: Some(line), ..damage(message, "download it again, or save it as UTF-8") })
        }
    }
}

/// The fields that tell formats of JSON apart.
#[derive(serde::Deserialize)]
struct Probe {
    schedule: Option<IgnoredAny>,
    sessions: Option<IgnoredAny>,
    speakers: Option<IgnoredAny>,
    rooms: Option<IgnoredAny>,
    results: Option<IgnoredAny>,
    slots: Option<IgnoredAny>,
    code: Option<IgnoredAny>,
    date_from: Option<IgnoredAny>,
}

/// Finds out what a source is.
fn detect(text: &str) -> Result<SourceKind, Damage> {
    const HELP: &str = "download the schedule as JSON or XML, or name its format with --format";
    let start = text.trim_start();
    match start.as_bytes().first() {
        None => Err(damage("the source is empty", HELP)),
        Some(b'<') => {
            let html = start.get(..200).unwrap_or(start).to_ascii_lowercase();
            if html.starts_with("<!doctype html") || html.starts_with("<html") {
                return Err(damage("the source is a web page, and no export", HELP));
            }
            Ok(SourceKind::FrabXml)
        }
        Some(b'{') => {
            let mut values = serde_json::Deserializer::from_str(text).into_iter::<Probe>();
            let probe = match values.next() {
                Some(Ok(probe)) => probe,
                Some(Err(error)) => return Err(schedule_damage(&error)),
                None => return Err(damage("the source is empty", HELP)),
            };
            if probe.schedule.is_some() {
                Ok(SourceKind::FrabJson)
            } else if probe.sessions.is_some() && (probe.speakers.is_some() || probe.rooms.is_some()) {
                Ok(SourceKind::Sessionize)
            } else if [probe.results, probe.slots, probe.code, probe.date_from].iter().any(Option::is_some) {
                Ok(SourceKind::Pretalx)
            } else {
                Err(damage("this JSON is no schedule that is known here", HELP))
            }
        }
        Some(b'[') if start.contains("\"groupId\"") || start.contains("\"isServiceSession\"") => {
            Err(damage("this is another view of Sessionize's API", "download the view \"All data\" (…/view/All)"))
        }
        Some(b'[') => Ok(SourceKind::Pretalx),
        Some(_) if text::is_export(text) => Ok(SourceKind::Blog),
        Some(_) => Ok(SourceKind::Interview),
    }
}

/// An error of the JSON parser, in the words of people.
pub(crate) fn schedule_damage(error: &serde_json::Error) -> Damage {
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text);
    let help = match error.classify() {
        serde_json::error::Category::Eof => "the end is missing; download it again",
        serde_json::error::Category::Data => "this is not what the format has here; check what it was exported with",
        _ => "this is no JSON; download it again",
    };
    let place = |number: usize| (number > 0).then_some(number);
    Damage {
        line: place(error.line()),
        column: place(error.column()),
        message: message.to_owned(),
        help: help.to_owned(),
    }
}
