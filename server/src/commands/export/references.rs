//! Finds links of the exported pages that lead nowhere.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use app::references;
use axum::http::StatusCode;
use conference::url;
use memchr::{memchr, memmem};

use super::{places, staging::Staging};

/// The references of all pages, and the URLs that exist. Anchors are looked up at the end, in the files.
#[derive(Debug, Default)]
pub(super) struct References {
    pages: HashSet<String>,
    files: HashSet<String>,
    /// URLs without a usable response, with the status of the response.
    unanswered: BTreeMap<String, StatusCode>,
    /// Each path, with the first page that refers to it.
    paths: HashMap<String, String>,
    /// The anchors of each path, with the first page that refers to it.
    anchors: HashMap<String, HashMap<String, String>>,
}

/// The references of one page below the base path, each once. They can be found while others are found for other pages.
#[derive(Debug)]
pub(super) struct OfPage<'a> {
    url: &'a str,
    paths: HashSet<&'a str>,
    anchors: HashSet<(&'a str, &'a str)>,
}

impl<'a> OfPage<'a> {
    /// Reads the references of a page.
    pub(super) fn read(url: &'a str, html: &'a str, base_path: &str) -> Self {
        let mut found = Self { url, paths: HashSet::new(), anchors: HashSet::new() };
        let ids: HashSet<&str> = ids(html).collect();
        for reference in references(html).into_iter().map(|place| &html[place]) {
            let (target, anchor) = reference.split_once('#').unwrap_or((reference, ""));
            let target = match target.strip_prefix(base_path) {
                _ if target.is_empty() => url,
                Some(target) if target.starts_with('/') && !target.starts_with("//") => target,
                // A link to another site, or to another year of this one.
                _ => continue,
            };
            let target = target.split('?').next().unwrap_or_default();
            // Anchors on the page itself are checked at once: most anchors are of this kind.
            let is_here = target == url && ids.contains(anchor);
            if !anchor.is_empty() && !is_here {
                found.anchors.insert((target, anchor));
            }
            found.paths.insert(target);
        }
        found
    }
}

impl References {
    /// Adds a URL that is no page.
    pub(super) fn add_file(&mut self, url: &str) {
        self.files.insert(url.to_owned());
    }

    /// Adds a URL whose response cannot be written.
    pub(super) fn add_unanswered(&mut self, url: &str, status: StatusCode) {
        self.unanswered.insert(url.to_owned(), status);
    }

    /// Adds a page with its references.
    pub(super) fn add_page(&mut self, page: &OfPage<'_>) {
        let url = page.url;
        self.pages.insert(url.to_owned());
        for path in &page.paths {
            add(&mut self.paths, path, url);
        }
        for (path, anchor) in &page.anchors {
            match self.anchors.get_mut(*path) {
                Some(anchors) => add(anchors, anchor, url),
                None => {
                    _ = self.anchors.insert((*path).to_owned(), HashMap::from([((*anchor).to_owned(), url.to_owned())]))
                }
            }
        }
    }

    /// One sentence for each address that leads nowhere.
    pub(super) fn broken(&self, staging: &Staging) -> anyhow::Result<BTreeSet<String>> {
        let is_known = |target: &str| {
            self.pages.contains(target) || self.files.contains(target) || self.unanswered.contains_key(target)
        };
        let missing = self.paths.iter().filter(|(target, _)| !is_known(target));
        let mut broken: BTreeSet<_> =
            missing.map(|(target, page)| format!("there is no {target}, to which {page} leads")).collect();
        broken.extend(self.unanswered.iter().map(|(url, status)| match self.paths.get(url) {
            Some(page) => format!("{url}, to which {page} leads, answers {status}"),
            None => format!("{url}, to which no page leads, answers {status}"),
        }));
        // The program that shows a file interprets its anchors, such as the page of a PDF, and authors write ids in any spelling.
        let is_page = |target: &str| self.pages.contains(target) && !target.starts_with(url::ASSETS);
        for (target, anchors) in self.anchors.iter().filter(|(target, _)| is_page(target)) {
            let html = staging.read(&places::page(target)?)?;
            let ids: HashSet<&str> = ids(&html).collect();
            for (anchor, page) in anchors.iter().filter(|(anchor, _)| !ids.contains(anchor.as_str())) {
                broken.insert(format!("there is no #{anchor} on {target}, to which {page} leads"));
            }
        }
        Ok(broken)
    }
}

