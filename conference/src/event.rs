//! The event: venue, days, rooms, tracks, organiser and sponsors.

use jiff::{SignedDuration, civil::Date, tz::TimeZone};

use crate::{Body, Language, Localized, Slug, Text, plan::Code};

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
    pub body: Localized<Body>,
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

    /// The id of a session for other programs: a UUID that is derived from the acronym and the identity of the session (RFC
    /// 9562, section 5.8).
    pub fn guid(&self, identity: &Slug) -> String {
        self.guid_of(identity.as_str())
    }

    /// The id of anything else that programs know by one, in the same form. No session has a name with a slash or colon.
    pub fn guid_of(&self, name: &str) -> String {
        uuid(self.bytes_of(name))
    }

    /// The code of a session in plans, by the identity of the session.
    pub fn code(&self, identity: &Slug) -> Code {
        Code::of(self.bytes_of(identity.as_str()))
    }

    fn bytes_of(&self, name: &str) -> [u8; 16] {
        let digest = blake3::hash(format!("{}/{name}", self.acronym).as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&digest.as_bytes()[..16]);
        // Version and variant.
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        bytes
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

/// The text of a UUID (RFC 9562, section 4).
fn uuid(bytes: [u8; 16]) -> String {
    let digits = format!("{:032x}", u128::from_be_bytes(bytes));
    let [a, b, c, d, e] = [0..8, 8..12, 12..16, 16..20, 20..32].map(|part| &digits[part]);
    format!("{a}-{b}-{c}-{d}-{e}")
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
