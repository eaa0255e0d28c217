//! A session of the programme.

use std::borrow::Cow;

use jiff::{SignedDuration, civil::DateTime};

use crate::{
    Body, Language, Localized, Slug, Text,
    filter::{Facet, Faceted},
};

/// A session, from `program/sessions/<slug>.md`.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its file's name and the last segment of its URL.
    pub slug: Slug,
    /// Its title as published.
    pub title: Text,
    /// What kind of session it is.
    pub format: Format,
    /// Who gives it, in the order of the file. Every slug is in the conference.
    pub speakers: Vec<Slug>,
    /// Who leads a panel.
    pub moderator: Option<Slug>,
    /// Where; in the event's rooms.
    pub room: Option<Slug>,
    /// In the event's tracks.
    pub track: Option<Slug>,
    /// When it begins, in the event's time zone.
    pub start: DateTime,
    /// When it ends; `None` where it is not known.
    pub end: Option<DateTime>,
    /// What it is held in.
    pub language: Option<Language>,
    /// What it asks of its audience.
    pub level: Option<Level>,
    /// In the order of the file.
    pub tags: Vec<String>,
    /// Slides, video and more, in the order of the file.
    pub links: Vec<Link>,
    /// It will not take place.
    pub canceled: bool,
    /// The abstract.
    pub body: Localized<Body>,
    /// The interviews about it, in order of publication.
    pub interviews: Vec<Slug>,
    /// What the filter sees: its text is derived while all words are there, its values when the conference is put together.
    pub facets: Facets,
}

impl Session {
    /// How long it takes, where the end is known; never negative.
    pub fn duration(&self) -> Option<SignedDuration> {
        self.end.map(|end| end.duration_since(self.start))
    }

    /// Speakers and moderator, the speakers first.
    pub fn people(&self) -> impl Iterator<Item = &Slug> {
        self.speakers.iter().chain(&self.moderator)
    }

    /// Whether both take place at some same moment. A session without end or length overlaps nothing.
    pub fn overlaps(&self, other: &Self) -> bool {
        let (Some(end), Some(other_end)) = (self.end, other.end) else { return false };
        self.start < other_end && other.start < end
    }
}

/// What kind of session it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// For everybody, at the head of the programme.
    Keynote,
    /// A talk.
    Talk,
    /// A lightning talk.
    Lightning,
    /// A discussion led by a moderator.
    Panel,
    /// Hands-on.
    Workshop,
    /// The opening or closing.
    Opening,
    /// A pause; other sessions may lie over it.
    Break,
    /// A party or another gathering.
    Social,
}

impl Format {
    /// Every format, in the order of lists.
    pub const ALL: [Self; 8] = [
        Self::Keynote,
        Self::Talk,
        Self::Lightning,
        Self::Panel,
        Self::Workshop,
        Self::Opening,
        Self::Break,
        Self::Social,
    ];

    /// Its name in files and query strings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Keynote => "keynote",
            Self::Talk => "talk",
            Self::Lightning => "lightning",
            Self::Panel => "panel",
            Self::Workshop => "workshop",
            Self::Opening => "opening",
            Self::Break => "break",
            Self::Social => "social",
        }
    }

    /// Whether an abstract is expected: not of breaks, openings and parties.
    pub fn has_content(self) -> bool {
        !matches!(self, Self::Opening | Self::Break | Self::Social)
    }
}

/// What a session asks of its audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// No knowledge needed.
    Introductory,
    /// Some experience needed.
    Intermediate,
    /// For those who do it daily.
    Advanced,
}

impl Level {
    /// Every level, easiest first.
    pub const ALL: [Self; 3] = [Self::Introductory, Self::Intermediate, Self::Advanced];

    /// Its name in files and query strings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Introductory => "introductory",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
        }
    }
}

/// A link of an item to another site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it leads to: `slides`, `video`, `website` … `[a-z0-9-]+`.
    pub kind: String,
    /// An `https:`, `http:` or `mailto:` URL.
    pub url: String,
}

/// The values of a session that [`crate::filter::SessionFilter`] compares.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// One entry a facet, in the order of [`Facet::ALL`], values separated by [`crate::filter::SEPARATOR`].
    pub values: [String; Facet::ALL.len()],
    /// The folded words that are searched, each once.
    pub text: String,
}

impl Faceted for Facets {
    fn values(&self, facet: Facet) -> Cow<'_, str> {
        Cow::Borrowed(&self.values[facet as usize])
    }

    fn contains(&self, word: &str) -> bool {
        // The texts of all sessions are searched for a filter; this is several times as fast as the standard library.
        memchr::memmem::find(self.text.as_bytes(), word.as_bytes()).is_some()
    }
}
