//! The facts of a session on which attendees rely.

use jiff::civil::DateTime;

use crate::{Session, Slug, Text};

/// The facts of a session that a release compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The title.
    pub title: Text,
    /// The start in the event's time zone.
    pub start: DateTime,
    /// The end, if it is known.
    pub end: Option<DateTime>,
    /// The id of the room. The event may have no such room any more.
    pub room: Option<Slug>,
    /// The place of a session that is held elsewhere.
    pub venue: Option<Text>,
    /// Speakers and moderator. The conference may have no such speakers any more.
    pub people: Vec<Slug>,
    /// Whether it was canceled.
    pub canceled: bool,
}

/// A part of the facts that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// It was canceled.
    Canceled,
    /// It takes place after all.
    Restored,
    /// It has another time, room or venue.
    Moved,
    /// It has another title.
    Renamed,
    /// It has other speakers.
    People,
}

impl Facts {
    /// The present facts of a session.
    pub fn of(session: &Session) -> Self {
        Self {
            title: session.title.clone(),
            start: session.start,
            end: session.end,
            room: session.room.clone(),
            venue: session.venue.clone(),
            people: session.people().cloned().collect(),
            canceled: session.canceled,
        }
    }

    /// What differs from older facts.
    pub fn differences(&self, older: &Self) -> Vec<Aspect> {
        let place = |facts: &Self| (facts.start, facts.end, facts.room.clone());
        let is_elsewhere = match (&self.venue, &older.venue) {
            (Some(venue), Some(older)) => !is_same(venue, older),
            (venue, older) => venue.is_some() != older.is_some(),
        };
        let aspects = [
            (Aspect::Canceled, self.canceled && !older.canceled),
            (Aspect::Restored, !self.canceled && older.canceled),
            (Aspect::Moved, place(self) != place(older) || is_elsewhere),
            (Aspect::Renamed, !is_same(&self.title, &older.title)),
            (Aspect::People, self.people != older.people),
        ];
        aspects.into_iter().filter(|(_, differs)| *differs).map(|(aspect, _)| aspect).collect()
    }
}

/// Whether two texts are the same in every language. Their order says which language is the original.
fn is_same(one: &Text, other: &Text) -> bool {
    one.iter().count() == other.iter().count()
        && one.iter().all(|(language, text)| other.exactly(language) == Some(text))
}
