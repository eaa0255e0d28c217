//! Reads responses of the pretalx API: pages of submissions, talks, speakers, rooms, tracks and slots, and the event.
//!
//! It follows <https://docs.pretalx.org/api/> and the serialisers of <https://github.com/pretalx/pretalx>, current and
//! legacy. A source may contain several responses (`cat event.json submissions.json rooms.json`); references are looked
//! up in all of them. Submissions in the state `confirmed` are imported, and those in the state `canceled` if they have
//! a slot. E-mail addresses, answers, notes and availabilities are never read.

mod pages;
mod record;
mod repeated;
mod talks;

use std::collections::{HashMap, HashSet};

use conference::fold::fold;

use self::{
    pages::Pages,
    record::{Record, Reference, Root},
};
use super::{
    json::{Text, read_all},
    programme::{Coverage, Division, Person, Programme, Prose, Words},
    zone::{self, When},
};
use crate::{Damage, markdown};

/// The most submissions of one code that are compared; real sources have one or two.
const MOST_SHARED: usize = 64;

/// A text as Markdown, in which pretalx shows lines as lines.
fn prose(text: &str, checks: &mut Vec<String>) -> Prose {
    let notation = markdown::Prose { base: None, line_ends: markdown::LineEnds::Breaks };
    let (text, told) = markdown::from_source(text, &notation);
    checks.extend(told);
    Prose::Markdown(text)
}

/// Reads the responses.
pub(super) fn read(text: &str) -> Result<Programme, Damage> {
    let mut records = Records::default();
    for root in read_all::<Root>(text)? {
        root.0.into_iter().for_each(|record| records.sort(record));
    }
    records.programme.family = "pretalx";
    records.programme.skipped = records.pages.missing();
    records.programme.coverage = match records.programme.skipped.is_empty() {
        true => Coverage::Whole,
        false => Coverage::Part,
    };
    let submissions = std::mem::take(&mut records.submissions);
    submissions.into_iter().for_each(|submission| records.take_submission(submission));
    let breaks = std::mem::take(&mut records.breaks);
    breaks.iter().for_each(|slot| records.take_break(slot));
    repeated::shorten(&mut records.programme);
    Ok(records.programme)
}

/// The records of a source, by type.
#[derive(Default)]
struct Records {
    programme: Programme,
    pages: Pages,
    submissions: Vec<Record>,
    /// The positions of each code in `submissions`.
    codes: HashMap<String, Vec<usize>>,
    /// The positions of submissions that are known only as part of a slot, which may have fewer fields.
    nested: HashSet<usize>,
    breaks: Vec<Record>,
    /// Slots by the codes of their submissions.
    slots: HashMap<String, Vec<Record>>,
    slots_by_id: HashMap<String, (Option<String>, Times)>,
    types: HashMap<String, Words>,
    tags: HashMap<String, String>,
    rooms: Index,
    tracks: Index,
    people: HashMap<String, usize>,
}

/// The ids of rooms or tracks, by id and by name.
type Index = HashMap<String, String>;

/// The room and the times of a slot.
#[derive(Clone, Default)]
struct Times {
    id: Option<String>,
    room: Option<String>,
    start: Option<When>,
    end: Option<When>,
}

impl Records {
    /// Adds a record to the collection of its type, which its fields decide.
    fn sort(&mut self, mut record: Record) {
        self.pages.count(&record);
        std::mem::take(&mut record.results.0).into_iter().for_each(|record| self.sort(record));
        for slot in std::mem::take(&mut record.breaks.0) {
            self.breaks.push(slot);
        }
        if let (Some(code), false) = (&record.code.0, record.title.is_empty()) {
            return self.submission(code.clone(), record);
        }
        if record.code.0.is_some() && !record.name.is_empty() {
            self.person(&record);
        } else if record.date_from.0.is_some() {
            self.event(record);
        } else if record.start.0.is_some() {
            self.slot(record);
        } else if let Some(tag) = record.tag.first_text() {
            self.tags.extend(record.id.0.map(|id| (id, tag)));
        } else if record.default_duration.0.is_some() {
            self.types.extend(record.id.0.map(|id| (id, record.name)));
        } else if record.color.0.is_some() && !record.name.is_empty() {
            self.track(&record);
        } else if record.id.0.is_some() && !record.name.is_empty() {
            self.room(&record);
        } else {
            // A schedule: it contains slots, or submissions in the legacy form.
            for slot in record.slots.0 {
                if let Reference::Record(slot) = slot {
                    self.sort(*slot);
                }
            }
        }
    }

    /// Adds a submission once, even if several responses contain it.
    fn submission(&mut self, code: String, record: Record) {
        match self.position(&code, &record) {
            None => {
                self.codes.entry(code).or_default().push(self.submissions.len());
                self.submissions.push(record);
            }
            Some(place) if self.nested.remove(&place) => self.submissions[place] = record,
            Some(place) => {
                let there = std::mem::take(&mut self.submissions[place]);
                self.submissions[place] = repeated::fuller(there, record);
            }
        }
    }

