//! The addresses that the service worker saves for readers of a language, in the order in which it saves them.

use std::collections::BTreeMap;

use conference::{
    Language, Rendition,
    picture::{Content, Crop, Encoding},
    url::{Export, Page, Resource},
};
use serde::Serialize;

use super::{made::Made, service_worker::revision};
use crate::site::Site;

/// The widest rendition that is saved: a screen of a phone has hardly more pixels.
const WIDEST: u32 = 960;

#[derive(Serialize)]
struct SavedFiles {
    /// That of the worker: a worker of another one saves nothing of this list.
    revision: String,
    /// Styles, scripts and the module of the islands.
    files: Vec<String>,
    pages: Vec<String>,
    /// The pieces of the search index.
    search: Vec<String>,
    /// Each picture as one rendition, followed by those for which it stands in.
    pictures: Vec<Vec<String>>,
}

/// The list; `None` if the event has no such language, or if browsers keep no copy of the site.
pub(super) fn saved_files(site: &Site, language: Option<&Language>) -> Option<Made> {
    let language = site.conference.event.language(language)?;
    let addresses = SavedFiles {
        revision: revision(site)?,
        files: files(site),
        pages: pages(site, language),
        search: search(site),
        pictures: pictures(site),
    };
    let body = serde_json::to_string(&addresses).expect("every value is text") + "\n";
    Some(Made { media_type: "application/json", body: body.into() })
}

fn files(site: &Site) -> Vec<String> {
    let urls = &site.urls;
    let stylesheet = site.stylesheet().path();
    let built = [&urls.style, &stylesheet, &urls.module, &urls.wasm];
    built.into_iter().chain(&urls.public).map(|path| below(site, path)).collect()
}

/// The pages: those with a subject first, then the lists of tags, of which a large site has many, and what can be read in one
/// language, too.
fn pages(site: &Site, language: &Language) -> Vec<String> {
    let mut pages: Vec<_> = site.conference.pages_in(language).collect();
    pages.sort_by_key(|page| matches!(page, Page::Tag(_) | Page::Bilingual(..)));
    let default = site.conference.event.default_language();
    pages.iter().map(|page| below(site, &page.path(language, default))).collect()
}

/// The list of the pieces of the search index, and the pieces.
fn search(site: &Site) -> Vec<String> {
    let pieces = [Export::SearchIndex].into_iter().chain(site.conference.search_pieces());
    pieces.map(|piece| below(site, &piece.path())).collect()
}

/// The pictures: people before figures, each once in all its sizes and formats.
fn pictures(site: &Site) -> Vec<Vec<String>> {
    let conference = &site.conference;
    let mut pictures: BTreeMap<_, Vec<(&String, &Rendition)>> = BTreeMap::new();
    for (name, rendition) in &conference.renditions {
        let is_figure = rendition.operation.crop == Crop::Whole;
        pictures.entry((is_figure, &rendition.path)).or_default().push((name, rendition));
    }
    let renditions = pictures.into_values().map(|mut renditions| {
        renditions.sort_by_key(|(_, rendition)| {
            let operation = &rendition.operation;
            let is_wide = operation.width > WIDEST;
            let width = i64::from(operation.width);
            // The widest of those that are not too wide; if there is none, the narrowest.
            (is_wide, operation.encoding == Encoding::Jpeg, if is_wide { width } else { -width })
        });
        renditions.into_iter().map(|(name, _)| Resource::Rendition(name.clone())).collect::<Vec<_>>()
    });
    let drawings = conference.assets.values().filter(|asset| matches!(asset.content, Content::Image { .. }));
    let drawings = drawings.map(|asset| vec![Resource::File(asset.path.clone())]);
    let path = |resource: Resource| below(site, &resource.path(&conference.event.languages));
    renditions.chain(drawings).map(|picture| picture.into_iter().map(path).collect()).collect()
}

fn below(site: &Site, path: &str) -> String {
    format!("{}{path}", site.urls.base_path)
}
