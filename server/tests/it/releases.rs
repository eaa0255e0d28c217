//! Releases: recorded by the command, shown to attendees.

use std::{fs, path::Path};

use axum::http::StatusCode;
use tempfile::TempDir;

use crate::site::{TestSite, copy, fixture, program};
#[cfg(unix)]
use crate::terminal::Terminal;

const SESSION: &str = "program/sessions/first-functions.md";
const FILE: &str = "program/releases.yaml";

/// A copy of the small conference.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    folder
}

fn release(folder: &Path, options: &[&str]) -> (bool, String) {
    let output = program().arg("release").args(options).arg(folder).output().expect("the program runs");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).expect("readable");
    assert!(text.contains(from), "{text}");
    fs::write(folder.join(file), text.replace(from, to)).expect("writable");
}

fn written(folder: &Path) -> String {
    fs::read_to_string(folder.join(FILE)).expect("it was written")
}

/// A conference with two releases: after the first one a session was moved, and another one was deleted.
fn two_releases() -> TempDir {
    let folder = folder();
    assert!(release(folder.path(), &["--yes"]).0);
    edit(folder.path(), SESSION, "start: 2016-10-01 10:10\nend: 10:45", "start: 2016-10-01 11:00\nend: 11:35");
    fs::remove_file(folder.path().join("program/sessions/opening.md")).expect("it was there");
    let (ok, report) =
        release(folder.path(), &["--yes", "--message", "変更しました", "--message", "en=Changed = later"]);
    assert!(ok, "{report}");
    folder
}

#[test]
fn a_release_is_shown_and_is_written_only_on_demand() {
    let folder = folder();
    let (ok, report) = release(folder.path(), &[]);
    assert!(!ok && report.contains("new: Opening (2016-10-01 10:00–10:10, Hall)\n"), "{report}");
    assert!(report.contains("2 sessions have changed\n") && report.contains("--yes"), "{report}");
    assert!(!folder.path().join(FILE).exists());
    let (ok, report) = release(folder.path(), &["--yes"]);
    assert!(ok && report.ends_with("releases.yaml\n"), "{report}");
    let first = written(folder.path());
    let (ok, report) = release(folder.path(), &["--yes"]);
    assert!(ok && report == "nothing has changed since the last release\n", "{report}");
    edit(folder.path(), SESSION, "room: hall\nstart: 2016-10-01 10:10", "canceled: true\nstart: 2016-10-01 10:15");
    let (ok, report) = release(folder.path(), &["--yes", "--lang", "en"]);
    for line in [
        "canceled: First Functions\n",
        "moved: First Functions: 2016-10-01 10:10–10:45, Hall → 2016-10-01 10:15–10:45\n",
    ] {
        assert!(ok && report.contains(line), "{line}{report}");
    }
    assert!(written(folder.path()).starts_with(&first));
    assert!(program().arg("check").arg(folder.path()).status().expect("the program runs").success());
}

#[cfg(unix)]
#[test]
fn on_a_terminal_the_messages_and_the_decision_are_asked_for() {
    let folder = folder();
    let start = || {
        let mut command = program();
        command.arg("release").arg(folder.path());
        Terminal::start(command)
    };
    let mut terminal = start();
    terminal.answer("new: First Functions", "");
    terminal.answer("(ja)", "\r");
    terminal.answer("(en)", "The programme is here.\r");
    terminal.answer("Add this release", "n");
    let (ok, rest) = terminal.end();
    assert!(ok && rest.contains("nothing was written") && !folder.path().join(FILE).exists(), "{rest}");
    let mut terminal = start();
    terminal.answer("(ja)", "\r");
    terminal.answer("(en)", "The programme is here.\r");
    terminal.answer("Add this release", "y");
    let (ok, rest) = terminal.end();
    assert!(ok && written(folder.path()).contains("    message: { en: \"The programme is here.\" }\n"), "{rest}");
}

#[test]
fn nothing_is_written_while_a_file_is_broken() {
    let folder = folder();
    assert!(release(folder.path(), &["--yes"]).0);
    let whole = written(folder.path());
    edit(folder.path(), SESSION, "format: talk", "format: song");
    let (ok, report) = release(folder.path(), &["--yes"]);
    assert!(!ok && report.contains("serverlessconf check"), "{report}");
    edit(folder.path(), SESSION, "format: song", "format: panel\ncanceled: true");
    let conflict = format!("{whole}<<<<<<< HEAD\n");
    fs::write(folder.path().join(FILE), &conflict).expect("writable");
    assert!(!release(folder.path(), &["--yes"]).0);
    assert_eq!(written(folder.path()), conflict);
    // Entries that would not be read after the others.
    fs::write(folder.path().join(FILE), whole.replace("\n  ", "\n")).expect("writable");
    let (ok, report) = release(folder.path(), &["--yes"]);
    assert!(!ok && !written(folder.path()).contains("canceled"), "{report}");
}

