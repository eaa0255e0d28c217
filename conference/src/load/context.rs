//! What is known of the event and of all files while items are read.

use std::ops::Range;

use jiff::civil::Date;

use super::files::{Document, Files, Kind};
use crate::{
    Language, Slug,
    front_matter::Node,
    read::{Placed, Reader, Search, list_of},
};

/// What items are read against.
///
/// A part of the event that could not be read is `None`, and nothing is checked against it: one mistake in
/// `program/event.md` must not be reported once more in every session.
pub(super) struct Context<'a> {
    pub(super) files: &'a Files<'a>,
    pub(super) search: Search,
    pub(super) languages: Option<Vec<Language>>,
    pub(super) days: Option<Vec<Date>>,
    pub(super) rooms: Option<Vec<Slug>>,
    pub(super) tracks: Option<Vec<Slug>>,
}

impl<'a> Context<'a> {
    /// The context before the event is read.
    pub(super) fn of(files: &'a Files<'a>) -> Self {
        Self { files, search: Search::default(), languages: None, days: None, rooms: None, tracks: None }
    }

    /// What the values of a document are read with.
    pub(super) fn reader<'c>(&'c self, document: &'c Document<'_>) -> Reader<'c> {
        Reader { languages: self.languages.as_deref(), problems: &document.problems, search: &self.search }
    }

    /// The language of files without a language in their names.
    pub(super) fn default_language(&self) -> Language {
        self.languages.as_ref().and_then(|all| all.first().cloned()).unwrap_or_else(Language::undetermined)
    }

    /// Reads the slug of another item. One without a file is reported and nothing.
    pub(super) fn reference<'n>(&self, reader: &Reader<'n>, node: &'n Node, kind: Kind) -> Option<Placed<Slug>> {
        let example = match kind {
            Kind::Speaker => "allan-espinosa",
            Kind::Session | Kind::Interview => "unlimited-frameworks",
        };
        let found = reader.slug(node, &format!("the name of a {} file", kind.name()), example)?;
        if self.files.has(kind, &found.value) {
            return Some(found);
        }
        let slug = &found.value;
        let known = self.files.items(kind).iter().filter(|(_, versions)| versions.original.is_some());
        let help = match self.search.nearest(slug.as_str(), known.map(|(slug, _)| slug.as_str())) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("add the file {}/{slug}.md", kind.folder()),
        };
        let code = match kind {
            Kind::Session => "unknown-session",
            Kind::Speaker => "unknown-speaker",
            Kind::Interview => "unknown-interview",
        };
        reader.problems.error(code, found.span, format!("there is no {} `{slug}`", kind.name()), help);
        None
    }

    /// Reads the id of a room or a track of the event; `part` names the field of the event.
    pub(super) fn part<'n>(&self, reader: &Reader<'n>, node: &'n Node, part: Part) -> Option<Slug> {
        let (what, code, field, known) = match part {
            Part::Room => ("the id of a room", "unknown-room", "rooms", &self.rooms),
            Part::Track => ("the id of a track", "unknown-track", "tracks", &self.tracks),
        };
        let found = reader.slug(node, what, "hall")?;
        let Some(known) = known else { return Some(found.value) };
        if known.contains(&found.value) {
            return Some(found.value);
        }
        let slug = &found.value;
        let ids: Vec<_> = known.iter().map(Slug::as_str).collect();
        let help = match self.search.nearest(slug.as_str(), ids.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if ids.is_empty() => format!("add it to `{field}` in program/event.md"),
            None => format!("add it to `{field}` in program/event.md, or use {}", list_of(&ids)),
        };
        let name = &field[..field.len() - 1];
        reader.problems.error(code, found.span, format!("the event has no {name} `{slug}`"), help);
        None
    }

    /// Whether a date is a day of the event; reports it where it is not.
    pub(super) fn check_day(&self, reader: &Reader<'_>, date: Date, span: Range<usize>) -> Option<()> {
        let Some(days) = &self.days else { return Some(()) };
        if days.contains(&date) {
            return Some(());
        }
        let days: Vec<_> = days.iter().map(Date::to_string).collect();
        let days: Vec<_> = days.iter().map(String::as_str).collect();
        reader.problems.error(
            "day-outside-event",
            span,
            format!("{date} is not a day of the event"),
            format!("the event's days are {}; they are set by `days` in program/event.md", list_of(&days)),
        );
        None
    }
}

/// What an event is divided into.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Room,
    Track,
}
