//! A session of the programme.

use std::sync::Arc;

use jiff::{SignedDuration, civil::DateTime};

use crate::{Body, Guid, Language, Localized, Slug, Text, filter::Facet, plan::Code};

/// A session, from `program/sessions/<slug>.md`.
#[derive(Clone, Debug)]
pub struct Session {
    /// Its file's name and the last segment of its URL.
    pub slug: Slug,
    /// Its title.
    pub title: Text,
    /// The format: keynote, talk, workshop …
    pub format: Format,
    /// The speakers, in the order of the file. Every slug is in the conference.
    pub speakers: Vec<Slug>,
    /// The moderator of a panel.
    pub moderator: Option<Slug>,
    /// The room, one of the event's.
    pub room: Option<Slug>,
    /// The place of a session that is held elsewhere, in none of the event's rooms.
    pub venue: Option<Text>,
    /// The track, one of the event's.
    pub track: Option<Slug>,
    /// The start in the event's time zone.
    pub start: DateTime,
    /// The end; `None` if it is unknown.
    pub end: Option<DateTime>,
    /// The language in which it is held.
    pub language: Option<Language>,
    /// The experience that it requires.
    pub level: Option<Level>,
    /// The tags, in the order of the file.
    pub tags: Vec<String>,
    /// Slides, video and more, in the order of the file.
    pub links: Vec<Link>,
    /// Whether it was canceled.
    pub canceled: bool,
    /// Former slugs, the first one first; their pages redirect to this session.
    pub aliases: Vec<Slug>,
    /// The id that the tool which it was imported from gave to it; see [`Event::session_guid`](crate::Event::session_guid).
    pub guid: Option<Guid>,
    /// The abstract.
    pub body: Localized<Arc<Body>>,
    /// The interviews about it, in order of publication.
    pub interviews: Vec<Slug>,
    /// Its code in plans. It is derived when the conference is assembled.
    pub code: Code,
    /// Its values for each facet, in the order of [`Facet::ALL`]; several are separated by [`crate::filter::SEPARATOR`].
    /// They are derived when the conference is assembled.
    pub facets: [String; Facet::ALL.len()],
}

impl Session {
    /// The name that stays when the title or the file gets another one: the first slug that the session had.
    pub fn identity(&self) -> &Slug {
        self.aliases.first().unwrap_or(&self.slug)
    }

    /// The duration, if the end is known; never negative.
    pub fn duration(&self) -> Option<SignedDuration> {
        self.end.map(|end| end.duration_since(self.start))
    }

    /// Speakers and moderator, the speakers first.
    pub fn people(&self) -> impl Iterator<Item = &Slug> {
        self.speakers.iter().chain(&self.moderator)
    }

    /// Whether two sessions overlap. A session without end or length overlaps nothing.
    pub fn overlaps(&self, other: &Self) -> bool {
        let (Some(end), Some(other_end)) = (self.end, other.end) else { return false };
        self.start < other_end && other.start < end
    }
}

/// The format of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// A talk for everybody, at the head of the programme.
    Keynote,
    /// A talk.
    Talk,
    /// A lightning talk.
    Lightning,
    /// A discussion led by a moderator.
    Panel,
    /// A hands-on workshop.
    Workshop,
    /// The opening or closing.
    Opening,
    /// A break; other sessions may overlap it.
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

    /// Whether an abstract is expected; not for breaks, openings and parties.
    pub fn has_content(self) -> bool {
        !matches!(self, Self::Opening | Self::Break | Self::Social)
    }
}

/// The experience that a session requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// No knowledge needed.
    Introductory,
    /// Some experience needed.
    Intermediate,
    /// For experienced practitioners.
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
    /// The kind of link: `slides`, `video`, `website` … `[a-z0-9-]+`.
    pub kind: String,
    /// An `https:`, `http:` or `mailto:` URL.
    pub url: String,
}
