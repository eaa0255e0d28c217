//! The rooms in which sessions may overlap.

use std::collections::{BTreeMap, BTreeSet};

use conference::{Slug, message};

use super::settings::EventFile;
use crate::{
    Known, Skipped,
    schedule::{
        clashes::{Booking, Overlap, overlaps},
        programme::Coverage,
    },
};

/// The most rooms in the remark on `program/event.md`, which is one line.
const NAMED: usize = 2;

/// The length to which titles are cut in it, in characters.
const LONGEST_TITLE: usize = 40;

/// The rooms with sessions that overlap, and those that are shared already.
#[derive(Debug, Default)]
pub(super) struct SharedRooms {
    overlaps: BTreeMap<Slug, Overlap>,
    /// The shared rooms of the present event. A room stays shared until a person changes it, as sessions that the source
    /// has lost may still overlap in it.
    known: BTreeSet<Slug>,
}

impl SharedRooms {
    /// Finds them. Of a part of a schedule, the sessions of the content are the other part.
    pub(super) fn of(bookings: &[Booking], coverage: Coverage, known: &Known) -> Self {
        let told: BTreeSet<&Slug> = bookings.iter().map(|booking| &booking.slug).collect();
        let others = known
            .bookings
            .iter()
            .filter(|other| coverage == Coverage::Part && other.occupies_room && !told.contains(&other.session));
        let others: Vec<Booking> = others
            .map(|other| Booking {
                slug: other.session.clone(),
                title: other.title.clone(),
                start: other.start,
                free: Booking::free(other.start, other.end),
                room: other.room.clone(),
                room_check: None,
            })
            .collect();
        let rooms = known.event.iter().flat_map(|event| &event.rooms);
        let known = rooms.filter(|room| room.shared).map(|room| room.id.clone()).collect();
        Self { overlaps: overlaps(bookings.iter().chain(&others)), known }
    }

    /// Whether a room is written as shared.
    pub(super) fn contains(&self, room: &Slug) -> bool {
        self.overlaps.contains_key(room) || self.known.contains(room)
    }

    /// The rooms from which sessions that overlap are removed: those that the event does not share.
    pub(super) fn exclusive(&self, event_file: EventFile) -> BTreeSet<&Slug> {
        match event_file {
            EventFile::Written => BTreeSet::new(),
            EventFile::Kept => self.overlaps.keys().filter(|room| !self.known.contains(*room)).collect(),
        }
    }

    /// The remark on the rooms that are shared because of the source.
    pub(super) fn check(&self) -> Option<String> {
        let mut rooms: Vec<_> =
            self.overlaps.iter().take(NAMED).map(|(room, overlap)| in_room(room, overlap)).collect();
        let more = self.overlaps.len().saturating_sub(NAMED);
        if more > 0 {
            rooms.push(format!("in {more} more room{}", if more == 1 { "" } else { "s" }));
        }
        (!rooms.is_empty()).then(|| format!("`shared: true` is needed where sessions overlap: {}", rooms.join(", ")))
    }

    /// Reports the rooms that a person would have to share.
    pub(super) fn missing(&self, event_file: EventFile) -> Vec<Skipped> {
        let reason = |room: &Slug| {
            let Overlap { titles: [one, other], count } = &self.overlaps[room];
            message!(
                "{count} sessions overlap in the room `{room}`, such as “{one}” and “{other}”, but it is not shared; add `shared: true` to it in program/event.md and import again",
                "部屋`{room}`では「{one}」と「{other}」など{count}件のセッションが重なっていますが、共有の部屋ではありません。program/event.md のその部屋に`shared: true`を付けて、もう一度取り込んでください"
            )
        };
        self.exclusive(event_file).into_iter().map(|room| Skipped { line: None, reason: reason(room) }).collect()
    }
}

fn in_room(room: &Slug, overlap: &Overlap) -> String {
    let short = |title: &String| match title.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", &title[..end]),
        None => title.clone(),
    };
    let [one, other] = overlap.titles.each_ref().map(short);
    let more = match overlap.count.saturating_sub(2) {
        0 => String::new(),
        1 => String::from(" and 1 more"),
        more => format!(" and {more} more"),
    };
    format!("in `{room}` (“{one}”, “{other}”{more})")
}
