//! The pages whose addresses are nearest to one that leads nowhere.

use std::sync::Arc;

use conference::{
    Conference, Language,
    url::{Page, decode_path},
};
use tokio::sync::Semaphore;

/// The most pages that are suggested.
const MOST: usize = 3;

/// Longer addresses have no neighbours, in bytes.
const LONGEST: usize = 120;

/// The most pages that are compared letter by letter: addresses are made up faster than they are compared.
const COMPARED: usize = 2_000;

/// The number of requests for which addresses are compared at the same time.
const AT_ONCE: usize = 2;

/// How many requests have addresses compared for them: comparing takes milliseconds, and addresses that lead nowhere are made
/// up faster.
#[derive(Clone, Debug)]
pub(crate) struct Limit(Arc<Semaphore>);

impl Default for Limit {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

/// [`nearest`] in a thread of its own; no pages if too many requests ask for them.
pub(super) async fn nearest_soon(
    limit: &Limit,
    conference: &Arc<Conference>,
    language: &Language,
    path: &str,
) -> Vec<Page> {
    let Ok(permit) = limit.0.clone().try_acquire_owned() else { return Vec::new() };
    let (conference, language, path) = (conference.clone(), language.clone(), path.to_owned());
    let compared = tokio::task::spawn_blocking(move || {
        // Kept to the end, even if the client is gone.
        let _permit = permit;
        nearest(&conference, &language, &path)
    });
    compared.await.unwrap_or_default()
}

/// The nearest pages in a language, the nearest first: those with the same name elsewhere, then those of a similar address.
fn nearest(conference: &Conference, language: &Language, path: &str) -> Vec<Page> {
    let Some(path) = decode_path(path).filter(|path| path.len() <= LONGEST) else { return Vec::new() };
    let path = path.trim_end_matches('/').to_lowercase();
    let path = path.strip_prefix(&format!("/{language}")).unwrap_or(&path);
    let name = path.rsplit('/').next().unwrap_or_default();
    if name.is_empty() {
        return Vec::new();
    }
    let allowed = 2.max(name.len() / 4);
    let mut compared = 0;
    let mut found: Vec<(usize, Page)> = Vec::new();
    for page in conference.pages() {
        // Without the prefix of a language.
        let other = page.path(language, language);
        let other_name = other.rsplit('/').next().unwrap_or_default();
        if other_name == name {
            found.push((0, page));
        } else if other.len().abs_diff(path.len()) <= allowed && compared < COMPARED {
            compared += 1;
            let distance = strsim::osa_distance(&other, path);
            if distance <= allowed {
                found.push((distance, page));
            }
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().map(|(_, page)| page).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use conference::load::{Audience, SourceFile, Sources, load};

    use super::*;

    #[tokio::test]
    async fn who_asks_while_others_are_compared_is_not_kept_waiting() {
        let event = "---\nname: x\ntimezone: UTC\ndays: [2016-10-01]\nlanguages: [en]\n---\n";
        let files = vec![SourceFile::new("program/event.md", event)];
        let loaded = load(&Sources { files, assets: Vec::new() }, Audience::Organizers);
        let conference = Arc::new(loaded.conference.expect("there is an event"));
        let language = conference.event.default_language();
        let limit = Limit::default();
        assert!(!nearest_soon(&limit, &conference, language, "/scedule").await.is_empty());
        let others = limit.0.clone().acquire_many_owned(2).await.expect("nobody closes it");
        assert!(nearest_soon(&limit, &conference, language, "/scedule").await.is_empty());
        drop(others);
        assert!(!nearest_soon(&limit, &conference, language, "/scedule").await.is_empty());
    }
}
