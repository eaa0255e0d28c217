//! `serverlessconf import`, run as its users run it.

mod again;
#[cfg(unix)]
mod symlinks;
mod texts;

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Stdio,
};

use crate::site::{TestSite, copy, fixture, program, repository};

/// Runs the program with this on its standard input.
fn run_with(arguments: &[&str], folder: &Path, input: &[u8]) -> (bool, String) {
    let mut child = program()
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // Where nothing is read, nobody listens.
    _ = child.stdin.take().expect("it was asked for").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

fn run(arguments: &[&str], folder: &Path) -> (bool, String) {
    run_with(arguments, folder, b"")
}

fn export(name: &str) -> PathBuf {
    repository().join("import/tests/fixtures").join(name)
}

/// A folder with an export in `source`.
fn desk(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::copy(export(name), folder.path().join("source")).expect("the fixture is there");
    folder
}

/// A folder with a text in `source` and a conference in `event`.
fn desk_with_event(name: &str) -> tempfile::TempDir {
    let desk = desk(&format!("text/{name}"));
    copy(&fixture("minimal"), &desk.path().join("event"));
    desk
}

/// Every file below a folder with its text, also what the program remembers.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("readable") {
        let path = entry.expect("readable").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), fs::read_to_string(&path).expect("text")));
        }
    }
    found.sort();
    found
}

fn change(path: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(path).expect("readable");
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replace(from, to)).expect("writable");
}

fn ok(arguments: &[&str], folder: &Path) -> String {
    let (ok, report) = run(arguments, folder);
    assert!(ok, "{arguments:?} {report}");
    report
}

const IMPORT: [&str; 4] = ["import", "source", "--into", "event"];

#[test]
fn importing_then_checking_and_tidying_changes_nothing() {
    for name in [
        "pretalx-schedule.json",
        "pretalx-schedule.xml",
        "frab-schedule.xml",
        "pretalx-api.json",
        "sessionize-all.json",
    ] {
        let desk = desk(name);
        let event = desk.path().join("event");
        let report = ok(&IMPORT, desk.path());
        assert!(report.contains("wrote: program/event.md\n"), "{report}");
        assert!(report.lines().last().is_some_and(|line| line.starts_with("`serverlessconf release`")), "{report}");
        let written = files(&event);
        let report = ok(&["check", "event"], desk.path());
        assert!(!report.contains("error"), "{name} {report}");
        let report = ok(&["fmt", "event"], desk.path());
        assert!(report.contains("are in their canonical form"), "{report}");
        let report = ok(&IMPORT, desk.path());
        assert!(report.contains("0 new, 0 updated") && !report.contains("serverlessconf release"), "{report}");
        assert_eq!(files(&event), written, "{name}");
    }
}

#[test]
fn what_was_imported_is_a_site() {
    let desk = desk("pretalx-api.json");
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("program/sessions/lunch.md:5: the source says only that this is no talk"), "{report}");
    assert!(report.contains("left out:\n  this is one page of several"), "{report}");
    let site = TestSite::open(&desk.path().join("event"), "2027-05-14T09:00");
    let page = site.get("/sessions/functions-twice");
    assert_eq!(page.status, 200);
    assert!(page.main().contains("Hana Example") && page.main().contains("大ホール"));
}

#[test]
fn what_people_edited_is_kept_and_what_the_source_changed_is_taken() {
    let desk = desk("sessionize-all.json");
    ok(&IMPORT, desk.path());
    let event = desk.path().join("event/program");
    let talk = event.join("sessions/why-functions-sleep.md");
    change(&talk, "format: lightning", "format: talk");
    change(&event.join("sessions/lunch.md"), "end: 13:00", "end: 13:15");
    fs::create_dir(event.join("speakers/hana-example")).expect("writable");
    fs::rename(event.join("speakers/hana-example.md"), event.join("speakers/hana-example/index.md")).expect("writable");
    let source = desk.path().join("source");
    change(&source, "Why functions sleep", "Why functions dream");
    change(&source, "2027-02-22T13:00:00", "2027-02-22T13:30:00");
    change(&source, "Hana runs functions.", "Hana runs.");
    change(&source, "開会のあいさつ", "開会");

    let before = files(&desk.path().join("event"));
    let planned = ok(&[&IMPORT[..], &["--dry-run"]].concat(), desk.path());
    assert_eq!(files(&desk.path().join("event")), before);
    assert!(planned.contains("would update: program/sessions/why-functions-sleep.md\n"), "{planned}");
    assert!(planned.contains("  -title: Why functions sleep\n  +title: Why functions dream\n"), "{planned}");
    assert!(planned.ends_with("nothing was written\n"), "{planned}");

    let report = ok(&IMPORT, desk.path());
    let text = fs::read_to_string(&talk).expect("readable");
    assert!(text.contains("title: Why functions dream\n") && text.contains("format: talk\n"), "{text}");
    assert!(report.contains("kept as edited: program/sessions/lunch.md\n"), "{report}");
    assert!(report.contains("  -end: 13:15\n  +end: 13:30\n"), "{report}");
    let hana = fs::read_to_string(event.join("speakers/hana-example/index.md")).expect("readable");
    assert!(hana.contains("Hana runs.\\\n") && !event.join("speakers/hana-example.md").exists(), "{hana}");
    let opening = fs::read_to_string(event.join("sessions/session-852917.md")).expect("readable");
    assert!(opening.contains("title: 開会\n"), "{opening}");
    assert!(report.contains("0 new, 3 updated"), "{report}");
}

