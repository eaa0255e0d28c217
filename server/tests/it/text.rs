//! Plain texts for terminals: their contents, their width, and the clients that get them in place of a page.

use std::{fs, path::Path};

use axum::http::{Method, StatusCode};
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr as _;

use crate::site::{TestSite, fixture};

/// An event with two rooms and titles that are hard to lay out.
fn event() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rooms =
        "rooms: [{ id: hall, name: { ja: ホール, en: Hall } }, { id: annex, name: 別館二階の大会議室と控室 }]\n";
    let event = format!(
        "name: 会議 🎉\nacronym: c\ntimezone: Asia/Tokyo\ndays: [2016-10-01, 2016-10-02]\nlanguages: [ja, en]\n{rooms}"
    );
    write(folder.path(), "event.md", &event);
    let long = "サーバーレス".repeat(400);
    for (slug, fields) in [
        ("emoji", "title: 👩‍💻 と 👨‍👩‍👧‍👦\nformat: talk\nroom: hall\nstart: 2016-10-01 10:00\nend: 11:00"),
        ("long", &format!("title: {long}\nformat: talk\nroom: annex\nstart: 2016-10-01 10:00\nend: 11:00")),
        ("hostile", "title: \"a ]]> \\u202eb\"\nformat: talk\nroom: hall\nstart: 2016-10-01 11:00\nend: 12:00"),
        ("off", "title: Off\nformat: talk\nroom: hall\nstart: 2016-10-01 13:00\nend: 14:00\ncanceled: true"),
        ("late", "title: Late\nformat: keynote\nroom: hall\nlanguage: en\nstart: 2016-10-02 10:00"),
    ] {
        write(folder.path(), &format!("sessions/{slug}.md"), fields);
    }
    folder
}

fn write(folder: &Path, path: &str, front_matter: &str) {
    let path = folder.join("program").join(path);
    fs::create_dir_all(path.parent().expect("it is below the folder")).expect("a folder can be made");
    fs::write(path, format!("---\n{front_matter}\n---\n")).expect("a file can be written");
}

fn open(folder: &TempDir, at: &str) -> TestSite {
    TestSite::open(folder.path(), at)
}

#[test]
fn the_schedule_is_a_table_of_each_day_within_80_columns() {
    let folder = event();
    let site = open(&folder, "2016-10-01T09:00");
    let answer = site.get("/en/schedule.txt");
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "text/plain; charset=utf-8"));
    let lines: Vec<_> = answer.body.lines().collect();
    assert!(lines.iter().all(|line| line.width() <= 80), "{}", answer.body);
    assert_eq!(lines[..2], ["会議 🎉", "Schedule"]);
    let first = "10:00-11:00  👩‍💻 と 👨‍👩‍👧‍👦";
    let first = lines.iter().find(|line| line.starts_with(first)).expect("the first session has a line");
    assert!(first.ends_with("  Hall"), "{first}");
    // The places stand below each other, whatever the width of the characters before them.
    let other = lines.iter().find(|line| line.ends_with("別館二階の大会議室と")).expect("the other place has its own");
    let column = |line: &str, place: &str| line.strip_suffix(place).map(|before| before.width());
    assert_eq!(column(first, "Hall"), column(other, "別館二階の大会議室と"));
    for line in ["13:00-14:00  [Canceled] Off", "Saturday 1 October 2016", "Sunday 2 October 2016", "5 sessions"] {
        assert!(lines.iter().any(|found| found.starts_with(line)), "{line}: {}", answer.body);
    }
    assert!(answer.body.ends_with("Times are those of Asia/Tokyo.\nhttps://conference.test/en/schedule\n"));
    assert!(site.get("/schedule.txt").body.contains("\n2016年10月1日（土）\n"));
    assert_eq!(site.get("/fr/schedule.txt").status, StatusCode::NOT_FOUND);
}

#[test]
fn content_does_not_change_the_direction_of_the_text_after_it() {
    let folder = event();
    let site = open(&folder, "2016-10-01T11:30");
    for path in ["/schedule.txt", "/now.txt"] {
        let text = site.get(path).body;
        assert!(text.contains("a ]]> b"), "{text}");
        assert!(!text.contains('\u{202e}'), "{text}");
    }
}

