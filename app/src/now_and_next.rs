//! The sessions that run at a moment, and those that come next.

use conference::{Conference, Format, Session};
use jiff::civil::DateTime;

/// How many of the next sessions there are; of the running ones, all.
pub(crate) const NEXT: usize = 4;

/// The sessions that run at a moment, and those with content that come next.
pub(crate) struct NowAndNext<'s> {
    pub(crate) running: Vec<&'s Session>,
    pub(crate) next: Vec<&'s Session>,
}

impl<'s> NowAndNext<'s> {
    pub(crate) fn of(conference: &'s Conference, now: DateTime) -> Self {
        let upcoming = conference.upcoming(now).filter(|session| !session.canceled);
        let (running, next): (Vec<_>, Vec<_>) = upcoming.partition(|session| session.start <= now);
        // A break is worth knowing while it lasts.
        let next = next.into_iter().filter(|session| session.format != Format::Break).take(NEXT).collect();
        Self { running, next }
    }

    /// Whether one of them runs, or begins on the day of the moment.
    pub(crate) fn is_today(&self, now: DateTime) -> bool {
        !self.running.is_empty() || self.next.iter().any(|session| session.start.date() == now.date())
    }
}

/// Whether a session runs at a moment or begins on its day. The home page then counts the minutes.
pub(crate) fn is_today(conference: &Conference, now: DateTime) -> bool {
    NowAndNext::of(conference, now).is_today(now)
}
