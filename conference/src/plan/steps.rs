//! The sessions of a plan one after the other, with their overlaps, the pauses between them and the changes of rooms.

use jiff::{SignedDuration, civil::DateTime};

use crate::{Event, Session, Slug};

/// Shorter pauses are not worth a word.
const LEAST_PAUSE: SignedDuration = SignedDuration::from_mins(15);

/// A session of a plan, after those before it.
#[derive(Debug)]
pub struct Step<'s> {
    /// The session.
    pub session: &'s Session,
    /// The other sessions of the plan at the same time.
    pub overlaps: Vec<&'s Session>,
    /// The time between the session before it, on the same day, and this one, if it is worth a word.
    pub pause: Option<SignedDuration>,
    /// The change of rooms before it.
    pub change: Option<RoomChange>,
}

/// A change of rooms between two sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomChange {
    /// The room of the next session.
    pub to: Slug,
    /// The time between the sessions.
    pub available: SignedDuration,
    /// The time that the change takes, if the event says it.
    pub needed: Option<SignedDuration>,
}

impl RoomChange {
    /// Whether it takes more time than there is.
    pub fn is_tight(&self) -> bool {
        self.needed.is_some_and(|needed| self.available < needed)
    }
}

/// The sessions of a plan, which are sorted by start. Canceled ones take no time.
pub fn steps<'s>(event: &Event, sessions: &[&'s Session]) -> Vec<Step<'s>> {
    let mut steps: Vec<Step<'s>> = Vec::with_capacity(sessions.len());
    // The sessions that take place and whose end is known: only they are followed by a pause.
    let mut before: Vec<(&'s Session, DateTime)> = Vec::new();
    for session in sessions {
        let mut step = Step { session, overlaps: Vec::new(), pause: None, change: None };
        if !session.canceled {
            let overlaps =
                |other: &&&'s Session| !other.canceled && other.slug != session.slug && session.overlaps(other);
            step.overlaps = sessions.iter().filter(overlaps).copied().collect();
            let today = before.iter().filter(|(_, end)| end.date() == session.start.date() && *end <= session.start);
            if let Some((last, end)) = today.max_by_key(|(_, end)| *end).copied() {
                let available = session.start.duration_since(end);
                step.pause = Some(available).filter(|pause| *pause >= LEAST_PAUSE);
                step.change = change(event, last, session, available);
            }
            before.extend(session.end.map(|end| (*session, end)));
        }
        steps.push(step);
    }
    steps
}

fn change(event: &Event, from: &Session, to: &Session, available: SignedDuration) -> Option<RoomChange> {
    let (from, to) = (from.room.as_ref()?, to.room.as_ref()?);
    let needed = || event.changeover(from, to);
    (from != to).then(|| RoomChange { to: to.clone(), available, needed: needed() })
}