#[test]
fn colours_are_there_only_if_they_are_asked_for() {
    let folder = event();
    let site = open(&folder, "2016-10-01T09:00");
    for path in ["/schedule.txt", "/now.txt"] {
        let [plain, colored] = ["", "?color"].map(|query| site.get(&format!("{path}{query}")).body);
        assert!(
            !plain.contains('\u{1b}') && colored.contains("\u{1b}[36m10:00-11:00\u{1b}[0m  \u{1b}[1m"),
            "{colored}"
        );
        let mut bare = String::new();
        for (number, part) in colored.split('\u{1b}').enumerate() {
            bare.push_str(if number == 0 { part } else { part.split_once('m').expect("a sequence ends").1 });
        }
        assert_eq!(bare, plain);
    }
    let both = site.get("/schedule.txt?format=keynote&color").body;
    assert!(both.contains("\u{1b}[1mLate") && !both.contains("Off"), "{both}");
}

#[test]
fn the_filter_of_the_schedule_applies_to_its_text() {
    let folder = event();
    let site = open(&folder, "2016-10-01T09:00");
    let text = site.get("/en/schedule.txt?format=keynote").body;
    assert!(text.contains("Schedule: Keynote\n") && text.contains("10:00        Late"), "{text}");
    assert!(text.contains("1 of 5 sessions shown\n") && !text.contains("Off"), "{text}");
    assert!(text.ends_with("/en/schedule?format=keynote\n"), "{text}");
    assert!(site.get("/en/schedule.txt?q=nothing-like-it").body.contains("No session matches.\n"));
}

#[test]
fn now_has_the_sessions_of_each_room_and_the_minutes_of_its_moment() {
    let folder = event();
    let during = open(&folder, "2016-10-01T10:40").get("/en/now.txt").body;
    assert!(
        during.starts_with("会議 🎉\nas of Sat 1 October, 10:40\n\nHall\nOn now\n  10:00-11:00  👩‍💻 と"),
        "{during}"
    );
    assert!(during.contains("\n               20 min left\nUp next\n  11:00-12:00  a ]]> b"), "{during}");
    assert!(during.contains("\n               begins in 20 min\n"), "{during}");
    assert!(during.lines().all(|line| line.width() <= 80), "{during}");
    let canceled = open(&folder, "2016-10-01T13:10").get("/en/now.txt").body;
    assert!(canceled.contains("[Canceled] Off\nUp next\n  10:00        Late"), "{canceled}");
    assert!(canceled.contains("\n               Sun 2 October\n"), "{canceled}");
    let before = open(&folder, "2016-09-30T18:00").get("/en/now.txt").body;
    assert!(before.contains("The event begins on Sat 1 October at 10:00.\n"), "{before}");
    let after = open(&folder, "2016-10-04T18:00").get("/en/now.txt").body;
    assert!(after.contains("This event is over.") && !after.contains("Hall"), "{after}");
}

#[test]
fn curl_and_clients_of_plain_text_get_the_text_in_place_of_the_page() {
    let site = TestSite::built_in();
    let ask = |path: &str, headers: &[(&str, &str)]| site.request_with(Method::GET, path, headers);
    for (page, text) in [
        ("/schedule?format=keynote", "/schedule.txt?format=keynote"),
        ("/en/now", "/en/now.txt"),
        ("/now?color", "/now.txt?color"),
    ] {
        let expected = site.get(text).body;
        for headers in [&[("user-agent", "curl/8.5.0"), ("accept", "*/*")][..], &[("accept", "text/plain")]] {
            let answer = ask(page, headers);
            assert_eq!((answer.status, &answer.body), (StatusCode::OK, &expected), "{page}");
            let vary: Vec<_> = answer.headers.get_all("vary").iter().collect();
            assert_eq!(vary, ["accept-encoding", "accept, user-agent"], "{page}");
        }
        let browser = ask(page, &[("accept", "text/html,*/*;q=0.8"), ("user-agent", "Mozilla/5.0")]);
        assert!(browser.body.starts_with("<!DOCTYPE html>"), "{page}");
        assert_eq!(browser.header("vary"), "accept-encoding");
    }
    assert!(ask("/about", &[("user-agent", "curl/8.5.0")]).body.starts_with("<!DOCTYPE html>"));
    assert_eq!(ask("/fr/now", &[("user-agent", "curl/8.5.0")]).status, StatusCode::NOT_FOUND);
}

#[test]
fn a_site_without_an_address_or_rooms_has_its_texts_too() {
    let site = TestSite::without_address();
    let text = site.get("/en/schedule.txt").body;
    assert!(text.ends_with("Times are those of Asia/Tokyo.\n"), "{text}");
    let minimal = TestSite::open(&fixture("minimal"), "2016-10-01T10:00");
    assert_eq!(minimal.get("/schedule.txt").status, StatusCode::OK);
}
