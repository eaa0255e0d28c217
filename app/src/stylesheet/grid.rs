//! The grid of a day on wide screens and wide paper: a column for each room, a row between two moments at which a
//! session begins or ends.

use std::collections::{BTreeSet, HashSet};

use conference::{Conference, Format, Session, Slug, url::schedule_anchor};
use jiff::civil::{Date, DateTime};

use super::rules::{day_id, push, slot_id};

/// How long a session without an end is drawn, in minutes.
const ASSUMED: i64 = 30;
/// A grid of more lanes does not fit the narrowest of the wide screens: it scrolls there.
pub(crate) const SCROLLING_LANES: usize = 4;
/// A grid of more lanes does not fit paper: it is printed as a list.
pub(crate) const PRINTED_LANES: usize = 10;
/// The width of a lane that can be read, in rem.
const LANE: f64 = 10.0;
/// The space between two columns, in rem; it is that of `schedule.css`.
const GAP: f64 = 0.6;
/// The width of the times and of the margins of the page, in rem.
const AROUND: f64 = 11.0;
/// The widest page, in rem; it is that of `schedule.css`.
const PAGE: f64 = 96.0;
/// The most columns into which the lanes of a room are divided.
const MOST_COLUMNS: usize = 12;
/// The height of a row in rem: for a minute, at least and at most.
const MINUTE: f64 = 0.11;
const ROW: [f64; 2] = [0.5, 6.0];

/// How many sessions a day has beside each other at most, over all rooms.
pub(crate) fn lanes(conference: &Conference, date: Date) -> usize {
    let sessions: Vec<_> = conference.sessions_on(date).collect();
    Columns::of(conference, &sessions).lanes()
}

/// Writes the rules for one day. Sessions of a room that overlap are beside each other in lanes.
pub(super) fn day(css: &mut String, conference: &Conference, sessions: &[Session]) {
    let sessions: Vec<_> = sessions.iter().collect();
    let date = sessions[0].start.date();
    let id = day_id(date);
    let rows = Rows::of(&sessions);
    let columns = Columns::of(conference, &sessions);
    let mut rules = String::new();
    let mut template = String::new();
    // Column 1 holds the times.
    let mut first = 2;
    for room in &columns.rooms {
        for Span { session, start, end, lane, lanes: own } in &room.spans {
            let width = (room.columns / own).max(1);
            let left = first + (lane * width).min(room.columns - 1);
            place(&mut rules, &id, session, [rows.at(*start), rows.at(*end)], [left, left + width]);
        }
        let last = first + room.columns;
        if let Some(room) = room.id {
            push(&mut rules, format_args!("[data-grid={id}].grid .room-{room}{{grid-area:1/{first}/2/{last}}}"));
        }
        let share = room.lanes as f64 / room.columns as f64;
        let fraction = 1.0 / room.columns as f64;
        template.push_str(&format!(" repeat({},minmax(calc({share:.3}*var(--lane)),{fraction:.4}fr))", room.columns));
        first = last;
    }
    // The others without a room concern everybody.
    for session in
        sessions.iter().filter(|session| session.room.is_none() && !columns.elsewhere.contains(&session.slug))
    {
        let [start, end] = rows.minutes(session);
        place(&mut rules, &id, session, [rows.at(start), rows.at(end)], [2, first]);
    }
    // A time stays beside its row and the rows up to the next time.
    let starts: Vec<_> = sessions.chunk_by(|a, b| a.start == b.start).map(|slot| slot[0].start).collect();
    for (place, start) in starts.iter().enumerate() {
        let row = rows.at(rows.minute(*start));
        let end = starts.get(place + 1).map_or(rows.moments.len() + 2, |next| rows.at(rows.minute(*next)));
        push(&mut rules, format_args!("[data-grid={id}].grid #{}{{grid-row:{row}/{end}}}", slot_id(*start)));
    }
    css.push_str("@media (width>=60rem){");
    push(css, format_args!("[data-grid={id}].grid{{--lane:{LANE}rem;grid-template-columns:max-content{template}}}"));
    push(
        css,
        format_args!("[data-grid={id}].grid:not(.filtered){{grid-template-rows:auto{}}}", rows.heights(&sessions)),
    );
    // A column in which a filter leaves nothing has no width.
    let all = first - 2;
    push(
        css,
        format_args!(
            "[data-grid={id}].grid.filtered{{grid-template-columns:max-content repeat({all},fit-content(22rem))}}"
        ),
    );
    css.push_str(&rules);
    css.push_str("}\n");
    let lanes = columns.lanes();
    if lanes > SCROLLING_LANES {
        let width = AROUND + lanes as f64 * LANE + all as f64 * GAP;
        // On a wider screen every column has its place.
        let below = if width < PAGE { format!(" and (width<{width:.1}rem)") } else { String::new() };
        push(
            css,
            format_args!(
                "@media screen and (width>=60rem){below}{{\
                 [data-grid={id}].grid{{overflow:auto;max-block-size:calc(100dvb - var(--bar));--stay:0px}}}}"
            ),
        );
    }
}

