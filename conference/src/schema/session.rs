//! `program/sessions/<slug>.md`.

#![expect(dead_code, reason = "only described, never made")]

use std::collections::BTreeMap;

use schemars::JsonSchema;

use super::parts::{Credits, Guid, Language, OneOrMany, Reason, Scalar, Slug, Tag, Truth, Url, Words, removable};

/// A session of the programme.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = removable)]
pub(super) struct Session {
    /// The title.
    title: Words,
    /// What it is.
    format: Format,
    /// Who speaks: names of files in program/speakers/, without .md.
    speakers: Option<OneOrMany<Slug>>,
    /// Who leads a panel: the name of a file in program/speakers/, without .md.
    moderator: Option<Slug>,
    /// Where: an id of rooms in program/event.md.
    room: Option<Slug>,
    /// Where, if it is held in none of these rooms.
    venue: Option<Words>,
    /// An id of tracks in program/event.md.
    track: Option<Slug>,
    /// When it begins, in the event's time zone, such as 2016-10-01 14:15.
    #[schemars(regex(pattern = r"^(19[7-9]\d|[2-9]\d{3})-\d{2}-\d{2}[T ] *\d{1,2}:\d{2}(:\d{2})?$"))]
    start: String,
    /// When it ends, such as 14:50; or give a duration.
    end: Option<String>,
    /// How long it takes, such as 35m or 1h30m; or give its end.
    duration: Option<String>,
    /// The language it is held in.
    language: Option<Language>,
    /// What it asks of its audience.
    level: Option<Level>,
    /// Tags.
    tags: Option<OneOrMany<Tag>>,
    /// Slides, video and more, each with its address.
    links: Option<BTreeMap<String, Option<Url>>>,
    /// Whether it will not take place; it stays on the schedule, marked.
    canceled: Option<Truth>,
    /// Former names in URLs, the first one first; they lead here.
    aliases: Option<OneOrMany<Slug>>,
    /// The id by which apps know it, if it was imported from another tool.
    guid: Option<Guid>,
    /// Who took the pictures in the text, by the names of their files; it stands under them.
    pictures: Option<Credits>,
    /// Spellings that look like a slip in the name of somebody and are none: no warning is given.
    allow: Option<OneOrMany<Scalar>>,
    /// Why there is no such session any more; its address answers with this reason.
    removed: Reason,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Format {
    Keynote,
    Talk,
    Lightning,
    Panel,
    Workshop,
    Opening,
    Break,
    Social,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Level {
    Introductory,
    Intermediate,
    Advanced,
}
