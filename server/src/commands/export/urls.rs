//! Every URL of a site that an export asks for.

use std::{fs, io, path::Path};

use anyhow::Context as _;
use app::Site;
use axum::http::StatusCode;
use conference::{
    picture::Content,
    schema::ItemKind,
    url::{self, Page},
};

use crate::{arguments::Build, embedded};

/// An address at which there is nothing; hosts look for a file of this name, in a folder or above it.
const NOT_FOUND: &str = "404.html";

/// The URLs without the base path: pages in all languages, former pages, pictures, files. Each once.
pub(super) fn all(site: &Site, build: &Build) -> anyhow::Result<Vec<String>> {
    let conference = &site.conference;
    let languages = &conference.event.languages;
    let default = conference.event.default_language();
    let mut urls = Vec::new();
    // One language after the other: the largest page, the schedule, is not made in all of them at once.
    for language in languages {
        let pages = conference.pages().chain(conference.former_pages());
        urls.extend(pages.map(|page| page.path(language, default)));
    }
    urls.extend(languages.iter().map(|language| format!("{}{NOT_FOUND}", Page::Home.path(language, default))));
    urls.push(site.stylesheet.clone());
    urls.extend(ItemKind::ALL.map(url::schema));
    urls.extend(conference.renditions.keys().map(|name| url::picture(name)));
    let files = conference.assets.values();
    let files = files.filter(|asset| matches!(asset.content, Content::File | Content::Image { .. }));
    urls.extend(files.map(|asset| url::asset(&asset.path)));
    match build.folder() {
        Some(folder) => add_files(&folder, "/", &mut urls)
            .with_context(|| format!("the built files in {} cannot be read", folder.display()))?,
        None => urls.extend(embedded::site_files().map(|path| format!("/{}", url::encode_path(&path)))),
    }
    Ok(urls)
}

/// Whether an address that answers with an error is there for it.
pub(super) fn expects(url: &str, status: StatusCode) -> bool {
    match status {
        StatusCode::NOT_FOUND => url.ends_with(NOT_FOUND),
        // A removed item, with the reason.
        status => status == StatusCode::GONE,
    }
}

/// The built files; none where nothing was built, which the pages that need them will tell.
fn add_files(folder: &Path, prefix: &str, urls: &mut Vec<String>) -> io::Result<()> {
    let entries = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().into_string().unwrap_or_default();
        // Declarations are for programmers.
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