#[test]
fn a_guess_that_was_mended_stays_mended() {
    let desk = desk("frab-schedule.xml");
    ok(&IMPORT, desk.path());
    let event = desk.path().join("event/program/event.md");
    let text = fs::read_to_string(&event).expect("readable");
    let mended: Vec<_> = text.lines().filter(|line| !line.starts_with("# check: ")).collect();
    fs::write(&event, mended.join("\n").replace("timezone: UTC", "timezone: Europe/Brussels") + "\n")
        .expect("writable");
    change(&event, "name: Main", "name: Grand-Place");
    change(&desk.path().join("source"), "Twenty Years", "Thirty Years");
    let report = ok(&IMPORT, desk.path());
    let text = fs::read_to_string(&event).expect("readable");
    assert!(
        text.contains("timezone: Europe/Brussels\n") && text.contains("  - id: main\n    name: Grand-Place\n"),
        "{text}"
    );
    assert!(!text.contains("# check: ") && report.contains("0 new, 1 updated"), "{report}{text}");
    let session = fs::read_to_string(desk.path().join("event/program/sessions/consensus.md")).expect("readable");
    assert!(session.contains("Thirty Years") && session.contains("room: main\n"), "{session}");
}

#[test]
fn what_people_removed_stays_away_and_what_the_source_lost_stays_there() {
    let desk = desk("sessionize-all.json");
    ok(&IMPORT, desk.path());
    let sessions = desk.path().join("event/program/sessions");
    fs::remove_file(sessions.join("lunch.md")).expect("it is there");
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("left away, as you removed it: program/sessions/lunch.md\n"), "{report}");
    assert!(!sessions.join("lunch.md").exists());
    change(
        &desk.path().join("source"),
        "\"status\": \"Accepted\",\n      \"isInformed\": true",
        "\"status\": \"Declined\"",
    );
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("left where they are:\n  program/sessions/why-functions-sleep.md\n"), "{report}");
    assert!(sessions.join("why-functions-sleep.md").exists());
}

#[test]
fn files_of_people_are_never_written_over() {
    let desk = desk("pretalx-api.json");
    let event = desk.path().join("event");
    copy(&fixture("minimal"), &event);
    let mine = "---\nname: Hana Example\n---\n\nMine.\n";
    fs::write(event.join("program/speakers/mine.md"), mine).expect("writable");
    change(&event.join("program/event.md"), "days: [", "days: [2027-05-14, ");
    let before = fs::read_to_string(event.join("program/event.md")).expect("readable");
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("left alone, as no import wrote it: program/speakers/mine.md\n"), "{report}");
    assert!(report.contains("  +Hana runs functions.\n"), "{report}");
    assert_eq!(fs::read_to_string(event.join("program/speakers/mine.md")).expect("readable"), mine);
    assert_eq!(fs::read_to_string(event.join("program/event.md")).expect("readable"), before);
    let talk = fs::read_to_string(event.join("program/sessions/functions-twice.md")).expect("written");
    assert!(talk.contains("speakers: [mine]\n"), "{talk}");
    assert!(report.contains("program/event.md does not have the room “Main Hall”"), "{report}");
}

