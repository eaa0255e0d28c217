//! The schedule in c3voc's formats: the parts that apps read, and the rules of the schemas.

mod reading;
mod round_trip;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde_json::Value;

use self::reading::{attributes, conference, event, events, json, nights, texts, xml};
use crate::site::{TestSite, fixture};

#[test]
fn the_schedule_of_three_rooms_is_the_programme() {
    let site = TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00");
    let conference = conference(&site);
    let document = json(&site, "/schedule.json");
    let found = events(&document);
    assert_eq!(found.len(), conference.sessions.len());
    let language = conference.event.default_language();
    for session in &conference.sessions {
        let guid = conference.event.session_guid(session).to_string();
        let (day, room, event) =
            found.iter().find(|(_, _, event)| event["guid"] == guid.as_str()).expect("it is there");
        let own = session.room.as_ref().and_then(|id| conference.event.room(id)).expect("all have rooms");
        let track = session.track.as_ref().and_then(|id| conference.event.track(id));
        let minutes = session.duration().map_or(0, |duration| duration.as_mins());
        let people = conference.people(session.people()).map(|person| person.name.text(language));
        assert_eq!(*day, 1);
        assert_eq!(room, own.name.text(language));
        assert_eq!(event["room"], own.name.text(language));
        assert_eq!(event["title"], session.title.text(language));
        assert_eq!(event["type"], session.format.name());
        assert_eq!(event["track"].as_str(), track.map(|track| track.name.text(language)));
        assert_eq!(event["language"].as_str(), session.language.as_ref().map(|language| language.as_str()));
        assert_eq!(event["date"], session.start.strftime("%Y-%m-%dT%H:%M:00+09:00").to_string());
        assert_eq!(event["start"], session.start.strftime("%H:%M").to_string());
        assert_eq!(event["duration"], format!("{:02}:{:02}", minutes / 60, minutes % 60));
        assert_eq!(event["url"], format!("https://conference.test/sessions/{}", session.slug));
        let persons: Vec<_> = event["persons"].as_array().expect("a list").iter().map(|one| &one["name"]).collect();
        assert_eq!(persons, people.collect::<Vec<_>>());
        let links: Vec<_> = event["links"].as_array().expect("a list").iter().map(|link| &link["url"]).collect();
        assert_eq!(links, session.links.iter().map(|link| &link.url).collect::<Vec<_>>());
    }
    let tracks = document["schedule"]["conference"]["tracks"].as_array().expect("a list");
    assert_eq!((&tracks[0]["name"], &tracks[0]["color"]), (&Value::from("Main Track"), &Value::from("#0b6e4f")));
}

#[test]
fn both_formats_say_the_same_in_every_language() {
    let site = TestSite::built_in();
    for prefix in ["", "/en"] {
        let xml = xml(&site, &format!("{prefix}/schedule.xml"));
        let found = events(&json(&site, &format!("{prefix}/schedule.json")));
        let values = |name: &str| found.iter().map(|(_, _, event)| event[name].clone()).collect::<Vec<_>>();
        let strings =
            |name: &str| values(name).iter().map(|value| value.as_str().unwrap_or_default().to_owned()).collect();
        let own: Vec<String> = strings("guid");
        assert_eq!(attributes(&xml, "event", "guid"), own);
        let numbers: Vec<String> = values("id").iter().map(Value::to_string).collect();
        assert_eq!(attributes(&xml, "event", "id"), numbers);
        let events_alone = xml.split("</conference>").nth(1).expect("days follow the conference");
        for name in ["date", "start", "duration", "room", "url", "title", "track", "type", "abstract"] {
            let own: Vec<String> = strings(name);
            assert_eq!(texts(events_alone, name), own, "{name}");
        }
    }
    let english = events(&json(&site, "/en/schedule.json"));
    let (_, room, panel) = event(&english, "Serverless Geeks Panel");
    assert_eq!((room.as_str(), &panel["url"]), ("Hall", &Value::from("https://conference.test/en/sessions/panel")));
    let japanese = events(&json(&site, "/schedule.json"));
    assert_eq!(event(&japanese, "パネルディスカッション").2["guid"], panel["guid"]);
    // The moderator too.
    assert_eq!(panel["persons"].as_array().map(Vec::len), Some(4));
}

