//! The usual order of the fields of each kind of file.

use super::files::{Kind, Owner, parse_path};

const EVENT: &[&str] = &[
    "name",
    "acronym",
    "tagline",
    "url",
    "timezone",
    "days",
    "languages",
    "venue",
    "rooms",
    "changeover",
    "changeovers",
    "tracks",
    "hashtag",
    "organizer",
    "sponsors",
    "notice",
    "pictures",
];

const SESSION: &[&str] = &[
    "title",
    "format",
    "speakers",
    "moderator",
    "room",
    "venue",
    "track",
    "start",
    "end",
    "duration",
    "language",
    "level",
    "tags",
    "links",
    "canceled",
    "aliases",
    "guid",
    "pictures",
    "allow",
    "removed",
];

const SPEAKER: &[&str] = &["name", "reading", "organization", "role", "links", "photo", "pictures", "allow", "removed"];

const INTERVIEW: &[&str] = &[
    "title",
    "speaker",
    "speakers",
    "session",
    "interviewer",
    "published",
    "updated",
    "draft",
    "series",
    "number",
    "summary",
    "tags",
    "source",
    "licence",
    "aliases",
    "pictures",
    "allow",
    "removed",
];

const SERIES: &[&str] = &["name", "summary", "questions", "pictures", "allow", "removed"];

const NEWS: &[&str] = &[
    "title",
    "author",
    "published",
    "updated",
    "draft",
    "summary",
    "tags",
    "source",
    "licence",
    "aliases",
    "pictures",
    "allow",
    "removed",
];

/// The usual field order of a file, by its path; `None` if it is not the file of an item.
pub(crate) fn field_order(path: &str) -> Option<&'static [&'static str]> {
    Some(match parse_path(path)?.owner {
        Owner::Event => EVENT,
        Owner::Item(Kind::Session, _) => SESSION,
        Owner::Item(Kind::Speaker, _) => SPEAKER,
        Owner::Item(Kind::Interview, _) => INTERVIEW,
        Owner::Item(Kind::Series, _) => SERIES,
        Owner::Item(Kind::News, _) => NEWS,
    })
}

/// Whether a file belongs to an interview.
pub(crate) fn is_interview(path: &str) -> bool {
    parse_path(path).is_some_and(|place| place.is_interview())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{interview, item::Schema, news, series, session, speaker};

    #[test]
    fn every_field_has_its_place() {
        for (order, schema) in [
            (SESSION, session::SCHEMA),
            (SPEAKER, speaker::SCHEMA),
            (INTERVIEW, interview::SCHEMA),
            (SERIES, series::SCHEMA),
            (NEWS, news::SCHEMA),
        ] {
            let Schema { texts, others, .. } = schema;
            let mut known: Vec<_> = texts.iter().chain(others).copied().collect();
            let mut order = order.to_vec();
            known.sort_unstable();
            order.sort_unstable();
            assert_eq!(order, known);
        }
    }
}
