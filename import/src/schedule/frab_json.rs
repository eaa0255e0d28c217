//! Reads a `schedule.json` of pretalx or frab.
//!
//! It follows c3voc's schema (`validator/json/schema.json` of <https://github.com/voc/schedule>); see [`super::frab`].

use serde::Deserialize;
use serde_json::Value;

use super::{
    frab::{self, Exporter, Schedule},
    json::{Text, read_all},
    programme::Programme,
};
use crate::{Damage, damage::nothing};

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
    if days.iter().flat_map(|day| &day.rooms.0).all(|(_, events)| events.0.is_empty()) {
        return Err(nothing(&outline(text), "`schedule.conference.days[].rooms.<room>[]`"));
    }
    let has_codes =
        events.any(|event| event.code.0.is_some() || event.persons.0.iter().any(|person| person.code.0.is_some()));
    let exporter = match has_codes {
        true => Exporter::Pretalx,
        false => Exporter::named(root.generator.name.as_deref()),
    };
    Ok(frab::programme(root.schedule, exporter))
}

/// The most names in an outline.
const NAMED: usize = 12;

/// The names in a schedule, with the lengths of lists.
fn outline(text: &str) -> String {
    fn push(value: &Value, path: &str, found: &mut Vec<String>) {
        match value {
            // Schedules need four levels.
            Value::Object(fields) if path.matches('.').count() < 4 => {
                for (name, value) in fields {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    push(value, &path, found);
                }
            }
            Value::Array(items) => found.push(format!("`{path}` ({})", items.len())),
            _ => {}
        }
    }
    let mut found = Vec::new();
    if let Some(Ok(value)) = serde_json::Deserializer::from_str(text).into_iter().next() {
        push(&value, "", &mut found);
    }
    found.truncate(NAMED);
    if found.is_empty() { String::from("no lists") } else { found.join(", ") }
}
