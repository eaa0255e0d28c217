//! Loads a conference from its source files, and reports every problem in them.

mod aliases;
mod assemble;
mod bodies;
mod cache;
mod conflicts;
mod context;
mod credits;
mod dated;
mod event;
mod facets;
mod files;
mod guids;
mod installments;
mod interview;
mod item;
mod items;
mod links;
mod mentions;
mod names;
mod news;
mod order;
mod people;
mod photo;
mod pictures;
mod plan_codes;
mod publication;
mod questions;
mod recognise;
mod references;
mod releases;
mod removal;
mod render;
mod revision;
mod series;
mod session;
mod sources;
mod speaker;
mod spelling;
mod tags;
mod translations;
mod unfinished;
mod unused;
mod wordings;

use std::{cell::RefCell, ops::Range};

use crate::{
    Conference,
    diagnostic::{Diagnostic, Severity},
};

use self::{cache::Cache, context::Context, files::Files, items::Items};

pub use recognise::{Recognised, recognise};
pub use sources::{Audience, SourceFile, Sources};

pub(crate) use order::{field_order, is_interview};

/// The result of loading: the publishable part of the conference and all diagnostics.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The conference; `None` only if `program/event.md` is missing, or has no name, days, time zone or languages.
    pub conference: Option<Conference>,
    /// Sorted by path, line and column.
    pub diagnostics: Vec<Diagnostic>,
}

/// A link to another site, and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExternalLink {
    /// As it is written.
    pub url: String,
    /// The path of the file.
    pub path: String,
    /// Bytes of the file.
    pub span: Range<usize>,
}

/// Loads a conference. Reports every problem of every file, leaves out broken items and publishes the rest.
///
/// A reference to an unknown item is dropped. A file is left out if its front matter cannot be parsed, or if a required
/// field is missing or invalid. An item with the field `removed` is known to be gone.
pub fn load(sources: &Sources, audience: Audience<'_>) -> Loaded {
    read(sources, audience, &mut None, None)
}

/// Loads a conference again and again, and keeps the results of work on files that do not change.
#[derive(Debug, Default)]
pub struct Loader {
    cache: RefCell<Cache>,
}

impl Loader {
    /// Loads like [`load`], with the same result.
    pub fn load(&mut self, sources: &Sources, audience: Audience<'_>) -> Loaded {
        self.cache.get_mut().retain(sources);
        read(sources, audience, &mut None, Some(&self.cache))
    }
}

/// Lists the links to other sites in all files, in the order of the files, for checks that make requests.
pub fn external_links(sources: &Sources) -> Vec<ExternalLink> {
    let mut links = Some(Vec::new());
    read(sources, Audience::Organizers, &mut links, None);
    links.unwrap_or_default()
}

/// Implements [`load`]; collects links to other sites only on demand, as there may be many.
fn read(
    sources: &Sources,
    audience: Audience<'_>,
    external: &mut Option<Vec<ExternalLink>>,
    cache: Option<&RefCell<Cache>>,
) -> Loaded {
    let mut diagnostics = Vec::new();
    let files = Files::sort(sources, &mut diagnostics);
    let mut context = Context::of(&files);
    context.lists_links = external.is_some();
    context.cache = cache;
    let (event, unread) = event::read(&mut context, &mut diagnostics);
    let items = Items::read(event, unread, &context, &mut diagnostics);
    let mut assembled = assemble::assemble(items, &context, sources, audience);
    if let Some((conference, _)) = &mut assembled {
        releases::read(conference, &context);
    }
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
    // The files that a broken item uses are unknown, so unused files are reported only without errors.
    let broken = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    let conference = assembled.map(|(conference, used)| {
        if !broken {
            releases::report_unreleased(&conference, &mut diagnostics);
            unused::report(&used, files.assets.keys(), &mut diagnostics);
        }
        conference
    });
    diagnostics.sort_by(|a, b| {
        (&a.path, a.line, a.column, a.severity, a.code).cmp(&(&b.path, b.line, b.column, b.severity, b.code))
    });
    Loaded { conference, diagnostics }
}

#[cfg(test)]
mod tests;
