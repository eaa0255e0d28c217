//! JSON Schemas (draft 7) of front matter, with which editors complete and check fields.
//!
//! The types below are only described, never constructed: the loader reports far more problems than a schema can
//! describe.

mod event;
mod interview;
mod news;
mod parts;
mod series;
mod session;
mod speaker;

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

/// A kind of file that has a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// `program/event.md`
    Event,
    /// `program/sessions/<slug>.md`
    Session,
    /// `program/speakers/<slug>.md`
    Speaker,
    /// `interviews/<slug>.md`
    Interview,
    /// `interviews/series/<slug>.md`
    Series,
    /// `news/<slug>.md`
    News,
}

impl ItemKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Event, Self::Session, Self::Speaker, Self::Interview, Self::Series, Self::News];

    /// The name in URLs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Session => "session",
            Self::Speaker => "speaker",
            Self::Interview => "interview",
            Self::Series => "series",
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
        ItemKind::Series => generate::<series::Series>(),
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
    use crate::{
        Asset, Format, Level,
        diagnostic::{Diagnostic, Severity},
        load::{Audience, SourceFile, Sources, field_order, load},
        picture::Content,
    };

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
            (ItemKind::Series, "interviews/series/a.md"),
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

    /// The front matter for a form: a removed item has no other fields.
    fn front_matter(base: &str, form: &str) -> String {
        let base = if form.starts_with("removed:") { "" } else { base };
        // Fields of the form replace those of the base.
        let own = |line: &&str| !line.split(':').next().is_some_and(|name| form.starts_with(&format!("{name}:")));
        let base: Vec<_> = base.lines().filter(own).collect();
        format!("---\n{}\n{form}\n---\n", base.join("\n"))
    }

    /// The errors of the loader for this front matter in an otherwise valid file.
    fn errors(kind: ItemKind, base: &Value, form: &str) -> Vec<Diagnostic> {
        let paths = |kind| match kind {
            ItemKind::Event => "program/event.md",
            ItemKind::Session => "program/sessions/first.md",
            ItemKind::Speaker => "program/speakers/taro.md",
            ItemKind::Interview => "interviews/first.md",
            ItemKind::Series => "interviews/series/first.md",
            ItemKind::News => "news/first.md",
        };
        let file = |path: &str, text: String| SourceFile::new(path, text);
        let of_kind = |present: ItemKind| {
            let base = base[present.name()].as_str().expect("a text");
            let form = match present {
                present if present == kind => form,
                ItemKind::Event => "rooms: [{ id: hall, name: ホール }]",
                ItemKind::Interview => "speaker: hanako",
                _ => "",
            };
            file(paths(present), front_matter(base, form) + "\n---- なぜ？\n\nなぜなら。\n")
        };
        let mut files: Vec<_> = ItemKind::ALL.into_iter().map(of_kind).collect();
        files.push(file("program/speakers/hanako.md", "---\nname: 花子\n---\n\n話します。\n".to_owned()));
        let path = "program/speakers/taro.jpg".to_owned();
        let assets = vec![Asset { path, digest: [0; 32], length: 0, content: Content::Image { size: None } }];
        let mut found = load(&Sources { files, assets }, Audience::Organizers).diagnostics;
        found.retain(|found| found.severity == Severity::Error);
        found
    }

    /// `end2end/tests/schema.spec.ts` checks the schemas against the same table with a validator.
    #[test]
    fn the_table_of_forms_says_what_is_read_and_what_is_refused() {
        let table: Value = serde_json::from_str(include_str!("schema/forms.json")).expect("it is JSON");
        for kind in ItemKind::ALL {
            let forms = |which: &str| {
                let forms = table[which][kind.name()].as_array().expect("a list").iter();
                forms.map(|form| form.as_str().expect("a text").to_owned()).collect::<Vec<_>>()
            };
            for form in forms("accepted") {
                assert_eq!(errors(kind, &table["base"], &form), [], "{} {form}", kind.name());
            }
            for form in forms("refused") {
                assert_ne!(errors(kind, &table["base"], &form), [], "{} {form}", kind.name());
            }
        }
    }
}
