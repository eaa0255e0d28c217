//! Reports parts of a schedule that are left out: unknown references, and people without imported sessions.

use std::collections::{BTreeMap, BTreeSet};

use conference::{diagnostic::Message, fold::fold, message};

use super::{
    event,
    settings::{DivisionIds, EventSettings},
};
use crate::{
    Skipped,
    schedule::programme::{Person, Programme, Talk},
};

fn skip(reason: Message) -> Skipped {
    Skipped { line: None, reason }
}

/// Keeps the first of several people with one key.
pub(super) fn namesakes(people: &mut Vec<Person>) -> Vec<Skipped> {
    let mut first: BTreeMap<String, String> = BTreeMap::new();
    let mut skipped = Vec::new();
    people.retain(|person| {
        let name = person.name.first();
        match first.get(&person.key) {
            None => _ = first.insert(person.key.clone(), name.to_owned()),
            Some(other) if fold(other) == fold(name) => return false,
            Some(other) => {
                let key = &person.key;
                skipped.push(skip(message!(
                    "“{name}” has the id {key}, which is that of “{other}” in the source",
                    "「{name}」のid {key} は、ソースでは「{other}」のidでもあります"
                )));
                return false;
            }
        }
        true
    });
    skipped
}

/// Reports references to items that the source does not contain.
pub(super) fn unknown(programme: &Programme, settings: &EventSettings) -> Vec<Skipped> {
    let people: BTreeSet<&str> = programme.people.iter().map(|person| person.key.as_str()).collect();
    let mut skipped = Vec::new();
    for talk in &programme.talks {
        for key in talk.people.iter().filter(|key| !people.contains(key.as_str())) {
            let title = talk.title.first();
            skipped.push(skip(message!(
                "the speaker {key} of “{title}” is not in the source",
                "「{title}」の登壇者 {key} はソースにありません"
            )));
        }
    }
    for key in missing(programme, &settings.rooms, |talk| talk.room.as_ref()) {
        skipped.push(skip(message!(
            "the source does not say what the room {key} is called",
            "部屋 {key} の名前がソースにありません"
        )));
    }
    for key in missing(programme, &settings.tracks, |talk| talk.track.as_ref()) {
        skipped.push(skip(message!(
            "the source does not say what the track {key} is called",
            "トラック {key} の名前がソースにありません"
        )));
    }
    skipped
}

/// The unknown keys of rooms or tracks in sessions.
fn missing<'p>(
    programme: &'p Programme,
    parts: &DivisionIds,
    key: impl Fn(&'p Talk) -> Option<&'p String>,
) -> BTreeSet<&'p String> {
    let is_known = |key: &String| parts.ids.contains_key(key) || parts.missing.contains_key(key);
    programme.talks.iter().filter_map(key).filter(|key| !is_known(key)).collect()
}

/// Reports people whose sessions were all left out.
pub(super) fn silent(people: &[Person], left: &BTreeSet<String>, talking: &BTreeSet<&str>) -> Vec<Skipped> {
    let silent = people.iter().filter(|person| left.contains(&person.key) && !talking.contains(person.key.as_str()));
    let reason = |name: &str| {
        message!(
            "“{name}” speaks only in what was left out",
            "「{name}」の登壇するセッションはすべて取り込んでいません"
        )
    };
    silent.map(|person| skip(reason(person.name.first()))).collect()
}

/// Reports the days of the source without sessions, which are no days of the event.
pub(super) fn days(programme: &Programme, settings: &EventSettings) -> Vec<Skipped> {
    let days = event::named(programme).filter(|day| !settings.days.contains(day));
    let reason = |day| {
        message!(
            "{day} has no sessions, so that it is not in `days` of program/event.md",
            "{day} にはセッションがないため、program/event.md の`days`に入れていません"
        )
    };
    days.map(|day| skip(reason(day))).collect()
}

/// Reports rooms and tracks that the event of the content lacks.
pub(super) fn of_event(settings: &EventSettings) -> Vec<Skipped> {
    fn sorted(parts: &DivisionIds) -> Vec<&String> {
        let mut entries: Vec<_> = parts.missing.values().collect();
        entries.sort_unstable();
        entries
    }
    let room = |entry: &String| {
        message!("program/event.md does not have the room {entry}", "program/event.md にない部屋です: {entry}")
    };
    let track = |entry: &String| {
        message!("program/event.md does not have the track {entry}", "program/event.md にないトラックです: {entry}")
    };
    let rooms = sorted(&settings.rooms).into_iter().map(room);
    rooms.chain(sorted(&settings.tracks).into_iter().map(track)).map(skip).collect()
}
