//! `/now` and the screens: the sessions of each moment, room by room, and the minute for which a page is valid.

use std::{fs, path::Path};

use axum::http::StatusCode;
use tempfile::TempDir;

use crate::site::{TestSite, program, repository};

/// An event of two days with two rooms, a shared foyer, a lunch for everybody and a workshop elsewhere.
fn event() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let rooms = "rooms: [{ id: hall, name: { ja: ホール, en: Hall } }, { id: studio, name: Studio }, { id: foyer, name: Foyer, \
                 shared: true }, { id: cellar, name: Cellar }]\n";
    let days = "days: [2016-10-01, 2016-10-02]\nlanguages: [ja, en]\n";
    write(folder.path(), "event.md", &format!("name: 会議\nacronym: c\ntimezone: Asia/Tokyo\n{days}{rooms}"));
    for (slug, fields) in [
        ("opening", "format: opening\nroom: hall\nstart: 2016-10-01 09:50\nend: 10:00"),
        ("one", "format: talk\nroom: hall\nstart: 2016-10-01 10:00\nend: 11:00"),
        ("two", "format: talk\nroom: hall\nstart: 2016-10-01 11:00\nend: 12:00"),
        ("canceled", "format: talk\nroom: hall\nstart: 2016-10-01 13:00\nend: 14:00\ncanceled: true"),
        ("endless", "format: talk\nroom: studio\nstart: 2016-10-01 10:30"),
        ("three", "format: talk\nroom: studio\nstart: 2016-10-01 11:30\nend: 12:00"),
        ("stand-a", "format: social\nroom: foyer\nstart: 2016-10-01 10:00\nend: 16:00"),
        ("stand-b", "format: social\nroom: foyer\nstart: 2016-10-01 10:30\nend: 12:00"),
        ("lunch", "format: break\nstart: 2016-10-01 12:00\nend: 13:00"),
        ("elsewhere", "format: workshop\nvenue: カフェ\nstart: 2016-10-01 15:00\nend: 16:00"),
        ("last", "format: keynote\nroom: hall\nstart: 2016-10-02 10:00\nend: 11:00"),
    ] {
        write(folder.path(), &format!("sessions/{slug}.md"), &format!("title: {slug}\n{fields}\n"));
    }
    folder
}

fn write(folder: &Path, path: &str, front_matter: &str) {
    let path = folder.join("program").join(path);
    fs::create_dir_all(path.parent().expect("it is below the folder")).expect("a folder can be made");
    fs::write(path, format!("---\n{front_matter}---\n")).expect("a file can be written");
}

/// The words of some HTML.
fn words(html: &str) -> String {
    let texts = html
        .split('<')
        .enumerate()
        .map(|(place, part)| if place == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) });
    texts.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The elements of a class that are shown, in words.
fn shown(html: &str, element: &str, class: &str) -> Vec<String> {
    let [opening, closing] = [format!("<{element} "), format!("</{element}>")];
    let parts = html.split(&opening).skip(1).filter_map(|part| part.split_once('>'));
    let shown = parts.filter(|(tag, _)| tag.contains(&format!("class=\"{class}")) && !tag.contains(" hidden"));
    shown.map(|(_, rest)| words(rest.split(&closing).next().unwrap_or_default())).collect()
}

/// The places that a page shows, each with its running sessions and those that come next.
fn boards(site: &TestSite, path: &str) -> Vec<String> {
    let page = site.get(path);
    let sections = page.main().split("<section ").skip(1).filter_map(|section| {
        let (tag, rest) = section.split_once('>')?;
        let name = words(rest.split("</h2>").next()?);
        let (running, next) = rest.split_once("class=\"next\"").unwrap_or((rest, ""));
        let [running, next] = [running, next].map(|html| shown(html, "li", "live-session").join("; "));
        let remarks = shown(section, "p", "remark").join("; ");
        (!tag.contains(" hidden")).then(|| [name, running, next, remarks].join(" | "))
    });
    sections.collect()
}

#[test]
fn before_the_event_each_room_has_its_first_session_with_its_day() {
    let folder = event();
    let site = TestSite::open(folder.path(), "2016-09-30T18:00");
    assert_eq!(
        boards(&site, "/en/now"),
        [
            "Hall |  | opening Sat 1 October 09:50 – 10:00 | ",
            "Studio |  | endless Sat 1 October 10:30 | ",
            "Foyer |  | stand-a Sat 1 October 10:00 – 16:00 | ",
            "Cellar |  |  | There are no sessions yet.",
            "カフェ |  | elsewhere Sat 1 October 15:00 – 16:00 | ",
        ]
    );
    let page = site.get("/en/now");
    assert_eq!(shown(page.main(), "p", "now-status"), ["The event begins on Sat 1 October at 09:50."]);
    assert!(!page.main().contains("as of") && !page.main().contains("min left"));
}

