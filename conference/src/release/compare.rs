//! Compares the programme with the last release.

use std::collections::BTreeSet;

use super::{Change, Facts};
use crate::Conference;

/// The changes of the programme since the last release: of its sessions in their order, then of those that are gone.
pub fn changes(conference: &Conference) -> Vec<Change> {
    let releases = &conference.releases;
    let present = conference.sessions.iter().filter_map(|session| {
        let now = Facts::of(session);
        let last = releases.last_change(session.identity());
        let was = last.and_then(|last| last.now.clone());
        let is_other = was.as_ref().is_none_or(|was| !now.differences(was).is_empty());
        is_other.then(|| Change {
            session: session.identity().clone(),
            sequence: last.map_or(0, |last| last.sequence + 1),
            was,
            now: Some(now),
        })
    });
    let known: BTreeSet<_> = conference.sessions.iter().map(|session| session.identity()).collect();
    let gone = releases.last_changes().filter(|last| last.now.is_some() && !known.contains(&last.session));
    let gone = gone.map(|last| Change {
        session: last.session.clone(),
        sequence: last.sequence + 1,
        was: last.now.clone(),
        now: None,
    });
    present.chain(gone).collect()
}