    /// The position of a submission that another response contained already.
    fn position(&self, code: &str, record: &Record) -> Option<usize> {
        let mut places = self.codes.get(code)?.iter().copied().take(MOST_SHARED);
        places.find(|place| repeated::is_same(&self.submissions[*place], record))
    }

    fn event(&mut self, record: Record) {
        let event = &mut self.programme.event;
        event.name = record.name;
        event.acronym = record.slug.0;
        event.zone = record.timezone.0;
        event.url = record.url.0;
        let date = |text: &Text| text.as_deref().and_then(zone::date);
        if let (Some(first), Some(last)) = (date(&record.date_from), date(&record.date_to)) {
            let days = first.series(jiff::Span::new().days(1)).take_while(|day| *day <= last);
            event.days = days.take(40).collect();
        }
        let locales = record.locales.0.into_iter().filter_map(|locale| locale.0);
        event.languages = record.locale.0.into_iter().chain(locales).collect();
    }

    fn slot(&mut self, record: Record) {
        let code = match &record.submission {
            Reference::Record(submission) => {
                let code = submission.code.0.clone();
                let position = |code: &String| self.position(code, submission);
                if code.as_ref().and_then(position).is_none() {
                    let place = self.submissions.len();
                    self.sort(Record::clone(submission));
                    self.nested.extend(Some(place).filter(|place| *place < self.submissions.len()));
                }
                code
            }
            other => other.text(),
        };
        match code {
            Some(code) => {
                let times = self.times(&record);
                self.slots_by_id.extend(record.id.0.clone().map(|id| (id, (Some(code.clone()), times))));
                self.slots.entry(code).or_default().push(record);
            }
            None => self.breaks.push(record),
        }
    }

    fn person(&mut self, record: &Record) -> Option<String> {
        let key = repeated::key_of_person(record.code.as_deref()?, &record.name);
        let mut checks = Vec::new();
        let biography = record.biography.as_deref().map_or(Prose::None, |text| prose(text, &mut checks));
        let person = Person {
            key: key.clone(),
            name: record.name.clone(),
            photo: record.avatar_url.0.clone().or_else(|| record.avatar.0.clone()),
            biography,
            checks,
            ..Person::default()
        };
        match self.people.get(&key) {
            Some(&place) if self.programme.people[place].biography == Prose::None => {
                self.programme.people[place] = person;
            }
            Some(_) => {}
            None => {
                self.people.insert(key.clone(), self.programme.people.len());
                self.programme.people.push(person);
            }
        }
        Some(key)
    }

    fn room(&mut self, record: &Record) -> Option<String> {
        add_part(&mut self.rooms, &mut self.programme.rooms, record)
    }

    fn track(&mut self, record: &Record) -> Option<String> {
        add_part(&mut self.tracks, &mut self.programme.tracks, record)
    }

    /// The key of a referenced room or track. One that is only named is added by name.
    fn part(&mut self, reference: &Reference, which: Which) -> Option<String> {
        match reference {
            Reference::Record(record) => match which {
                Which::Room => self.room(record),
                Which::Track => self.track(record),
            },
            Reference::Id(id) => Some(id.clone()),
            Reference::Words(words) if !words.is_empty() => {
                let known = if let Which::Room = which { &self.rooms } else { &self.tracks };
                let there = words.0.iter().find_map(|(_, name)| known.get(&fold(name)).cloned());
                there.or_else(|| {
                    let id = Text(Some(words.first().to_owned()));
                    let record = Record { id, name: words.clone(), ..Record::default() };
                    self.part(&Reference::Record(Box::new(record)), which)
                })
            }
            _ => None,
        }
    }

    fn times(&mut self, slot: &Record) -> Times {
        Times {
            id: slot.id.0.clone(),
            room: self.part(&slot.room, Which::Room),
            start: slot.start.as_deref().and_then(When::parse),
            end: slot.end.as_deref().and_then(When::parse),
        }
    }
}

#[derive(Clone, Copy)]
enum Which {
    Room,
    Track,
}

/// Adds a room or track once, by its id.
fn add_part(index: &mut Index, parts: &mut Vec<Division>, record: &Record) -> Option<String> {
    let key = record.id.0.clone().or_else(|| record.name.first_text())?;
    if !index.contains_key(&key) && !record.name.is_empty() {
        let names = record.name.0.iter().map(|(_, name)| fold(name));
        names.for_each(|name| _ = index.entry(name).or_insert_with(|| key.clone()));
        index.insert(key.clone(), key.clone());
        let color = record.color.0.clone();
        parts.push(Division { key: key.clone(), name: record.name.clone(), slug: None, color });
    }
    Some(key)
}
