//! Tells what of a schedule no file holds: what it refers to and does not have, and who speaks only in such sessions.

use std::collections::{BTreeMap, BTreeSet};

use conference::fold::fold;

use super::Desk;
use crate::{
    Skipped,
    schedule::programme::{Person, Programme, Talk},
};

fn skip(reason: String) -> Skipped {
    Skipped { line: None, reason }
}

/// Takes of several people with one key the first.
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
                skipped.push(skip(format!("“{name}” has the id {key}, which is that of “{other}” in the source")));
                return false;
            }
        }
        true
    });
    skipped
}

/// Tells what sessions refer to and the source does not have.
pub(super) fn unknown(programme: &Programme, desk: &Desk) -> Vec<Skipped> {
    let people: BTreeSet<&str> = programme.people.iter().map(|person| person.key.as_str()).collect();
    let mut skipped = Vec::new();
    for talk in &programme.talks {
        for key in talk.people.iter().filter(|key| !people.contains(key.as_str())) {
            skipped.push(skip(format!("the speaker {key} of “{}” is not in the source", talk.title.first())));
        }
    }
    let key: [(_, _, fn(&Talk) -> Option<&String>); 2] =
        [("room", &desk.rooms, |talk| talk.room.as_ref()), ("track", &desk.tracks, |talk| talk.track.as_ref())];
    for (what, parts, key) in key {
        let keys: BTreeSet<&String> = programme.talks.iter().filter_map(key).collect();
        let unknown = keys.into_iter().filter(|key| !parts.ids.contains_key(*key) && !parts.missing.contains_key(*key));
        skipped.extend(unknown.map(|key| skip(format!("the source does not say what the {what} {key} is called"))));
    }
    skipped
}

/// Tells who speaks only in sessions that were left out.
pub(super) fn silent(people: &[Person], left: &BTreeSet<String>, talking: &BTreeSet<&str>) -> Vec<Skipped> {
    let silent = people.iter().filter(|person| left.contains(&person.key) && !talking.contains(person.key.as_str()));
    silent.map(|person| skip(format!("“{}” speaks only in what was left out", person.name.first()))).collect()
}
