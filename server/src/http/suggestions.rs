//! The pages whose addresses are nearest to one that leads nowhere.

use conference::{
    Conference, Language,
    url::{Page, decode_path},
};

/// So many pages are named.
const MOST: usize = 3;

/// Longer addresses have no neighbours, in bytes.
const LONGEST: usize = 120;

/// So many pages are compared letter by letter: addresses are made up faster than they are compared.
const COMPARED: usize = 2_000;

/// The nearest pages in a language, the nearest first: those with the same name elsewhere, then those of a similar address.
pub(super) fn nearest(conference: &Conference, language: &Language, path: &str) -> Vec<Page> {
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
