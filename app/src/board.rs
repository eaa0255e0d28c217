//! The sessions of a place over time: at each moment those that run, and those that come next.

use conference::{Conference, Format, Session, Slug, Text};
use jiff::civil::{Date, DateTime};

use crate::interval::{Interval, midnight, next_midnight};

/// The sessions of one place.
pub(crate) struct Board<'s> {
    pub(crate) place: Place<'s>,
    /// By start.
    sessions: Vec<&'s Session>,
}

/// The place of a board.
#[derive(Clone, Copy)]
pub(crate) enum Place<'s> {
    /// A room of the event.
    Room(&'s Slug),
    /// No place in particular: breaks and plenaries concern everybody.
    Everywhere,
    /// A place elsewhere.
    Elsewhere(&'s Text),
    /// All places of an event without rooms.
    WholeEvent,
}

impl<'s> Board<'s> {
    /// The boards of all places: the rooms in the event's order, then sessions for everybody, then places elsewhere.
    pub(crate) fn all(conference: &'s Conference) -> Vec<Self> {
        if conference.event.rooms.is_empty() {
            return vec![Self::whole_event(conference)];
        }
        let in_room = |room: &'s Slug| conference.sessions.iter().filter(|session| session.room.as_ref() == Some(room));
        let rooms = conference.event.rooms.iter().map(|room| (Place::Room(&room.id), in_room(&room.id).collect()));
        let mut boards: Vec<_> = rooms.map(|(place, sessions)| Self { place, sessions }).collect();
        let mut others: Vec<Self> = Vec::new();
        for session in conference.sessions.iter().filter(|session| session.room.is_none()) {
            let place = session.venue.as_ref().map_or(Place::Everywhere, Place::Elsewhere);
            match others.iter_mut().find(|board| board.place.is(place)) {
                Some(board) => board.sessions.push(session),
                None => others.push(Self { place, sessions: vec![session] }),
            }
        }
        others.sort_by_key(|board| matches!(board.place, Place::Elsewhere(_)));
        boards.append(&mut others);
        boards
    }

    /// All sessions of the event.
    pub(crate) fn whole_event(conference: &'s Conference) -> Self {
        Self { place: Place::WholeEvent, sessions: conference.sessions.iter().collect() }
    }

    /// The sessions that concern the people in a room: its own, and those for everybody.
    pub(crate) fn in_front_of(conference: &'s Conference, room: &'s Slug) -> Self {
        let sessions = conference.sessions.iter().filter(|session| match &session.room {
            Some(own) => own == room,
            None => is_for_everybody(conference, session),
        });
        Self { place: Place::Room(room), sessions: sessions.collect() }
    }

    /// Every session, with the time for which it runs. A canceled one is shown during its time.
    pub(crate) fn running(&self) -> impl Iterator<Item = (&'s Session, Interval)> {
        self.sessions.iter().map(|&session| (session, Interval::between(session.start, self.end(session))))
    }

    /// Every session except breaks, with the time for which it comes next: until its start, and from the start of the
    /// one before it that takes place. Several begin at the same time in a shared room.
    pub(crate) fn next(&self) -> impl Iterator<Item = (&'s Session, Interval)> {
        let starts: Vec<_> = self.taking_place().map(|session| session.start).collect();
        self.sessions.iter().filter(|session| session.format != Format::Break).map(move |&session| {
            let before = starts.partition_point(|start| *start < session.start);
            let from = before.checked_sub(1).map(|place| starts[place]);
            (session, Interval { from, until: Some(session.start) })
        })
    }

    /// The sessions that take place, without breaks.
    fn taking_place(&self) -> impl Iterator<Item = &'s Session> {
        self.sessions.iter().copied().filter(|session| session.format != Format::Break && !session.canceled)
    }

    /// The sessions with an abstract, each with the time for which it is the subject: until its end, and from the end of
    /// the one before it. A canceled session is a subject if no other one takes its place.
    pub(crate) fn subjects(&self) -> impl Iterator<Item = (&'s Session, Interval)> {
        let mut from = None;
        let is_replaced =
            |session: &Session| session.canceled && self.taking_place().any(|other| other.overlaps(session));
        let subjects = self.sessions.iter().copied().filter(|session| session.format.has_content());
        subjects.filter(move |session| !is_replaced(session)).map(move |session| {
            let end = self.end(session);
            let interval = Interval { from, until: Some(end) };
            from = from.max(Some(end));
            (session, interval)
        })
    }

    /// The times between the last session of a day and the first one of a later day, each with that one.
    pub(crate) fn nights(&self) -> impl Iterator<Item = (Interval, &'s Session)> {
        let mut before: Option<(Date, DateTime)> = None;
        self.sessions.iter().filter_map(move |&session| {
            let day = session.start.date();
            let night = before.filter(|(last_day, _)| *last_day < day);
            let end = before.map_or(self.end(session), |(_, end)| end.max(self.end(session)));
            before = Some((day, end));
            night.map(|(_, end)| (Interval::between(end, session.start), session))
        })
    }

    /// The hours of the event: from midnight before the first session until the end of the last one.
    pub(crate) fn hours(&self) -> Option<Interval> {
        Some(Interval::between(midnight(self.first()?.start), self.last_end()?))
    }

    /// The first session.
    pub(crate) fn first(&self) -> Option<&'s Session> {
        self.sessions.first().copied()
    }

    /// The end of the last session.
    pub(crate) fn last_end(&self) -> Option<DateTime> {
        self.sessions.iter().map(|session| self.end(session)).max()
    }

    /// The end of a session. One without an end lasts until another one begins in its place, at most until midnight.
    fn end(&self, session: &Session) -> DateTime {
        session.end.unwrap_or_else(|| {
            let after = self.sessions.partition_point(|other| other.start <= session.start);
            let next = self.sessions.get(after).map(|other| other.start);
            next.into_iter().chain([next_midnight(session.start)]).min().unwrap_or(session.start)
        })
    }
}

impl Place<'_> {
    fn is(self, other: Place<'_>) -> bool {
        match (self, other) {
            (Self::Everywhere, Place::Everywhere) => true,
            (Self::Elsewhere(one), Place::Elsewhere(other)) => one == other,
            _ => false,
        }
    }
}

/// Whether a session without a room concerns everybody: it is a break, or no session in a room overlaps it.
fn is_for_everybody(conference: &Conference, session: &Session) -> bool {
    let in_rooms = || conference.parallel(session).any(|other| other.room.is_some());
    session.venue.is_none() && (session.format == Format::Break || !in_rooms())
}

/// Whether a moment lies in the hours of the event. Live pages then show the clock.
pub(crate) fn is_under_way(conference: &Conference, now: DateTime) -> bool {
    Board::whole_event(conference).hours().is_some_and(|hours| hours.contains(now))
}
