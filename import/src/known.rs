//! The known context of a source: the present content, and the options of the command line.

use std::collections::BTreeMap;

use conference::{Conference, Event, Format, Language, Session, Slug, fold::fold};
use jiff::{
    civil::{Date, DateTime},
    tz::TimeZone,
};

use crate::Place;

/// The present content and the options of the command line. Empty for an empty target folder.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The languages of the event, the default first.
    pub languages: Vec<Language>,
    /// The event's time zone, or the one that the command line names.
    pub timezone: Option<TimeZone>,
    /// The days of the event; empty exactly if there is no `program/event.md` yet.
    pub days: Vec<Date>,
    /// The rooms of the event, with all their names.
    pub rooms: Vec<Named>,
    /// The tracks of the event, with all their names.
    pub tracks: Vec<Named>,
    /// The present event; `None` if there is no `program/event.md` yet.
    pub event: Option<Event>,
    /// The rooms, tracks and days that the present sessions use, which the event has to keep.
    pub bookings: Vec<Booking>,
    /// The speakers, with their names and readings.
    pub speakers: Vec<Named>,
    /// The sessions, with their titles.
    pub sessions: Vec<Named>,
    /// The interviews, with their titles.
    pub interviews: Vec<Named>,
    /// The places that earlier imports assigned to the keys of the source, so that addresses stay.
    pub places: Places,
    /// The text of each of these interviews as last imported, by which a text is recognised.
    pub written: BTreeMap<Place, String>,
    /// The name of the source's file without its ending; `None` for standard input.
    pub name: Option<String>,
    /// The option `--slug`: the slug of the imported interview.
    pub slug: Option<Slug>,
    /// The option `--speaker`: the people who answer in the interview, by slug or name.
    pub interviewees: Vec<String>,
    /// The option `--category`: the categories of the blog entries to import.
    pub categories: Vec<String>,
}

/// The places of items by their keys in the source: `pretalx speaker ABCDEF` → `program/speakers/hana-example.md`.
pub type Places = BTreeMap<String, Place>;

/// The parts of the event that a present session uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    /// The session.
    pub session: Slug,
    /// Its title.
    pub title: String,
    /// Its start in the event's time zone.
    pub start: DateTime,
    /// Its end, if it is known.
    pub end: Option<DateTime>,
    /// Whether no other session can be in its room; breaks and canceled sessions occupy none.
    pub occupies_room: bool,
    /// The days on which it begins and ends.
    pub days: Vec<Date>,
    /// Its room.
    pub room: Option<Slug>,
    /// Its track.
    pub track: Option<Slug>,
}

impl Booking {
    fn of(session: &Session) -> Self {
        Self {
            session: session.slug.clone(),
            title: session.title.iter().next().map(|(_, title)| title.clone()).unwrap_or_default(),
            start: session.start,
            end: session.end,
            occupies_room: session.format != Format::Break && !session.canceled,
            days: [Some(session.start), session.end].into_iter().flatten().map(|moment| moment.date()).collect(),
            room: session.room.clone(),
            track: session.track.clone(),
        }
    }
}

/// An item of the present content: its slug or id, with all its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Its slug or id.
    pub slug: Slug,
    /// Its names in all languages, as written.
    pub names: Vec<String>,
}

impl Known {
    /// Describes a conference. Time zone and days are those of the event.
    pub fn of(conference: &Conference) -> Self {
        let event = &conference.event;
        let named = |slug: &Slug, name: &conference::Text, further: Option<&String>| Named {
            slug: slug.clone(),
            names: name.iter().map(|(_, text)| text).chain(further).cloned().collect(),
        };
        Self {
            languages: event.languages.clone(),
            timezone: Some(event.timezone.clone()),
            days: event.days.clone(),
            rooms: event.rooms.iter().map(|room| named(&room.id, &room.name, None)).collect(),
            tracks: event.tracks.iter().map(|track| named(&track.id, &track.name, None)).collect(),
            event: Some(event.clone()),
            bookings: conference.sessions.iter().map(Booking::of).collect(),
            speakers: conference.speakers.iter().map(|one| named(&one.slug, &one.name, one.reading.as_ref())).collect(),
            sessions: conference.sessions.iter().map(|one| named(&one.slug, &one.title, None)).collect(),
            interviews: conference.interviews.iter().map(|one| named(&one.slug, &one.title, None)).collect(),
            places: Places::new(),
            written: BTreeMap::new(),
            name: None,
            slug: None,
            interviewees: Vec::new(),
            categories: Vec::new(),
        }
    }

    /// The default language of the event, if there is one.
    pub fn default_language(&self) -> Option<&Language> {
        self.languages.first()
    }
}

impl Named {
    /// Finds an item by name, ignoring case, width and kana; the first of several.
    pub fn find<'n>(all: &'n [Self], name: &str) -> Option<&'n Slug> {
        let wanted = fold(name);
        let found = all.iter().find(|named| named.names.iter().any(|name| fold(name) == wanted));
        found.map(|named| &named.slug).filter(|_| !wanted.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_however_they_are_typed() {
        let named = |slug, names: &[&str]| Named {
            slug: Slug::parse(slug).expect("a slug"),
            names: names.iter().map(|&name| name.to_owned()).collect(),
        };
        let all = [named("hall", &["大ホール", "Main Hall"]), named("annex", &["別館", ""])];
        for (name, expected) in [
            ("main  hall", Some("hall")),
            ("大ホール", Some("hall")),
            ("大ﾎｰﾙ", Some("hall")),
            ("別館", Some("annex")),
            ("hall", None),
            ("", None),
        ] {
            assert_eq!(Named::find(&all, name).map(Slug::as_str), expected, "{name}");
        }
    }
}
