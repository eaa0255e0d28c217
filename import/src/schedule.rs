//! Imports schedules of other tools: each reader makes a [`programme::Programme`], and [`items`] makes content files
//! from it.

mod clashes;
mod format;
mod frab;
mod frab_json;
mod frab_xml;
mod items;
mod json;
mod keys;
mod length;
mod links;
mod names;
mod pretalx;
mod programme;
mod scheduled;
mod sessionize;
mod zone;

#[cfg(test)]
mod tests;

use crate::{Damage, Known};

pub(crate) use self::{programme::Coverage, scheduled::Scheduled};

type Schedule = Result<Scheduled, Damage>;

/// Reads a `schedule.json` of pretalx or frab.
pub(crate) fn frab_json(text: &str, known: &Known) -> Schedule {
    frab_json::read(text).and_then(|programme| items::items(programme, known))
}

/// Reads a `schedule.xml` of pretalx or frab.
pub(crate) fn frab_xml(text: &str, known: &Known) -> Schedule {
    frab_xml::read(text).and_then(|programme| items::items(programme, known))
}

/// Reads responses of the pretalx API.
pub(crate) fn pretalx(text: &str, known: &Known) -> Schedule {
    pretalx::read(text).and_then(|programme| items::items(programme, known))
}

/// Reads "All data" of Sessionize.
pub(crate) fn sessionize(text: &str, known: &Known) -> Schedule {
    sessionize::read(text).and_then(|programme| items::items(programme, known))
}
