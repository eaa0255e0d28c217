//! What a source is, and the one place that sends it to its importer.

mod article;
mod detect;

use std::collections::BTreeSet;

use conference::{diagnostic::Message, message};

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

    /// Its name in reports.
    pub fn named(self) -> Message {
        let title = self.title();
        match self {
            Self::FrabJson => message!("{title}", "pretalxまたはfrabのschedule.json"),
            Self::FrabXml => message!("{title}", "pretalxまたはfrabのschedule.xml"),
            Self::Pretalx => message!("{title}", "pretalxのAPIのデータ"),
            Self::Sessionize => message!("{title}", "Sessionizeの「All data」"),
            Self::Interview => message!("{title}", "インタビューのテキスト"),
            Self::Blog => message!("{title}", "ブログのエクスポート（Movable Type形式）"),
        }
    }

    /// Its name in the help of the command line.
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
        let most = LARGEST >> 20;
        return Err(damage(
            message!("the source is larger than {most} MiB", "ソースが{most} MiBを超えています"),
            one_event(),
        ));
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

fn damage(message: Message, help: Message) -> Damage {
    Damage { line: None, column: None, message, help: Box::new(help) }
}

/// What to do about what is too large.
pub(crate) fn one_event() -> Message {
    message!(
        "check whether this really is the schedule of one event",
        "本当に1つのイベントのスケジュールかどうかを確かめてください"
    )
}

/// Bytes as text, without a byte order mark.
fn decode(bytes: &[u8]) -> Result<&str, Damage> {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = bytes {
        return Err(damage(
            message!("the source is UTF-16", "ソースの文字コードがUTF-16です"),
            message!("save it as UTF-8", "UTF-8で保存してください"),
        ));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            let message = message!("the source is no text in UTF-8", "ソースがUTF-8のテキストではありません");
            let help =
                message!("download it again, or save it as UTF-8", "ダウンロードし直すか、UTF-8で保存してください");
            Err(Damage { line: Some(line), ..damage(message, help) })
        }
    }
}

/// An error of the JSON parser, in the words of people.
pub(crate) fn schedule_damage(error: &serde_json::Error) -> Damage {
    let text = error.to_string();
    let message = text.split(" at line ").next().unwrap_or(&text);
    let help = match error.classify() {
        serde_json::error::Category::Eof => {
            message!("the end is missing; download it again", "終わりが欠けています。ダウンロードし直してください")
        }
        serde_json::error::Category::Data => message!(
            "this is not what the format has here; check what it was exported with",
            "この形式にはない値です。何から書き出したものかを確かめてください"
        ),
        _ => message!("this is no JSON; download it again", "JSONではありません。ダウンロードし直してください"),
    };
    let place = |number: usize| (number > 0).then_some(number);
    Damage {
        line: place(error.line()),
        column: place(error.column()),
        message: message!("{message}", "{message}"),
        help: Box::new(help),
    }
}
