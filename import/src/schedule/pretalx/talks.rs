//! Makes sessions from submissions and breaks, after all other objects are known.

use conference::message;

use super::{
    Records, Times, Which, prose,
    record::{Record, Reference},
    repeated::is_same_title,
};
use crate::{
    Skipped,
    schedule::{
        length::{Length, Three},
        links,
        programme::{Canceled, Nature, Prose, Talk, Words},
    },
};

impl Records {
    /// The slots of a submission.
    fn slots_of(&mut self, record: &Record, code: &str) -> Vec<Times> {
        let mut found: Vec<Times> = Vec::new();
        for slot in &record.slots.0 {
            match slot {
                Reference::Record(slot) => found.push(self.times(slot)),
                other => {
                    found.extend(other.text().and_then(|id| self.slots_by_id.get(&id).map(|(_, times)| times.clone())))
                }
            }
        }
        if let Reference::Record(slot) = &record.slot {
            found.push(self.times(slot));
        }
        if found.is_empty() {
            // A slot that names another title belongs to another submission of this code.
            let is_of_this = |slot: &Record| match &slot.submission {
                Reference::Record(submission) => {
                    submission.title.is_empty() || is_same_title(&submission.title, &record.title)
                }
                _ => true,
            };
            let mut slots = self.slots.get(code).cloned().unwrap_or_default();
            slots.retain(is_of_this);
            found.extend(slots.iter().map(|slot| self.times(slot)));
        }
        found.retain(|times| times.start.is_some());
        found
    }

    pub(super) fn take_submission(&mut self, record: Record) {
        let code = record.code.0.clone().unwrap_or_default();
        let title = record.title.first().to_owned();
        let slots = self.slots_of(&record, &code);
        let state = record.state.as_deref().unwrap_or("confirmed");
        let canceled = matches!(state, "canceled" | "cancelled");
        if state != "confirmed" && (!canceled || slots.is_empty()) {
            let reason = message!("“{title}” is in the state {state}", "「{title}」の状態は {state} です");
            return self.programme.skipped.push(Skipped { line: None, reason });
        }
        let kind = match &record.submission_type {
            Reference::Record(kind) => kind.name.first().to_owned(),
            other => {
                let text = other.text().unwrap_or_default();
                self.types.get(&text).map(|words| words.first().to_owned()).unwrap_or_else(|| known_name(text))
            }
        };
        let people = record.speakers.0.iter();
        let people: Vec<_> = people
            .filter_map(|speaker| match speaker {
                Reference::Record(speaker) => self.person(speaker),
                other => other.text(),
            })
            .collect();
        let tags = record.tags.0.iter().filter_map(|tag| match tag {
            Reference::Record(tag) => tag.tag.first_text(),
            other => other.text().map(|id| self.tags.get(&id).cloned().unwrap_or_else(|| known_name(id))),
        });
        let tags: Vec<_> = tags.filter(|tag| !tag.is_empty()).collect();
        let links = record.resources.0.iter().filter_map(|resource| match resource {
            Reference::Record(resource) => {
                Some((resource.description.first().to_owned(), resource.resource.0.clone()?))
            }
            _ => None,
        });
        let links: Vec<_> = links.filter(|(_, url)| links::is_web(url)).collect();
        let track = self.part(&record.track, Which::Track);
        let texts = [record.abstract_text.0.as_deref(), record.description_text()];
        let mut checks = Vec::new();
        let prose: Vec<Prose> = texts.into_iter().flatten().map(|text| prose(text, &mut checks)).collect();
        let length = Length::read(record.duration.as_deref(), Three::FromDays);
        let talk = |times: Times| Talk {
            key: code.clone(),
            slot: times.id,
            title: record.title.clone(),
            kind: Some(kind.clone()),
            people: people.clone(),
            room: times.room,
            track: track.clone(),
            start: times.start,
            end: times.end,
            minutes: length.minutes,
            // Slots have an end.
            checks: length.check.iter().filter(|_| times.end.is_none()).chain(&checks).cloned().collect(),
            language: record.content_locale.0.clone(),
            tags: tags.clone(),
            links: links.clone(),
            canceled: if canceled { Canceled::Yes } else { Canceled::No },
            prose: prose.clone(),
            ..Talk::default()
        };
        if slots.is_empty() {
            self.programme.talks.push(talk(Times::default()));
        }
        // A session that is held several times becomes several sessions.
        for times in slots {
            self.programme.talks.push(talk(times));
        }
    }

    pub(super) fn take_break(&mut self, slot: &Record) {
        let times = self.times(slot);
        let title = if slot.description.is_empty() { Words::one("Break") } else { slot.description.clone() };
        let fallback = slot.start.as_deref().unwrap_or_default().replace([':', '+'], "-");
        self.programme.talks.push(Talk {
            key: times.id.map_or_else(|| format!("break {fallback}"), |id| format!("slot {id}")),
            title,
            nature: Nature::Service,
            room: times.room,
            start: times.start,
            end: times.end,
            ..Talk::default()
        });
    }
}

/// A name; empty for the id of an object that the source does not contain.
fn known_name(text: String) -> String {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { String::new() } else { text }
}