/// The rows of a day: its moments in minutes from the first one.
struct Rows {
    origin: DateTime,
    moments: Vec<i64>,
}

impl Rows {
    fn of(sessions: &[&Session]) -> Self {
        let mut rows = Self { origin: sessions[0].start, moments: Vec::new() };
        let moments: BTreeSet<_> = sessions.iter().flat_map(|session| rows.minutes(session)).collect();
        rows.moments = moments.into_iter().collect();
        rows
    }

    fn minute(&self, moment: DateTime) -> i64 {
        moment.duration_since(self.origin).as_mins()
    }

    /// The start and the end of a session as it is drawn: it has a height, whatever its length.
    fn minutes(&self, session: &Session) -> [i64; 2] {
        let start = self.minute(session.start);
        let end = session.end.map(|end| self.minute(end)).filter(|&end| end > start);
        [start, end.unwrap_or(start + ASSUMED)]
    }

    /// The line at a moment. Row 1 holds the names of the rooms.
    fn at(&self, minute: i64) -> usize {
        self.moments.partition_point(|&moment| moment < minute) + 2
    }

    /// The heights: longer for a longer time, between a floor and a ceiling; of a time without sessions, the floor. A row grows
    /// with the texts of its cards.
    fn heights(&self, sessions: &[&Session]) -> String {
        let mut heights = String::new();
        for row in self.moments.windows(2) {
            let busy = sessions.iter().filter(|session| session.format != Format::Break).any(|session| {
                let [start, end] = self.minutes(session);
                start < row[1] && row[0] < end
            });
            let [floor, ceiling] = ROW;
            let height = if busy { ((row[1] - row[0]) as f64 * MINUTE).clamp(floor, ceiling) } else { floor };
            heights.push_str(&format!(" minmax({height:.2}rem,auto)"));
        }
        heights
    }
}

/// The columns of a day.
struct Columns<'s> {
    rooms: Vec<Room<'s>>,
    /// The sessions without a room that have a column of their own.
    elsewhere: HashSet<&'s Slug>,
}

struct Room<'s> {
    /// `None` for sessions held elsewhere while there are others.
    id: Option<&'s Slug>,
    /// How many sessions it has beside each other at most.
    lanes: usize,
    /// A multiple of the lanes of every group of sessions that overlap.
    columns: usize,
    spans: Vec<Span<'s>>,
}

impl<'s> Columns<'s> {
    /// A column for every room that has a session, and one for sessions without a room that others overlap.
    fn of(conference: &'s Conference, sessions: &[&'s Session]) -> Self {
        let Some(first) = sessions.first() else { return Self { rooms: Vec::new(), elsewhere: HashSet::new() } };
        let rows = Rows { origin: first.start, moments: Vec::new() };
        let elsewhere = overlapping_without_room(&rows, sessions);
        let ids = conference.event.rooms.iter().map(|room| Some(&room.id)).chain([None]);
        let rooms = ids.filter_map(|id| {
            let own = sessions.iter().filter(|session| match id {
                Some(_) => session.room.as_ref() == id,
                None => elsewhere.contains(&session.slug),
            });
            let spans = own.map(|session| {
                let [start, end] = rows.minutes(session);
                Span { session, start, end, lane: 0, lanes: 1 }
            });
            Room::of(id, spans.collect())
        });
        let rooms = rooms.collect();
        Self { rooms, elsewhere }
    }

    fn lanes(&self) -> usize {
        self.rooms.iter().map(|room| room.lanes).sum()
    }
}

