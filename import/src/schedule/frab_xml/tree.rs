//! Builds a schedule from the start and end of elements.

use super::content::Content;
use crate::schedule::{
    frab::{Day, DivisionRecord, Event, Exporter, Link, Schedule, Speaker},
    json::{List, Text},
    programme::Words,
};

/// The schedule so far.
#[derive(Default)]
pub(super) struct Building {
    pub(super) schedule: Schedule,
    pub(super) exporter: Exporter,
    event: Option<Event>,
}

/// The attributes of an element.
type Attributes = Vec<(String, String)>;

impl Building {
    /// Handles the start of an element; `names` is the path to it.
    pub(super) fn open(&mut self, names: &[String], mut attributes: Attributes) {
        let mut take = |wanted: &str| {
            let place = attributes.iter().position(|(name, _)| name == wanted)?;
            Some(attributes.swap_remove(place).1).filter(|value| !value.trim().is_empty())
        };
        let conference = &mut self.schedule.conference;
        match path(names).as_slice() {
            ["generator"] => self.exporter = Exporter::named(take("name").as_deref()),
            ["conference", "track"] => {
                let division = DivisionRecord {
                    name: words(take("name")),
                    slug: Text(take("slug")),
                    color: Text(take("color")),
                    ..DivisionRecord::default()
                };
                conference.tracks.0.push(division);
            }
            ["day"] => conference.days.0.push(Day { date: Text(take("date")), ..Day::default() }),
            ["day", "room"] => {
                let (name, guid) = (take("name").unwrap_or_default(), Text(take("guid")));
                // Every day has the rooms again.
                let is_known = conference.rooms.0.iter().any(|room| room.name.first() == name);
                if guid.0.is_some() && !is_known {
                    let room = DivisionRecord { guid, name: Words::one(&name), ..DivisionRecord::default() };
                    conference.rooms.0.push(room);
                }
                if let Some(day) = conference.days.0.last_mut() {
                    day.rooms.0.push((name, List::default()));
                }
            }
            ["day", "room", "event"] => {
                self.event = Some(Event {
                    id: Text(take("id")),
                    guid: Text(take("guid")),
                    code: Text(take("code")),
                    ..Event::default()
                });
            }
            ["day", "room", "event", "persons", "person"] => {
                let speaker = Speaker {
                    id: Text(take("id")),
                    guid: Text(take("guid")),
                    code: Text(take("code")),
                    ..Speaker::default()
                };
                if let Some(event) = &mut self.event {
                    event.persons.0.push(speaker);
                }
            }
            ["day", "room", "event", "links", "link"] => {
                let link = Link { title: None, url: take("href") };
                if let Some(event) = &mut self.event {
                    event.links.0.push(link);
                }
            }
            ["day", "room", "event", "attachments", "attachment"] => {
                let link = Link { title: None, url: take("href") };
                if let Some(event) = &mut self.event {
                    event.attachments.0.push(link);
                }
            }
            _ => {}
        }
    }

    /// Handles the end of an element with its content.
    pub(super) fn close(&mut self, names: &[String], content: &Content) {
        let text = content.words();
        let own = || Text(Some(text.to_owned()).filter(|text| !text.is_empty()));
        let prose = || Text(Some(content.prose()).filter(|text| !text.is_empty()));
        let conference = &mut self.schedule.conference;
        let event = self.event.as_mut();
        match (path(names).as_slice(), event) {
            (["conference", field], _) => match *field {
                "acronym" => conference.acronym = own(),
                "title" => conference.title = Words::one(text),
                "start" => conference.start = own(),
                "end" => conference.end = own(),
                "time_zone_name" => conference.time_zone_name = own(),
                "url" => conference.url = own(),
                "day_change" => conference.day_change = own(),
                "base_url" => self.schedule.base_url = own(),
                _ => {}
            },
            (["day", "room", "event"], _) => {
                let room = conference.days.0.last_mut().and_then(|day| day.rooms.0.last_mut());
                if let (Some((_, events)), Some(event)) = (room, self.event.take()) {
                    events.0.push(event);
                }
            }
            (["day", "room", "event", field], Some(event)) => match *field {
                "date" => event.date = own(),
                "start" => event.start = own(),
                "duration" => event.duration = own(),
                "room" => event.room = Words::one(text),
                "slug" => event.slug = own(),
                "title" => event.title = Words::one(text),
                "subtitle" => event.subtitle = Words::one(text),
                "track" => event.track = Words::one(text),
                "type" => event.kind = Words::one(text),
                "language" => event.language = own(),
                "abstract" => event.summary = prose(),
                "description" => event.description = prose(),
                _ => {}
            },
            (["day", "room", "event", "persons", "person"], Some(event)) => {
                if let Some(speaker) = event.persons.0.last_mut() {
                    speaker.name = own();
                }
            }
            (["day", "room", "event", "persons", "person", field], Some(event)) => {
                let Some(speaker) = event.persons.0.last_mut() else { return };
                match *field {
                    "biography" => speaker.biography = prose(),
                    "description" => speaker.description = prose(),
                    _ => {}
                }
            }
            (["day", "room", "event", "links", "link"], Some(event)) => {
                if let Some(link) = event.links.0.last_mut() {
                    link.title = own().0;
                }
            }
            (["day", "room", "event", "attachments", "attachment"], Some(event)) => {
                if let Some(link) = event.attachments.0.last_mut() {
                    link.title = own().0;
                }
            }
            _ => {}
        }
    }
}

/// Whether an element contains a text, in which elements are XHTML.
pub(super) fn holds_text(names: &[String]) -> bool {
    match path(names).as_slice() {
        ["conference", field] => *field != "track",
        ["day", "room", "event", field] => !matches!(*field, "persons" | "links" | "attachments"),
        ["day", "room", "event", "persons", "person", field] => matches!(*field, "biography" | "description"),
        ["day", "room", "event", "links", "link"] | ["day", "room", "event", "attachments", "attachment"] => true,
        _ => false,
    }
}

/// The element names below `schedule`.
fn path(names: &[String]) -> Vec<&str> {
    names.iter().skip(1).map(String::as_str).collect()
}

fn words(text: Option<String>) -> Words {
    text.map(Words::one).unwrap_or_default()
}
