//! The output of importers: items with front matter and body, in which every guess is marked.

use conference::{Slug, diagnostic::Message};

/// The result of reading a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The items, at most one for each place.
    pub items: Vec<Item>,
    /// The parts of the source that were left out.
    pub skipped: Vec<Skipped>,
}

/// The content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The file.
    pub place: Place,
    /// Remarks on the whole file (its slug, its body) for a person to check: one `# check:` line each, at the beginning
    /// of the front matter.
    pub checks: Vec<String>,
    /// The front matter, in canonical order.
    pub fields: Vec<Field>,
    /// The Markdown below the front matter.
    pub body: String,
}

/// The place of an item: its kind and slug.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// `program/event.md`
    Event,
    /// `program/speakers/<slug>.md`
    Speaker(Slug),
    /// `program/sessions/<slug>.md`
    Session(Slug),
    /// `interviews/<slug>.md`
    Interview(Slug),
}

impl Place {
    /// The path of its file below the content folder.
    pub fn path(&self) -> String {
        match self {
            Self::Event => String::from("program/event.md"),
            Self::Speaker(slug) => format!("program/speakers/{slug}.md"),
            Self::Session(slug) => format!("program/sessions/{slug}.md"),
            Self::Interview(slug) => format!("interviews/{slug}.md"),
        }
    }

    /// Parses a path; `None` if it is not the path of an item.
    pub fn parse(path: &str) -> Option<Self> {
        let slug = |folder: &str| Slug::parse(path.strip_prefix(folder)?.strip_suffix(".md")?);
        match path {
            "program/event.md" => Some(Self::Event),
            _ => slug("program/speakers/")
                .map(Self::Speaker)
                .or_else(|| slug("program/sessions/").map(Self::Session))
                .or_else(|| slug("interviews/").map(Self::Interview)),
        }
    }
}

/// A field of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name, as in CONTRIBUTING.md.
    pub name: &'static str,
    /// Its value.
    pub value: Value,
    /// For a guess, the remark that is written as a `# check:` comment above the field.
    pub check: Option<String>,
}

/// A value of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words from the source, quoted as YAML requires.
    Text(String),
    /// A value by the importer that needs no quotes: slugs, dates, `true`, numbers.
    Plain(String),
    /// A list.
    List(Vec<Value>),
    /// A map in this order; the names come from the source and are quoted if necessary.
    Map(Vec<(String, Value)>),
}

/// A part of a source that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The line in the source, from 1, if known.
    pub line: Option<usize>,
    /// The part and the reason, in one sentence.
    pub reason: Message,
}

/// The reason why a source cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, from 1, if known.
    pub line: Option<usize>,
    /// The column in characters, from 1, if known.
    pub column: Option<usize>,
    /// The problem.
    pub message: Message,
    /// The suggestion; boxed to keep the error type small.
    pub help: Box<Message>,
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn a_place_is_never_outside_of_the_content() {
        for path in ["program/event.md", "program/speakers/hana.md", "program/sessions/a-1.md", "interviews/b.md"] {
            assert_eq!(Place::parse(path).map(|place| place.path()).as_deref(), Some(path));
        }
        for path in ["", "/etc/passwd", "interviews/../a.md", "program/speakers/a/b.md", "interviews/.md", "a.md"] {
            assert_eq!(Place::parse(path), None, "{path}");
        }
    }
}
