//! Releases: the changes of the programme that attendees were told of, from `program/releases.yaml`.
//!
//! The file is a log. Each release has the old and the new facts of every session that changed, so that any entry can be read
//! without the others, and a new one is added at the end without changing a byte before it.

mod compare;
mod facts;
mod read;
mod write;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::{Slug, Text};

pub use compare::changes;
pub use facts::{Aspect, Facts};
pub(crate) use read::read;
pub use write::add;

/// The path of the file below the content folder.
pub const RELEASES: &str = "program/releases.yaml";

/// A release of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// Its time.
    pub time: Timestamp,
    /// What the organisers say about it.
    pub message: Option<Text>,
    /// The sessions that changed, in the order of the programme.
    pub changes: Vec<Change>,
}

/// The change of one session: new without old facts, gone without new ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The identity of the session.
    pub session: Slug,
    /// How many times the session had changed before (RFC 5545, section 3.8.7.4).
    pub sequence: u32,
    /// The facts before; `None` for a session that was not on the programme.
    pub was: Option<Facts>,
    /// The facts since; `None` for a session that is no longer on the programme.
    pub now: Option<Facts>,
}

impl Change {
    /// The facts since, or the last ones.
    pub fn last_facts(&self) -> Option<&Facts> {
        self.now.as_ref().or(self.was.as_ref())
    }

    /// What differs between the old and the new facts; nothing for a session that is new or gone.
    pub fn aspects(&self) -> Vec<Aspect> {
        match (&self.was, &self.now) {
            (Some(was), Some(now)) => now.differences(was),
            _ => Vec::new(),
        }
    }
}

/// How often a session changed, and when it changed last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// See [`Change::sequence`].
    pub sequence: u32,
    /// The time of the release with the last change.
    pub modified: Timestamp,
}

/// A session that was released and is no longer on the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawn {
    /// Its last facts.
    pub facts: Facts,
    /// The reason, if its file gives one.
    pub reason: Option<Text>,
}

/// Every release, in order of time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Releases {
    all: Vec<Release>,
    /// The places of the last change of each session: in the list of releases, and in the changes of that release.
    last: BTreeMap<Slug, (usize, usize)>,
}

impl Releases {
    /// Orders releases by time.
    pub(crate) fn of(mut all: Vec<Release>) -> Self {
        all.sort_by_key(|release| release.time);
        let places = all.iter().enumerate().flat_map(|(release, Release { changes, .. })| {
            changes.iter().enumerate().map(move |(place, change)| (change.session.clone(), (release, place)))
        });
        let last = places.collect();
        Self { all, last }
    }

    /// Whether nothing was released yet.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Every release, the oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Release> + ExactSizeIterator {
        self.all.iter()
    }

    /// Every change of a session, by its identity, the oldest first.
    pub fn changes_of(&self, identity: &Slug) -> impl Iterator<Item = &Change> {
        let changes = self.all.iter().flat_map(|release| &release.changes);
        changes.filter(move |change| change.session == *identity)
    }

    /// The last change of a session, by its identity.
    pub fn last_change(&self, identity: &Slug) -> Option<&Change> {
        self.last.get(identity).map(|&(release, place)| &self.all[release].changes[place])
    }

    /// The change of a session in the last release, by its identity.
    pub fn latest_change(&self, identity: &Slug) -> Option<&Change> {
        let &(release, place) = self.last.get(identity)?;
        (release + 1 == self.all.len()).then(|| &self.all[release].changes[place])
    }

    /// The stamp of a session, by its identity; `None` if it was never released.
    pub fn stamp(&self, identity: &Slug) -> Option<Stamp> {
        let &(release, place) = self.last.get(identity)?;
        let Release { time, changes, .. } = &self.all[release];
        Some(Stamp { sequence: changes[place].sequence, modified: *time })
    }

    /// The last change of every session that was ever released, by identity.
    pub fn last_changes(&self) -> impl Iterator<Item = &Change> {
        self.last.values().map(|&(release, place)| &self.all[release].changes[place])
    }
}
