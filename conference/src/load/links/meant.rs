//! Suggests a file for a broken link.

use super::paths::{self, folder, join, relative};
use crate::{
    Slug,
    load::{context::Context, files::Kind},
};

/// Suggests a relative path, from the folder of the linking file and the written destination.
pub(super) type Nearest = fn(&Context<'_>, &str, &str) -> Option<String>;

/// The extensions of pages.
const OF_PAGES: [&str; 3] = ["md", "html", "htm"];

/// Suggests a file for a link.
pub(super) fn nearest_file(context: &Context<'_>, from: &str, written: &str) -> Option<String> {
    let files = context.files;
    let name = written.trim_end_matches('/').rsplit('/').next().filter(|name| !name.is_empty())?;
    let stem = match name.rsplit_once('.') {
        Some((stem, ending)) if OF_PAGES.contains(&ending) => stem,
        Some(_) => return nearest_asset(context, from, written),
        None => name,
    };
    // The most common mistakes: a missing extension, or the wrong folder.
    let beside = join(from, written).and_then(|path| {
        let place = path.strip_suffix(name)?;
        let item = if stem == "index" { place.trim_end_matches('/').to_owned() } else { format!("{place}{stem}") };
        let ways = [format!("{item}.md"), format!("{item}/index.md")];
        ways.into_iter().find(|path| files.paths.contains_key(path.as_str()))
    });
    if let Some(path) = beside {
        return Some(relative(from, &path));
    }
    let by_slug = Slug::parse(stem)
        .and_then(|slug| Kind::ALL.into_iter().find_map(|kind| files.items(kind).get(&slug)?.original.as_ref()));
    if let Some(document) = by_slug {
        return Some(relative(from, document.path));
    }
    nearest_name(context, from, written, || {
        files.documents().map(|document| document.path).chain(files.assets.keys().copied())
    })
}

/// Suggests an asset.
pub(in crate::load) fn nearest_asset(context: &Context<'_>, from: &str, written: &str) -> Option<String> {
    let assets = || context.files.assets.keys().copied();
    let beside = join(from, written).unwrap_or_default();
    // Cameras write `.JPG`, and `taro.jpg` may really be `taro.png`.
    let is_namesake = |path: &&str| paths::name(path).to_lowercase() == paths::name(written).to_lowercase();
    let in_folder = || assets().filter(|path| folder(path) == folder(&beside));
    let namesake = in_folder().find(is_namesake).or_else(|| assets().find(is_namesake));
    match namesake {
        Some(path) => Some(relative(from, path)),
        None => {
            nearest_name(context, from, written, in_folder).or_else(|| nearest_name(context, from, written, assets))
        }
    }
}

/// Compares file names only: common folders would make all paths similar.
fn nearest_name<'k, K: Iterator<Item = &'k str>>(
    context: &Context<'_>,
    from: &str,
    written: &str,
    known: impl Fn() -> K,
) -> Option<String> {
    let meant = context.search.nearest(paths::name(written), known().map(paths::name))?;
    known().find(|path| paths::name(path) == meant).map(|path| relative(from, path))
}
