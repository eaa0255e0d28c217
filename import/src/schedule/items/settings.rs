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

/// Caches languages by their names in the source.
#[derive(Default)]
pub(super) struct Languages(HashMap<String, Option<Language>>);

impl Languages {
    pub(super) fn find(&mut self, text: &str) -> Option<Language> {
        self.0.entry(text.to_owned()).or_insert_with(|| language(text)).clone()
    }
}
