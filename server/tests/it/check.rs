//! `serverlessconf check`, run as its users run it.

use std::{fs, path::Path, process::Command};

use crate::site::{fixture, repository};

fn check(folder: &Path) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_serverlessconf"))
        .args(["check", "--color", "never"])
        .arg(folder)
        .output()
        .expect("the program runs");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

#[test]
fn the_built_in_content_has_no_errors() {
    let (ok, report) = check(&repository());
    assert!(ok, "{report}");
    assert!(report.contains("21 sessions, 21 speakers, 1 interviews"), "{report}");
}

#[test]
fn an_error_is_reported_with_its_place_and_fails() {
    let (ok, report) = check(&fixture("invalid/unknown-field"));
    assert!(!ok);
    assert!(report.contains("error[unknown-field]"), "{report}");
    assert!(report.contains(".md:"), "{report}");
}

#[test]
fn an_unknown_or_empty_folder_is_a_clear_error() {
    let (ok, report) = check(Path::new("no/such/folder"));
    assert!(!ok);
    assert!(report.contains("there is no folder no/such/folder"), "{report}");
    let empty = tempfile::tempdir().expect("a temporary folder");
    let (ok, report) = check(empty.path());
    assert!(!ok);
    assert!(report.contains("has neither program/ nor interviews/"), "{report}");
    let file = empty.path().join("file");
    fs::write(&file, "").expect("writable");
    let (ok, report) = check(&file);
    assert!(!ok);
    assert!(report.contains("is not a folder"), "{report}");
}
