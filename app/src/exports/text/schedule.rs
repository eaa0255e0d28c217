//! The schedule as a table of each day.

use conference::{Session, filter::SessionFilter, url::Page};

use super::{
    lines::{Ink, Lines, Row},
    parts::{head, place, texts},
};
use crate::{context::Context, dates, filter_words::in_words};

pub(super) fn schedule(context: &Context, filter: &SessionFilter, mut lines: Lines) -> String {
    let (conference, messages) = (&context.conference, context.messages);
    let words = (!filter.is_empty()).then(|| in_words(context, filter));
    head(&mut lines, context, &messages.schedule_title(words.as_deref()));
    let (sessions, all) = (conference.filtered(filter), conference.sessions.len());
    for day in sessions.chunk_by(|one, other| one.start.date() == other.start.date()) {
        lines.blank();
        lines.paragraph(0, Ink::Heading, &dates::day(messages, day[0].start.date()));
        lines.blank();
        lines.table(0, &day.iter().map(|session| row(context, session)).collect::<Vec<_>>());
    }
    lines.blank();
    let count = match (all, sessions.len()) {
        (0, _) => messages.no_sessions.to_owned(),
        (_, 0) => messages.no_match.to_owned(),
        (_, shown) if shown < all => messages.shown_of(shown, all),
        _ => messages.session_count(all),
    };
    lines.paragraph(0, Ink::None, &count);
    if let Some(zone) = conference.event.timezone.iana_name() {
        lines.paragraph(0, Ink::None, &messages.times_in(zone));
    }
    if !context.site.urls.base.is_empty() {
        let page = context.url(&Page::Schedule(filter.clone()));
        lines.address(&format!("{}{page}", context.site.urls.base));
    }
    lines.finish()
}

fn row(context: &Context, session: &Session) -> Row {
    Row {
        time: dates::span(session.start, session.end).replace('–', "-"),
        texts: texts(context, session),
        place: place(context, session).map(|name| context.text(name).to_owned()).unwrap_or_default(),
    }
}
