//! Puts a conference together from its source files, and says everything that is wrong with them.

mod aliases;
mod bodies;
mod catalog;
mod conflicts;
mod context;
mod credits;
mod dated;
mod event;
mod facets;
mod files;
mod interview;
mod item;
mod links;
mod names;
mod news;
mod order;
mod people;
mod photo;
mod pictures;
mod publication;
mod revision;
mod session;
mod speaker;
mod spelling;
mod unfinished;

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
};

use bytes::Bytes;
use jiff::{civil::DateTime, tz::TimeZone};

use crate::{
    Asset, Conference,
    diagnostic::{Diagnostic, Severity},
    message,
};

pub(crate) use order::{field_order, is_interview};

use self::{
    bodies::Used,
    context::Context,
    files::{Files, Kind},
    item::Shelf,
};

/// A file of the content folder that is read: Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path below the content folder, with `/`: `program/event.md`.
    pub path: String,
    /// Its content, as it is on disk.
    pub bytes: Bytes,
}

/// Everything a conference is made from. The order of the files does not matter.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The Markdown files.
    pub files: Vec<SourceFile>,
    /// The other files beside them, such as photographs.
    pub assets: Vec<Asset>,
}

/// Whom a conference is loaded for.
#[derive(Clone, Copy)]
pub enum Audience<'a> {
    /// Visitors, at what is "now" in the event's time zone: drafts are not there, nor what is published later.
    Visitors(&'a dyn Fn(&TimeZone) -> DateTime),
    /// Organisers, who see everything.
    Organizers,
}

/// What came of loading: as much of the conference as can be published, and everything that is wrong.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The conference; `None` only where `program/event.md` is missing or says neither name, days, time zone nor languages.
    pub conference: Option<Conference>,
    /// Sorted by path, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// An address of another site, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalLink {
    /// As it is written.
    pub url: String,
    /// The path of the file.
    pub path: String,
    /// Bytes of the file.
    pub span: Range<usize>,
}

/// Loads a conference. Every problem of every file is reported; what is broken is left out and the rest is published.
///
/// A reference to something unknown is dropped from its item. A file is left out when its front matter cannot be read
/// or a required field is missing or wrong. An item whose front matter says `removed` is known to be gone.
pub fn load(sources: &Sources, audience: Audience<'_>) -> Loaded {
    read(sources, audience, &mut None)
}

/// The addresses of other sites in all files, in the order of the files: only a request can tell whether they are right.
pub fn external_links(sources: &Sources) -> Vec<ExternalLink> {
    let mut links = Some(Vec::new());
    read(sources, Audience::Organizers, &mut links);
    links.unwrap_or_default()
}

/// [`load`]s; the addresses of other sites are listed where somebody wants them: there are as many as there are links.
fn read(sources: &Sources, audience: Audience<'_>, external: &mut Option<Vec<ExternalLink>>) -> Loaded {
    let mut diagnostics = Vec::new();
    let files = Files::sort(sources, &mut diagnostics);
    let mut context = Context::of(&files);
    context.lists_links = external.is_some();
    let event = event::read(&mut context, &mut diagnostics);
    let mut removed = HashMap::new();
    let mut former = Vec::new();
    let mut shelf =
        Shelf { context: &context, diagnostics: &mut diagnostics, removed: &mut removed, former: &mut former };
    let speakers = shelf.read_all(Kind::Speaker, &speaker::SCHEMA, speaker::read);
    let sessions = shelf.read_all(Kind::Session, &session::SCHEMA, session::read);
    let interviews = shelf.read_all(Kind::Interview, &interview::SCHEMA, interview::read);
    let news = shelf.read_all(Kind::News, &news::SCHEMA, news::read);
    let parts = catalog::Parts { event, sessions, speakers, interviews, news, removed, former };
    let assembled = catalog::assemble(parts, &context, sources, audience);
    for document in files.documents() {
        if let Some(text) = document.text {
            diagnostics.extend(document.problems.take(document.path, text));
            let links = document.problems.take_links().into_iter();
            let links = links.map(|(span, url)| ExternalLink { url, path: document.path.to_owned(), span });
            if let Some(external) = external {
                external.extend(links);
            }
        }
    }
    // What a broken item would lead to is not known.
    let broken = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let conference = assembled.map(|(conference, used)| {
        if !broken {
            report_unused(&used, files.assets.keys(), &mut diagnostics);
        }
        conference
    });
    diagnostics.sort_by(|a, b| {
        (&a.path, a.line, a.column, a.severity, a.code).cmp(&(&b.path, b.line, b.column, b.severity, b.code))
    });
    Loaded { conference, diagnostics }
}

/// Reports what nothing on the site leads to: such files are not served.
fn report_unused<'a>(used: &Used, files: impl Iterator<Item = &'a &'a str>, diagnostics: &mut Vec<Diagnostic>) {
    let shown: BTreeSet<&str> = used.by_pages.iter().chain(&used.by_drafts).map(|(path, _)| path.as_str()).collect();
    let unused = files.filter(|path| !shown.contains(**path));
    let known: BTreeSet<_> = diagnostics.iter().map(|diagnostic| diagnostic.path.clone()).collect();
    let unused = unused.filter(|path| !known.contains(**path));
    let of_files = unused.map(|path| {
        let help = message!(
            "link to it or show it somewhere, or remove it; it is not on the site",
            "どこかからリンクするか表示してください。不要なら消してください。サイトには出ていません"
        );
        Diagnostic::of_file(
            Severity::Warning,
            "unused-file",
            path,
            message!("nothing leads to this file", "このファイルはどこからも使われていません"),
            help,
        )
    });
    diagnostics.extend(of_files);
    let of_speakers = used.idle.iter().map(|path| {
        let help = message!(
            "name them in the `speakers` of a session or an interview, or remove the file",
            "セッションかインタビューの`speakers`に書くか、このファイルを消してください"
        );
        let message = message!(
            "no session and no interview is with this speaker",
            "この人が登壇するセッションもインタビューもありません"
        );
        Diagnostic::of_file(Severity::Warning, "unused-speaker", path, message, help)
    });
    diagnostics.extend(of_speakers);
}

#[cfg(test)]
mod tests;
