//! What may stand in front matter, as JSON Schemas (draft 7) for editors: they complete fields and check them while one types.
//!
//! The types below are only described, never made: what reads the files reports far more than a schema can say.

mod event;
mod interview;
mod news;
mod parts;
mod session;
mod speaker;

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// `program/event.md`
    Event,
    /// `program/sessions/<slug>.md`
    Session,
    /// `program/speakers/<slug>.md`
    Speaker,
    /// `interviews/<slug>.md`
    Interview,
    /// `news/<slug>.md`
    News,
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Event, Self::Session, Self::Speaker, Self::Interview, Self::News];

    /// The name in URLs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Session => "session",
            Self::Speaker => "speaker",
            Self::Interview => "interview",
            Self::News => "news",
        }
    }
}

/// The JSON Schema of the front matter of a kind of file.
pub fn schema(kind: ItemKind) -> String {
    let schema = match kind {
        ItemKind::Event => generate::<event::Event>(),
        ItemKind::Session => generate::<session::Session>(),
        ItemKind::Speaker => generate::<speaker::Speaker>(),
        ItemKind::Interview => generate::<interview::Interview>(),
        ItemKind::News => generate::<news::Article>(),
    };
    serde_json::to_string_pretty(&schema).expect("a schema has only strings as keys")
}

fn generate<T: JsonSchema>() -> Schema {
    SchemaSettings::draft07()
        .with(|settings| settings.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<T>()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::*;
    use crate::{Format, Level, load::field_order};

    fn read(kind: ItemKind) -> Value {
        serde_json::from_str(&schema(kind)).expect("it is JSON")
    }

    #[test]
    fn a_schema_has_every_field_that_is_read_and_no_other() {
        for (kind, path) in [
            (ItemKind::Event, "program/event.md"),
            (ItemKind::Session, "program/sessions/a.md"),
            (ItemKind::Speaker, "program/speakers/a.md"),
            (ItemKind::Interview, "interviews/a.md"),
            (ItemKind::News, "news/a.md"),
        ] {
            let schema = read(kind);
            let fields = schema["properties"].as_object().expect("an object");
            let known: BTreeSet<_> = field_order(path).expect("a kind of file").iter().copied().collect();
            assert_eq!(fields.keys().map(String::as_str).collect::<BTreeSet<_>>(), known);
            assert_eq!(schema["additionalProperties"], false);
            for (name, field) in fields {
                assert!(field["description"].is_string(), "{name} is explained");
            }
        }
    }

    #[test]
    fn choices_are_those_that_are_read() {
        let schema = read(ItemKind::Session);
        let choices = |field: &str| {
            let text = schema["properties"][field].to_string();
            move |name: &str| text.contains(&format!("\"{name}\""))
        };
        let (formats, levels) = (choices("format"), choices("level"));
        assert!(Format::ALL.iter().all(|format| formats(format.name())));
        assert!(Level::ALL.iter().all(|level| levels(level.name())));
    }
}
