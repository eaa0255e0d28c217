//! Every URL of a site that an export asks for.

use std::{iter, path::PathBuf};

use anyhow::Context as _;
use app::Site;
use axum::http::StatusCode;
use conference::url::{self, Export, Page, Resource};
use indicatif::ProgressBar;

use super::places;
use crate::{arguments::Build, files, representation::Effort};

/// The file for unknown addresses. Hosts look for this name in the folder of the address and above it.
const NOT_FOUND: &str = "404.html";

/// A URL that an export asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Without the base path.
    pub(super) url: String,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Page,
    /// The page of a former slug or of a removed item.
    FormerPage,
    /// The page for unknown addresses.
    NotFound,
    File,
    /// A built or public file.
    Built,
}

impl Asked {
    /// Whether this status is expected.
    pub(super) fn expects(&self, status: StatusCode) -> bool {
        match self.kind {
            Kind::NotFound => status == StatusCode::NOT_FOUND,
            // A removed item, with the reason.
            Kind::FormerPage => status == StatusCode::GONE,
            Kind::Page | Kind::File | Kind::Built => false,
        }
    }

    /// The place of the response in the export.
    pub(super) fn place(&self) -> anyhow::Result<PathBuf> {
        match self.kind {
            Kind::Page | Kind::FormerPage => places::page(&self.url),
            Kind::NotFound | Kind::File | Kind::Built => places::file(&self.url),
        }
    }

    /// The effort with which the server compresses it.
    pub(super) fn effort(&self) -> Effort {
        if self.kind == Kind::Built { Effort::Patient } else { Effort::Most }
    }
}

/// The URLs of all resources, of former pages and of built files, each once. Those that name no item come first: among them are
/// the largest files, and no thread is left alone with one at the end. Those of the search index come last: until then another
/// thread builds it.
pub(super) fn all(site: &Site, build: &Build, bar: ProgressBar) -> anyhow::Result<impl Iterator<Item = Asked> + use<>> {
    let conference = site.conference.clone();
    let languages = &conference.event.languages;
    let default = conference.event.default_language();
    let mut asked: Vec<_> = site
        .resources_without_search()
        .filter(|resource| *resource != Resource::Export(Export::SearchIndex))
        .map(|resource| {
            let kind = if matches!(resource, Resource::Page(_)) { Kind::Page } else { Kind::File };
            Asked { url: resource.path(languages), kind }
        })
        .collect();
    for language in languages {
        let former = conference.former_pages().map(|page| page.path(language, default));
        asked.extend(former.map(|url| Asked { url, kind: Kind::FormerPage }));
        let url = format!("{}{NOT_FOUND}", Page::Home.path(language, default));
        asked.push(Asked { url, kind: Kind::NotFound });
    }
    // Without a build the pages that need its files fail the export.
    let files = files::built(build).context("the built files cannot be read")?;
    asked.extend(files.iter().map(|path| Asked { url: format!("/{}", url::encode_path(path)), kind: Kind::Built }));
    let home = |language| Page::Home.path(language, default);
    let folders: Vec<_> = languages.iter().map(home).filter(|home| home != "/").collect();
    asked.sort_by_key(|asked| {
        let path = folders.iter().find_map(|folder| asked.url.strip_prefix(&**folder));
        path.unwrap_or(&asked.url[1..]).matches('/').count()
    });
    drop(folders);
    bar.set_length(asked.len() as u64);
    let pieces = iter::once_with(move || {
        let pieces = [Export::SearchIndex].into_iter().chain(conference.search_pieces());
        let pieces: Vec<_> = pieces.map(|piece| Asked { url: piece.path(), kind: Kind::File }).collect();
        bar.inc_length(pieces.len() as u64);
        pieces
    });
    Ok(asked.into_iter().chain(pieces.flatten()))
}
