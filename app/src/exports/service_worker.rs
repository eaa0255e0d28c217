//! The service worker: it keeps a copy of the site, and answers from it without a network.

use std::collections::BTreeSet;

use conference::{
    Conference,
    url::{Export, Page},
};
use serde::Serialize;

use super::made::Made;
use crate::{
    messages::Messages,
    site::{Offline, Site},
};

const WORKER: &str = include_str!("service_worker/worker.js");
/// The worker that removes itself and its copies from browsers.
const REMOVAL: &str = include_str!("service_worker/removal.js");

/// The constants of the worker.
#[derive(Serialize)]
struct Constants<'a> {
    revision: String,
    /// In bytes.
    limit: u64,
    /// The first segments of the paths of pages, after the home page of a language.
    sections: BTreeSet<String>,
    languages: Vec<Reader<'a>>,
}

/// Readers of a language.
#[derive(Serialize)]
struct Reader<'a> {
    language: &'a str,
    home: String,
    schedule: String,
    /// The list of addresses to save.
    list: String,
    style: String,
    words: Words,
}

#[derive(Serialize)]
struct Words {
    unreachable: &'static str,
    slow: &'static str,
    missing: &'static str,
    not_saved: &'static str,
    schedule: &'static str,
}

/// The worker: its bytes change with the [revision](revision), so that browsers install the new one.
pub(super) fn service_worker(site: &Site) -> Made {
    let body = match (site.offline(), revision(site)) {
        (Offline::Megabytes(limit), Some(revision)) => {
            let constants = serde_json::to_string_pretty(&constants(site, limit, revision));
            format!("const SITE = {};\n{WORKER}", constants.expect("every value is text"))
        }
        _ => REMOVAL.to_owned(),
    };
    Made { media_type: "text/javascript; charset=utf-8", body: body.into() }
}

/// A digest of the content, the build and the program: pages of two revisions are never shown together. `None` if
/// browsers keep no copy.
pub(super) fn revision(site: &Site) -> Option<String> {
    let Offline::Megabytes(limit) = site.offline() else { return None };
    let content = site.conference.revision.to_string();
    let (limit, stylesheet) = (limit.to_string(), site.stylesheet().path());
    let mut hasher = blake3::Hasher::new();
    for part in [&*content, &site.urls.build, &stylesheet, &limit, WORKER, env!("CARGO_PKG_VERSION")] {
        hasher.update(part.as_bytes());
        hasher.update(b"\n");
    }
    Some(hasher.finalize().to_hex()[..16].to_owned())
}

fn constants(site: &Site, limit: u32, revision: String) -> Constants<'_> {
    let conference = &site.conference;
    let below = |path: &str| format!("{}{path}", site.urls.base_path);
    let default = conference.event.default_language();
    let readers = conference.event.languages.iter().map(|language| {
        let messages = Messages::of(language);
        let path = |page: Page| below(&page.path(language, default));
        Reader {
            language: language.as_str(),
            home: path(Page::Home),
            schedule: path(Page::Schedule(Default::default())),
            list: below(&Export::SavedFiles(Some(language).filter(|own| *own != default).cloned()).path()),
            style: below(&site.urls.style),
            words: Words {
                unreachable: messages.saved_unreachable,
                slow: messages.saved_slow,
                missing: messages.not_saved_title,
                not_saved: messages.not_saved,
                schedule: messages.whole_schedule,
            },
        }
    });
    Constants {
        revision,
        limit: u64::from(limit) * 1_000_000,
        sections: sections(conference),
        languages: readers.collect(),
    }
}

/// The first segments of all pages in the default language; that of the home page is empty.
fn sections(conference: &Conference) -> BTreeSet<String> {
    let default = conference.event.default_language();
    let paths = conference.pages().map(|page| page.path(default, default));
    paths.filter_map(|path| path.split('/').nth(1).map(str::to_owned)).collect()
}
