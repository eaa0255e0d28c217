//! Calendars: the sessions of the programme as events, the same for every reader and at every moment.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode};

use crate::site::{Answer, TestSite};

/// The properties of each event in a calendar, by name with parameters.
fn events(calendar: &Answer) -> Vec<BTreeMap<String, String>> {
    assert_eq!((calendar.status, calendar.header("content-type")), (StatusCode::OK, "text/calendar; charset=utf-8"));
    assert!(calendar.body.ends_with("\r\nEND:VCALENDAR\r\n"), "{}", calendar.body);
    for line in calendar.body.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    let unfolded = calendar.body.replace("\r\n ", "");
    let events = unfolded.split("BEGIN:VEVENT\r\n").skip(1).filter_map(|rest| rest.split("END:VEVENT").next());
    let property = |line: &str| {
        let (name, value) = line.split_once(':').expect("a property has a value");
        (name.to_owned(), value.to_owned())
    };
    events.map(|event| event.split_terminator("\r\n").map(property).collect()).collect()
}

fn values<'e>(events: &'e [BTreeMap<String, String>], name: &str) -> Vec<&'e str> {
    events.iter().filter_map(|event| event.get(name)).map(String::as_str).collect()
}

/// A site of one event with one room and these sessions; times are those of Berlin.
fn site(folder: &std::path::Path, sessions: &[(&str, &str)]) -> TestSite {
    let write = |path: String, text: String| {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    let event = "name: Night\ntimezone: Europe/Berlin\ndays: [2016-10-29, 2016-10-30]\nlanguages: [en]\n\
                 venue: { name: Tower, location: [52.5, 13.4] }\n";
    write("program/event.md".to_owned(), format!("---\n{event}---\n"));
    for (name, fields) in sessions {
        write(format!("program/sessions/{name}.md"), format!("---\nformat: social\n{fields}\n---\n"));
    }
    TestSite::open(folder, "2016-10-29T10:00")
}

#[test]
fn the_calendar_of_the_schedule_has_every_session_in_every_language_under_one_id() {
    let site = TestSite::built_in();
    let edition = site.edition();
    let conference = &edition.site.as_ref().expect("there is a site").conference;
    let (japanese, english) = (events(&site.get("/schedule.ics")), events(&site.get("/en/schedule.ics")));
    let titles: Vec<_> =
        conference.sessions.iter().map(|session| session.title.text(&conference.event.languages[1])).collect();
    let escaped: Vec<_> = titles.iter().map(|title| title.replace(',', "\\,")).collect();
    assert_eq!(values(&english, "SUMMARY"), escaped);
    assert_eq!(values(&english, "UID"), values(&japanese, "UID"));
    assert_eq!(values(&english, "UID").into_iter().collect::<BTreeSet<_>>().len(), titles.len());
    let panel = japanese.iter().find(|event| event["SUMMARY"] == "パネルディスカッション").expect("it is there");
    for (name, value) in [
        ("DTSTART;TZID=Asia/Tokyo", "20161001T182000"),
        ("DTEND;TZID=Asia/Tokyo", "20161001T192000"),
        ("STATUS", "CONFIRMED"),
        ("SEQUENCE", "0"),
        ("DTSTAMP", "20160929T150000Z"),
        ("LOCATION", "ホール\\, TABLOID\\, 〒105-0022 東京都港区海岸2-6-24"),
        ("URL", "https://conference.test/sessions/panel"),
        ("CATEGORIES", "パネル,discussion,pricing,future"),
    ] {
        assert_eq!(panel.get(name).map(String::as_str), Some(value), "{name}");
    }
    let description = &panel["DESCRIPTION"];
    assert!(description.starts_with("松本 雄貴\\, ") || description.contains("\\nモデレーター: "), "{description}");
    assert!(description.ends_with("\\n\\nhttps://conference.test/sessions/panel"), "{description}");
    // It was held elsewhere.
    let workshop = japanese.iter().find(|event| event["SUMMARY"].starts_with("Zombie")).expect("it is there");
    assert_eq!(workshop["LOCATION"], "TABLOIDとは別の会場");
    assert_eq!(workshop.get("GEO"), None);
}

#[test]
fn a_calendar_is_filtered_by_the_query_of_the_schedule() {
    let site = TestSite::built_in();
    let whole = site.get("/schedule.ics");
    let filtered = site.get("/schedule.ics?format=keynote");
    assert_eq!(values(&events(&filtered), "SUMMARY"), ["Go Serverless\\, Compute Only When it Matters!"]);
    assert_ne!(filtered.header("etag"), whole.header("etag"));
    let unchanged = [("if-none-match", filtered.header("etag"))];
    let again = site.request_with(Method::GET, "/schedule.ics?format=keynote", &unchanged);
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    let compressed = site.request_with(Method::GET, "/schedule.ics?language=ja", &[("accept-encoding", "gzip")]);
    assert_eq!(compressed.header("content-encoding"), "gzip");
    assert_eq!(events(&site.get("/schedule.ics?q=nobody-says-so")), []);
    assert_eq!(site.get("/schedule.ics?utm_source=x").bytes, whole.bytes);
    let words = "x".repeat(3_000);
    assert_eq!(events(&site.get(&format!("/en/schedule.ics?q={words}"))), []);
}

#[test]
fn sessions_and_speakers_have_calendars_of_their_own() {
    let site = TestSite::built_in();
    let session = events(&site.get("/sessions/panel.ics"));
    assert_eq!(values(&session, "SUMMARY"), ["パネルディスカッション"]);
    let speaker = site.get("/en/speakers/allan-espinosa.ics");
    assert!(speaker.body.contains("\r\nX-WR-CALNAME:Allan Espinosa — ServerlessConf Tokyo\r\n"), "{}", speaker.body);
    assert_eq!(events(&speaker).len(), 1);
    for none in [
        "/sessions/nothing.ics",
        "/speakers/nobody.ics",
        "/ja/schedule.ics",
        "/fr/schedule.ics",
        "/fr/schedule.ics?format=talk",
        "/interviews/allan-espinosa.ics",
    ] {
        assert_eq!(site.get(none).status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[test]
fn a_night_through_which_the_clocks_change_is_written_in_local_times() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = site(
        folder.path(),
        &[
            ("night", "title: Night\nstart: 2016-10-29 23:00\nend: 2016-10-30 04:00"),
            ("open", "title: \"Open; end\"\nstart: 2016-10-30 02:30"),
            ("off", "title: Off\nstart: 2016-10-30 10:00\nend: 2016-10-30 11:00\ncanceled: true"),
        ],
    );
    let calendar = site.get("/schedule.ics");
    let events = events(&calendar);
    assert_eq!(
        values(&events, "DTSTART;TZID=Europe/Berlin"),
        ["20161029T230000", "20161030T023000", "20161030T100000"]
    );
    assert_eq!(values(&events, "DTEND;TZID=Europe/Berlin"), ["20161030T040000", "20161030T110000"]);
    assert_eq!(values(&events, "SUMMARY"), ["Night", "Open\\; end", "Canceled: Off"]);
    assert_eq!(values(&events, "STATUS"), ["CONFIRMED", "CONFIRMED", "CANCELLED"]);
    assert_eq!(values(&events, "LOCATION"), ["Tower"; 3]);
    assert_eq!(values(&events, "GEO"), ["52.5;13.4"; 3]);
    assert!(calendar.body.contains("DTSTART:20161030T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"));
}

#[test]
fn a_calendar_is_the_same_at_every_moment_and_after_every_reading() {
    let site = TestSite::built_in();
    let first = site.get("/schedule.ics");
    site.reload();
    let later = site.at("2016-10-02T10:01").get("/schedule.ics");
    assert_eq!((first.bytes, first.headers.get("etag")), (later.bytes, later.headers.get("etag")));
}

#[test]
fn the_panel_offers_subscriptions_if_the_site_knows_its_address() {
    let site = TestSite::below("/2016");
    let page = site.get("/2016/en/schedule?format=talk");
    for link in [
        "https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Fconference.test%2F2016%2Fen%2Fschedule.ics%3Fformat%3Dtalk",
        "webcal://conference.test/2016/en/schedule.ics?format=talk",
        "/2016/en/schedule.ics?format=talk",
    ] {
        assert!(page.attributes("href").iter().any(|href| href == link), "{link}");
    }
    // For the filter in the browser.
    let whole = ["webcal://conference.test", "webcal://conference.test", "https://conference.test", ""];
    let whole = whole.map(|host| format!("{host}/2016/en/schedule.ics"));
    assert_eq!(page.attributes("data-calendar"), whole);
    let address = "https://conference.test/2016/en/schedule.ics?format=talk";
    assert!(page.attributes("value").iter().any(|value| value == address));
    let unknown = TestSite::without_address();
    for path in ["/schedule", "/sessions/panel", "/speakers/allan-espinosa"] {
        let page = unknown.get(path);
        assert!(page.attributes("href").iter().any(|href| *href == format!("{path}.ics")), "{path}");
        assert!(!page.body.contains("webcal:"), "{path}");
    }
    assert!(!unknown.get("/schedule.ics").body.contains("\r\nURL:"));
}
