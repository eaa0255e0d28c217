//! A programme as all schedules tell it, before it becomes content files.
//!
//! It has no place for what is private: e-mail addresses, answers to questions, notes and availabilities are never read.

use conference::Language;
use jiff::civil::Date;

use super::zone::When;
use crate::{Skipped, Value, write::clean};

/// What a schedule says.
#[derive(Debug, Default)]
pub(super) struct Programme {
    /// Whose identifiers it uses: `frab`, `pretalx`, `sessionize`.
    pub(super) family: &'static str,
    pub(super) event: Event,
    /// In the order of the source.
    pub(super) rooms: Vec<Division>,
    pub(super) tracks: Vec<Division>,
    pub(super) people: Vec<Person>,
    pub(super) talks: Vec<Talk>,
    pub(super) skipped: Vec<Skipped>,
    pub(super) coverage: Coverage,
}

/// How much of the schedule a source has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Coverage {
    /// All of it: an item that is missing is gone.
    #[default]
    Whole,
    /// One page of several: nothing is known of the items that are missing.
    Part,
}

/// The event, as far as the schedule tells.
#[derive(Debug, Default)]
pub(super) struct Event {
    pub(super) name: Words,
    pub(super) acronym: Option<String>,
    pub(super) url: Option<String>,
    /// The IANA name of its time zone.
    pub(super) zone: Option<String>,
    pub(super) days: Vec<Date>,
    /// The languages of its site, the default first.
    pub(super) languages: Vec<String>,
}

/// A room or a track.
#[derive(Debug, Default)]
pub(super) struct Division {
    /// Its identifier in the source.
    pub(super) key: String,
    pub(super) name: Words,
    pub(super) slug: Option<String>,
    pub(super) color: Option<String>,
}

/// Somebody who speaks.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) key: String,
    pub(super) name: Words,
    /// A line about the person, as most tools ask for it: most often role and organization.
    pub(super) line: Option<String>,
    /// By what they lead to.
    pub(super) links: Vec<(String, String)>,
    /// The address of a portrait.
    pub(super) photo: Option<String>,
    pub(super) biography: Prose,
}

/// A session.
#[derive(Debug, Default)]
pub(super) struct Talk {
    pub(super) key: String,
    /// What tells it apart from others of the same key: the identifier of its time.
    pub(super) slot: Option<String>,
    pub(super) slug: Option<String>,
    pub(super) title: Words,
    /// What the source calls this kind of session.
    pub(super) kind: Option<String>,
    pub(super) nature: Nature,
    /// The keys of those who speak.
    pub(super) people: Vec<String>,
    /// The key of its room.
    pub(super) room: Option<String>,
    /// The key of its track.
    pub(super) track: Option<String>,
    pub(super) start: Option<When>,
    pub(super) end: Option<When>,
    /// In minutes, where the source gives a length and no end.
    pub(super) minutes: Option<i64>,
    pub(super) language: Option<String>,
    pub(super) level: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) links: Vec<(String, String)>,
    pub(super) canceled: Canceled,
    pub(super) prose: Vec<Prose>,
    /// What to check of what no field can hold.
    pub(super) checks: Vec<String>,
}

/// What a session is to the day, where the source tells it apart from its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Nature {
    /// One of several.
    #[default]
    Session,
    /// For everybody.
    Plenary,
    /// No talk but a part of the day, such as lunch.
    Service,
}

/// Whether a session takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Canceled {
    #[default]
    No,
    /// Its state says so.
    Yes,
    /// Its title says so.
    ByTitle,
}

/// A longer text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Prose {
    /// There is none.
    #[default]
    None,
    /// Words alone.
    Plain(String),
    /// Markdown.
    Markdown(String),
}

impl Prose {
    /// As Markdown.
    pub(super) fn markdown(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Plain(text) => crate::markdown::from_plain(text),
            Self::Markdown(text) => text.replace("\r\n", "\n").trim().to_owned(),
        }
    }
}

/// A short text, in one language or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(pub(super) Vec<(Option<String>, String)>);

impl Words {
    /// A text in no named language.
    pub(super) fn one(text: impl Into<String>) -> Self {
        Self(vec![(None, text.into())])
    }

    /// Whether there are no words.
    pub(super) fn is_empty(&self) -> bool {
        !self.0.iter().any(|(_, text)| says_something(text))
    }

    /// The first text that says something.
    pub(super) fn first(&self) -> &str {
        self.0.iter().map(|(_, text)| text.trim()).find(|text| says_something(text)).unwrap_or_default()
    }

    /// The text that suits a file name best: English where there is one.
    pub(super) fn latin(&self) -> &str {
        let english = |tag: &Option<String>| tag.as_deref().is_some_and(|tag| tag.starts_with("en"));
        let text = self.0.iter().find(|(tag, text)| english(tag) && says_something(text));
        text.map_or_else(|| self.first(), |(_, text)| text)
    }

    /// The value of a field: one text, or one a language of the event.
    pub(super) fn value(&self, languages: &[Language]) -> Value {
        let text = |language: &Language| {
            let same = |tag: &Option<String>| tag.as_deref().is_some_and(|tag| is_language(tag, language));
            let text = self.0.iter().find(|(tag, text)| same(tag) && says_something(text));
            text.map(|(_, text)| (language.to_string(), Value::Text(text.clone())))
        };
        let known: Vec<_> = languages.iter().filter_map(text).collect();
        let is_default =
            known.first().is_some_and(|(tag, _)| Some(tag.as_str()) == languages.first().map(Language::as_str));
        match known.len() {
            0 => Value::Text(self.first().to_owned()),
            1 if is_default => known.into_iter().next().map_or(Value::Text(String::new()), |(_, value)| value),
            _ => Value::Map(known),
        }
    }
}

/// Whether anything of a text can be shown.
fn says_something(text: &str) -> bool {
    !clean(text).is_empty()
}

/// Whether a tag means a language: `de-formal` is German, and `pt_BR` is `pt-br`.
fn is_language(tag: &str, language: &Language) -> bool {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    tag == language.as_str() || tag.split('-').next() == Some(language.as_str())
}
