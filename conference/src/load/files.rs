//! Sorts source files into items by their paths, before any file is read.

mod content_path;
mod decode;
mod document;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::sources::Sources;
use crate::{
    Asset, Slug,
    diagnostic::{Diagnostic, Severity},
    message,
    release::RELEASES,
};

pub(super) use {
    content_path::{ContentPath, EVENT, Kind, Owner},
    document::Document,
};

/// Parses the path of a Markdown file; `None` for files that are not content, such as READMEs.
pub(super) fn parse_path(path: &str) -> Option<ContentPath<'_>> {
    content_path::find(path).ok().flatten()
}

/// The files of one item.
#[derive(Debug, Default)]
pub(super) struct Versions<'a> {
    /// The file without language suffix.
    pub(super) original: Option<Document<'a>>,
    /// The files with language suffix. The language may be none of the event's.
    pub(super) translations: BTreeMap<&'a str, Document<'a>>,
}

/// All source files.
#[derive(Debug, Default)]
pub(super) struct Files<'a> {
    pub(super) event: Versions<'a>,
    pub(super) sessions: BTreeMap<Slug, Versions<'a>>,
    pub(super) speakers: BTreeMap<Slug, Versions<'a>>,
    pub(super) interviews: BTreeMap<Slug, Versions<'a>>,
    pub(super) series: BTreeMap<Slug, Versions<'a>>,
    pub(super) news: BTreeMap<Slug, Versions<'a>>,
    /// The releases.
    pub(super) releases: Option<Document<'a>>,
    /// The parsed path of each file.
    pub(super) paths: FxHashMap<&'a str, ContentPath<'a>>,
    /// The files that are not Markdown, by path.
    pub(super) assets: BTreeMap<&'a str, &'a Asset>,
}

impl<'a> Files<'a> {
    /// Sorts all files, and reports misplaced ones.
    pub(super) fn sort(sources: &'a Sources, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let mut files = Self::default();
        files.assets.extend(sources.assets.iter().map(|asset| (asset.path.as_str(), asset)));
        for path in files.assets.keys() {
            diagnostics.extend(content_path::report_asset(path));
        }
        let mut sorted: Vec<_> = sources.files.iter().collect();
        sorted.sort_by_key(|file| &file.path);
        sorted.dedup_by_key(|file| &file.path);
        for file in sorted {
            if file.path == RELEASES {
                files.releases = Some(decode::decode(file, decode::LARGEST_LOG, diagnostics));
                continue;
            }
            let place = match content_path::find(&file.path) {
                Ok(Some(place)) => place,
                Ok(None) => continue,
                Err(diagnostic) => {
                    diagnostics.push(*diagnostic);
                    continue;
                }
            };
            files.paths.insert(&file.path, place.clone());
            let document = decode::decode(file, decode::LARGEST, diagnostics);
            files.add(document, &place, diagnostics);
        }
        files
    }

    fn add(&mut self, document: Document<'a>, place: &ContentPath<'a>, diagnostics: &mut Vec<Diagnostic>) {
        let versions = match &place.owner {
            Owner::Event => &mut self.event,
            Owner::Item(kind, slug) => self.items_mut(*kind).entry(slug.clone()).or_default(),
        };
        let earlier = match place.suffix {
            None => versions.original.as_ref(),
            Some(suffix) => versions.translations.get(suffix),
        };
        if let Some(earlier) = earlier {
            diagnostics.push(Diagnostic::of_file(
                Severity::Error,
                "duplicate-slug",
                document.path,
                message!(
                    "this file and {other} have the same name in URLs",
                    "このファイルと {other} は、URLで同じ名前になります",
                    other = earlier.path
                ),
                message!(
                    "rename or remove one of them; only the other one is published",
                    "どちらかの名前を変えるか消してください。公開されるのはもう一方だけです"
                ),
            ));
            return;
        }
        match place.suffix {
            None => versions.original = Some(document),
            Some(suffix) => _ = versions.translations.insert(suffix, document),
        }
    }

    /// The items of a kind.
    pub(super) fn items(&self, kind: Kind) -> &BTreeMap<Slug, Versions<'a>> {
        match kind {
            Kind::Session => &self.sessions,
            Kind::Speaker => &self.speakers,
            Kind::Interview => &self.interviews,
            Kind::Series => &self.series,
            Kind::News => &self.news,
        }
    }

    fn items_mut(&mut self, kind: Kind) -> &mut BTreeMap<Slug, Versions<'a>> {
        match kind {
            Kind::Session => &mut self.sessions,
            Kind::Speaker => &mut self.speakers,
            Kind::Interview => &mut self.interviews,
            Kind::Series => &mut self.series,
            Kind::News => &mut self.news,
        }
    }

    /// Whether an item has an original file, readable or not.
    pub(super) fn has(&self, kind: Kind, slug: &Slug) -> bool {
        self.items(kind).get(slug).is_some_and(|versions| versions.original.is_some())
    }

    /// Every document.
    pub(super) fn documents(&self) -> impl Iterator<Item = &Document<'a>> {
        std::iter::once(&self.event)
            .chain(Kind::ALL.into_iter().flat_map(|kind| self.items(kind).values()))
            .flat_map(|versions| versions.original.iter().chain(versions.translations.values()))
            .chain(&self.releases)
    }
}
