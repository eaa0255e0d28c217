//! Makes the schedule from the programme.

use std::collections::BTreeMap;

use conference::{
    Conference as Programme, Guid, Language, Session, Speaker, Text,
    picture::Role,
    url::{self, Dataset, DatasetContent, Export, Page},
};
use jiff::{
    civil::{Date, DateTime},
    tz::TimeZone,
};

use super::{
    days,
    links::references,
    numbers::numbers,
    schedule::{Conference, Day, Event, Person, Place, Room, Schedule, Track, duration},
};
use crate::{dates, messages::Messages, references::below, site::Site};

/// The shortest acronym that the format allows.
const SHORTEST_ACRONYM: usize = 4;

/// The schedule in a language; `None` if the address of the site is not known.
pub(super) fn schedule(site: &Site, language: &Language, content: DatasetContent) -> Option<Schedule> {
    let biographies = match content {
        DatasetContent::ScheduleJson => Biographies::Written,
        _ => Biographies::LeftOut,
    };
    let named = Some(language).filter(|language| *language != site.conference.event.default_language()).cloned();
    let own = Export::Dataset(Dataset { language: named, content });
    if !site.has(&own) {
        return None;
    }
    let base = &site.urls.base;
    Some(Schedule {
        url: format!("{base}{}", own.path()),
        version: site.conference.revision.to_string(),
        base_url: format!("{base}/"),
        conference: Maker::new(site, language, biographies).conference(),
    })
}

/// Whether people have biographies, for which the XML has no place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Biographies {
    Written,
    LeftOut,
}

/// Makes the parts of a schedule in a language.
struct Maker<'s> {
    site: &'s Site,
    programme: &'s Programme,
    language: &'s Language,
    messages: &'static Messages,
    acronym: String,
    biographies: Biographies,
    sessions: BTreeMap<Guid, u32>,
    speakers: BTreeMap<Guid, u32>,
}

impl<'s> Maker<'s> {
    fn new(site: &'s Site, language: &'s Language, biographies: Biographies) -> Self {
        let programme = &*site.conference;
        let event = &programme.event;
        Self {
            site,
            programme,
            language,
            messages: Messages::of(language),
            acronym: acronym(&event.acronym),
            biographies,
            // All of them, so that a number stays when another session is canceled.
            sessions: numbers(programme.sessions.iter().map(|session| event.session_guid(session))),
            speakers: numbers(programme.speakers.iter().map(|speaker| event.speaker_guid(&speaker.slug))),
        }
    }

    fn address(&self, page: &Page) -> String {
        let path = page.path(self.language, self.programme.event.default_language());
        format!("{}{path}", self.site.urls.base)
    }

    /// A body with complete addresses; `None` if it is empty.
    fn html(&self, html: &str) -> Option<String> {
        (!html.is_empty()).then(|| below(&self.site.urls.base, html.to_owned()))
    }

    fn conference(&self) -> Conference {
        let event = &self.programme.event;
        let name = |text: &Text| text.text(self.language).to_owned();
        let sessions: Vec<_> = self.programme.sessions.iter().filter(|session| !session.canceled).collect();
        let days = days::all(&event.days, sessions.iter().copied());
        let day = |(index, date): (usize, &Date)| self.day(index + 1, *date, &sessions);
        let (first, last) = (days.first().map(Date::to_string), days.last().map(Date::to_string));
        let is_web = |url: &&String| url.starts_with("https://") || url.starts_with("http://");
        Conference {
            acronym: self.acronym.clone(),
            title: name(&event.name),
            start: first.unwrap_or_default(),
            end: last.unwrap_or_default(),
            days_count: days.len(),
            timeslot_duration: "00:05",
            time_zone_name: event.timezone.iana_name().map(str::to_owned),
            url: event.url.as_ref().filter(is_web).cloned().unwrap_or_else(|| self.address(&Page::Home)),
            tracks: event
                .tracks
                .iter()
                .map(|track| Track {
                    name: name(&track.name),
                    slug: slug(track.id.as_str()),
                    color: track.color.clone(),
                })
                .collect(),
            rooms: event
                .rooms
                .iter()
                .map(|room| Room {
                    name: name(&room.name),
                    slug: slug(room.id.as_str()),
                    guid: event.room_guid(&room.id),
                })
                .collect(),
            days: days.iter().enumerate().map(day).collect(),
        }
    }

    /// A day with all rooms in the order of the event, since apps take their order from the first day.
    fn day(&self, index: usize, date: Date, sessions: &[&Session]) -> Day {
        let event = &self.programme.event;
        let mut places: Vec<Place> = Vec::new();
        let mut add = |name: &str, guid: Option<Guid>, entry: Option<Event>| {
            // Two rooms of one name are one place to programs.
            let place = places.iter().position(|place| place.name == name).unwrap_or_else(|| {
                places.push(Place { name: name.to_owned(), guid, events: Vec::new() });
                places.len() - 1
            });
            places[place].events.extend(entry);
        };
        for room in &event.rooms {
            add(room.name.text(self.language), Some(event.room_guid(&room.id)), None);
        }
        let mut first = None;
        for session in sessions.iter().filter(|session| days::day_of(session.start, &event.days) == date) {
            first = first.or(Some(session.start));
            let place = self.place(session);
            let own = if place.is_own { place.name } else { "" };
            add(place.name, place.guid, Some(self.event(session, own)));
        }
        let [day_start, day_end] = days::limits(date, first).map(|moment| dates::instant(moment, &event.timezone));
        Day { index, date: date.to_string(), day_start, day_end, places }
    }

