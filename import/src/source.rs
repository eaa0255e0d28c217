//! Detects the format of a source, and passes it to its importer.

mod article;
mod detect;
mod joined;
mod kind;

use std::collections::BTreeSet;

use conference::message;

use crate::{
    Damage, Imported, Known, Place, Places,
    damage::{damage, one_event},
    schedule::{self, Coverage, Scheduled},
};

pub use self::kind::SourceKind;

use self::{detect::detect, joined::Joined};

/// The largest source that is read, in bytes; ten times the size of the largest schedule.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// The result of reading a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The format.
    pub kind: SourceKind,
    /// Its items.
    pub imported: Imported,
    /// The places of items by their keys in the source; [`Known::places`] of the next import.
    pub places: Places,
    /// The places of earlier imports that this source no longer has.
    pub gone: Vec<Place>,
}

/// Reads a source. Detects its format unless one is given.
///
/// # Errors
///
/// If it is not text, too large, or damaged; with the place.
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
    if !known.interviewees.is_empty() && !matches!(kind, SourceKind::Interview | SourceKind::Blog) {
        return Err(damage(
            message!(
                "`--speaker` names the interviewee of a text, but the source is {kind}",
                "`--speaker`はインタビューで答えている人の指定ですが、ソースは{kind}です",
                kind = kind.named()
            ),
            message!("leave out `--speaker`", "`--speaker`を外してください"),
        ));
    }
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

/// The result for a schedule. Items of the same tool that an earlier import had and this one lacks are gone.
fn scheduled(Scheduled { imported, places, coverage }: Scheduled, known: &Known) -> Joined {
    let family = |key: &str| key.split(' ').next().unwrap_or_default().to_owned();
    // A guid is of no tool: another schedule of the content may have it.
    let families: BTreeSet<_> = places.keys().map(|key| family(key)).filter(|family| family != "guid").collect();
    let now: BTreeSet<&Place> = places.values().collect();
    let before = known.places.iter().filter(|(key, _)| coverage == Coverage::Whole && families.contains(&family(key)));
    let gone: BTreeSet<Place> = before.map(|(_, place)| place).filter(|place| !now.contains(place)).cloned().collect();
    let gone = gone.into_iter().collect();
    Joined { imported, places, gone }
}

/// Decodes UTF-8, and removes a byte order mark.
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
