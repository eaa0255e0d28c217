//! Every URL of a site that an export asks for.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use app::Site;
use axum::http::StatusCode;
use conference::url::{self, Page, Resource};

use super::places;
use crate::{arguments::Build, embedded};

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
}

impl Asked {
    /// Whether this status is expected.
    pub(super) fn expects(&self, status: StatusCode) -> bool {
        match self.kind {
            Kind::NotFound => status == StatusCode::NOT_FOUND,
            // A removed item, with the reason.
            Kind::FormerPage => status == StatusCode::GONE,
            Kind::Page | Kind::File => false,
        }
    }

    /// The place of the response in the export.
    pub(super) fn place(&self) -> anyhow::Result<PathBuf> {
        match self.kind {
            Kind::Page | Kind::FormerPage => places::page(&self.url),
            Kind::NotFound | Kind::File => places::file(&self.url),
        }
    }
}

/// The URLs of all resources, of former pages and of built files, each once. Those that name no item come first: among them are
/// the largest files, and no thread is left alone with one at the end.
pub(super) fn all(site: &Site, build: &Build) -> anyhow::Result<Vec<Asked>> {
    let conference = &site.conference;
    let languages = &conference.event.languages;
    let default = conference.event.default_language();
    let mut asked: Vec<_> = site
        .resources()
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
    let mut files = Vec::new();
    match build.folder() {
        Some(folder) => add_files(&folder, "/", &mut files)
            .with_context(|| format!("the built files in {} cannot be read", folder.display()))?,
        None => files.extend(embedded::site_files().map(|path| format!("/{}", url::encode_path(&path)))),
    }
    asked.extend(files.into_iter().map(|url| Asked { url, kind: Kind::File }));
    let home = |language| Page::Home.path(language, default);
    let folders: Vec<_> = languages.iter().map(home).filter(|home| home != "/").collect();
    asked.sort_by_key(|asked| {
        let path = folders.iter().find_map(|folder| asked.url.strip_prefix(&**folder));
        path.unwrap_or(&asked.url[1..]).matches('/').count()
    });
    Ok(asked)
}

/// Adds the built files. Without a build there are none, and the pages that need them fail the export.
fn add_files(folder: &Path, prefix: &str, urls: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        // Type declarations are for programmers.
        if name.is_empty() || name.starts_with('.') || name.ends_with(".ts") {
            continue;
        }
        let url = format!("{prefix}{}", url::encode_path(&name));
        if entry.file_type()?.is_dir() {
            add_files(&entry.path(), &format!("{url}/"), urls)?;
        } else {
            urls.push(url);
        }
    }
    Ok(())
}