    /// The place under which a session is listed.
    fn place<'t>(&'t self, session: &'t Session) -> SessionPlace<'t> {
        let event = &self.programme.event;
        let room = session.room.as_ref().and_then(|id| event.room(id));
        let common = event.venue.as_ref().map_or(&event.name, |venue| &venue.name);
        match (&session.venue, room) {
            (Some(venue), _) => SessionPlace { name: venue.text(self.language), guid: None, is_own: true },
            (None, Some(room)) => {
                let guid = Some(event.room_guid(&room.id));
                SessionPlace { name: room.name.text(self.language), guid, is_own: true }
            }
            (None, None) => SessionPlace { name: common.text(self.language), guid: None, is_own: false },
        }
    }

    fn event(&self, session: &Session, room: &str) -> Event {
        let event = &self.programme.event;
        let guid = event.session_guid(session);
        let track = session.track.as_ref().and_then(|id| event.track(id));
        let minutes = session.end.map_or(0, |end| minutes(session.start, end, &event.timezone));
        Event {
            guid,
            id: self.sessions[&guid],
            date: dates::instant(session.start, &event.timezone),
            start: dates::time(session.start),
            end: session.end.filter(|_| minutes > 0).map(|end| dates::instant(end, &event.timezone)),
            duration: duration(minutes),
            minutes,
            room: room.to_owned(),
            slug: format!("{}-{}", self.acronym, session.slug),
            url: self.address(&Page::Session(session.slug.clone())),
            title: session.title.text(self.language).to_owned(),
            subtitle: None,
            track: track.map(|track| track.name.text(self.language).to_owned()),
            r#type: session.format.name(),
            language: session.language.as_ref().map(Language::to_string),
            r#abstract: self.html(&session.body.get(self.language).1.html),
            persons: self.programme.people(session.people()).map(|speaker| self.person(speaker)).collect(),
            links: references(&session.links, self.messages),
        }
    }

    fn person(&self, speaker: &Speaker) -> Person {
        let guid = self.programme.event.speaker_guid(&speaker.slug);
        let portrait = speaker.photo.as_ref().and_then(|photo| photo.asset.renditions(Role::Portrait));
        Person {
            id: self.speakers[&guid],
            guid,
            name: speaker.name.text(self.language).to_owned(),
            url: self.address(&Page::Speaker(speaker.slug.clone())),
            avatar: portrait.map(|all| format!("{}{}", self.site.urls.base, url::picture(&all.plain().name()))),
            biography: self.biography(speaker),
            links: references(&speaker.links, self.messages),
        }
    }

    fn biography(&self, speaker: &Speaker) -> Option<String> {
        match self.biographies {
            Biographies::Written => self.html(&speaker.body.get(self.language).1.html),
            Biographies::LeftOut => None,
        }
    }
}

/// The place of a session.
struct SessionPlace<'t> {
    name: &'t str,
    guid: Option<Guid>,
    /// Whether the session itself says where it is.
    is_own: bool,
}

/// The minutes between two local times; 0 if the clocks were set back in between.
fn minutes(start: DateTime, end: DateTime, zone: &TimeZone) -> i64 {
    let change = i64::from(dates::offset(end, zone) - dates::offset(start, zone));
    ((end.duration_since(start).as_secs() - change) / 60).max(0)
}

/// The acronym in the characters that both schemas allow.
fn acronym(acronym: &str) -> String {
    let allowed = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' };
    format!("{:_<SHORTEST_ACRONYM$}", acronym.chars().map(allowed).collect::<String>())
}

/// An id of the event as a slug of the format, which begins with a letter and has two characters at least.
fn slug(id: &str) -> Option<String> {
    (id.len() > 1 && id.starts_with(|first: char| first.is_ascii_lowercase())).then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn acronyms_have_the_characters_of_both_schemas() {
        for (own, expected) in
            [("serverlessconf2016", "serverlessconf2016"), ("SDT-23", "sdt_23"), ("a", "a___"), ("", "____")]
        {
            assert_eq!(acronym(own), expected);
        }
    }

    #[test]
    fn durations_are_those_of_a_watch() {
        let berlin = TimeZone::get("Europe/Berlin").expect("a zone of the bundled database");
        let night = |hour, minute| date(2016, 10, 30).at(hour, minute, 0, 0);
        assert_eq!(minutes(night(1, 0), night(4, 0), &berlin), 4 * 60);
        assert_eq!(minutes(night(10, 0), night(10, 45), &berlin), 45);
    }
}
