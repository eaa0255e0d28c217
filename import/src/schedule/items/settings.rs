//! The data about the event that its items depend on.

use std::collections::{BTreeSet, HashMap};

use conference::{Language, Slug};
use jiff::{civil::Date, tz::TimeZone};

use crate::schedule::format::language;

/// The data about the event that its items depend on.
pub(super) struct EventSettings {
    /// The languages of the event.
    pub(super) languages: Vec<Language>,
    pub(super) zone: TimeZone,
    pub(super) zone_check: Option<String>,
    pub(super) days: BTreeSet<Date>,
    pub(super) rooms: DivisionIds,
    pub(super) tracks: DivisionIds,
}

/// Whether an import writes `program/event.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EventFile {
    /// Yes: there is none yet, or an earlier import of this source wrote it.
    Written,
    /// No: a person or another import wrote it.
    Kept,
}

/// The ids of rooms or tracks by their keys in the source.
pub(super) struct DivisionIds {
    pub(super) ids: HashMap<String, Slug>,
    /// The rooms or tracks that `program/event.md` lacks, with the entry to add.
    pub(super) missing: HashMap<String, String>,
}

/// Words between the languages of a session.
const JOINING: [&str; 5] = ["and", "or", "und", "oder", "と"];

/// The most languages of a session.
const MOST: usize = 8;

/// Caches languages by their names in the source.
#[derive(Default)]
pub(super) struct Languages(HashMap<String, Option<Language>>);

impl Languages {
    pub(super) fn find(&mut self, text: &str) -> Option<Language> {
        self.0.entry(text.to_owned()).or_insert_with(|| language(text)).clone()
    }

    /// The language of a session. Of several, the first that is known, with a remark on the others.
    pub(super) fn of_session(&mut self, text: &str) -> (Option<Language>, Option<String>) {
        if let Some(language) = self.find(text) {
            return (Some(language), None);
        }
        let unknown = || format!("the source says the language is `{text}`, which is no code of a language");
        let several = text.split([',', ';', '/', '|', '&', '+', '、', '・', ' ']);
        let several: Vec<&str> =
            several.map(str::trim).filter(|part| !part.is_empty() && !JOINING.contains(part)).take(MOST).collect();
        let known: Vec<Language> = several.iter().filter_map(|part| self.find(part)).collect();
        match known.into_iter().next() {
            Some(first) => (Some(first), Some(format!("the source says the languages are `{text}`"))),
            None => (None, Some(unknown())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Languages;

    #[test]
    fn of_several_languages_one_is_kept() {
        for (text, expected, is_told) in [
            ("de", Some("de"), false),
            ("de, en", Some("de"), true),
            ("English / 日本語", Some("en"), true),
            ("xx;ja", Some("ja"), true),
            ("German and English", Some("de"), true),
            ("Klingon", None, true),
            (",", None, true),
        ] {
            let (language, check) = Languages::default().of_session(text);
            assert_eq!((language.as_ref().map(|tag| tag.as_str()), check.is_some()), (expected, is_told), "{text}");
        }
    }
}
