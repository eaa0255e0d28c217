//! The round trip of schedules: an import of a schedule that this program wrote, and of one from another tool.

use std::{collections::BTreeMap, fs, path::Path};

use conference::{Conference, Format, Session};
use import::{Known, Reading, read, write};

use super::reading::{conference, events, json, nights};
use crate::site::{TestSite, fixture, repository};

/// Imports a source into a new folder, and opens the site of it.
fn imported(source: &str, folder: &Path) -> (Reading, TestSite) {
    let reading = read(source.as_bytes(), None, &Known::default()).expect("it can be read");
    for item in &reading.imported.items {
        let path = folder.join(item.place.path());
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, write::file(item)).expect("a file");
    }
    let site = TestSite::open(folder, "2016-10-01T10:00");
    (reading, site)
}

/// The facts that attendees and apps know of a session, in the event's first language.
fn facts(conference: &Conference, session: &Session) -> BTreeMap<&'static str, String> {
    let event = &conference.event;
    let language = event.default_language();
    let people = conference.people(session.people()).map(|person| person.name.text(language));
    let room = session.room.as_ref().and_then(|id| event.room(id));
    let track = session.track.as_ref().and_then(|id| event.track(id));
    // A session that takes no time has no end in the format.
    let end = session.end.filter(|end| *end > session.start);
    BTreeMap::from([
        ("guid", event.session_guid(session).to_string()),
        ("slug", session.slug.to_string()),
        ("title", session.title.text(language).to_owned()),
        ("format", session.format.name().to_owned()),
        ("start", session.start.to_string()),
        ("end", end.map(|end| end.to_string()).unwrap_or_default()),
        ("room", room.map(|room| room.name.text(language).to_owned()).unwrap_or_default()),
        ("venue", session.venue.as_ref().map(|venue| venue.text(language).to_owned()).unwrap_or_default()),
        ("track", track.map(|track| track.name.text(language).to_owned()).unwrap_or_default()),
        ("language", session.language.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("people", people.collect::<Vec<_>>().join(", ")),
        ("links", session.links.iter().map(|link| link.url.as_str()).collect::<Vec<_>>().join(" ")),
    ])
}

fn all_facts(conference: &Conference) -> Vec<BTreeMap<&'static str, String>> {
    let sessions = conference.sessions.iter().filter(|session| !session.canceled);
    let mut all: Vec<_> = sessions.map(|session| facts(conference, session)).collect();
    all.sort_by_key(|facts| facts["guid"].clone());
    all
}

/// The format has no tags, levels, readings, organisations, translations and canceled sessions, no moderators beside
/// speakers, and in XML no portraits and biographies.
#[test]
fn what_was_exported_comes_back() {
    for content in [repository(), fixture("serverlessdays-tokyo-2023"), fixture("minimal")] {
        let site = TestSite::open(&content, "2016-10-02T10:00");
        let original = conference(&site);
        for path in ["/schedule.json", "/schedule.xml"] {
            let folder = tempfile::tempdir().expect("a folder");
            let (reading, site) = imported(&site.get(path).body, folder.path());
            let days_without_sessions = |reason: &str| reason.ends_with("is not in `days` of program/event.md");
            let skipped = reading.imported.skipped.iter().map(|one| one.reason.english.as_str());
            assert_eq!(skipped.filter(|reason| !days_without_sessions(reason)).collect::<Vec<_>>(), [""; 0], "{path}");
            let copy = conference(&site);
            assert_eq!(all_facts(&copy), all_facts(&original), "{path}");
            let language = original.event.default_language();
            assert_eq!(copy.event.name.text(copy.event.default_language()), original.event.name.text(language));
            assert_eq!(copy.event.acronym, original.event.acronym);
            assert_eq!(copy.event.timezone.iana_name(), original.event.timezone.iana_name());
            let rooms = |conference: &Conference| {
                let language = conference.event.default_language().clone();
                let name = |room: &conference::Room| room.name.text(&language).to_owned();
                conference.event.rooms.iter().map(name).collect::<Vec<_>>()
            };
            assert_eq!(rooms(&copy), rooms(&original), "{path}");
        }
    }
}

#[test]
fn a_second_import_of_an_export_changes_nothing() {
    let site = TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00");
    let (xml, json) = (site.get("/schedule.xml").body, site.get("/schedule.json").body);
    let folder = tempfile::tempdir().expect("a folder");
    let (first, copy) = imported(&json, folder.path());
    for source in [&json, &xml] {
        let known = Known { places: first.places.clone(), ..Known::of(&conference(&copy)) };
        let again = read(source.as_bytes(), None, &known).expect("it can be read");
        assert_eq!(again.gone, []);
        let sessions = |reading: &Reading| {
            let of_session = |item: &&import::Item| item.place.path().starts_with("program/sessions/");
            let items = reading.imported.items.iter().filter(of_session);
            items.map(|item| (item.place.path(), write::file(item))).collect::<BTreeMap<_, _>>()
        };
        assert_eq!(sessions(&again), sessions(&first));
    }
}

#[test]
fn bodies_and_places_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let event = "acronym: night\nvenue: Tower\nrooms: [{ id: hall, name: Hall }]\n";
    let body = "title: Talk\nstart: 2016-10-29 10:00\nduration: 30m\nroom: hall\n---\n\n\
                A *fast* [site](https://example.org/) with `code`.\n\n- one\n- two\n";
    let sessions = [
        ("talk-a", body),
        ("lunch", "title: Lunch\nstart: 2016-10-29 12:00\nduration: 60m"),
        ("boat", "title: Boat\nstart: 2016-10-30 01:00\nduration: 60m\nvenue: Pier 7"),
    ];
    let site = nights(folder.path(), event, &sessions);
    let original = conference(&site);
    for path in ["/schedule.json", "/schedule.xml"] {
        let target = tempfile::tempdir().expect("a folder");
        let (_, copy) = imported(&site.get(path).body, target.path());
        let copy = conference(&copy);
        assert_eq!(all_facts(&copy), all_facts(&original), "{path}");
        let html = |conference: &Conference| {
            conference.sessions[0].body.get(conference.event.default_language()).1.html.clone()
        };
        assert_eq!(html(&copy), html(&original), "{path}");
        assert_eq!(copy.sessions[0].format, Format::Social);
    }
}

#[test]
fn a_schedule_of_pretalx_keeps_the_guids_that_its_apps_know() {
    for name in ["pretalx-schedule.json", "pretalx-schedule.xml"] {
        let source = fs::read_to_string(repository().join("import/tests/fixtures").join(name)).expect("the fixture");
        let folder = tempfile::tempdir().expect("a folder");
        let (_, site) = imported(&source, folder.path());
        let found = events(&json(&site, "/schedule.json"));
        let conference = conference(&site);
        assert!(!found.is_empty() && conference.sessions.iter().any(|session| session.guid.is_some()), "{name}");
        for (_, _, event) in found {
            let guid = event["guid"].as_str().expect("a guid");
            assert!(source.contains(guid), "{name}: {event}");
        }
    }
}
