//! Times, places and titles on pages: the countdown of the home page, rooms, notices, places to break, addresses for paper.

use std::{fs, path::Path};

use tempfile::TempDir;

use crate::site::{TestSite, repository};

#[test]
fn a_program_without_an_address_writes_no_relative_canonical_urls() {
    let site = TestSite::without_address();
    for path in ["/", "/en/schedule", "/interviews/allan-espinosa"] {
        let head = site.get(path).body;
        assert!(
            !head.contains("canonical") && !head.contains("hreflang=\"x-default\"") && !head.contains("og:url"),
            "{path}"
        );
    }
}

#[test]
fn home_shows_the_running_session_with_its_room_on_the_day_itself() {
    let home = |now: &str, path: &str| TestSite::open(&repository(), now).get(path).main().to_owned();
    let japanese = home("2016-10-01T14:30", "/");
    for text in
        ["10月1日（土）14:30現在", "14:50まで（あと20分）", "20分後に始まります", "<span class=\"room\">ホール</span>"]
    {
        assert!(japanese.contains(text), "{text}");
    }
    let english = home("2016-10-01T14:49", "/en/");
    assert!(english.contains("until 14:50, 1 more minute") && english.contains("begins in 1 min"), "{english}");
    // The first session of the day is near before it begins.
    assert!(home("2016-10-01T09:30", "/").contains("30分後に始まります"));
    // Days before the event, and after it, minutes say nothing.
    for now in ["2016-09-29T14:30", "2016-10-02T10:00"] {
        assert!(!home(now, "/").contains("class=\"time-left\""), "{now}");
    }
}

#[test]
fn a_session_held_elsewhere_names_its_place_and_a_single_room_is_not_repeated() {
    let site = TestSite::built_in();
    let schedule = site.get("/schedule").main().to_owned();
    assert_eq!(schedule.matches("class=\"room\"").count(), 1);
    assert!(schedule.contains("<span class=\"room\">TABLOIDとは別の会場</span>"));
    assert!(
        site.get("/en/speakers/keisuke-nishitani")
            .main()
            .contains("<span class=\"room\">Elsewhere than TABLOID</span>")
    );
    assert!(site.get("/en/speakers/allan-espinosa").main().contains("<span class=\"room\">Hall</span>"));
}

#[test]
fn the_notice_about_times_stands_once_on_pages_with_times_and_on_no_other() {
    let site = TestSite::built_in();
    for (path, times) in [
        ("/", 1),
        ("/schedule", 1),
        ("/sessions/panel", 1),
        ("/speakers/allan-espinosa", 1),
        ("/interviews/allan-espinosa", 1),
        ("/tags/aws", 1),
        ("/speakers", 0),
        ("/interviews", 0),
        ("/news", 0),
        ("/about", 0),
        ("/tags", 0),
    ] {
        assert_eq!(site.get(path).main().matches("class=\"notice\"").count(), times, "{path}");
    }
}

#[test]
fn japanese_titles_have_their_places_to_break() {
    let main = TestSite::built_in().get("/sessions/firebase-web-application").main().to_owned();
    let (_, title) = main.split_once("<h1>").expect("a title");
    assert!(title.split("</h1>").next().is_some_and(|title| title.contains("<wbr>")), "{title}");
    let english = TestSite::built_in().get("/en/sessions/unlimited-frameworks").main().to_owned();
    assert!(english.contains("<h1>Unlimited Frameworks</h1>"), "{english}");
}

#[test]
fn texts_have_the_addresses_of_their_links_for_paper() {
    let page = TestSite::built_in().get("/interviews/allan-espinosa").main().to_owned();
    let (_, list) = page.split_once("class=\"paper-links\"").expect("it has links to other sites");
    assert!(list.contains("<li>https://"), "{list}");
    assert!(!TestSite::built_in().get("/sessions/break").main().contains("paper-links"));
}

/// An event of two rooms with a talk in each, a workshop elsewhere at the same time, and a canceled session in the afternoon.
fn two_rooms() -> TempDir {
    let folder = TempDir::new().expect("a folder can be made");
    let write = |path: &str, front_matter: &str| {
        let path: &Path = &folder.path().join("program").join(path);
        fs::create_dir_all(path.parent().expect("it is below the folder")).expect("a folder can be made");
        fs::write(path, format!("---\n{front_matter}---\n\n本文です。\n")).expect("a file can be written");
    };
    let rooms = "rooms:\n  - { id: a, name: A }\n  - { id: b, name: B }\n";
    write("event.md", &format!("name: 会議\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja]\n{rooms}"));
    let session = |slug: &str, fields: &str| {
        write(&format!("sessions/{slug}.md"), &format!("title: {slug}\nformat: talk\nduration: 60m\n{fields}"));
    };
    session("one", "start: 2016-10-01 10:00\nroom: a\n");
    session("two", "start: 2016-10-01 10:00\nroom: b\n");
    session("elsewhere", "start: 2016-10-01 10:30\nvenue: カフェ\n");
    session("plenary", "start: 2016-10-01 12:00\n");
    session("canceled", "start: 2016-10-01 15:00\nroom: a\ncanceled: true\n");
    folder
}

#[test]
fn a_session_held_elsewhere_has_a_column_of_its_own_beside_those_that_it_overlaps() {
    let folder = two_rooms();
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    let page = site.get("/schedule");
    let sheet = page.attributes("href").into_iter().find(|url| url.starts_with("/conference.")).expect("linked");
    let css = site.get(&sheet).body;
    let columns = |slug: &str| {
        let (_, rest) = css.split_once(&format!("#session-{slug}{{grid-area:")).expect("it has a place");
        let area: Vec<u32> = rest.split(['/', '}', ';']).take(4).filter_map(|line| line.parse().ok()).collect();
        (area[1], area[3])
    };
    assert_eq!([columns("one"), columns("two"), columns("elsewhere")], [(2, 3), (3, 4), (4, 5)]);
    assert_eq!(columns("plenary"), (2, 5), "nothing else takes place, and it concerns everybody");
}

#[test]
fn a_canceled_session_is_neither_running_nor_next() {
    let folder = two_rooms();
    let home = |now: &str| TestSite::open(folder.path(), now).get("/").main().to_owned();
    assert!(home("2016-10-01T11:15").contains("11:30まで（あと15分）"));
    for now in ["2016-10-01T14:00", "2016-10-01T15:10"] {
        let home = home(now);
        assert!(home.contains("最初のセッション") && !home.contains("time-left"), "{home}");
    }
}
