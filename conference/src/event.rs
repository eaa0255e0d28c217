//! The event: venue, days, rooms, tracks, organiser and sponsors.

use std::sync::Arc;

use jiff::{SignedDuration, civil::Date, tz::TimeZone};

use crate::{Body, Guid, Language, Localized, Session, Slug, Text, guid, plan::Code};

/// The event, from `program/event.md`.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its full name.
    pub name: Text,
    /// A short ASCII name for exports, such as `serverlessconf2016`.
    pub acronym: String,
    /// The tagline.
    pub tagline: Option<Text>,
    /// The official site.
    pub url: Option<String>,
    /// The time zone of all times in the content.
    pub timezone: TimeZone,
    /// The days in order; never empty.
    pub days: Vec<Date>,
    /// The languages of the site, the default first; never empty.
    pub languages: Vec<Language>,
    /// The venue.
    pub venue: Option<Venue>,
    /// The rooms, in the order of the grid.
    pub rooms: Vec<Room>,
    /// The time that a change of rooms takes.
    pub changeover: Option<SignedDuration>,
    /// The changes that take another time.
    pub changeovers: Vec<Changeover>,
    /// The tracks, in order.
    pub tracks: Vec<Track>,
    /// Without `#`.
    pub hashtag: Option<String>,
    /// The organiser.
    pub organizer: Option<NamedLink>,
    /// The sponsors, in the order of the file.
    pub sponsors: Vec<Sponsor>,
    /// A notice that is shown beside all times.
    pub notice: Option<Text>,
    /// The description of the event.
    pub body: Localized<Arc<Body>>,
}

impl Event {
    /// The default language, which has no prefix in URLs.
    pub fn default_language(&self) -> &Language {
        &self.languages[0]
    }

    /// The language of an address, in which `None` is the default one; `None` if the event has no such language.
    pub fn language(&self, named: Option<&Language>) -> Option<&Language> {
        let (default, others) = self.languages.split_first()?;
        match named {
            None => Some(default),
            Some(named) => others.iter().find(|other| *other == named),
        }
    }

    /// The id that calendars have for a session: derived from the acronym and the identity of the session.
    pub fn guid(&self, identity: &Slug) -> Guid {
        guid::derived(&format!("{}/{identity}", self.acronym))
    }

    /// The id that programs for schedules have for a session: that of the tool which it was imported from, or the id of
    /// calendars.
    pub fn session_guid(&self, session: &Session) -> Guid {
        session.guid.unwrap_or_else(|| self.guid(session.identity()))
    }

    /// The id that other programs have for a speaker.
    pub fn speaker_guid(&self, speaker: &Slug) -> Guid {
        guid::derived(&format!("{}/speakers/{speaker}", self.acronym))
    }

    /// The id that other programs have for a room.
    pub fn room_guid(&self, room: &Slug) -> Guid {
        guid::derived(&format!("{}/rooms/{room}", self.acronym))
    }

    /// The id of anything else that programs know by one. No session has a name with a slash or colon.
    pub fn guid_of(&self, name: &str) -> Guid {
        guid::derived(&format!("{}/{name}", self.acronym))
    }

    /// The code of a session in plans, by the identity of the session.
    pub fn code(&self, identity: &Slug) -> Code {
        Code::of(self.guid(identity).into_bytes())
    }

    /// The time that a change between two rooms takes, in either direction; `None` if the event does not say it.
    pub fn changeover(&self, from: &Slug, to: &Slug) -> Option<SignedDuration> {
        let of_pair = self.changeovers.iter().find(|one| {
            let [a, b] = &one.rooms;
            (a, b) == (from, to) || (b, a) == (from, to)
        });
        of_pair.map(|one| one.time).or(self.changeover)
    }

    /// A room by its id.
    pub fn room(&self, id: &Slug) -> Option<&Room> {
        self.rooms.iter().find(|room| room.id == *id)
    }

    /// A track by its id.
    pub fn track(&self, id: &Slug) -> Option<&Track> {
        self.tracks.iter().find(|track| track.id == *id)
    }
}

/// The venue.
#[derive(Clone, Debug)]
pub struct Venue {
    /// The building.
    pub name: Text,
    /// Its postal address.
    pub address: Option<Text>,
    /// Directions.
    pub access: Option<Text>,
    /// Latitude and longitude in degrees (WGS 84).
    pub location: Option<[f64; 2]>,
}

/// A room.
#[derive(Clone, Debug)]
pub struct Room {
    /// Its id in session files and URLs.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// Whether sessions may overlap in it, as in a foyer or an assembly area.
    pub shared: bool,
}

/// The time that the change between two rooms takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changeover {
    /// The rooms, in either order.
    pub rooms: [Slug; 2],
    /// The time, never negative.
    pub time: SignedDuration,
}

/// A track: sessions on a common theme.
#[derive(Clone, Debug)]
pub struct Track {
    /// Its id in session files and URLs.
    pub id: Slug,
    /// Its name.
    pub name: Text,
    /// `#rrggbb` in lower case.
    pub color: Option<String>,
}

/// A name with an optional link.
#[derive(Clone, Debug)]
pub struct NamedLink {
    /// The name.
    pub name: Text,
    /// An `https:`, `http:` or `mailto:` URL.
    pub url: Option<String>,
}

/// A sponsor.
pub type Sponsor = NamedLink;
