//! The stylesheet that comes from the conference: colours of tracks and initials, places in the grid of the schedule.
//!
//! The content security policy forbids `style` attributes, so what depends on data is said here, by class and id.

use std::fmt::Write as _;

use conference::{Conference, Format, Session, url::schedule_anchor};
use jiff::civil::{Date, DateTime};

use crate::parts::HUES;

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

/// Writes the stylesheet. The same conference gives the same bytes.
pub fn stylesheet(conference: &Conference) -> String {
    let mut css = String::new();
    for number in 0..HUES {
        push(&mut css, format_args!(".hue-{number}{{--hue:{}}}", number * 360 / HUES));
    }
    for track in &conference.event.tracks {
        if let Some(color) = &track.color {
            push(&mut css, format_args!(".track-{}{{--track:{color}}}", track.id));
        }
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
    let mut places = String::new();
    for room in &rooms {
        let mut lanes: Vec<i64> = Vec::new();
        let in_room = sessions.iter().filter(|session| session.room.as_ref() == Some(&room.id));
        let mut own = Vec::new();
        for session in in_room {
            let (start, end) = (minute(session.start), drawn_end(session).max(minute(session.start) + step));
            let lane = lanes.iter().position(|&busy| busy <= start).unwrap_or(lanes.len());
            if lane == lanes.len() {
                lanes.push(end);
            } else {
                lanes[lane] = end;
            }
            own.push((session, start, end, lane));
        }
        for (session, start, end, lane) in own {
            let column = first_column + lane;
            let alone = lanes.len() == 1;
            let last = if alone { first_column + 1 } else { column + 1 };
            place(&mut places, &id, session, [row(start), row(end)], [column, last]);
        }
        let last = first_column + lanes.len();
        push(&mut places, format_args!("[data-grid={id}].grid .room-{}{{grid-area:1/{first_column}/2/{last}}}", room.id));
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
    let columns = first_column - 2;
    push(
        css,
        format_args!(
            "[data-grid={id}].grid{{grid-template-columns:max-content repeat({columns},minmax(0,1fr));\
             grid-template-rows:auto;grid-auto-rows:minmax(calc({step}*var(--minute)),auto)}}"
        ),
    );
    css.push_str(&places);
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

fn greatest_common_divisor(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}
