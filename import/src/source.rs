//! What a source is, and the one place that sends it to its importer.

mod article;
mod detect;

use std::collections::BTreeSet;

use crate::{
    Damage, Imported, Known, Place, Places,
    schedule::{self, Scheduled},
};

use self::detect::detect;

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
    /// Where earlier imports put what this source had then and does not have any more.
    pub gone: Vec<Place>,
}

/// What joins the content.
#[derive(Debug, Default)]
struct Joined {
    imported: Imported,
    places: Places,
    gone: Vec<Place>,
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
    let joined = match kind {
        SourceKind::FrabJson => schedule::frab_json(text, known).map(|found| scheduled(found, known)),
        SourceKind::FrabXml => schedule::frab_xml(text, known).map(|found| scheduled(found, known)),
        SourceKind::Pretalx => schedule::pretalx(text, known).map(|found| scheduled(found, known)),
        SourceKind::Sessionize => schedule::sessionize(text, known).map(|found| scheduled(found, known)),
        SourceKind::Interview => article::interview(text, known),
        SourceKind::Blog => article::blog(text, known),
    };
    let Joined { imported, places, gone } = joined?;
    Ok(Reading { kind, imported, places, gone })
}

/// A schedule: what the tool that it comes from had before and has no more is gone.
fn scheduled(Scheduled { imported, places, is_part }: Scheduled, known: &Known) -> Joined {
    let family = |key: &str| key.split(' ').next().unwrap_or_default().to_owned();
    let families: BTreeSet<_> = places.keys().map(|key| family(key)).collect();
    let now: BTreeSet<&Place> = places.values().collect();
    let before = known.places.iter().filter(|(key, _)| !is_part && families.contains(&family(key)));
    let gone: BTreeSet<Place> = before.map(|(_, place)| place).filter(|place| !now.contains(place)).cloned().collect();
    let gone = gone.into_iter().collect();
    Joined { imported, places, gone }
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