/// Whether a text begins with a complete address.
fn is_address(value: &Value) -> bool {
    value.as_str().is_some_and(|url| url.starts_with("https://"))
}

/// The rules of the XML Schema and the JSON Schema that content could break.
#[track_caller]
fn assert_rules(xml: &str, document: &Value) {
    let head: String = xml.chars().take(300).collect();
    let generator = head.find("<generator name=\"serverlessconf\"").expect("the generator comes first");
    assert!(head.find("<conference>").is_some_and(|place| generator < place), "Giggity reads the beginning: {head}");
    assert!(!xml.contains("<feedback_url") && !xml.contains("<logo"), "neither is known");
    assert!(xml.chars().all(|letter| letter >= ' ' || matches!(letter, '\n' | '\t')), "XML has no control characters");
    let schedule = &document["schedule"];
    let conference = &schedule["conference"];
    for url in [&schedule["url"], &schedule["base_url"], &conference["url"]] {
        assert!(is_address(url), "{url}");
    }
    let acronym = conference["acronym"].as_str().expect("an acronym");
    let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'_';
    assert!(acronym.len() >= 4 && acronym.bytes().all(is_letter), "{acronym}");
    let found = events(document);
    let (mut guids, mut ids, mut slugs) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for (_, _, event) in &found {
        assert!(guids.insert(event["guid"].as_str().expect("a guid")), "{event}");
        let id = event["id"].as_u64().expect("a number");
        assert!(ids.insert(id) && (1..1 << 31).contains(&id), "{event}");
        assert!(slugs.insert(event["slug"].as_str().expect("a slug")), "{event}");
        assert!(is_address(&event["url"]) && event["duration"].as_str().is_some_and(|text| text.len() == 5), "{event}");
        let persons = event["persons"].as_array().expect("a list").iter();
        // One that is called by both names would be two kinds of person to the schema.
        assert!(persons.clone().all(|one| one["public_name"].is_null() && is_address(&one["url"])), "{event}");
        let types = ["slides", "paper", "web", "blog", "article", "media", "related", "activitypub"];
        let links = event["links"]
            .as_array()
            .expect("a list")
            .iter()
            .chain(persons.flat_map(|one| one["links"].as_array().expect("a list")));
        for link in links {
            assert!(link["type"].as_str().is_some_and(|own| types.contains(&own)), "{link}");
        }
    }
    assert_eq!(attributes(xml, "event", "guid").len(), found.len());
    for slug in texts(xml, "slug") {
        let (acronym, name) = slug.split_once('-').expect("the acronym comes first");
        assert!(acronym.len() >= 4 && name.len() >= 4, "{slug}");
    }
}

#[test]
fn every_fixture_keeps_the_rules_of_the_schemas() {
    for site in [
        TestSite::built_in(),
        TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00"),
        TestSite::from_dir("minimal"),
    ] {
        assert_rules(&xml(&site, "/schedule.xml"), &json(&site, "/schedule.json"));
    }
}

