//! Resolves conflicts: a person or a room with two sessions at the same time.
//!
//! `check` would reject such a programme. The omitted value becomes a remark in the file.

use std::collections::HashMap;

use conference::Slug;
use jiff::civil::DateTime;

/// A session that occupies a room and people.
pub(super) struct Booking {
    pub(super) slug: Slug,
    pub(super) title: String,
    pub(super) start: DateTime,
    /// The end of the occupied time.
    pub(super) free: DateTime,
    pub(super) is_break: bool,
    pub(super) room: Option<Slug>,
    pub(super) people: Vec<Slug>,
    /// The remark on an omitted room.
    pub(super) room_check: Option<String>,
    pub(super) people_check: Option<String>,
}

/// Removes rooms and people from conflicting sessions; the session that begins first keeps them.
pub(super) fn resolve(bookings: &mut [&mut Booking]) {
    bookings.sort_by(|a, b| (a.start, &a.slug).cmp(&(b.start, &b.slug)));
    let mut rooms: HashMap<Slug, (DateTime, String)> = HashMap::new();
    let mut people: HashMap<Slug, (DateTime, String)> = HashMap::new();
    for booking in bookings.iter_mut() {
        let own = (booking.free, booking.title.clone());
        if let Some(room) = booking.room.clone().filter(|_| !booking.is_break) {
            match rooms.get(&room).filter(|(free, _)| booking.start < *free) {
                Some((_, other)) => {
                    booking.room_check =
                        Some(format!("the source says `{room}`, which “{other}” has at the same time"));
                    booking.room = None;
                }
                None => _ = rooms.insert(room, own.clone()),
            }
        }
        let (start, mut gone) = (booking.start, Vec::new());
        booking.people.retain(|person| match people.get(person).filter(|(free, _)| start < *free) {
            Some((_, other)) => {
                gone.push(format!("`{person}`, who is in “{other}” at the same time"));
                false
            }
            None => true,
        });
        booking.people.iter().for_each(|person| _ = people.insert(person.clone(), own.clone()));
        booking.people_check = (!gone.is_empty()).then(|| format!("the source also names {}", gone.join(", ")));
    }
}