#[test]
fn during_the_event_each_room_has_its_running_and_its_next_session_with_their_minutes() {
    let folder = event();
    let site = TestSite::open(folder.path(), "2016-10-01T10:40");
    assert_eq!(
        boards(&site, "/en/now"),
        [
            "Hall | one 10:00 – 11:00 20 min left | two 11:00 – 12:00 begins in 20 min | ",
            // Its end is not known: it lasts until the next one begins.
            "Studio | endless 10:30 | three 11:30 – 12:00 begins in 50 min | ",
            "Foyer | stand-a 10:00 – 16:00 5 h 20 min left; stand-b 10:30 – 12:00 1 h 20 min left |  | ",
            "Cellar |  |  | There are no sessions yet.",
            "カフェ |  | elsewhere 15:00 – 16:00 begins in 4 h 20 min | ",
        ]
    );
    let japanese = site.get("/now");
    assert!(words(japanese.main()).contains("10月1日（土）10:40現在"));
    assert!(words(japanese.main()).contains("one 10:00 – 11:00 あと20分"));
    assert!(shown(japanese.main(), "p", "now-status").is_empty());
    // The end of one session is the beginning of the next.
    assert_eq!(
        boards(&site.at("2016-10-01T11:00"), "/en/now")[0],
        "Hall | two 11:00 – 12:00 1 h left | canceled Canceled 13:00 – 14:00; last Sun 2 October 10:00 – 11:00 | "
    );
}

#[test]
fn a_break_for_everybody_and_a_canceled_session_say_so() {
    let folder = event();
    let site = TestSite::open(folder.path(), "2016-10-01T12:30");
    assert!(boards(&site, "/en/now").contains(&"For everyone | lunch 12:00 – 13:00 30 min left |  | ".to_owned()));
    let screen = site.get("/en/screens/hall");
    assert_eq!(shown(screen.main(), "li", "live-session")[0], "lunch 12:00 – 13:00 30 min left");
    let screen = site.at("2016-10-01T13:30").get("/en/screens/hall");
    let shown = shown(screen.main(), "li", "live-session");
    assert_eq!(shown, ["canceled Canceled 13:00 – 14:00", "last Sun 2 October 10:00 – 11:00"]);
}

#[test]
fn between_the_days_the_first_session_of_the_morning_comes_next() {
    let folder = event();
    let site = TestSite::open(folder.path(), "2016-10-01T20:00");
    let page = site.get("/en/now");
    assert_eq!(shown(page.main(), "p", "now-status"), ["The next session begins on Sun 2 October at 10:00."]);
    let now = boards(&site, "/en/now");
    assert_eq!(now[0], "Hall |  | last Sun 2 October 10:00 – 11:00 | ");
    assert_eq!(now[1], "Studio |  |  | There are no more sessions here.");
    assert_eq!(now.len(), 4, "places elsewhere are shown only with sessions: {now:?}");
    let screen = |now: &str, path: &str| {
        let page = site.at(now).get(path);
        (shown(page.main(), "p", "closing").join(" "), shown(page.main(), "li", "live-session").join("; "))
    };
    let evening = screen("2016-10-01T20:00", "/en/screens/hall");
    assert_eq!(evening.0, "There are no more sessions here today.");
    assert_eq!(evening.1, "last Sun 2 October 10:00 – 11:00");
    let morning = screen("2016-10-02T09:00", "/en/screens/hall");
    assert_eq!(morning, (String::new(), "last 10:00 – 11:00 begins in 1 h".to_owned()));
    assert_eq!(screen("2016-10-02T09:00", "/en/screens/foyer").0, "There are no more sessions here.");
    assert_eq!(screen("2016-10-02T11:00", "/en/screens/foyer"), ("Thank you for coming".to_owned(), String::new()));
}

#[test]
fn after_the_event_no_room_has_a_session() {
    let folder = event();
    let site = TestSite::open(folder.path(), "2016-10-02T11:00");
    assert!(boards(&site, "/now").is_empty());
    let page = site.get("/en/now");
    assert!(shown(page.main(), "p", "now-status")[0].starts_with("This event is over."));
    assert!(!page.main().contains("as of"));
}

#[test]
fn pages_that_count_minutes_are_valid_for_one_and_the_others_longer() {
    let folder = event();
    let site = TestSite::open(folder.path(), "2016-10-01T10:40");
    let tag = |now: &str, path: &str| site.at(now).get(path).header("etag").to_owned();
    for path in ["/now", "/en/screens/hall"] {
        assert_eq!(tag("2016-10-01T10:40:10", path), tag("2016-10-01T10:40:50", path), "{path}");
        assert_ne!(tag("2016-10-01T10:40", path), tag("2016-10-01T10:41", path), "{path}");
        for days in [["2016-09-30T10:40", "2016-09-30T10:41"], ["2016-10-02T12:00", "2016-10-02T12:01"]] {
            assert_eq!(tag(days[0], path), tag(days[1], path), "{path}");
        }
    }
    assert_eq!(tag("2016-10-01T10:40", "/screens"), tag("2016-10-01T10:41", "/screens"));
}

