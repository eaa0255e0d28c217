//! The head of a plain text, and the texts of a session.

use conference::{Session, Text};

use super::lines::{Ink, Lines};
use crate::context::Context;

/// The name of the event, a title, and the notice of the organisers.
pub(super) fn head(lines: &mut Lines, context: &Context, title: &str) {
    let event = &context.conference.event;
    lines.paragraph(0, Ink::Bold, context.text(&event.name));
    lines.paragraph(0, Ink::None, title);
    if let Some(notice) = &event.notice {
        lines.blank();
        lines.paragraph(0, Ink::None, context.text(notice));
    }
}

/// The title of a session, with a mark if it is canceled, and a line with its people and its language.
pub(super) fn texts(context: &Context, session: &Session) -> Vec<(Ink, String)> {
    let messages = context.messages;
    let title = context.text(&session.title);
    let title = if session.canceled {
        (Ink::Warning, format!("[{}] {title}", messages.canceled))
    } else {
        (if session.format.has_content() { Ink::Bold } else { Ink::None }, title.to_owned())
    };
    let people = context.conference.people(session.people()).map(|person| context.text(&person.name));
    let separator = if messages.is_japanese() { "、" } else { ", " };
    let people = people.collect::<Vec<_>>().join(separator);
    let language = session.language.as_ref().map(|language| format!("[{}]", language.as_str().to_uppercase()));
    let details = [Some(people).filter(|people| !people.is_empty()), language];
    let details = details.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let details = Some((Ink::None, details)).filter(|(_, details)| !details.is_empty());
    [title].into_iter().chain(details).collect()
}

/// The name of the place of a session, if it tells sessions apart.
pub(super) fn place<'c>(context: &'c Context, session: &'c Session) -> Option<&'c Text> {
    let event = &context.conference.event;
    let room = session.room.as_ref().filter(|_| event.rooms.len() > 1).and_then(|id| event.room(id));
    session.venue.as_ref().or(room.map(|room| &room.name))
}
