//! Numbers of sessions and people, which old programs use in the place of guids.

use std::collections::{BTreeMap, BTreeSet};

use conference::Guid;

/// The largest number, that of a signed integer of 32 bits: programs keep them in such.
const LARGEST: u32 = i32::MAX as u32;

/// A number for each guid, at least 1. It is derived from the guid, so that it stays as long as the guid does; of two guids
/// with one number, the larger gets the next number.
pub(super) fn numbers(guids: impl Iterator<Item = Guid>) -> BTreeMap<Guid, u32> {
    let guids: BTreeSet<Guid> = guids.collect();
    let mut taken = BTreeSet::new();
    let number = |guid: &Guid| {
        let digest = blake3::hash(guid.as_bytes());
        let mut first = [0; 4];
        first.copy_from_slice(&digest.as_bytes()[..4]);
        (u32::from_be_bytes(first) & LARGEST).max(1)
    };
    let mut free = |guid: &Guid| {
        let mut number = number(guid);
        while !taken.insert(number) {
            number = number % LARGEST + 1;
        }
        number
    };
    guids.iter().map(|guid| (*guid, free(guid))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_guid_has_a_number_of_its_own_that_does_not_depend_on_the_others() {
        let guids: Vec<_> = (0..20_000_u128).map(Guid::from_u128).collect();
        let all = numbers(guids.iter().copied());
        assert_eq!(all.values().collect::<BTreeSet<_>>().len(), guids.len());
        assert!(all.values().all(|number| (1..=LARGEST).contains(number)));
        let alone = numbers([guids[7]].into_iter());
        assert_eq!(alone[&guids[7]], all[&guids[7]]);
    }
}