#[test]
fn every_room_has_a_screen_and_no_other_name_has_one() {
    let folder = event();
    let site = TestSite::open(folder.path(), "2016-10-01T10:40");
    let list = site.get("/en/screens");
    for room in ["hall", "studio", "foyer", "cellar"] {
        assert!(list.main().contains(&format!("href=\"/en/screens/{room}\"")), "{room}");
        let screen = site.get(&format!("/screens/{room}"));
        assert_eq!(screen.status, StatusCode::OK);
        assert!(!screen.body.contains("<a ") && !screen.body.contains("site-header"), "nothing leads away");
        assert!(screen.body.contains("<meta name=\"robots\" content=\"noindex\">"));
    }
    for unknown in ["/screens/kitchen", "/screens/all", "/en/screens/kitchen", "/screens/"] {
        assert_ne!(site.get(unknown).status, StatusCode::OK, "{unknown}");
    }
    assert_eq!(site.get("/screens/kitchen").status, StatusCode::NOT_FOUND);
    assert!(!site.get("/sitemap.xml").body.contains("/screens") && site.get("/sitemap.xml").body.contains("/en/now<"));
}

#[test]
fn an_event_without_rooms_has_one_list_and_one_screen() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let event = "name: Meetup\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [en]\n";
    write(folder.path(), "event.md", event);
    let site = TestSite::open(folder.path(), "2016-10-01T18:10");
    assert!(site.get("/now").main().contains("There are no sessions yet."));
    assert!(site.get("/screens/all").main().contains("There are no sessions yet."));
    write(folder.path(), "sessions/a.md", "title: A\nformat: talk\nstart: 2016-10-01 18:00\nend: 18:30\n");
    write(folder.path(), "sessions/b.md", "title: B\nformat: talk\nvenue: Bar\nstart: 2016-10-01 18:00\nend: 19:00\n");
    let site = TestSite::open(folder.path(), "2016-10-01T18:10");
    let expected = ["A 18:00 – 18:30 20 min left", "B 18:00 – 19:00 Bar 50 min left"];
    assert_eq!(boards(&site, "/now"), [format!("Sessions | {} |  | ", expected.join("; "))]);
    assert_eq!(shown(site.get("/screens/all").main(), "li", "live-session"), expected);
    assert!(site.get("/screens").main().contains("href=\"/screens/all\""));
}

#[test]
fn a_screen_has_the_code_of_its_session_and_the_changes_of_the_day() {
    let folder = event();
    let release =
        || assert!(program().args(["release", "--yes"]).arg(folder.path()).status().is_ok_and(|s| s.success()));
    release();
    let two = "title: two\nformat: talk\nroom: hall\nstart: 2016-10-01 11:10\nend: 12:00\n";
    write(folder.path(), "sessions/two.md", two);
    let last = "title: last\nformat: keynote\nroom: hall\nstart: 2016-10-02 10:30\nend: 11:00\n";
    write(folder.path(), "sessions/last.md", last);
    release();
    let site = TestSite::open(folder.path(), "2016-10-01T10:40");
    let changes = |now: &str| {
        let page = site.at(now).get("/en/screens/studio");
        let (_, list) = page.main().split_once("<ul class=\"screen-changes\">").unwrap_or_default();
        shown(list, "li", "change")
    };
    assert_eq!(changes("2016-10-01T10:40"), ["Moved two → 11:10–12:00, Hall"]);
    assert_eq!(changes("2016-10-01T12:00"), [""; 0]);
    assert_eq!(changes("2016-10-02T09:00"), ["Moved last → 10:30–11:00, Hall"]);
    let codes = |site: &TestSite, path: &str| site.get(path).opening_tags("div", "code").len();
    assert!(codes(&site, "/screens/hall") > 1);
    assert_eq!(codes(&site, "/screens/foyer"), 1, "its sessions overlap");
    let unknown = TestSite::without_address();
    assert_eq!(codes(&unknown, "/screens/hall"), 0);
    assert!(unknown.get("/en/screens").main().contains("--base-url"));
}

#[test]
fn home_page_and_schedule_lead_to_this_page_and_a_given_moment_has_no_script() {
    let site = TestSite::open(&repository(), "2016-10-01T14:30");
    for (path, is_linked) in [("/en/", true), ("/en/schedule", true), ("/en/about", false)] {
        assert_eq!(site.get(path).main().contains("href=\"/en/now\""), is_linked, "{path}");
    }
    assert!(!TestSite::built_in().get("/en/").main().contains("href=\"/en/now\""));
    for path in ["/now", "/screens/hall"] {
        let page = site.get(path).body;
        assert!(!page.contains("/now.js") && !page.contains("http-equiv"), "{path}");
    }
}
