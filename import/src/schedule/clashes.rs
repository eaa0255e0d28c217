//! Rooms with two sessions at the same time.
//!
//! `check` accepts them in shared rooms only. An import that writes `program/event.md` marks such rooms as shared. In a
//! file of the event that it does not write, only a person can do so; until then the room of the later session becomes
//! a remark. People keep all their sessions, of which `check` warns.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use conference::Slug;
use jiff::{SignedDuration, civil::DateTime};

/// A session that occupies a room.
pub(super) struct Booking {
    pub(super) slug: Slug,
    pub(super) title: String,
    pub(super) start: DateTime,
    /// The end of the occupied time.
    pub(super) free: DateTime,
    pub(super) room: Option<Slug>,
    /// The remark on an omitted room.
    pub(super) room_check: Option<String>,
}

impl Booking {
    /// The end of the time that a session occupies; without a known end, it occupies at least its start.
    pub(super) fn free(start: DateTime, end: Option<DateTime>) -> DateTime {
        let least = start.checked_add(SignedDuration::from_secs(1)).unwrap_or(start);
        end.map_or(least, |end| end.max(least))
    }
}

/// The sessions that overlap in a room.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Overlap {
    /// The titles of the first two of them.
    pub(super) titles: [String; 2],
    /// The number of all of them.
    pub(super) count: usize,
}

/// Finds the rooms in which sessions overlap.
pub(super) fn overlaps<'b>(bookings: impl IntoIterator<Item = &'b Booking>) -> BTreeMap<Slug, Overlap> {
    let mut order: Vec<&Booking> = bookings.into_iter().collect();
    order.sort_by(|a, b| (a.start, &a.slug).cmp(&(b.start, &b.slug)));
    // The session of each room that ends last so far.
    let mut latest: HashMap<&Slug, &Booking> = HashMap::new();
    let mut found: BTreeMap<Slug, (Overlap, BTreeSet<&Slug>)> = BTreeMap::new();
    for booking in order {
        let Some(room) = &booking.room else { continue };
        let Some(&other) = latest.get(room) else {
            latest.insert(room, booking);
            continue;
        };
        if booking.start < other.free {
            let (overlap, sessions) = found.entry(room.clone()).or_insert_with(|| {
                let titles = [other.title.clone(), booking.title.clone()];
                (Overlap { titles, count: 0 }, BTreeSet::new())
            });
            sessions.extend([&other.slug, &booking.slug]);
            overlap.count = sessions.len();
        }
        if booking.free >= other.free {
            latest.insert(room, booking);
        }
    }
    found.into_iter().map(|(room, (overlap, _))| (room, overlap)).collect()
}

/// Removes these rooms from sessions that overlap in them; the session that begins first keeps the room.
pub(super) fn resolve(bookings: &mut [&mut Booking], rooms: &BTreeSet<&Slug>) {
    bookings.sort_by(|a, b| (a.start, &a.slug).cmp(&(b.start, &b.slug)));
    let mut taken: HashMap<Slug, (DateTime, String)> = HashMap::new();
    for booking in bookings.iter_mut() {
        let Some(room) = booking.room.clone().filter(|room| rooms.contains(room)) else { continue };
        match taken.get(&room).filter(|(free, _)| booking.start < *free) {
            Some((_, other)) => {
                booking.room_check = Some(format!("the source says `{room}`, which “{other}” has at the same time"));
                booking.room = None;
            }
            None => _ = taken.insert(room, (booking.free, booking.title.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn booking(slug: &str, room: &str, start: i8, end: i8) -> Booking {
        let hour = |hour| jiff::civil::date(2027, 1, 1).at(hour, 0, 0, 0);
        Booking {
            slug: Slug::parse(slug).expect("a slug"),
            title: slug.to_uppercase(),
            start: hour(start),
            free: hour(end),
            room: Slug::parse(room),
            room_check: None,
        }
    }

    #[test]
    fn all_sessions_that_overlap_are_counted_once() {
        let bookings = [
            booking("d", "foyer", 17, 18),
            booking("all-day", "foyer", 9, 17),
            booking("a", "foyer", 10, 11),
            booking("b", "foyer", 11, 12),
            booking("c", "foyer", 11, 13),
            booking("e", "hall", 9, 10),
            booking("f", "hall", 10, 11),
            booking("g", "", 10, 11),
            booking("h", "", 10, 11),
        ];
        let found = overlaps(&bookings);
        let expected = Overlap { titles: ["ALL-DAY".to_owned(), "A".to_owned()], count: 4 };
        assert_eq!(found, BTreeMap::from([(Slug::parse("foyer").expect("a slug"), expected)]));
    }
}