#[test]
fn what_would_be_an_error_is_held_back_alone() {
    let desk = desk("frab-schedule.xml");
    let event = desk.path().join("event");
    let source = desk.path().join("source");
    // Without sessions that overlap the room is not shared.
    change(&source, "<start>10:30</start>", "<start>12:30</start>");
    ok(&IMPORT, desk.path());
    // The same room at the same time, in a session that the source does not know.
    let clash = "---\ntitle: x\nformat: talk\nroom: main\nstart: 2026-02-07 15:00\nend: 16:00\n---\n\nx\n";
    fs::write(event.join("program/sessions/own.md"), clash).expect("writable");
    change(&source, "<start>10:00</start>", "<start>15:00</start>");
    change(&source, "Example Open Days 2026", "Example Open Days in 2026");
    let before = files(&event.join("program/sessions"));
    for updated in ["1 updated", "0 updated"] {
        let report = ok(&IMPORT, desk.path());
        assert!(report.contains("held back: program/sessions/"), "{report}");
        assert!(report.contains("there would be an error: the room `main` has two sessions at once"), "{report}");
        assert!(report.contains(updated), "{report}");
        assert_eq!(files(&event.join("program/sessions")), before);
    }
    let text = fs::read_to_string(event.join("program/event.md")).expect("readable");
    assert!(text.contains("name: Example Open Days in 2026\n"), "{text}");
    // Where nothing is in its way any more, it is taken over.
    fs::remove_file(event.join("program/sessions/own.md")).expect("it is there");
    let report = ok(&IMPORT, desk.path());
    assert!(report.contains("1 updated") && !report.contains("held back"), "{report}");
}

#[test]
fn damaged_sources_name_the_line_and_write_nothing() {
    let desk = desk("frab-schedule.xml");
    change(&desk.path().join("source"), "</schedule>", "");
    let (ok, report) = run(&IMPORT, desk.path());
    assert!(!ok && report.starts_with("error: source:"), "{report}");
    assert!(report.contains("`schedule` is never closed; the end is missing"), "{report}");
    assert!(!desk.path().join("event").exists());
    let (ok, report) =
        run_with(&["import", "-", "--into", "event"], desk.path(), b"{\n\"sessions\": 5,\n\"rooms\": []}");
    assert!(!ok && report.starts_with("error: -:2:13: invalid type"), "{report}");
    let (ok, report) = run(&["import", "nowhere.json"], desk.path());
    assert!(!ok && report.contains("nowhere.json cannot be read"), "{report}");
    let (ok, report) = run(&["import", ".", "--into", "event"], desk.path());
    assert!(!ok && report.contains("is not a file"), "{report}");
    let (ok, report) = run(&["import", "https://example.org/view/All"], desk.path());
    assert!(
        !ok && report.contains("curl --fail --location --output source.json 'https://example.org/view/All'"),
        "{report}"
    );
    let (ok, report) = run(&["import", "source", "--timezone", "Mars/North"], desk.path());
    assert!(!ok && report.contains("`Mars/North` is not the name of a time zone"), "{report}");
}

#[test]
fn content_that_is_already_there_is_told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), &folder.path().join("event"));
    fs::create_dir_all(folder.path().join("event/news")).expect("writable");
    let article = "---\ntitle: News\npublished: 2016-09-01\n---\nWords.\n";
    fs::write(folder.path().join("event/news/first.md"), article).expect("writable");
    let before = files(folder.path());
    for source in ["event", "event/program", "event/program/sessions", "event/news/first.md", "event/program/event.md"]
    {
        let (ok, report) = run(&["import", source, "--into", "other"], folder.path());
        assert!(!ok && report.contains(" already") && report.contains("serverlessconf "), "{source} {report}");
        let (ok, report) = run(&["import", source, "--into", "other", "--lang", "ja"], folder.path());
        assert!(!ok && report.contains("はすでに") && report.contains("`serverlessconf "), "{source} {report}");
    }
    // Elsewhere a file is known by its fields.
    fs::copy(folder.path().join("event/program/event.md"), folder.path().join("event.md")).expect("writable");
    let (ok, report) = run(&["import", "event.md", "--into", "other"], folder.path());
    assert!(!ok && report.contains("a content file of this program already: an event"), "{report}");
    fs::remove_file(folder.path().join("event.md")).expect("it is there");
    assert_eq!(files(folder.path()), before);
}

#[test]
fn standard_input_and_a_named_time_zone() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bytes = fs::read(export("sessionize-all.json")).expect("the fixture is there");
    let arguments = ["import", "-", "--timezone", "Asia/Tokyo", "--format", "sessionize"];
    let (ok, report) = run_with(&arguments, folder.path(), &bytes);
    assert!(ok, "{report}");
    let event = fs::read_to_string(folder.path().join("program/event.md")).expect("written");
    assert!(event.contains("name: Conference\ntimezone: Asia/Tokyo\n"), "{event}");
    let (ok, report) = run_with(&arguments, folder.path(), &bytes);
    assert!(ok && report.contains("0 new, 0 updated"), "{report}");
    let (ok, report) = run_with(&["import", "-", "--timezone", "Europe/Berlin"], folder.path(), &bytes);
    assert!(!ok && report.contains("the time zone of the event is Asia/Tokyo"), "{report}");
}
