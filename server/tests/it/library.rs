//! The library: what is published while files change and break.

use std::{fs, path::Path};

use axum::http::StatusCode;
use conference::diagnostic::Severity;

use crate::site::{TestSite, fixture};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the fixture can be read") {
        let entry = entry.expect("the fixture can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

fn editable() -> (tempfile::TempDir, TestSite) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    (folder, site)
}

fn errors(site: &TestSite) -> usize {
    let edition = site.library.reload().expect("the folder can be read");
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
    let revision = |site: &TestSite| site.library.edition().site.as_ref().map(|site| site.conference.revision);
    let before = revision(&site);
    assert_eq!(errors(&site), 0);
    assert_eq!(revision(&site), before);
    assert_eq!(revision(&editable().1), before);
}
