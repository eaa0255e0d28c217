//! The filter properties of sessions.

use crate::{
    Session, Slug,
    filter::{Facet, SEPARATOR},
};

/// The facet values of a session; its interviews must be linked already.
pub(super) fn values(session: &Session) -> [String; Facet::ALL.len()] {
    Facet::ALL.map(|facet| value(session, facet))
}

fn value(session: &Session, facet: Facet) -> String {
    let optional = |value: Option<&str>| value.unwrap_or_default().to_owned();
    match facet {
        Facet::Day => session.start.date().to_string(),
        Facet::Format => session.format.name().to_owned(),
        Facet::Track => optional(session.track.as_ref().map(Slug::as_str)),
        Facet::Language => optional(session.language.as_ref().map(crate::Language::as_str)),
        Facet::Level => optional(session.level.map(crate::Level::name)),
        Facet::Tag => join(session.tags.iter().map(String::as_str)),
        Facet::Speaker => join(session.people().map(Slug::as_str)),
        Facet::Room => optional(session.room.as_ref().map(Slug::as_str)),
        Facet::Starred => String::new(),
        Facet::Interview => optional((!session.interviews.is_empty()).then_some("yes")),
    }
}

fn join<'v>(values: impl Iterator<Item = &'v str>) -> String {
    let mut joined = String::new();
    for value in values {
        if !joined.is_empty() {
            joined.push(SEPARATOR);
        }
        joined.push_str(value);
    }
    joined
}
