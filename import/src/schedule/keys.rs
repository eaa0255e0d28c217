//! Makes unique keys for the sessions of a source.
//!
//! A session with several slots has one code in pretalx, and other tools may use an id twice. Two sessions with one key
//! would overwrite each other's file at every import.

use std::collections::BTreeSet;

use super::programme::Talk;
use crate::Places;

/// The keys of the sessions, with the family: `pretalx session ABC`.
///
/// Of several sessions with one key, the first keeps it, and the others get a suffix from their own data. Suffixes of
/// earlier imports stay, even if the order changes.
pub(super) fn of_talks(talks: &[Talk], family: &str, known: &Places) -> Vec<String> {
    let short = |talk: &Talk| format!("{family} session {}", talk.key);
    let own = |talk: &Talk| talk.slot.as_ref().map(|slot| format!("{} {slot}", short(talk)));
    let mut used = BTreeSet::new();
    let mut keys: Vec<Option<String>> = talks
        .iter()
        .map(|talk| own(talk).filter(|key| known.contains_key(key)).filter(|key| used.insert(key.clone())))
        .collect();
    for (talk, key) in talks.iter().zip(&mut keys).filter(|(_, key)| key.is_none()) {
        let short = short(talk);
        let numbered = (2_usize..).map(|number| format!("{short} {number}"));
        let mut candidates = [short.clone()].into_iter().chain(own(talk)).chain(numbered);
        *key = candidates.find(|key| used.insert(key.clone()));
    }
    keys.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Place;

    fn talk(key: &str, slot: Option<&str>) -> Talk {
        Talk { key: key.to_owned(), slot: slot.map(str::to_owned), ..Talk::default() }
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
        let keys = ["s session A", "s session A y", "s session A 2", "s session B", "s session B 2", "s session C"];
        assert_eq!(of_talks(&talks, "s", &Places::new()), keys);
    }

    #[test]
    fn what_was_told_apart_stays_so_in_another_order_and_alone() {
        let known = Places::from(["s session A", "s session A y"].map(|key| (key.to_owned(), Place::Event)));
        let (one, two) = (talk("A", Some("x")), talk("A", Some("y")));
        assert_eq!(of_talks(&[two, one], "s", &known), ["s session A y", "s session A"]);
        assert_eq!(of_talks(&[talk("A", Some("y"))], "s", &known), ["s session A y"]);
    }
}
