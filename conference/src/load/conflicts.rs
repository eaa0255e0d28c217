//! Reports speakers with two sessions at the same time, and rooms with two sessions at the same time.
//!
//! A room with two sessions is an error, as visitors would find only one of them. In a shared room sessions may overlap.
//! A speaker with two sessions is a warning: a group may give a talk while others of it run a workshop. Sessions in
//! shared rooms occupy nobody, as stands and assemblies last a whole day and are left for a talk.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use jiff::{SignedDuration, civil::DateTime};

use super::{item::Opened, session::LocatedSession};
use crate::{Format, Slug, message, read::print_time};

/// A session that occupies a room or a person.
struct Booking<'a> {
    opened: &'a Opened<'a, LocatedSession>,
    /// The place at which a conflict is reported.
    span: Range<usize>,
}

impl Booking<'_> {
    fn start(&self) -> DateTime {
        self.opened.value.session.start
    }

    /// The end of the occupied time. A session without end occupies at least its start.
    fn end(&self) -> DateTime {
        let session = &self.opened.value.session;
        let least = session.start.checked_add(SignedDuration::from_secs(1)).unwrap_or(session.start);
        session.end.map_or(least, |end| end.max(least))
    }

    fn is_break(&self) -> bool {
        self.opened.value.session.format == Format::Break
    }

    /// "program/sessions/a.md (14:15–14:50)".
    fn name(&self) -> String {
        let session = &self.opened.value.session;
        let end = session.end.map(print_time).unwrap_or_default();
        format!("{} ({}–{end})", self.opened.item.document.path, print_time(session.start))
    }
}

/// Reports sessions that cannot both take place. Canceled sessions occupy no time.
///
/// Each session is reported at most once for a person or room, so that work and report stay linear.
pub(super) fn check(sessions: &[Opened<'_, LocatedSession>], exclusive_rooms: &[Slug]) {
    let exclusive: BTreeSet<&Slug> = exclusive_rooms.iter().collect();
    let mut order: Vec<_> = sessions.iter().filter(|opened| !opened.value.session.canceled).collect();
    order.sort_by(|a, b| {
        let (a, b) = (&a.value.session, &b.value.session);
        (a.start, &a.slug).cmp(&(b.start, &b.slug))
    });
    let mut people: BTreeMap<&Slug, Vec<Booking<'_>>> = BTreeMap::new();
    let mut rooms: BTreeMap<&Slug, Vec<Booking<'_>>> = BTreeMap::new();
    for opened in order {
        let LocatedSession { session, start, people: persons, .. } = &opened.value;
        if session.room.as_ref().is_some_and(|room| !exclusive.contains(room)) {
            continue;
        }
        for person in persons {
            let bookings = people.entry(&person.value).or_default();
            // A speaker who is also the moderator is booked once.
            if bookings.last().is_none_or(|last| last.opened.value.session.slug != session.slug) {
                bookings.push(Booking { opened, span: person.span.clone() });
            }
        }
        if let Some(room) = &session.room {
            rooms.entry(room).or_default().push(Booking { opened, span: start.clone() });
        }
    }
    for (person, bookings) in people {
        check_person(person, &bookings);
    }
    for (room, bookings) in rooms {
        check_room(room, &bookings);
    }
}

fn check_person(person: &Slug, bookings: &[Booking<'_>]) {
    let mut latest: Option<&Booking<'_>> = None;
    for booking in bookings {
        if let Some(other) = latest.filter(|other| booking.start() < other.end()) {
            booking.opened.item.document.problems.warning(
                "speaker-twice",
                booking.span.clone(),
                message!(
                    "`{person}` is in two sessions at once: in this one and in {other}",
                    "`{person}`が同じ時間の2つのセッションに出ています: このセッションと {other}",
                    other = other.name()
                ),
                message!(
                    "check the times of both sessions, and who takes part in them; if one of them is a stand that people leave for a while, mark its room with `shared: true` in program/event.md",
                    "両方のセッションの時刻と登壇者を確かめてください。途中で席を外せるブースなどであれば、program/event.md のその部屋に`shared: true`を付けてください"
                ),
            );
        }
        latest = later(latest, booking);
    }
}

fn check_room(room: &Slug, bookings: &[Booking<'_>]) {
    let (mut latest, mut pause): (Option<&Booking<'_>>, Option<&Booking<'_>>) = (None, None);
    for booking in bookings {
        let overlaps = |other: &&Booking<'_>| booking.start() < other.end();
        let problems = &booking.opened.item.document.problems;
        if let Some(other) = latest.filter(overlaps).filter(|_| !booking.is_break()) {
            problems.error(
                "room-twice",
                booking.span.clone(),
                message!(
                    "the room `{room}` has two sessions at once: this one and {other}",
                    "会場`{room}`で2つのセッションの時間が重なっています: このセッションと {other}",
                    other = other.name()
                ),
                message!(
                    "change the time or the room of one of them, or mark a room in which sessions may overlap with `shared: true` in program/event.md",
                    "どちらかの時刻か会場を変えてください。セッションが重なってもよい部屋であれば、program/event.md のその部屋に`shared: true`を付けてください"
                ),
            );
        } else if let Some(other) = if booking.is_break() { latest.or(pause) } else { pause }.filter(overlaps) {
            problems.note(
                "overlaps-break",
                booking.span.clone(),
                message!(
                    "the room `{room}` has a break at the same time: this and {other}",
                    "会場`{room}`で休憩と時間が重なっています: このセッションと {other}",
                    other = other.name()
                ),
                message!(
                    "nothing to do if this is meant, as with talks over lunch",
                    "昼食をとりながらの講演など、意図したものならそのままで構いません"
                ),
            );
        }
        match booking.is_break() {
            true => pause = later(pause, booking),
            false => latest = later(latest, booking),
        }
    }
}

/// The booking that ends later.
fn later<'b, 'a>(known: Option<&'b Booking<'a>>, booking: &'b Booking<'a>) -> Option<&'b Booking<'a>> {
    known.filter(|known| known.end() > booking.end()).or(Some(booking))
}
