//! Makes the files of sessions.

use std::collections::{BTreeSet, HashMap, HashSet};

use conference::{Format, Guid, Slug, fold::fold};
use jiff::civil::DateTime;

use super::settings::{DivisionIds, EventSettings, Languages};
use crate::{
    Field, Item, Place, Value,
    schedule::{
        clashes::{Booking, resolve},
        format, keys, links,
        names::Assigned,
        programme::{Canceled, Nature, Prose, Talk},
    },
};

/// The length to which a title is cut in the files of other sessions, in characters.
const LONGEST_TITLE: usize = 100;

/// The sessions with their formats and times.
pub(super) fn plan<'t>(talks: &'t [Talk], names: &'t [Assigned], settings: &EventSettings) -> Vec<PlannedSession<'t>> {
    let planned = talks.iter().zip(keys::guids(talks)).zip(names);
    planned.map(|((talk, guid), name)| PlannedSession::of(talk, guid, name, settings)).collect()
}

/// The sessions that occupy their rooms; breaks and canceled sessions do not.
pub(super) fn bookings(planned: &[PlannedSession<'_>], settings: &EventSettings) -> Vec<Booking> {
    planned.iter().filter(|session| session.occupies_room()).map(|session| session.booking(settings)).collect()
}

/// The files of all sessions. `people` maps keys to the slugs of speakers; sessions that overlap in one of `exclusive`
/// lose their room.
pub(super) fn items(
    planned: Vec<PlannedSession<'_>>,
    people: &HashMap<&str, Slug>,
    exclusive: &BTreeSet<&Slug>,
    settings: &EventSettings,
) -> Vec<Item> {
    let mut bookings: Vec<_> = planned.iter().map(|planned| planned.booking(settings)).collect();
    let occupying = bookings.iter_mut().zip(&planned).filter(|(_, planned)| planned.occupies_room());
    let mut occupying: Vec<_> = occupying.map(|(booking, _)| booking).collect();
    resolve(&mut occupying, exclusive);
    let mut languages = Languages::default();
    planned
        .into_iter()
        .zip(&bookings)
        .map(|(planned, booking)| planned.item(booking, people, &mut languages, settings))
        .collect()
}

/// A session before conflicts of rooms are resolved.
pub(super) struct PlannedSession<'t> {
    talk: &'t Talk,
    name: &'t Assigned,
    format: format::Guessed<Format>,
    times: Times,
    guid: Option<Guid>,
}

impl<'t> PlannedSession<'t> {
    fn of(talk: &'t Talk, guid: Option<Guid>, name: &'t Assigned, settings: &EventSettings) -> Self {
        let format = format::format(talk.kind.as_deref(), talk.title.first(), nature_of(talk));
        Self { talk, name, format, times: Times::of(talk, settings), guid }
    }

    fn occupies_room(&self) -> bool {
        self.format.0 != Format::Break && self.talk.canceled == Canceled::No
    }

    fn booking(&self, settings: &EventSettings) -> Booking {
        let (talk, times) = (self.talk, &self.times);
        Booking {
            slug: self.name.slug.clone(),
            title: short(talk.title.first()),
            start: times.start,
            free: Booking::free(times.start, times.end),
            room: talk.room.as_ref().and_then(|key| settings.rooms.ids.get(key).cloned()),
            room_check: talk.room.as_ref().and_then(|key| missing(key, &settings.rooms, "room")),
        }
    }

