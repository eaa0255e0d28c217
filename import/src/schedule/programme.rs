//! A programme: the common form of all schedules, before it becomes content files.
//!
//! It has no fields for private data: e-mail addresses, answers to questions, notes and availabilities are never read.

use conference::Language;
use jiff::civil::Date;

use super::zone::When;
use crate::{Skipped, Value, text::html::unescape, write::clean};

/// The content of a schedule.
#[derive(Debug, Default)]
pub(super) struct Programme {
    /// The family of its identifiers: `frab`, `pretalx`, `sessionize`.
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

/// The event as far as the schedule describes it.
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

/// A speaker.
#[derive(Debug, Default)]
pub(super) struct Person {
    pub(super) key: String,
    pub(super) name: Words,
    /// A short line about the person: usually role and organization.
    pub(super) line: Option<String>,
    /// The kinds and URLs of links.
    pub(super) links: Vec<(String, String)>,
    /// The address of a portrait.
    pub(super) photo: Option<String>,
    pub(super) biography: Prose,
    /// Remarks on data that no field can hold.
    pub(super) checks: Vec<String>,
}

/// A session.
#[derive(Debug, Default)]
pub(super) struct Talk {
    pub(super) key: String,
    /// Its globally unique identifier, which every export of the event has.
    pub(super) guid: Option<String>,
    /// The identifier of its slot, which distinguishes sessions with the same key.
    pub(super) slot: Option<String>,
    pub(super) slug: Option<String>,
    pub(super) title: Words,
    /// The kind of session in the source.
    pub(super) kind: Option<String>,
    pub(super) nature: Nature,
    /// The keys of the speakers.
    pub(super) people: Vec<String>,
    /// The key of its room.
    pub(super) room: Option<String>,
    /// The place of a session that is held in no room of the event.
    pub(super) venue: Option<String>,
    /// The key of its track.
    pub(super) track: Option<String>,
    pub(super) start: Option<When>,
    pub(super) end: Option<When>,
    /// The duration in minutes, if the source has no end.
    pub(super) minutes: Option<i64>,
    pub(super) language: Option<String>,
    pub(super) level: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) links: Vec<(String, String)>,
    pub(super) canceled: Canceled,
    pub(super) prose: Vec<Prose>,
    /// Remarks on data that no field can hold.
    pub(super) checks: Vec<String>,
}

/// The role of a session on its day, if the source has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Nature {
    /// An ordinary session.
    #[default]
    Session,
    /// A session for everybody.
    Plenary,
    /// A part of the day that is not a talk, such as lunch.
    Service,
}

/// Whether a session takes place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Canceled {
    #[default]
    No,
    /// Its state is canceled.
    Yes,
    /// Its title says that it was canceled.
    ByTitle,
}

/// A longer text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Prose {
    /// No text.
    #[default]
    None,
    /// Plain text.
    Plain(String),
    /// Markdown of this site ([`crate::markdown::from_source`]).
    Markdown(String),
}

impl Prose {
    /// The text as Markdown.
    pub(super) fn markdown(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Plain(text) => crate::markdown::from_plain(text),
            Self::Markdown(text) => text.trim_matches('\n').trim_end().to_owned(),
        }
    }
}

/// A short text, with or without translations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words(pub(super) Vec<(Option<String>, String)>);

impl Words {
    /// A text without language, in which entities of HTML are characters.
    pub(super) fn one(text: impl AsRef<str>) -> Self {
        Self(vec![(None, unescape(text.as_ref()).into_owned())])
    }

    /// Whether all texts are empty.
    pub(super) fn is_empty(&self) -> bool {
        !self.0.iter().any(|(_, text)| says_something(text))
    }

    /// The first text that is not empty.
    pub(super) fn first(&self) -> &str {
        self.0.iter().map(|(_, text)| text.trim()).find(|text| says_something(text)).unwrap_or_default()
    }

    /// The text that suits a file name best: the English one if there is one.
    pub(super) fn latin(&self) -> &str {
        let english = |tag: &Option<String>| tag.as_deref().is_some_and(|tag| tag.starts_with("en"));
        let text = self.0.iter().find(|(tag, text)| english(tag) && says_something(text));
        text.map_or_else(|| self.first(), |(_, text)| text)
    }

    /// The value of a field: one text, or one for each language of the event.
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

/// Whether a text contains visible characters.
fn says_something(text: &str) -> bool {
    !clean(text).is_empty()
}

/// Whether a tag stands for a language: `de-formal` for German, and `pt_BR` for `pt-br`.
fn is_language(tag: &str, language: &Language) -> bool {
    let tag = tag.to_ascii_lowercase().replace('_', "-");
    tag == language.as_str() || tag.split('-').next() == Some(language.as_str())
}
