//! The programme as data for other programs: c3voc's formats, and JSON with schemas of its own.
//!
//! A document has the texts of the language of its address, as pages have, with complete addresses if that of the site is
//! known. A value that the content does not have is `null`: no field is ever left out.

mod address;
mod event;
mod forms;
mod items;
mod session;

use conference::url::{Dataset, DatasetContent, Described};
use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde::Serialize;

use super::{c3voc, made::Made};
use crate::site::Site;

/// A dataset; `None` if the event has no such language, or if it needs the address of the site, which is not known.
pub(super) fn dataset(site: &Site, dataset: &Dataset) -> Option<Made> {
    let language = site.conference.event.language(dataset.language.as_ref())?;
    match &dataset.content {
        DatasetContent::ScheduleXml => c3voc::xml(site, language),
        DatasetContent::ScheduleJson => c3voc::json(site, language),
        DatasetContent::Conference => Some(made(&event::conference(site, language))),
        DatasetContent::Sessions(filter) => Some(made(&session::sessions(site, language, filter))),
    }
}

/// The JSON Schema (draft 7) of a dataset. It has no `format`, which validators need not know.
pub(super) fn schema(described: Described) -> Made {
    let schema = match described {
        Described::Conference => generate::<event::ConferenceDocument>(),
        Described::Sessions => generate::<session::SessionsDocument>(),
    };
    let body = serde_json::to_string_pretty(&schema).expect("a schema has only strings as keys") + "\n";
    Made { media_type: "application/schema+json", body: body.into() }
}

fn generate<T: JsonSchema>() -> Schema {
    let settings = SchemaSettings::draft07().for_serialize();
    let without_format = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("format");
    });
    settings.with_transform(without_format).into_generator().into_root_schema_for::<T>()
}

fn made(document: &impl Serialize) -> Made {
    let body = serde_json::to_string(document).expect("every key is text") + "\n";
    Made { media_type: "application/json", body: body.into() }
}

#[cfg(test)]
mod tests {
    use conference::{Format, Level};

    use super::*;

    /// Every schema in a schema.
    fn each<'v>(value: &'v serde_json::Value, found: &mut Vec<&'v serde_json::Map<String, serde_json::Value>>) {
        match value {
            serde_json::Value::Object(map) => {
                found.push(map);
                map.values().for_each(|value| each(value, found));
            }
            serde_json::Value::Array(list) => list.iter().for_each(|value| each(value, found)),
            _ => {}
        }
    }

    #[test]
    fn schemas_explain_every_field_and_use_no_format() {
        for described in [Described::Conference, Described::Sessions] {
            let schema = schema(described);
            let value: serde_json::Value = serde_json::from_slice(&schema.body).expect("it is JSON");
            let mut all = Vec::new();
            each(&value, &mut all);
            for one in all {
                assert!(!one.get("format").is_some_and(serde_json::Value::is_string), "{one:?}");
                for (name, field) in one.get("properties").and_then(|fields| fields.as_object()).into_iter().flatten() {
                    assert!(field["description"].is_string(), "{name} is explained");
                }
            }
        }
    }

    #[test]
    fn formats_and_levels_are_those_of_the_content() {
        let schema = String::from_utf8_lossy(&schema(Described::Sessions).body).into_owned();
        let names = Format::ALL.map(Format::name).into_iter().chain(Level::ALL.map(Level::name));
        for name in names {
            assert!(schema.contains(&format!("\"{name}\"")), "{name}");
        }
    }
}
