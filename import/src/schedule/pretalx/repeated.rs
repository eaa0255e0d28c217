//! Codes that several submissions or people share. The order of the source does not decide what becomes of them.
//!
//! pretalx gives every code once per event, and lists an object several times if it is part of several responses. Other
//! programs repeat codes. An object is the same one if its code and its title or name are the same.

use std::collections::{BTreeMap, BTreeSet};

use conference::fold::fold;

use super::record::{Record, Reference};
use crate::schedule::programme::{Programme, Words};

/// Whether two records with one code are the same submission: with a title in common, and without other times.
pub(super) fn is_same(one: &Record, other: &Record) -> bool {
    let (starts, others) = (starts(one), starts(other));
    let contains = starts.is_superset(&others) || others.is_superset(&starts);
    is_same_title(&one.title, &other.title) && contains
}

/// Whether two texts are equal in some language.
pub(super) fn is_same_title(one: &Words, other: &Words) -> bool {
    one.0.iter().any(|(_, one)| other.0.iter().any(|(_, other)| fold(one) == fold(other)))
}

/// The fuller one of two records of a submission.
pub(super) fn fuller(one: Record, other: Record) -> Record {
    let fullness = |record: &Record| {
        let texts = [record.abstract_text.as_deref(), record.description_text()];
        let words: usize = texts.into_iter().flatten().map(str::len).sum();
        (starts(record).len(), record.slots.0.len(), record.speakers.0.len(), words, format!("{record:?}"))
    };
    if fullness(&other) > fullness(&one) { other } else { one }
}

/// The starts of the slots that a submission contains.
fn starts(record: &Record) -> BTreeSet<&str> {
    let slots = record.slots.0.iter().chain([&record.slot]);
    let times = slots.filter_map(|slot| if let Reference::Record(slot) = slot { slot.start.as_deref() } else { None });
    times.collect()
}

/// The key of a person while a source is read; the code alone may not be enough.
pub(super) fn key_of_person(code: &str, name: &Words) -> String {
    format!("{code}\n{}", fold(name.first()))
}

/// Shortens the keys of people to their codes, except of codes that several people share.
pub(super) fn shorten(programme: &mut Programme) {
    let mut by_code: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for person in &programme.people {
        let code = person.key.split('\n').next().unwrap_or_default();
        by_code.entry(code.to_owned()).or_default().insert(person.key.clone());
    }
    let short = |key: &str| {
        let (code, name) = key.split_once('\n').unwrap_or((key, ""));
        match by_code.get(code) {
            Some(people) if people.len() > 1 => {
                // A talk that names only the code means the same person in every order.
                let first = || people.first().and_then(|key| key.split_once('\n')).map_or("", |(_, name)| name);
                let name = if name.is_empty() && !people.contains(key) { first() } else { name };
                format!("{code} {name}")
            }
            _ => code.to_owned(),
        }
    };
    programme.people.iter_mut().for_each(|person| person.key = short(&person.key));
    programme.talks.iter_mut().flat_map(|talk| &mut talk.people).for_each(|key| *key = short(key));
}
