//! Reads a `schedule.json` of pretalx or frab.
//!
//! It follows c3voc's schema (`validator/json/schema.json` of <https://github.com/voc/schedule>); see [`super::frab`].

use serde::Deserialize;

use super::{
    frab::{self, Exporter, Schedule},
    json::{Text, read_all},
    programme::Programme,
};
use crate::Damage;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Root {
    generator: Generator,
    schedule: Schedule,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Generator {
    name: Text,
}

/// Reads a schedule.
pub(super) fn read(text: &str) -> Result<Programme, Damage> {
    let root: Root = read_all(text)?.into_iter().next().unwrap_or_default();
    // Older versions of pretalx do not name themselves, but every session and speaker has a code.
    let days = &root.schedule.conference.days.0;
    let mut events = days.iter().flat_map(|day| &day.rooms.0).flat_map(|(_, events)| &events.0);
    let has_codes =
        events.any(|event| event.code.0.is_some() || event.persons.0.iter().any(|person| person.code.0.is_some()));
    let exporter = match has_codes {
        true => Exporter::Pretalx,
        false => Exporter::named(root.generator.name.as_deref()),
    };
    Ok(frab::programme(root.schedule, exporter))
}