/// Adds the page that refers to something: the first page by name and not by time, so that two exports report the same.
fn add(pages: &mut HashMap<String, String>, referred: &str, url: &str) {
    match pages.get_mut(referred) {
        Some(first) if url < first.as_str() => url.clone_into(first),
        Some(_) => {}
        None => _ = pages.insert(referred.to_owned(), url.to_owned()),
    }
}

/// The ids of a page. Text may contain ` id="` too: a wrong id hides at most a broken link to it.
fn ids(html: &str) -> impl Iterator<Item = &str> {
    const BEFORE: &str = " id=\"";
    memmem::find_iter(html.as_bytes(), BEFORE).filter_map(move |place| {
        let start = place + BEFORE.len();
        let length = memchr(b'"', &html.as_bytes()[start..])?;
        Some(&html[start..start + length])
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::commands::export::staging::ForeignFiles;

    fn broken(pages: &[(&str, &str)], files: &[&str], unanswered: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a folder");
        let staging = Staging::begin(&folder.path().join("site"), ForeignFiles::Refused).expect("an export");
        let mut references = References::default();
        for (url, html) in pages {
            // Files of authors have names with extensions.
            let place = if url.ends_with(".html") { places::file(url) } else { places::page(url) }.expect("a page");
            staging.write(&place, html.as_bytes()).expect("a file");
            references.add_page(&OfPage::read(url, html, ""));
        }
        for url in files {
            references.add_file(url);
            staging.write(Path::new(&url[1..]), b"").expect("a file");
        }
        for url in unanswered {
            references.add_unanswered(url, StatusCode::NOT_FOUND);
        }
        references.broken(&staging).expect("the pages can be read").into_iter().collect()
    }

    #[test]
    fn what_is_there_is_not_broken() {
        let home = "<a href=\"/about#venue\"></a><a href=\"#here\" id=\"here\"></a><a href=\"/schedule?q=x\"></a>\
                    <a href=\"/content/talk.pdf#page=3\"></a><a href=\"https://example.org/#x\"></a>";
        let pages = [("/", home), ("/about", "<h2 id=\"venue\"></h2>"), ("/schedule", "")];
        assert!(broken(&pages, &["/content/talk.pdf"], &[]).is_empty());
    }

    #[test]
    fn an_anchor_that_a_page_does_not_have_names_the_page_that_leads_there() {
        let pages = [("/news", "<a href=\"/about#venu\"></a>"), ("/about", "<h2 id=\"venue\"></h2><a href=\"#x\">")];
        let expected =
            ["there is no #venu on /about, to which /news leads", "there is no #x on /about, to which /about leads"];
        assert_eq!(broken(&pages, &[], &[]), expected);
    }

    #[test]
    fn anchors_of_files_of_authors_are_theirs() {
        let home = "<a href=\"/content/notes.html#first\"></a><a href=\"/content/none.html#first\"></a>";
        let pages = [("/", home), ("/content/notes.html", "<a name=first>")];
        assert_eq!(broken(&pages, &[], &[]), ["there is no /content/none.html, to which / leads"]);
    }

    #[test]
    fn an_address_without_an_answer_names_the_page_that_leads_there() {
        let pages = [("/b", "<img src=\"/pictures/ab12.avif\">"), ("/a", "<img srcset=\"/pictures/ab12.avif 2x\">")];
        let expected = [
            "/icon.svg, to which no page leads, answers 404 Not Found",
            "/pictures/ab12.avif, to which /a leads, answers 404 Not Found",
        ];
        assert_eq!(broken(&pages, &[], &["/pictures/ab12.avif", "/icon.svg"]), expected);
    }
}
