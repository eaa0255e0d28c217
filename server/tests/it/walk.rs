//! Follows every link of the site: each is answered, and each anchor is on its page.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};

use crate::site::{Answer, TestSite, fixture};

fn walk(site: &TestSite) -> BTreeMap<String, Answer> {
    let mut answers: BTreeMap<String, Answer> = BTreeMap::new();
    let mut waiting = vec!["/".to_owned()];
    let mut problems = BTreeSet::new();
    let mut anchors = BTreeSet::new();
    while let Some(url) = waiting.pop() {
        let answer = site.get(&url);
        // The build is not there in these tests; the browser tests ask for it.
        if !url.starts_with("/pkg/") && answer.status != StatusCode::OK {
            problems.insert(format!("{url}: {}", answer.status));
        }
        let is_page = answer.header("content-type").starts_with("text/html");
        for link in ["href", "src", "action"].into_iter().flat_map(|name| answer.attributes(name)).filter(|_| is_page) {
            let link = link.strip_prefix("https://conference.test").map(str::to_owned).unwrap_or(link);
            let absolute = if link.starts_with('#') { format!("{url}{link}") } else { link };
            if !absolute.starts_with('/') {
                continue;
            }
            let (target, anchor) = absolute.split_once('#').unwrap_or((&absolute, ""));
            if !anchor.is_empty() {
                anchors.insert((url.clone(), target.to_owned(), anchor.to_owned()));
            }
            if !answers.contains_key(target) && !waiting.iter().any(|known| known == target) && target != url {
                waiting.push(target.to_owned());
            }
        }
        answers.insert(url, answer);
    }
    for (from, target, anchor) in anchors {
        if !answers[&target].attributes("id").contains(&anchor) {
            problems.insert(format!("{from}: there is no #{anchor} on {target}"));
        }
    }
    assert_eq!(problems, BTreeSet::new());
    answers
}

/// How many pages have addresses with a prefix.
fn items(answers: &BTreeMap<String, Answer>, prefix: &str) -> usize {
    let is_page = |answer: &Answer| answer.header("content-type").starts_with("text/html");
    answers.iter().filter(|(url, answer)| url.starts_with(prefix) && is_page(answer)).count()
}

#[test]
fn every_link_and_anchor_of_the_built_in_site_is_answered() {
    let answers = walk(&TestSite::built_in());
    assert_eq!(items(&answers, "/sessions/"), 21);
    assert_eq!(items(&answers, "/en/speakers/"), 21);
    assert_eq!(items(&answers, "/en/interviews/"), 2, "alone and beside the original");
}

#[test]
fn every_link_and_anchor_of_three_rooms_is_answered() {
    let answers = walk(&TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00"));
    assert_eq!(items(&answers, "/sessions/"), 46);
}

#[test]
fn every_link_and_anchor_of_a_small_site_is_answered() {
    walk(&TestSite::from_dir("minimal"));
}

#[test]
fn every_link_and_anchor_of_shared_questions_is_answered() {
    let answers = walk(&TestSite::from_dir("questions"));
    assert_eq!((items(&answers, "/questions/"), items(&answers, "/en/series/")), (3, 1));
}

#[test]
fn every_resource_is_answered_and_every_linked_page_is_a_resource() {
    for site in [
        TestSite::built_in(),
        TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00"),
        TestSite::from_dir("minimal"),
        TestSite::from_dir("questions"),
    ] {
        let edition = site.edition();
        let own = edition.site.as_ref().expect("there is a site");
        let paths: Vec<_> = own.resources().map(|resource| resource.path(&own.conference.event.languages)).collect();
        let mut known = BTreeSet::new();
        for path in &paths {
            assert!(known.insert(path), "{path} is listed twice");
            let answer = site.get(path);
            assert_eq!(answer.status, StatusCode::OK, "{path}");
            assert_ne!(answer.header("etag"), "", "{path}");
            let same = site.request_with(Method::GET, path, &[("if-none-match", answer.header("etag"))]);
            assert_eq!(same.status, StatusCode::NOT_MODIFIED, "{path}");
        }
        for (url, answer) in walk(&site) {
            let path = url.split('?').next().expect("split gives at least one part").to_owned();
            let is_page = answer.header("content-type").starts_with("text/html");
            assert!(!is_page || known.contains(&path) || url.starts_with("/pkg/"), "{url} is not listed");
        }
    }
}
