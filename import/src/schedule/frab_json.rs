//! Reads `schedule.json` of pretalx and frab.
//!
//! After c3voc's schema (`validator/json/schema.json` of <https://github.com/voc/schedule>); see [`super::frab`].

use serde::Deserialize;

use super::{
    frab::{self, Schedule},
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
    // Older versions of pretalx do not name themselves, but give every session and speaker a code.
    let days = &root.schedule.conference.days.0;
    let mut events = days.iter().flat_map(|day| &day.rooms.0).flat_map(|(_, events)| &events.0);
    let by_pretalx = root.generator.name.as_deref() == Some("pretalx")
        || events.any(|event| event.code.0.is_some() || event.persons.0.iter().any(|person| person.code.0.is_some()));
    Ok(frab::programme(root.schedule, by_pretalx))
}
