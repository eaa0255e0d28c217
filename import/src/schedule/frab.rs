//! The schedule format of pretalx, frab and other tools, from JSON or XML.
//!
//! It follows c3voc's schemas (`validator/json/schema.json` and `validator/xsd/schedule.xml.xsd` of
//! <https://github.com/voc/schedule>) and the output of pretalx (`FrabJsonExporter` and `schedule.xml` of
//! <https://github.com/pretalx/pretalx>). Such exports contain only public data: confirmed sessions.
//!
//! Each abstract, description and biography is HTML or Markdown by its own markup, as one schedule may be put together
//! from several tools.

mod own;
mod people;
mod prose;
mod schema;
mod times;

use std::collections::BTreeSet;

use super::{
    json::Text,
    length::{Length, Three},
    programme::{self, Canceled, Division, Programme, Prose, Talk, Words},
    zone,
};
use crate::{slug, text::html::unescape};
use jiff::civil::Date;

pub(super) use self::prose::{Exporter, FRAB, PRETALX};
pub(super) use self::schema::{Day, DivisionRecord, Event, Link, Schedule, Speaker};
use self::{
    people::People,
    prose::{notation, pair, prose},
    times::Clock,
};

/// Converts a schedule into a programme.
pub(super) fn programme(schedule: Schedule, exporter: Exporter) -> Programme {
    let Schedule { base_url, conference } = schedule;
    let days: Vec<Date> = conference.days.0.iter().filter_map(|day| day.date.as_deref().and_then(zone::date)).collect();
    let family = exporter.family();
    let part = |division: DivisionRecord| Division {
        // Schedules refer to rooms and tracks by name.
        key: division.name.first().to_owned(),
        slug: division.slug.as_deref().map(without_number),
        color: division.color.0,
        name: division.name,
    };
    let mut result = Programme {
        family,
        event: programme::Event {
            name: conference.title,
            acronym: conference.acronym.0.clone(),
            url: conference.url.0,
            zone: conference.time_zone_name.0,
            days: range(conference.start.as_deref(), conference.end.as_deref()).unwrap_or(days),
            languages: Vec::new(),
        },
        rooms: conference.rooms.0.into_iter().map(part).collect(),
        tracks: conference.tracks.0.into_iter().map(part).collect(),
        ..Programme::default()
    };
    // Texts refer to the pages of the schedule, or else to those of the event.
    let address = base_url.as_deref().or(result.event.url.as_deref());
    let notation = notation(family, address);
    let reader = TalkReader {
        family,
        exporter,
        rooms: result.rooms.iter().map(|room| room.key.clone()).collect(),
        notation: notation.clone(),
        acronym: conference.acronym.0,
        base_url: base_url.0,
        clock: Clock::of(result.event.zone.as_deref(), conference.day_change.as_deref()),
    };
    let mut known = SeenDivisions::of(&result);
    let events = || conference.days.0.iter().flat_map(|day| &day.rooms.0).flat_map(|(_, events)| &events.0);
    let mut people = People::of(events().flat_map(|event| &event.persons.0), notation);
    for day in conference.days.0 {
        let date = day.date.as_deref().and_then(zone::date);
        for (room, events) in day.rooms.0 {
            let room = unescape(&room);
            // The others of this program are places elsewhere.
            if exporter != Exporter::Serverlessconf {
                known.add(&mut result.rooms, &room, "room");
            }
            for event in events.0 {
                known.add(&mut result.tracks, event.track.first(), "track");
                let speaking = people.keys(&event.persons.0);
                result.talks.push(Talk { people: speaking, ..reader.talk(event, &room, date) });
            }
        }
    }
    result.people = people.found;
    result
}

/// Removes the number that pretalx puts before the slug of a room or track: `3-hall` becomes `hall`.
fn without_number(slug: &str) -> String {
    let rest = slug.trim_start_matches(|next: char| next.is_ascii_digit()).strip_prefix('-');
    rest.filter(|rest| !rest.is_empty()).unwrap_or(slug).to_owned()
}

/// The days of a range.
fn range(start: Option<&str>, end: Option<&str>) -> Option<Vec<Date>> {
    let (start, end) = (zone::date(start?)?, zone::date(end?)?);
    let days: Vec<_> = start.series(jiff::Span::new().days(1)).take_while(|day| *day <= end).take(32).collect();
    (!days.is_empty() && days.len() < 32).then_some(days)
}

/// The rooms and tracks that the programme already has.
struct SeenDivisions {
    parts: BTreeSet<(&'static str, String)>,
}

impl SeenDivisions {
    fn of(programme: &Programme) -> Self {
        let keys = |parts: &[Division], what| parts.iter().map(|part| (what, part.key.clone())).collect::<Vec<_>>();
        let parts = keys(&programme.rooms, "room").into_iter().chain(keys(&programme.tracks, "track"));
        Self { parts: parts.collect() }
    }

