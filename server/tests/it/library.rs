//! The library: what is published while files change and break.

use std::{fs, path::Path};

use axum::http::StatusCode;
use conference::diagnostic::Severity;

use crate::site::{TestSite, copy, fixture};

fn editable() -> (tempfile::TempDir, TestSite) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    (folder, site)
}

fn errors(site: &TestSite) -> usize {
    let edition = site.reload();
    edition.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count()
}

fn first_file(folder: &Path, kind: &str) -> (std::path::PathBuf, String) {
    let mut files: Vec<_> = fs::read_dir(folder.join(kind))
        .expect("the folder exists")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().matches('.').count() == 1))
        .collect();
    files.sort();
    let path = files.remove(0);
    let slug = path.file_stem().expect("a file has a stem").to_string_lossy().into_owned();
    (path, slug)
}

#[test]
fn a_broken_file_keeps_its_page_until_it_is_mended() {
    let (folder, site) = editable();
    let (path, slug) = first_file(folder.path(), "interviews");
    let url = format!("/interviews/{slug}");
    let good = site.get(&url).body;
    let text = fs::read_to_string(&path).expect("readable");

    for broken in ["---\nnever closed\n", "", "---\ntitle: [\n---\n", "\u{0}"] {
        fs::write(&path, broken).expect("writable");
        assert!(errors(&site) > 0, "{broken:?}");
        let answer = site.get(&url);
        assert_eq!(answer.status, StatusCode::OK, "{broken:?}");
        // The same sources are shown: even the revision in the head is the same.
        assert_eq!(answer.body, good, "{broken:?}");
    }
    fs::write(&path, text).expect("writable");
    assert_eq!(errors(&site), 0);
    assert_eq!(site.get(&url).body, good);
}

#[test]
fn a_broken_event_keeps_the_whole_site() {
    let (folder, site) = editable();
    let path = folder.path().join("program/event.md");
    fs::write(&path, "---\nname: [\n---\n").expect("writable");
    assert!(errors(&site) > 0);
    assert_eq!(site.get("/schedule").status, StatusCode::OK);
    fs::remove_file(&path).expect("deletable");
    assert!(errors(&site) > 0);
    assert_eq!(site.get("/schedule").status, StatusCode::OK, "without its event nothing could be shown");
}

#[test]
fn an_error_caused_elsewhere_removes_no_page() {
    let (folder, site) = editable();
    let (session, slug) = first_file(folder.path(), "program/sessions");
    let url = format!("/sessions/{slug}");
    assert_eq!(site.get(&url).status, StatusCode::OK);
    let path = folder.path().join("program/event.md");
    let event = fs::read_to_string(&path).expect("readable");
    let year = event.split("days:").nth(1).and_then(|rest| rest.split_once("20")).map(|(_, rest)| &rest[..2]);
    let moved = event.replace(&format!("20{}-", year.expect("the event has days")), "2099-");
    fs::write(&path, moved).expect("writable");
    assert!(errors(&site) > 0, "every session is on a day outside the event");
    assert_eq!(site.get(&url).status, StatusCode::OK, "{}", session.display());
    fs::write(&path, event).expect("writable");
    assert_eq!(errors(&site), 0);
}

#[test]
fn a_file_moved_into_a_folder_with_a_mistake_keeps_its_page() {
    let (folder, site) = editable();
    let (path, slug) = first_file(folder.path(), "interviews");
    fs::create_dir(folder.path().join("interviews").join(&slug)).expect("a folder can be made");
    fs::remove_file(path).expect("deletable");
    fs::write(folder.path().join("interviews").join(&slug).join("index.md"), "---\ntitle: [\n---\n").expect("writable");
    assert!(errors(&site) > 0);
    assert_eq!(site.get(&format!("/interviews/{slug}")).status, StatusCode::OK);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_reported_and_the_rest_is_read() {
    let (folder, site) = editable();
    let (path, slug) = first_file(folder.path(), "interviews");
    fs::remove_file(&path).expect("deletable");
    std::os::unix::fs::symlink(&path, &path).expect("a link to itself can be made");
    let edition = site.reload();
    let found: Vec<_> = edition.diagnostics.iter().map(|found| (found.code, found.path.as_str())).collect();
    assert!(found.contains(&("unreadable", &*format!("interviews/{slug}.md"))), "{found:?}");
    assert_eq!(site.get(&format!("/interviews/{slug}")).status, StatusCode::OK);
    assert_eq!(site.get("/schedule").status, StatusCode::OK);
}

#[test]
fn a_deleted_file_is_gone() {
    let (folder, site) = editable();
    let (path, slug) = first_file(folder.path(), "interviews");
    fs::remove_file(path).expect("deletable");
    for entry in fs::read_dir(folder.path().join("interviews")).expect("readable") {
        fs::remove_file(entry.expect("readable").path()).expect("deletable");
    }
    assert_eq!(errors(&site), 0);
    assert_eq!(site.get(&format!("/interviews/{slug}")).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_same_files_are_the_same_revision() {
    let (_folder, site) = editable();
    let revision = |site: &TestSite| site.edition().site.as_ref().map(|site| site.conference.revision);
    let before = revision(&site);
    assert_eq!(errors(&site), 0);
    assert_eq!(revision(&site), before);
    assert_eq!(revision(&editable().1), before);
}
