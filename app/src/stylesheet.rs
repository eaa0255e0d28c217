//! The stylesheet that comes from the conference: colours of tracks and initials, places in the grid of the schedule.
//!
//! The content security policy forbids `style` attributes, so rules that depend on data stand here, by class and id.

use std::{collections::BTreeSet, fmt::Write as _};

use conference::{Conference, Format, Session, picture::Content, url::schedule_anchor};
use jiff::civil::{Date, DateTime};

use crate::hue::HUES;

/// How long a session without an end is drawn, in minutes.
const ASSUMED: i64 = 30;

/// The id of a day on the schedule.
pub(crate) fn day_id(day: Date) -> String {
    format!("day-{day}")
}

/// The id of a start time on the schedule.
pub(crate) fn slot_id(start: DateTime) -> String {
    format!("at-{}-{:02}{:02}", start.date(), start.hour(), start.minute())
}

/// Writes the rules. The same conference gives the same bytes.
pub(crate) fn css(conference: &Conference) -> String {
    let mut css = String::new();
    for number in 0..HUES {
        push(&mut css, format_args!(".hue-{number}{{--hue:{}}}", number * 360 / HUES));
    }
    for track in &conference.event.tracks {
        if let Some(color) = &track.color {
            push(&mut css, format_args!(".track-{}{{--track:{color}}}", track.id));
        }
    }
    // A photograph's place waits for it in its average colour.
    let tints = conference.assets.values().filter_map(|asset| match &asset.content {
        Content::Picture(picture) => Some((picture.tint()?, picture.color)),
        _ => None,
    });
    for (class, color) in tints.collect::<BTreeSet<_>>() {
        push(&mut css, format_args!(".{class}{{background:#{color}}}"));
    }
    if conference.event.rooms.len() > 1 {
        css.push_str("@media (width>=60rem){");
        for sessions in conference.sessions.chunk_by(|a, b| a.start.date() == b.start.date()) {
            day(&mut css, conference, sessions);
        }
        css.push_str("}\n");
    }
    css
}

/// The grid of one day: a row for each step of time, a column for each room, and more where a room's sessions overlap.
fn day(css: &mut String, conference: &Conference, sessions: &[Session]) {
    let id = day_id(sessions[0].start.date());
    let origin = sessions[0].start;
    let minute = |moment: DateTime| moment.duration_since(origin).as_mins();
    let end = |session: &Session| minute(session.end.unwrap_or(session.start)).max(minute(session.start));
    let drawn_end = |session: &Session| match session.end {
        Some(_) => end(session),
        None => minute(session.start) + ASSUMED,
    };
    let step = sessions.iter().fold(30, |step, session| {
        greatest_common_divisor(greatest_common_divisor(step, minute(session.start)), drawn_end(session))
    });
    // Row 1 holds the names of the rooms.
    let row = |minute: i64| minute / step + 2;

    let rooms: Vec<_> = conference
        .event
        .rooms
        .iter()
        .filter(|room| sessions.iter().any(|session| session.room.as_ref() == Some(&room.id)))
        .collect();
    // Column 1 holds the times.
    let mut first_column = 2;
    let mut columns = String::new();
    let mut places = String::new();
    for room in &rooms {
        let in_room = sessions.iter().filter(|session| session.room.as_ref() == Some(&room.id));
        let spans = in_room.map(|session| {
            let start = minute(session.start);
            Span { session, start, end: drawn_end(session).max(start + step), lane: 0, lanes: 1 }
        });
        let spans = side_by_side(spans.collect());
        let lanes = spans.iter().map(|span| span.lanes).fold(1, least_common_multiple);
        for Span { session, start, end, lane, lanes: own } in spans {
            let width = (lanes / own).max(1);
            let left = first_column + (lane * width).min(lanes - 1);
            place(&mut places, &id, session, [row(start), row(end)], [left, left + width]);
        }
        let last = first_column + lanes;
        push(
            &mut places,
            format_args!("[data-grid={id}].grid .room-{}{{grid-area:1/{first_column}/2/{last}}}", room.id),
        );
        write!(columns, " repeat({lanes},minmax(0,{:.4}fr))", 1.0 / lanes as f64)
            .expect("writing to a string cannot fail");
        first_column = last;
    }
    for session in sessions.iter().filter(|session| session.room.is_none()) {
        let (start, end) = (minute(session.start), drawn_end(session).max(minute(session.start) + step));
        place(&mut places, &id, session, [row(start), row(end)], [2, first_column]);
    }
    for slot in sessions.chunk_by(|a, b| a.start == b.start) {
        let start = slot[0].start;
        push(&mut places, format_args!("[data-grid={id}].grid #{}{{grid-row:{}}}", slot_id(start), row(minute(start))));
    }
    push(
        css,
        format_args!(
            "[data-grid={id}].grid{{grid-template-columns:max-content{columns};\
             grid-template-rows:auto;grid-auto-rows:minmax(calc({step}*var(--minute)),auto)}}"
        ),
    );
    css.push_str(&places);
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

fn place(css: &mut String, day: &str, session: &Session, rows: [i64; 2], columns: [usize; 2]) {
    let anchor = schedule_anchor(&session.slug);
    // A break lies under what overlaps it.
    let under = if session.format == Format::Break { ";z-index:0" } else { "" };
    let ([top, bottom], [left, right]) = (rows, columns);
    push(css, format_args!("[data-grid={day}].grid #{anchor}{{grid-area:{top}/{left}/{bottom}/{right}{under}}}"));
}

fn push(css: &mut String, rule: std::fmt::Arguments<'_>) {
    writeln!(css, "{rule}").expect("writing to a string cannot fail");
}

fn least_common_multiple(a: usize, b: usize) -> usize {
    // Beyond a dozen lanes columns would be too narrow to read, and the number too large to write.
    (1..=12).map(|factor| a * factor).find(|multiple| multiple % b == 0).unwrap_or(a)
}

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
