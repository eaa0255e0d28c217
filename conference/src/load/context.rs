//! The context in which items are read: the event's data and the list of all files.

use std::{cell::RefCell, ops::Range};

use jiff::civil::Date;

use super::{
    cache::Cache,
    files::{Document, Files, Kind},
};
use crate::{
    Language, Slug,
    diagnostic::words,
    front_matter::{Node, Value},
    message,
    nearest::{Search, list_of},
    read::{FieldReader, Placed, as_slug},
};

/// The data against which items are checked.
///
/// A part of the event that could not be read is `None`, and nothing is checked against it: one mistake in
/// `program/event.md` must not be reported again in every session.
pub(super) struct Context<'a> {
    pub(super) files: &'a Files<'a>,
    pub(super) search: Search,
    pub(super) languages: Option<Vec<Language>>,
    pub(super) days: Option<Vec<Date>>,
    pub(super) rooms: Option<Vec<Slug>>,
    pub(super) tracks: Option<Vec<Slug>>,
    /// The rooms in which sessions may not overlap. An entry with errors is none of them, as it may be shared.
    pub(super) exclusive_rooms: Vec<Slug>,
    /// Whether links to other sites are collected.
    pub(super) lists_links: bool,
    /// The results of earlier loads, if there will be another load.
    pub(super) cache: Option<&'a RefCell<Cache>>,
}

impl<'a> Context<'a> {
    /// The context before the event is read.
    pub(super) fn of(files: &'a Files<'a>) -> Self {
        Self {
            files,
            search: Search::default(),
            languages: None,
            days: None,
            rooms: None,
            tracks: None,
            exclusive_rooms: Vec::new(),
            lists_links: false,
            cache: None,
        }
    }

    /// A reader for the fields of a document.
    pub(super) fn reader<'c>(&'c self, document: &'c Document<'_>) -> FieldReader<'c> {
        FieldReader {
            languages: self.languages.as_deref(),
            file: document.text.unwrap_or_default(),
            problems: &document.problems,
            search: &self.search,
        }
    }

    /// The language of files without a language suffix.
    pub(super) fn default_language(&self) -> Language {
        self.languages.as_ref().and_then(|all| all.first().cloned()).unwrap_or_else(Language::undetermined)
    }

    /// Reads a reference to another item. Reports a reference without a file, and returns `None`.
    pub(super) fn reference<'n>(&self, reader: &FieldReader<'n>, node: &'n Node, kind: Kind) -> Option<Placed<Slug>> {
        let example = match kind {
            Kind::Speaker => "allan-espinosa",
            Kind::Session | Kind::Interview | Kind::Series | Kind::News => "unlimited-frameworks",
        };
        let what = match kind {
            Kind::Session => words!("the name of a session file", "セッションのファイル名"),
            Kind::Speaker => words!("the name of a speaker file", "登壇者のファイル名"),
            Kind::Interview => words!("the name of an interview file", "インタビューのファイル名"),
            Kind::Series => words!("the name of a series file", "シリーズのファイル名"),
            Kind::News => words!("the name of an article file", "お知らせのファイル名"),
        };
        let help = || match meant(node, |slug| self.files.has(kind, slug)) {
            Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
            None => message!(
                "write the name of a file in {folder} without `.md`, such as `{example}`",
                "{folder} にあるファイルの名前を`.md`なしで書いてください。例: `{example}`",
                folder = kind.folder()
            ),
        };
        let found = reader.slug(node, what, help)?;
        if self.files.has(kind, &found.value) {
            return Some(found);
        }
        let slug = &found.value;
        let known = self.files.items(kind).iter().filter(|(_, versions)| versions.original.is_some());
        let help = match self.search.nearest(slug.as_str(), known.map(|(slug, _)| slug.as_str())) {
            Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
            None => message!(
                "add the file {folder}/{slug}.md",
                "{folder}/{slug}.md を追加してください",
                folder = kind.folder()
            ),
        };
        let code = match kind {
            Kind::Session => "unknown-session",
            Kind::Speaker => "unknown-speaker",
            Kind::Interview => "unknown-interview",
            Kind::Series => "unknown-series",
            Kind::News => "unknown-article",
        };
        reader.problems.error(
            code,
            found.span,
            message!("there is no {kind} `{slug}`", "{kind}`{slug}`が見つかりません", kind = kind.name()),
            help,
        );
        None
    }

    /// Reads the id of a room or track of the event.
    pub(super) fn room_or_track<'n>(
        &self,
        reader: &FieldReader<'n>,
        node: &'n Node,
        part: RoomOrTrack,
    ) -> Option<Slug> {
        let (what, code, field, known) = match part {
            RoomOrTrack::Room => (words!("the id of a room", "部屋のid"), "unknown-room", "rooms", &self.rooms),
            RoomOrTrack::Track => {
                (words!("the id of a track", "トラックのid"), "unknown-track", "tracks", &self.tracks)
            }
        };
        let is_known = |slug: &Slug| known.as_ref().is_some_and(|known| known.contains(slug));
        let help = || match meant(node, is_known) {
            Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
            None => message!(
                "write an `id` from `{field}` in program/event.md",
                "program/event.md の`{field}`にある`id`を書いてください"
            ),
        };
        let found = reader.slug(node, what, help)?;
        let Some(known) = known else { return Some(found.value) };
        if known.contains(&found.value) {
            return Some(found.value);
        }
        let slug = &found.value;
        let ids: Vec<_> = known.iter().map(Slug::as_str).collect();
        let help = match self.search.nearest(slug.as_str(), ids.iter().copied()) {
            Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
            None if ids.is_empty() => {
                message!("add it to `{field}` in program/event.md", "program/event.md の`{field}`に追加してください")
            }
            None => message!(
                "add it to `{field}` in program/event.md, or use {known}",
                "program/event.md の`{field}`に追加するか、{known}を使ってください",
                known = list_of(&ids)
            ),
        };
        let name = match part {
            RoomOrTrack::Room => words!("room", "部屋"),
            RoomOrTrack::Track => words!("track", "トラック"),
        };
        reader.problems.error(
            code,
            found.span,
            message!("the event has no {name} `{slug}`", "イベントに{name}`{slug}`はありません", name = name),
            help,
        );
        None
    }

    /// Reports a date that is not a day of the event, and returns `None`.
    pub(super) fn check_day(&self, reader: &FieldReader<'_>, date: Date, span: Range<usize>) -> Option<()> {
        let Some(days) = &self.days else { return Some(()) };
        if days.contains(&date) {
            return Some(());
        }
        let days: Vec<_> = days.iter().map(Date::to_string).collect();
        let days: Vec<_> = days.iter().map(String::as_str).collect();
        reader.problems.error(
            "day-outside-event",
            span,
            message!("{date} is not a day of the event", "{date}は開催日ではありません"),
            message!(
                "the event's days are {days}; they are set by `days` in program/event.md",
                "開催日は{days}です。program/event.md の`days`で決まります",
                days = list_of(&days)
            ),
        );
        None
    }
}

/// The known slug that an invalid value probably means: one in capitals, or a file name with its extension.
fn meant(node: &Node, is_known: impl Fn(&Slug) -> bool) -> Option<Slug> {
    let Value::Text(text) = &node.value else { return None };
    as_slug(text).filter(is_known)
}

/// A reference to a room or to a track.
#[derive(Clone, Copy, Debug)]
pub(super) enum RoomOrTrack {
    Room,
    Track,
}
