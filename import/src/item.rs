//! What an importer makes: items with the fields of their front matter, every guess marked.

use conference::{Slug, diagnostic::Message};

/// Everything that was found in a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// The items; of one place there is only one.
    pub items: Vec<Item>,
    /// What could not be taken over.
    pub skipped: Vec<Skipped>,
}

/// A content file to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is, and its name in URLs.
    pub place: Place,
    /// What a person should look at, for the file as a whole (its slug, its body): one `# check:` line each, at the
    /// beginning of the front matter.
    pub checks: Vec<String>,
    /// The front matter, in canonical order.
    pub fields: Vec<Field>,
    /// The Markdown below the front matter.
    pub body: String,
}

/// What an item is.
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

    /// The place of a path; `None` where no item has it.
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
    /// Where the value is a guess: what to check, written as a `# check:` comment above the field.
    pub check: Option<String>,
}

/// A value of front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words from the source: written with whatever quotes YAML needs to give exactly these words back.
    Text(String),
    /// What the importer made itself and needs no quotes: slugs, dates, `true`, numbers.
    Plain(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping, in this order; the names come from the source and are quoted where needed.
    Map(Vec<(String, Value)>),
}

/// A part of a source that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Where it is in the source, counted from 1, where that is known.
    pub line: Option<usize>,
    /// What it is and why it was left out, in one sentence.
    pub reason: Message,
}

/// Why a source cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damage {
    /// The line, counted from 1, where that is known.
    pub line: Option<usize>,
    /// The column in characters, counted from 1, where that is known.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: Message,
    /// What to do; in a box, as errors are to be small.
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
