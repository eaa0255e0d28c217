//! Keeps days, rooms and tracks in `program/event.md` that other sessions still use.
//!
//! A session that is missing in the source keeps its file, which would be invalid without its day, room and track.

use std::collections::BTreeSet;

use conference::{Slug, Text};
use jiff::civil::Date;

use super::settings::{self, EventSettings};
use crate::{
    Booking, Known,
    schedule::programme::{Coverage, Programme, Words},
};

/// The days, rooms and tracks that are kept besides those of the source.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub(super) days: Vec<Date>,
    pub(super) days_check: Option<String>,
    pub(super) rooms: KeptDivisions,
    pub(super) tracks: KeptDivisions,
}

/// Kept rooms or tracks.
#[derive(Debug, Default)]
pub(super) struct KeptDivisions {
    pub(super) parts: Vec<KeptDivision>,
    pub(super) check: Option<String>,
    /// The order of all of them, if the source has only a part of the schedule.
    pub(super) order: Vec<Slug>,
}

/// A kept room or track.
#[derive(Debug)]
pub(super) struct KeptDivision {
    pub(super) id: Slug,
    pub(super) name: Words,
    pub(super) color: Option<String>,
}

impl KeptDivision {
    fn new(id: &Slug, name: &Text, color: Option<&String>) -> Self {
        let names = name.iter().map(|(language, text)| (Some(language.to_string()), text.clone()));
        Self { id: id.clone(), name: Words(names.collect()), color: color.cloned() }
    }
}

impl Kept {
    /// The days, rooms and tracks that sessions use and the source lacks; all of them if the source has only a part of
    /// the schedule.
    pub(super) fn of(programme: &Programme, settings: &EventSettings, known: &Known, told: &BTreeSet<&Slug>) -> Self {
        let Some(event) = &known.event else { return Self::default() };
        let coverage = programme.coverage;
        let others: Vec<&Booking> = known.bookings.iter().filter(|one| !told.contains(&one.session)).collect();
        let has_day = |day: &Date| coverage == Coverage::Part || others.iter().any(|other| other.days.contains(day));
        let days: Vec<Date> =
            event.days.iter().copied().filter(|day| !settings.days.contains(day) && has_day(day)).collect();
        let rooms = event.rooms.iter().map(|room| KeptDivision::new(&room.id, &room.name, None)).collect();
        let tracks =
            event.tracks.iter().map(|track| KeptDivision::new(&track.id, &track.name, track.color.as_ref())).collect();
        Self {
            days_check: check(days.iter().map(Date::to_string).collect(), coverage),
            days,
            rooms: KeptDivisions::of(
                rooms,
                &settings.rooms,
                others.iter().filter_map(|one| one.room.as_ref()),
                coverage,
            ),
            tracks: KeptDivisions::of(
                tracks,
                &settings.tracks,
                others.iter().filter_map(|one| one.track.as_ref()),
                coverage,
            ),
        }
    }
}

impl KeptDivisions {
    /// The rooms or tracks that are used, without those of the source.
    fn of<'k>(
        mut parts: Vec<KeptDivision>,
        told: &settings::DivisionIds,
        used: impl Iterator<Item = &'k Slug>,
        coverage: Coverage,
    ) -> Self {
        let order = parts.iter().map(|part| part.id.clone()).filter(|_| coverage == Coverage::Part).collect();
        let told: BTreeSet<&Slug> = told.ids.values().collect();
        let used: BTreeSet<&Slug> = used.collect();
        parts.retain(|part| !told.contains(&part.id) && (coverage == Coverage::Part || used.contains(&part.id)));
        let check = check(parts.iter().map(|part| format!("`{}`", part.id)).collect(), coverage);
        Self { parts, check, order }
    }
}

/// The remark on kept days, rooms or tracks. A part of a schedule gives no reason for one.
fn check(names: Vec<String>, coverage: Coverage) -> Option<String> {
    let is_told = !names.is_empty() && coverage == Coverage::Whole;
    is_told.then(|| format!("not in the source any more, but sessions use it: {}", names.join(", ")))
}
