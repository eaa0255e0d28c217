//! Symbolic links: nothing is written through them, and none leads in circles.

use std::fs;

use super::{IMPORT, desk, desk_with_event, files, ok, run};

#[test]
fn links_are_never_written_through() {
    let desk = desk("sessionize-all.json");
    let outside = tempfile::tempdir().expect("a temporary folder");
    for linked in ["program", "program/speakers", ".serverlessconf"] {
        let event = desk.path().join("event");
        fs::create_dir_all(event.join("program")).expect("writable");
        if linked == "program" {
            fs::remove_dir(event.join("program")).expect("it is empty");
        }
        std::os::unix::fs::symlink(outside.path(), event.join(linked)).expect("writable");
        let (ok, report) = run(&IMPORT, desk.path());
        assert!(!ok && report.contains("is a link; imports write only into the folder itself"), "{report}");
        assert_eq!(files(outside.path()), []);
        fs::remove_dir_all(&event).expect("removable");
    }
}

#[test]
fn a_folder_that_leads_to_itself_ends() {
    let desk = desk_with_event("mail.ja.txt");
    let event = desk.path().join("event");
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("2 new"), "{report}");
    let before = files(&event);
    // A link among the content that leads up to it, a link to itself, and two that lead to each other.
    std::os::unix::fs::symlink(&event, event.join("interviews/again")).expect("writable");
    std::os::unix::fs::symlink("self", event.join("program/self")).expect("writable");
    std::os::unix::fs::symlink("two", event.join("program/one")).expect("writable");
    std::os::unix::fs::symlink("one", event.join("program/two")).expect("writable");
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("0 new, 0 updated"), "{report}");
    for link in ["interviews/again", "program/self", "program/one", "program/two"] {
        fs::remove_file(event.join(link)).expect("it is a link still");
    }
    assert_eq!(files(&event), before);
    let looped = desk.path().join("loop");
    std::os::unix::fs::symlink(&looped, &looped).expect("writable");
    let (ok, report) = run(&["import", "source", "--into", "loop"], desk.path());
    assert!(!ok, "{report}");
    let (ok, report) = run(&["import", "loop", "--into", "event"], desk.path());
    assert!(!ok && report.contains("loop cannot be read"), "{report}");
}
