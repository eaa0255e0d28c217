//! `serverlessconf fmt`, run as its users run it.

use std::{fs, path::Path};

use crate::site::{TestSite, copy, fixture, program, repository};

fn fmt(folder: &Path, options: &[&str]) -> (bool, String) {
    let output = program().arg("fmt").args(options).arg(folder).output().expect("the program runs");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

/// The page of the interview, without what names the revision.
fn page(folder: &Path, path: &str) -> String {
    TestSite::open(folder, "2030-01-01T00:00").get(path).main().to_owned()
}

#[test]
fn the_built_in_content_is_in_its_canonical_form() {
    let (ok, report) = fmt(&repository(), &["--check"]);
    assert!(ok, "{report}");
}

#[test]
fn pages_stay_the_same_and_a_second_time_changes_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let interviews = fs::read_dir(folder.path().join("interviews")).expect("there are interviews");
    let path = interviews.map(|entry| entry.expect("readable").path()).find(|path| path.extension().is_some());
    let path = path.expect("there is an interview");
    let text = fs::read_to_string(&path).expect("readable");
    let slug = path.file_name().expect("a name").to_string_lossy().split('.').next().expect("a stem").to_owned();
    let url = format!("/interviews/{slug}");
    // Out of order, and with a question that has no id.
    let title = text.lines().find(|line| line.starts_with("title:")).expect("it has a title");
    let body = text.replacen(&format!("{title}\n"), "", 1).replacen("\n---\n", &format!("\n{title}\n---\n"), 1);
    let question = "\n---- 本当に？ *はい*\n\nそうです。\n";
    fs::write(&path, format!("{body}{question}")).expect("writable");
    let before = page(folder.path(), &url);

    let (ok, report) = fmt(folder.path(), &["--check"]);
    assert!(!ok && report.contains("is not in its canonical form"), "{report}");
    let (ok, report) = fmt(folder.path(), &[]);
    assert!(ok && report.contains("changed 1 of"), "{report}");
    assert_eq!(page(folder.path(), &url), before);
    let tidy = fs::read_to_string(&path).expect("readable");
    assert!(tidy.contains("---- 本当に？ *はい* {#本当に-はい}\n"), "{tidy}");
    assert!(tidy.starts_with(&format!("---\n{title}\n")), "{tidy}");
    let (ok, report) = fmt(folder.path(), &["--check"]);
    assert!(ok && report.contains("are in their canonical form"), "{report}");
    let left = fs::read_dir(folder.path().join("interviews")).expect("readable");
    assert!(
        left.map(|entry| entry.expect("readable").file_name()).all(|name| !name.to_string_lossy().starts_with('.'))
    );
}

#[test]
fn what_cannot_be_read_whole_is_left_alone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let path = folder.path().join("program/speakers/long.md");
    let text = format!("---\nrole: x\nname: y\n---\n\n{}\nthe end\n", "lorem ipsum\n".repeat(120_000));
    fs::write(&path, &text).expect("writable");
    let (_, report) = fmt(folder.path(), &[]);
    assert!(!report.contains("long.md"), "{report}");
    assert!(fs::read_to_string(&path).expect("readable") == text, "it was changed");
}
