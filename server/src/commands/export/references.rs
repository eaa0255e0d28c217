//! Which links of the exported pages lead nowhere.

use std::collections::{BTreeSet, HashMap, HashSet};

use app::references;

use super::{places, staging::Staging};

/// What the pages refer to, and what there is. Anchors are looked for at the end, in the files.
#[derive(Debug, Default)]
pub(super) struct References {
    known: HashSet<String>,
    /// Each path, with the page on which it stands first.
    paths: HashMap<String, String>,
    /// Each path with its anchor, likewise.
    anchors: HashMap<(String, String), String>,
}

impl References {
    /// An address that is no page.
    pub(super) fn add_file(&mut self, url: &str) {
        self.known.insert(url.to_owned());
    }

    /// A page at an address, with everything that it refers to below the base path.
    pub(super) fn add_page(&mut self, url: &str, html: &str, base_path: &str) {
        self.known.insert(url.to_owned());
        for reference in references(html).into_iter().map(|place| &html[place]) {
            let (target, anchor) = reference.split_once('#').unwrap_or((reference, ""));
            let target = match target.strip_prefix(base_path) {
                _ if target.is_empty() => url,
                Some(target) if target.starts_with('/') && !target.starts_with("//") => target,
                // Another site, or another year of this one.
                _ => continue,
            };
            let target = target.split('?').next().unwrap_or_default();
            // The first page in order and not in time, so that two exports say the same.
            let first = |place: &mut String| {
                if url < place.as_str() {
                    url.clone_into(place);
                }
            };
            if !anchor.is_empty() {
                let key = (target.to_owned(), anchor.to_owned());
                self.anchors.entry(key).and_modify(first).or_insert_with(|| url.to_owned());
            }
            match self.paths.get_mut(target) {
                Some(place) => first(place),
                None => _ = self.paths.insert(target.to_owned(), url.to_owned()),
            }
        }
    }

    /// One sentence for each link that leads nowhere.
    pub(super) fn broken(&self, staging: &Staging) -> anyhow::Result<BTreeSet<String>> {
        let missing = self.paths.iter().filter(|(target, _)| !self.known.contains(*target));
        let mut broken: BTreeSet<_> =
            missing.map(|(target, page)| format!("there is no {target}, to which {page} leads")).collect();
        let mut by_target: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
        for ((target, anchor), page) in self.anchors.iter().filter(|((target, _), _)| self.known.contains(target)) {
            by_target.entry(target).or_default().push((anchor, page));
        }
        for (target, anchors) in by_target {
            let html = staging.read(&places::page(target)?)?;
            let ids: HashSet<&str> = ids(&html).collect();
            for (anchor, page) in anchors.into_iter().filter(|(anchor, _)| !ids.contains(anchor)) {
                broken.insert(format!("there is no #{anchor} on {target}, to which {page} leads"));
            }
        }
        Ok(broken)
    }
}

/// The ids of a page. In text, quotes can follow ` id=` too: an id too many hides at most a broken link to it.
fn ids(html: &str) -> impl Iterator<Item = &str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next())
}