    fn add(&mut self, parts: &mut Vec<Division>, name: &str, what: &'static str) {
        let name = name.trim();
        if !name.is_empty() && self.parts.insert((what, name.to_owned())) {
            parts.push(Division { key: name.to_owned(), name: Words::one(name), ..Division::default() });
        }
    }
}

struct TalkReader {
    family: &'static str,
    exporter: Exporter,
    /// The names of the rooms that the schedule lists.
    rooms: BTreeSet<String>,
    notation: crate::markdown::Prose,
    acronym: Option<String>,
    base_url: Option<String>,
    clock: Clock,
}

impl TalkReader {
    fn talk(&self, event: Event, room: &str, day: Option<Date>) -> Talk {
        let is_own = self.exporter == Exporter::Serverlessconf;
        let slug = event.slug.as_deref().and_then(|slug| match is_own {
            true => own::slug(slug, self.acronym.as_deref()),
            false => self.own_slug(slug, &event),
        });
        let (room, venue) = match is_own {
            true => own::place(room, &event, &self.rooms),
            false => (Some(room.trim().to_owned()).filter(|room| !room.is_empty()), None),
        };
        let title = event.title.first().to_owned();
        let subtitle = event.subtitle.first();
        let mut texts = Vec::new();
        if !subtitle.is_empty() {
            texts.push(Prose::Plain(subtitle.to_owned()));
        }
        let longer = [&event.summary, &event.description].into_iter().filter_map(Text::as_deref);
        let mut checks = Vec::new();
        texts.extend(longer.map(|text| prose(text, &self.notation, &mut checks)));
        let base = self.base_url.as_deref();
        let links = event.links.0.iter().filter_map(|link| pair(link, base));
        let attachments = event.attachments.0.iter().filter_map(|link| pair(link, base));
        let start = self.clock.start(&event, day, &mut checks);
        let key = [&event.code, &event.guid, &event.id].into_iter().find_map(Text::as_deref);
        let three = if self.family == PRETALX { Three::FromDays } else { Three::FromHours };
        let length = Length::read(event.duration.as_deref(), three);
        Talk {
            key: key.map_or_else(|| format!("{title} {}", event.start.as_deref().unwrap_or_default()), str::to_owned),
            slot: event.guid.0.clone(),
            guid: event.guid.0,
            slug,
            kind: Some(event.kind.first().to_owned()),
            canceled: canceled(&title),
            room,
            venue,
            track: Some(event.track.first().to_owned()).filter(|track| !track.is_empty()),
            start,
            minutes: length.minutes,
            checks: length.check.into_iter().chain(checks).collect(),
            language: event.language.0,
            links: links.chain(attachments).collect(),
            prose: texts,
            title: event.title,
            ..Talk::default()
        }
    }

    /// The slug of the source without the prefix that tools add to it: `democon-17-opening` becomes `opening`.
    ///
    /// Only words of the title are taken, as slugs of frab also hold ids, rooms and times, and others are codes. A title
    /// in another script has no such words; then words of letters alone are taken.
    fn own_slug(&self, written: &str, event: &Event) -> Option<String> {
        let slug = written.trim().to_ascii_lowercase().replace('_', "-");
        let prefix = format!("{}-", self.acronym.as_deref().unwrap_or_default().to_ascii_lowercase());
        let rest = slug.strip_prefix(&prefix).unwrap_or(&slug);
        let identifiers = [&event.id, &event.code];
        let rest = identifiers.into_iter().filter_map(Text::as_deref).fold(rest, |rest, id| {
            let id = id.to_ascii_lowercase();
            rest.strip_prefix(&id).filter(|rest| rest.is_empty() || rest.starts_with('-')).unwrap_or(rest)
        });
        let words: Vec<_> = rest.split('-').filter(|word| !word.is_empty()).collect();
        let is_told = match slug::suggested(event.title.latin()) {
            Some(title) => words.iter().all(|word| title.as_str().split('-').any(|own| own == *word)),
            None => {
                let is_code = !written.contains(['-', '_']) && !written.contains(|next: char| next.is_lowercase());
                !is_code && words.iter().all(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic()))
            }
        };
        // Only a number may be left of a title in another script.
        let says_something = words.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_alphabetic()));
        (is_told && says_something).then(|| words.join("-"))
    }
}

/// Whether the title says that the session was canceled, as the format has no field for it.
fn canceled(title: &str) -> Canceled {
    let title = title.trim_start_matches(['[', '(', '*', ' ']).to_lowercase();
    let words = ["cancelled", "canceled", "abgesagt", "【中止】", "中止"];
    if words.iter().any(|word| title.starts_with(word)) { Canceled::ByTitle } else { Canceled::No }
}
