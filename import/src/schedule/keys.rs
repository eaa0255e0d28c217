//! The keys by which the sessions of a source are known again: each for one session alone.
//!
//! A session that is given twice has one code in pretalx, and nothing keeps other tools from giving an id twice. Two
//! sessions of one key would take each other's file at every import.

use std::collections::BTreeSet;

use super::programme::Talk;
use crate::Places;

/// The key of each session, with its family: `pretalx session ABC`.
///
/// Of several with one key the first keeps it, and further ones are told apart by what is their own. What an earlier
/// import told apart stays so, whatever comes first now.
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