#[test]
fn a_day_ends_at_four_in_the_morning() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = nights(
        folder.path(),
        "",
        &[
            ("early", "title: Early\nstart: 2016-10-29 01:30\nduration: 30m"),
            ("party", "title: Party\nstart: 2016-10-29 23:00\nend: 2016-10-30 05:00"),
            ("night", "title: Night\nstart: 2016-10-30 01:30\nend: 2016-10-30 03:30"),
            ("run", "title: Run\nstart: 2016-10-30 04:00\nduration: 45m"),
            ("camp", "title: Camp\nstart: 2016-10-29 09:00\nend: 2016-10-30 23:00"),
            ("open", "title: Open end\nstart: 2016-10-30 22:00"),
        ],
    );
    let document = json(&site, "/schedule.json");
    let found = events(&document);
    let shown = |title: &str| {
        let (day, _, event) = event(&found, title);
        let text = |name: &str| event[name].as_str().expect("a text").to_owned();
        (*day, text("date"), text("start"), text("duration"))
    };
    let expected = |day, date: &str, start: &str, duration: &str| (day, date.into(), start.into(), duration.into());
    // There is no day before the first one.
    assert_eq!(shown("Early"), expected(1, "2016-10-29T01:30:00+02:00", "01:30", "00:30"));
    // The clocks are set back at three.
    assert_eq!(shown("Party"), expected(1, "2016-10-29T23:00:00+02:00", "23:00", "07:00"));
    assert_eq!(shown("Night"), expected(1, "2016-10-30T01:30:00+02:00", "01:30", "03:00"));
    assert_eq!(shown("Run"), expected(2, "2016-10-30T04:00:00+01:00", "04:00", "00:45"));
    assert_eq!(shown("Open end"), expected(2, "2016-10-30T22:00:00+01:00", "22:00", "00:00"));
    // Giggity takes no duration of a day or more.
    assert_eq!(shown("Camp"), expected(1, "2016-10-29T09:00:00+02:00", "09:00", "39:00"));
    assert_eq!(event(&found, "Camp").2["end"], "2016-10-30T23:00:00+01:00");
    let day = &document["schedule"]["conference"]["days"][0];
    assert_eq!(day["day_start"], "2016-10-29T01:30:00+02:00");
    assert_eq!(day["day_end"], "2016-10-30T04:00:00+01:00");
    let xml = xml(&site, "/schedule.xml");
    assert_eq!(texts(&xml, "duration"), ["00:30", "23:59", "07:00", "03:00", "00:45", "00:00"]);
    assert_eq!(attributes(&xml, "day", "end"), ["2016-10-30T04:00:00+01:00", "2016-10-31T04:00:00+01:00"]);
    assert_rules(&xml, &document);
}

#[test]
fn sessions_without_a_room_have_a_place_and_those_that_do_not_take_place_are_gone() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = nights(
        folder.path(),
        "venue: Tower\nrooms: [{ id: b, name: Balcony }, { id: foyer, name: Foyer, shared: true }]\n",
        &[
            ("stand", "title: Stand\nstart: 2016-10-29 10:00\nduration: 60m\nroom: foyer"),
            ("other-stand", "title: Other stand\nstart: 2016-10-29 10:00\nduration: 60m\nroom: foyer"),
            ("lunch", "title: Lunch\nstart: 2016-10-29 12:00\nduration: 60m"),
            ("boat", "title: Boat\nstart: 2016-10-29 13:00\nduration: 60m\nvenue: Pier 7"),
            ("off", "title: Off\nstart: 2016-10-29 14:00\nduration: 60m\ncanceled: true"),
        ],
    );
    let document = json(&site, "/schedule.json");
    let found = events(&document);
    for (title, list, own) in [
        ("Stand", "Foyer", "Foyer"),
        ("Other stand", "Foyer", "Foyer"),
        ("Lunch", "Tower", ""),
        ("Boat", "Pier 7", "Pier 7"),
    ] {
        let (_, room, event) = event(&found, title);
        assert_eq!((room.as_str(), &event["room"]), (list, &Value::from(own)), "{title}");
    }
    assert_eq!(found.len(), 4, "programs notice that a canceled session is gone");
    // Apps take the order of columns from the first day.
    let xml = xml(&site, "/schedule.xml");
    assert_eq!(attributes(&xml, "room", "name")[..4], ["Balcony", "Foyer", "Tower", "Pier 7"]);
    assert_eq!(attributes(&xml, "room", "guid").len(), 4, "two rooms on two days, and no other place");
    assert_rules(&xml, &document);
}