    fn item(
        self,
        booking: &Booking,
        people: &HashMap<&str, Slug>,
        languages: &mut Languages,
        settings: &EventSettings,
    ) -> Item {
        let Self { talk, name, format: (format, format_check), times, guid } = self;
        let mut checks: Vec<_> = name.check.iter().chain(&talk.checks).cloned().collect();
        let plain = |text: &str| Value::Plain(text.to_owned());
        let mut fields = Vec::new();
        let mut push = |name, value, check: Option<String>| fields.push(Field { name, value, check });
        push("title", talk.title.value(&settings.languages), None);
        push("format", plain(format.name()), format_check);
        let mut named = HashSet::new();
        let speakers = talk.people.iter().filter_map(|key| people.get(key.as_str()));
        let speakers: Vec<_> = speakers.filter(|slug| named.insert(*slug)).map(|slug| plain(slug.as_str())).collect();
        if !speakers.is_empty() {
            push("speakers", Value::List(speakers), None);
        }
        // A remark without its field, as on an omitted room, is put at the head of the file.
        match &booking.room {
            Some(room) => push("room", plain(room.as_str()), booking.room_check.clone()),
            None => checks.extend(booking.room_check.clone()),
        }
        if let Some(venue) = &talk.venue {
            push("venue", Value::Text(venue.clone()), None);
        }
        if let Some(key) = &talk.track {
            match settings.tracks.ids.get(key) {
                Some(track) => push("track", plain(track.as_str()), None),
                None => checks.extend(missing(key, &settings.tracks, "track")),
            }
        }
        push("start", plain(&times.start_text()), None);
        match times.end_text() {
            Some(end) => push("end", plain(&end), None),
            None => checks.extend(times.check),
        }
        if let Some(text) = talk.language.as_deref().map(str::trim).filter(|text| !text.is_empty()) {
            let (language, check) = languages.of_session(text);
            match language {
                Some(language) => push("language", plain(language.as_str()), check),
                None => checks.extend(check),
            }
        }
        if let Some(text) = talk.level.as_deref() {
            match format::level(text) {
                Some((level, check)) => push("level", plain(level.name()), check),
                None => checks.push(format!("the source says the level is `{text}`")),
            }
        }
        push("tags", tags(&talk.tags), None);
        push("links", links::value(&talk.links, &mut checks), None);
        match talk.canceled {
            Canceled::No => {}
            Canceled::Yes => push("canceled", plain("true"), None),
            Canceled::ByTitle => push("canceled", plain("true"), Some(String::from("the title says so"))),
        }
        if let Some(guid) = guid {
            push("guid", plain(&guid.to_string()), None);
        }
        let mut prose: Vec<String> = Vec::new();
        for text in talk.prose.iter().map(Prose::markdown).filter(|text| !text.is_empty()) {
            if !prose.contains(&text) {
                prose.push(text);
            }
        }
        Item { place: Place::Session(name.slug.clone()), checks, fields, body: prose.join("\n\n") }
    }
}

/// The role of a session on its day. A session of nobody whose title names a meal or a break is one.
fn nature_of(talk: &Talk) -> Nature {
    let is_break = talk.nature == Nature::Session && talk.people.is_empty() && format::is_break(talk.title.first());
    if is_break { Nature::Service } else { talk.nature }
}

/// Cuts a title, so that a thousand conflicts do not repeat it in full.
fn short(title: &str) -> String {
    let rest = title.chars().nth(LONGEST_TITLE).map(|_| '…');
    title.chars().take(LONGEST_TITLE).chain(rest).collect()
}

/// The remark on a room or track that the event lacks.
fn missing(key: &str, parts: &DivisionIds, what: &str) -> Option<String> {
    parts.missing.get(key).map(|entry| format!("program/event.md does not have the {what} {entry}"))
}

/// Tags without the separators of URLs and without duplicates.
fn tags(tags: &[String]) -> Value {
    let mut known = BTreeSet::new();
    let tags = tags.iter().map(|tag| tag.replace([',', '|'], " "));
    let tags = tags.map(|tag| tag.split_whitespace().collect::<Vec<_>>().join(" "));
    Value::List(tags.filter(|tag| !tag.is_empty() && known.insert(fold(tag))).map(Value::Text).collect())
}

/// The times of a session in the event's time zone.
struct Times {
    start: DateTime,
    end: Option<DateTime>,
    check: Option<String>,
}

impl Times {
    fn of(talk: &Talk, settings: &EventSettings) -> Self {
        let start = talk.start.map(|when| when.local(&settings.zone)).unwrap_or_default();
        let start = start.with().subsec_nanosecond(0).build().unwrap_or(start);
        let by_length = talk.minutes.filter(|minutes| (1..=60 * 24 * 40).contains(minutes));
        let by_length = by_length.and_then(|minutes| talk.start?.after(minutes, &settings.zone));
        let told = talk.end.map(|when| when.local(&settings.zone)).or(by_length);
        let end = told.filter(|end| *end > start && allows(start, *end, settings));
        let check = match (told, end) {
            (Some(told), None) if told != start => Some(format!("the source says it ends at {}", print(told))),
            // The clocks are put back during the session.
            (Some(_), None) => talk.minutes.filter(|minutes| *minutes > 0).map(|minutes| {
                format!("the source says it lasts {minutes} minutes, after which the clocks show the same time")
            }),
            _ => None,
        };
        Self { start, end, check }
    }

    fn start_text(&self) -> String {
        print(self.start)
    }

    fn end_text(&self) -> Option<String> {
        let end = self.end?;
        let text = print(end);
        Some(match end.date() == self.start.date() {
            true => text[11..].to_owned(),
            false => text,
        })
    }
}

/// Whether a session may end at a time: on a day of the event, or in the night after one.
fn allows(start: DateTime, end: DateTime, settings: &EventSettings) -> bool {
    let night = start.date().tomorrow().is_ok_and(|next| end.date() == next && end.hour() < 12);
    end.date() == start.date() || night || settings.days.contains(&end.date())
}

/// Formats a time: `2016-10-01 14:15`, with seconds only if there are any.
fn print(moment: DateTime) -> String {
    match moment.second() {
        0 => moment.strftime("%Y-%m-%d %H:%M").to_string(),
        _ => moment.strftime("%Y-%m-%d %H:%M:%S").to_string(),
    }
}
