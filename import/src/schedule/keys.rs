//! Makes unique keys for the sessions of a source.
//!
//! A session with several slots has one code in pretalx, and other tools may use an id twice. Two sessions with one key
//! would overwrite each other's file at every import.

use std::collections::{BTreeMap, BTreeSet};

use conference::{Guid, fold::fold, guid};

use super::{programme::Talk, zone::When};
use crate::Places;

/// The prefix of keys that hold whatever tool and format a schedule came through.
pub(super) const GUID: &str = "guid ";

/// The length to which a title is cut in a key, in characters.
const LONGEST: usize = 100;

/// The keys of a session.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Keys {
    /// Its key within the family: `pretalx session ABC`.
    pub(super) own: String,
    /// The key of its guid, if only this session has it.
    pub(super) guid: Option<String>,
}

/// The keys of the sessions.
///
/// Sessions with one identifier get a suffix from their own data, so that the order of the source does not decide. Keys
/// of earlier imports stay.
pub(super) fn of_talks(talks: &[Talk], family: &str, known: &Places) -> Vec<Keys> {
    let mut guids: BTreeMap<&str, usize> = BTreeMap::new();
    talks.iter().filter_map(|talk| talk.guid.as_deref()).for_each(|guid| *guids.entry(guid).or_default() += 1);
    let guid = |talk: &Talk| {
        let guid = talk.guid.as_deref().filter(|guid| guids.get(guid) == Some(&1));
        guid.map(|guid| format!("{GUID}{guid}"))
    };
    own_keys(talks, family, known).into_iter().zip(talks).map(|(own, talk)| Keys { own, guid: guid(talk) }).collect()
}

/// The guids that apps know the sessions by: UUIDs, each of one session alone.
pub(super) fn guids(talks: &[Talk]) -> Vec<Option<Guid>> {
    let parsed: Vec<_> = talks.iter().map(|talk| talk.guid.as_deref().and_then(guid::parse)).collect();
    let mut counts: BTreeMap<Guid, usize> = BTreeMap::new();
    parsed.iter().flatten().for_each(|guid| *counts.entry(*guid).or_default() += 1);
    parsed.into_iter().map(|guid| guid.filter(|guid| counts.get(guid) == Some(&1))).collect()
}

fn own_keys(talks: &[Talk], family: &str, known: &Places) -> Vec<String> {
    let short = |talk: &Talk| format!("{family} session {}", talk.key);
    let by_slot = |talk: &Talk| talk.slot.as_ref().map(|slot| format!("{} {slot}", short(talk)));
    let (mut count, mut slots) = (BTreeMap::<String, usize>::new(), BTreeMap::<String, usize>::new());
    for talk in talks {
        *count.entry(short(talk)).or_default() += 1;
        by_slot(talk).into_iter().for_each(|key| *slots.entry(key).or_default() += 1);
    }
    let mut used = BTreeSet::new();
    // What earlier imports told apart stays so.
    let mut keys: Vec<Option<String>> = talks
        .iter()
        .map(|talk| by_slot(talk).filter(|key| known.contains_key(key)).filter(|key| used.insert(key.clone())))
        .collect();
    // The order of the source does not matter.
    let mut order: Vec<usize> = (0..talks.len()).collect();
    order.sort_by_cached_key(|&place| (by_data(&talks[place]), talks[place].room.clone(), talks[place].slot.clone()));
    for place in order {
        let talk = &talks[place];
        if keys[place].is_some() {
            continue;
        }
        let short = short(talk);
        let is_only = count.get(&short) == Some(&1);
        let own = by_slot(talk).filter(|key| slots.get(key) == Some(&1));
        let own = own.unwrap_or_else(|| format!("{short} {}", by_data(talk)));
        let numbered = (2_usize..).map(|number| format!("{own} {number}"));
        let earlier = Some(short.clone()).filter(|short| is_only || known.contains_key(short));
        let mut candidates = earlier.into_iter().chain([own.clone()]).chain(numbered);
        keys[place] = candidates.find(|key| used.insert(key.clone()));
    }
    keys.into_iter().flatten().collect()
}

/// The start and the title of a session.
fn by_data(talk: &Talk) -> String {
    let start = match talk.start {
        Some(When::Offset(moment, _)) => moment.to_string(),
        Some(When::Local(moment)) => moment.to_string(),
        None => String::new(),
    };
    let title: String = fold(talk.title.first()).chars().take(LONGEST).collect();
    format!("{start} {title}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    fn talk(key: &str, slot: Option<&str>) -> Talk {
        Talk { key: key.to_owned(), slot: slot.map(str::to_owned), ..Talk::default() }
    }

    fn own(talks: &[Talk], known: &Places) -> Vec<String> {
        of_talks(talks, "s", known).into_iter().map(|keys| keys.own).collect()
    }

    #[test]
    fn every_session_has_a_key_of_its_own() {
        let talks = [
            talk("A", Some("x")),
            talk("A", Some("y")),
            talk("A", Some("y")),
            talk("B", None),
            talk("B", None),
            talk("C", Some("z")),
        ];
        let keys = own(&talks, &Places::new());
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), talks.len(), "{keys:?}");
        assert_eq!((keys[0].as_str(), keys[5].as_str()), ("s session A x", "s session C"));
    }

    #[test]
    fn the_order_of_the_source_does_not_decide() {
        let named = |key: &str, slot: Option<&str>, title: &str| Talk {
            title: crate::schedule::programme::Words::one(title),
            ..talk(key, slot)
        };
        let talks = || {
            vec![
                named("0", None, "Alpha"),
                named("0", None, "Beta"),
                named("0", Some("x"), "Gamma"),
                named("0", Some("x"), "Delta"),
                named("0", None, "Beta"),
            ]
        };
        let sorted = |talks: Vec<Talk>| {
            let keys = own(&talks, &Places::new());
            let mut pairs: Vec<_> = talks.iter().map(|talk| talk.title.first().to_owned()).zip(keys).collect();
            pairs.sort();
            pairs
        };
        let expected = sorted(talks());
        for turn in 1..5 {
            let mut other = talks();
            other.rotate_left(turn);
            assert_eq!(sorted(other), expected);
        }
    }

    #[test]
    fn a_guid_of_two_sessions_identifies_none() {
        let with = |key: &str, guid: &str| Talk { guid: Some(guid.to_owned()), ..talk(key, None) };
        let keys = of_talks(&[with("1", "g"), with("2", "g"), with("3", "h")], "s", &Places::new());
        let guids: Vec<_> = keys.iter().map(|keys| keys.guid.as_deref()).collect();
        assert_eq!(guids, [None, None, Some("guid h")]);
    }

    #[test]
    fn only_a_uuid_of_one_session_is_written_into_its_file() {
        let with = |guid: &str| Talk { guid: Some(guid.to_owned()), ..talk("1", None) };
        let (one, other) = ("0b5f8a4e-7c1d-4a51-9a27-3f1c52d0c9aa", "11111111-0000-4000-8000-000000000002");
        let talks = [with(one), with(other), with(&one.to_uppercase()), with("17"), talk("2", None)];
        assert_eq!(guids(&talks), [None, guid::parse(other), None, None, None]);
    }

    #[test]
    fn what_was_told_apart_stays_so_in_another_order_and_alone() {
        let known = Places::from(["s session A", "s session A y"].map(|key| (key.to_owned(), Place::Event)));
        let (one, two) = (talk("A", Some("x")), talk("A", Some("y")));
        assert_eq!(own(&[two, one], &known), ["s session A y", "s session A"]);
        assert_eq!(own(&[talk("A", Some("y"))], &known), ["s session A y"]);
    }
}