#[test]
fn a_session_keeps_its_ids_under_a_new_title_and_when_others_come_and_go() {
    let folder = tempfile::tempdir().expect("a folder");
    let ids = |sessions: &[(&str, &str)]| {
        let site = nights(folder.path(), "", sessions);
        let document = json(&site, "/schedule.json");
        let version = document["schedule"]["version"].as_str().expect("a version").to_owned();
        assert_eq!(version, conference(&site).revision.to_string());
        let found = events(&document);
        let first = found.iter().find(|(_, _, event)| event["start"] == "10:00").expect("it is there");
        (first.2["guid"].clone(), first.2["id"].clone(), version)
    };
    let (guid, id, version) = ids(&[("one", "title: One\nstart: 2016-10-29 10:00")]);
    let other = ids(&[
        ("one", "title: Another\nstart: 2016-10-29 10:00"),
        ("two", "title: Two\nstart: 2016-10-29 11:00\ncanceled: true"),
    ]);
    assert_eq!((&other.0, &other.1), (&guid, &id));
    assert_ne!(other.2, version, "programs notice a change");
    let given = "0b5f8a4e-7c1d-4a51-9a27-3f1c52d0c9aa";
    let fields = format!("title: One\nstart: 2016-10-29 10:00\nguid: {given}");
    assert_eq!(ids(&[("one", &fields)]).0, given, "that of the tool which it was imported from");
}

#[test]
fn addresses_are_complete_and_without_the_address_of_the_site_there_is_no_schedule() {
    let site = TestSite::below("/2016");
    let document = json(&site, "/2016/en/schedule.json");
    let base = "https://conference.test/2016";
    assert_eq!(document["schedule"]["url"], format!("{base}/en/schedule.json"));
    assert_eq!(document["schedule"]["base_url"], format!("{base}/"));
    let found = events(&document);
    assert!(found.iter().all(|(_, _, event)| event["url"].as_str().is_some_and(|url| url.starts_with(base))));
    let abstracts = found.iter().filter_map(|(_, _, event)| event["abstract"].as_str());
    assert!(abstracts.clone().count() > 10);
    for text in abstracts {
        assert!(!text.contains("href=\"/") && !text.contains("src=\"/"), "{text}");
    }
    let unknown = TestSite::without_address();
    for path in ["/schedule.xml", "/schedule.json", "/en/schedule.xml"] {
        assert_eq!(unknown.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(unknown.get("/fr/schedule.xml").status, StatusCode::NOT_FOUND);
}

#[test]
fn careless_and_hostile_content_stays_valid() {
    let folder = tempfile::tempdir().expect("a folder");
    let long = "長い👩‍💻".repeat(2_000);
    let body = "title: \"<b>]]> & 👩‍💻 \\\"x\\\"\"\nstart: 2016-10-29 10:00\n---\n\n\
                Text\u{1}\u{8}\u{b}\u{1f}\u{fffe} ]]> <script>alert(1)</script> &amp; <![CDATA[ 🎉\n";
    let site = nights(
        folder.path(),
        "acronym: X-1\nvenue: \"]]><x>\"\nrooms: [{ id: \"1\", name: \"A & <B>\" }, { id: \"2\", name: \"A & <B>\" }]\n\
         tracks: [{ id: t, name: \"T ]]> <\" }]\nurl: mailto:info@example.org\n",
        &[
            ("a", body),
            ("b", &format!("title: {long}\nstart: 2016-10-29 11:00\ntrack: t\nroom: \"1\"\n---\n\n{long}\n")),
            ("c", "title: C\nstart: 2016-10-29 11:00\nroom: \"2\"\nlinks: { mail: \"mailto:a@example.org\" }"),
        ],
    );
    let (xml, document) = (xml(&site, "/schedule.xml"), json(&site, "/schedule.json"));
    assert_rules(&xml, &document);
    let found = events(&document);
    assert_eq!(found.len(), 3, "two rooms of one name are one list: {document}");
    assert_eq!(event(&found, &long).2["abstract"], format!("<p>{long}</p>"));
    let reading = import::read(xml.as_bytes(), None, &import::Known::default()).expect("it is XML");
    assert_eq!(reading.imported.skipped.len(), 1, "the day without sessions: {:?}", reading.imported.skipped);
    let slugs: Vec<_> = reading.imported.items.iter().map(|item| item.place.path()).collect();
    assert!(slugs.iter().filter(|path| path.starts_with("program/sessions/")).count() == 3, "{slugs:?}");
}
