//! The sessions of every room that run at a moment, and those that come next.

use conference::{Session, url::Page};

use super::{
    lines::{Ink, Lines, Row},
    parts::{head, place, texts},
};
use crate::{
    board::{Board, Place, is_under_way},
    context::Context,
    dates,
    event_status::statuses,
    interval::Interval,
};

/// The columns from the left of the sessions of a room.
const INDENT: usize = 2;

pub(super) fn now(context: &Context, mut lines: Lines) -> String {
    let (conference, messages) = (&context.conference, context.messages);
    let day = dates::short_day(messages, context.now.date());
    let title = match is_under_way(conference, context.now) {
        true => messages.as_of(&day, &dates::time(context.now)),
        false => messages.now_page.to_owned(),
    };
    head(&mut lines, context, &title);
    let whole = Board::whole_event(conference);
    if conference.sessions.is_empty() {
        lines.blank();
        lines.paragraph(0, Ink::None, messages.no_sessions);
    }
    if let Some((_, status)) = statuses(context, &whole).find(|(interval, _)| interval.contains(context.now)) {
        lines.blank();
        lines.paragraph(0, Ink::None, &status);
    }
    if whole.last_end().is_some_and(|end| context.now < end) {
        Board::all(conference).iter().for_each(|board| add(&mut lines, context, board));
    }
    if !context.site.urls.base.is_empty() {
        lines.blank();
        lines.address(&format!("{}{}", context.site.urls.base, context.url(&Page::Now)));
    }
    lines.finish()
}

/// A place with its sessions. A room is named although it has none, as on the page.
fn add(lines: &mut Lines, context: &Context, board: &Board<'_>) {
    let (messages, event) = (context.messages, &context.conference.event);
    let (name, is_room) = match board.place {
        Place::Room(id) => (event.room(id).map_or("", |room| context.text(&room.name)), true),
        Place::Everywhere => (messages.for_everybody, false),
        Place::Elsewhere(name) => (context.text(name), false),
        Place::WholeEvent => (messages.sessions, true),
    };
    let shown = |(session, interval): (&'_ Session, Interval), count: fn(&Context, &Session) -> Option<String>| {
        interval.contains(context.now).then(|| row(context, board, session, count(context, session)))
    };
    let running: Vec<_> = board.running().filter_map(|one| shown(one, left)).collect();
    let next: Vec<_> = board.next().filter_map(|one| shown(one, begins)).collect();
    let is_empty = running.is_empty() && next.is_empty();
    if is_empty && !is_room {
        return;
    }
    lines.blank();
    lines.paragraph(0, Ink::Heading, name);
    for (label, rows) in [(messages.now_running, running), (messages.next_sessions, next)] {
        if !rows.is_empty() {
            lines.paragraph(0, Ink::None, label);
            lines.table(INDENT, &rows);
        }
    }
    if is_empty {
        let none = if board.first().is_some() { messages.no_more_sessions } else { messages.no_sessions };
        lines.paragraph(INDENT, Ink::None, none);
    }
}

fn row(context: &Context, board: &Board<'_>, session: &Session, count: Option<String>) -> Row {
    // The name of the board says it already, except if the board has all places.
    let place = place(context, session).filter(|_| matches!(board.place, Place::WholeEvent));
    let day = Some(dates::short_day(context.messages, session.start.date()));
    let day = day.filter(|_| context.now.date() < session.start.date());
    let mut texts = texts(context, session);
    let marks = day.into_iter().chain(count.filter(|_| !session.canceled)).collect::<Vec<_>>().join("  ");
    texts.extend(Some((Ink::Time, marks)).filter(|(_, marks)| !marks.is_empty()));
    Row {
        time: dates::span(session.start, session.end).replace('–', "-"),
        texts,
        place: place.map(|name| context.text(name).to_owned()).unwrap_or_default(),
    }
}

/// The minutes until a session ends.
fn left(context: &Context, session: &Session) -> Option<String> {
    session.end.map(|end| context.messages.left(context.minutes_until(end)))
}

/// The minutes until a session begins, on its day.
fn begins(context: &Context, session: &Session) -> Option<String> {
    let is_today = session.start.date() == context.now.date();
    is_today.then(|| context.messages.begins_in(context.minutes_until(session.start)))
}