impl<'s> Room<'s> {
    fn of(id: Option<&'s Slug>, spans: Vec<Span<'s>>) -> Option<Self> {
        let spans = side_by_side(spans);
        let lanes = spans.iter().map(|span| span.lanes).max()?;
        let columns = columns(spans.iter().map(|span| span.lanes), lanes);
        Some(Self { id, lanes, columns, spans })
    }
}

/// The columns of a room whose groups of sessions have so many lanes, at most `most`: a multiple of each. So many that they would
/// be too narrow to read are not made: groups of fewer sessions then leave room at their end.
fn columns(groups: impl Iterator<Item = usize>, most: usize) -> usize {
    let multiple = groups.fold(1, least_common_multiple);
    if multiple > MOST_COLUMNS { most } else { multiple }
}

/// The sessions without a room, other than breaks, that overlap others. The sessions are sorted by start.
fn overlapping_without_room<'s>(rows: &Rows, sessions: &[&'s Session]) -> HashSet<&'s Slug> {
    let mut found = HashSet::new();
    // The session that ends last of those before.
    let mut longest: Option<(&Session, i64)> = None;
    for session in sessions.iter().filter(|session| session.format != Format::Break) {
        let [start, end] = rows.minutes(session);
        if let Some((other, _)) = longest.filter(|(_, busy)| start < *busy) {
            found.extend([*session, other].into_iter().filter(|both| both.room.is_none()).map(|both| &both.slug));
        }
        if longest.is_none_or(|(_, busy)| busy < end) {
            longest = Some((*session, end));
        }
    }
    found
}

/// A session as it is drawn: its minutes from the start of the day, and its lane among those that overlap it.
struct Span<'s> {
    session: &'s Session,
    start: i64,
    end: i64,
    lane: usize,
    lanes: usize,
}

/// Gives sessions that overlap in one room lanes beside each other; every other session has the room's whole width.
/// The spans are sorted by start.
fn side_by_side(mut spans: Vec<Span<'_>>) -> Vec<Span<'_>> {
    let mut first = 0;
    while first < spans.len() {
        let mut ends: Vec<i64> = Vec::new();
        let mut next = first;
        while next < spans.len() && (next == first || spans[next].start < ends.iter().copied().max().unwrap_or(0)) {
            let Span { start, end, .. } = spans[next];
            let lane = ends.iter().position(|&busy| busy <= start).unwrap_or(ends.len());
            if lane == ends.len() {
                ends.push(end);
            } else {
                ends[lane] = end;
            }
            spans[next].lane = lane;
            next += 1;
        }
        for span in &mut spans[first..next] {
            span.lanes = ends.len();
        }
        first = next;
    }
    spans
}

fn place(css: &mut String, day: &str, session: &Session, rows: [usize; 2], columns: [usize; 2]) {
    let anchor = schedule_anchor(&session.slug);
    // A break lies under what overlaps it.
    let under = if session.format == Format::Break { ";z-index:0" } else { "" };
    let ([top, bottom], [left, right]) = (rows, columns);
    push(css, format_args!("[data-grid={day}].grid #{anchor}{{grid-area:{top}/{left}/{bottom}/{right}{under}}}"));
}

fn least_common_multiple(a: usize, b: usize) -> usize {
    (1..=b).map(|factor| a * factor).find(|multiple| multiple % b == 0).unwrap_or(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_any_size_have_columns_that_can_be_read() {
        for (groups, expected) in
            [(&[2, 3][..], 6), (&[5, 6], 6), (&[7, 8], 8), (&[5, 7, 8, 9, 11], 11), (&[30], 30), (&[1], 1)]
        {
            let most = groups.iter().copied().max().unwrap_or_default();
            assert_eq!(columns(groups.iter().copied(), most), expected, "{groups:?}");
        }
    }
}