#[test]
fn attendees_read_what_changed_and_what_it_was_before() {
    let folder = two_releases();
    let site = TestSite::open(folder.path(), "2016-09-20T10:00");
    let changes = site.get("/en/changes");
    assert_eq!(changes.status, StatusCode::OK);
    let main = changes.main();
    for words in [
        "<p>Changed = later</p>",
        "<strong>Moved:</strong> <a href=\"/en/sessions/first-functions\">First Functions</a>",
        "before: <del>10:10–10:45, Hall</del>",
        "now: <ins>11:00–11:35, Hall</ins>",
        "<strong>Withdrawn:</strong> <a href=\"/en/sessions/opening\">Opening</a> (10:00–10:10, Hall)",
        "The programme was published, with 2 sessions.",
    ] {
        assert!(main.contains(words), "{words}: {main}");
    }
    assert!(main.find("Changed = later") < main.find("was published"), "the newest comes first: {main}");
    let japanese = site.get("/changes");
    assert!(japanese.main().contains("変更前: <del>10:10–10:45、ホール</del>"), "{}", japanese.main());
    for page in
        ["/en/schedule", "/en/schedule?format=talk", "/en/sessions/first-functions", "/en/speakers/hanako-yamada"]
    {
        let page = site.get(page);
        assert!(
            page.main().contains("<p class=\"session-change\">Moved from 10:10–10:45, Hall</p>"),
            "{}",
            page.main()
        );
        assert!(page.body.contains("href=\"/en/changes\""));
    }
    let sitemap = site.get("/sitemap.xml");
    assert!(["/changes<", "/sessions/opening<"].iter().all(|path| sitemap.body.contains(path)), "{}", sitemap.body);
}

#[test]
fn a_session_that_was_withdrawn_says_so_at_its_address() {
    let folder = two_releases();
    let page = TestSite::open(folder.path(), "2016-09-20T10:00").get("/en/sessions/opening");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.main().contains("This session was withdrawn"), "{}", page.main());
    assert!(page.main().contains("10:00–10:10, Hall"), "{}", page.main());
    let calendar = TestSite::open(folder.path(), "2016-09-20T10:00").get("/en/sessions/opening.ics");
    for line in
        ["SUMMARY:Canceled: Opening", "STATUS:CANCELLED", "SEQUENCE:1", "DTSTART;TZID=Asia/Tokyo:20161001T100000"]
    {
        assert!(calendar.body.contains(&format!("\r\n{line}\r\n")), "{line}: {}", calendar.body);
    }
    let file = folder.path().join("program/sessions/opening.md");
    fs::write(file, "---\nremoved: { ja: 都合により, en: The speaker is ill. }\n---\n").expect("writable");
    let page = TestSite::open(folder.path(), "2016-09-20T10:00").get("/en/sessions/opening");
    assert!(page.status == StatusCode::OK && page.main().contains("The speaker is ill."), "{}", page.main());
}

#[test]
fn a_moved_session_keeps_its_id_in_calendars_with_a_higher_sequence() {
    let property = |site: &TestSite, name: &str| {
        let calendar = site.get("/sessions/first-functions.ics").body;
        let value = calendar.split(&format!("\r\n{name}:")).nth(1).and_then(|rest| rest.split("\r\n").next());
        value.map(str::to_owned)
    };
    let before = TestSite::from_dir("minimal");
    let folder = two_releases();
    let after = TestSite::open(folder.path(), "2016-09-20T10:00");
    assert_eq!(property(&before, "UID"), property(&after, "UID"));
    let sequences = [&before, &after].map(|site| property(site, "SEQUENCE"));
    assert_eq!(sequences, [Some("0".to_owned()), Some("1".to_owned())]);
    assert_eq!(property(&before, "LAST-MODIFIED"), None);
    assert_eq!(property(&after, "LAST-MODIFIED"), property(&after, "DTSTAMP"));
    // The file says when it was released, and no clock.
    let time = written(folder.path());
    let time = time.rsplit("  - time: ").next().and_then(|rest| rest.lines().next()).expect("a release");
    assert_eq!(property(&after, "DTSTAMP"), Some(time.replace(['-', ':'], "")));
}

#[test]
fn without_releases_there_is_no_page_of_changes_and_no_link_to_it() {
    let site = TestSite::from_dir("minimal");
    assert_eq!(site.get("/changes").status, StatusCode::NOT_FOUND);
    assert!(!site.get("/schedule").body.contains("/changes"));
}

#[test]
fn a_file_that_breaks_while_the_site_runs_takes_nothing_away() {
    let folder = two_releases();
    let site = TestSite::open(folder.path(), "2016-09-20T10:00");
    let before = site.get("/changes").body;
    fs::write(folder.path().join(FILE), "<<<<<<< HEAD\n").expect("writable");
    site.reload();
    let page = site.get("/changes");
    assert_eq!(
        (page.status, page.main()),
        (StatusCode::OK, &before[before.find("<main").expect("a main")..before.find("</main>").expect("closed")])
    );
}
