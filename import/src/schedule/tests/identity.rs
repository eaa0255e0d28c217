//! One event through several formats: its sessions keep their files and addresses.

use super::{assert_no_errors, files, joining::known_after};
use crate::{Known, Reading, read};

/// A session: guid, start, title.
type Session = [&'static str; 3];

fn json(sessions: &[Session], more: &str) -> String {
    let events: Vec<_> = sessions
        .iter()
        .map(|[guid, start, title]| {
            format!(
                r#"{{"guid": "{guid}", "date": "2027-01-01T{start}:00+09:00", "start": "{start}", "duration": "00:30",
                "title": "{title}", "persons": [{{"id": 9, "code": "ABC", "public_name": "Hana Example"}}]{more}}}"#
            )
        })
        .collect();
    format!(
        r#"{{"schedule": {{"conference": {{"title": "x", "time_zone_name": "Asia/Tokyo", "days": [{{"date": "2027-01-01",
        "rooms": {{"Hall": [{}]}}}}]}}}}}}"#,
        events.join(",")
    )
}

fn xml(sessions: &[Session]) -> String {
    let events: String = sessions
        .iter()
        .map(|[guid, start, title]| {
            format!(
                "<event id=\"7\" guid=\"{guid}\"><date>2027-01-01T{start}:00+09:00</date><start>{start}</start>\
                 <duration>00:30</duration><title>{title}</title><persons><person id=\"9\">Hana Example</person></persons></event>"
            )
        })
        .collect();
    format!(
        "<schedule><conference><title>x</title><time_zone_name>Asia/Tokyo</time_zone_name></conference>\
         <day date=\"2027-01-01\"><room name=\"Hall\">{events}</room></day></schedule>"
    )
}

/// Imports sources one after another; the last result.
fn import(sources: &[String]) -> (Reading, Vec<(String, String)>) {
    let mut known = Known::default();
    let mut last = None;
    for source in sources {
        let reading = read(source.as_bytes(), None, &known).expect("it can be read");
        let mut written = files(&reading);
        assert_no_errors(&written);
        written.sort();
        let mut places = std::mem::take(&mut known.places);
        places.extend(reading.places.clone());
        known = known_after(&written, &places);
        last = Some((reading, written));
    }
    last.expect("a source")
}

const SESSIONS: [Session; 4] = [
    ["g1", "10:00", "Lunch meeting"],
    ["g2", "12:00", "Lunch meeting"],
    ["g3", "14:00", "Cold starts"],
    ["g4", "16:00", "Lunch meeting"],
];

#[test]
fn another_format_of_the_same_event_changes_nothing() {
    let mut turned = SESSIONS;
    turned.reverse();
    let sources = [xml(&SESSIONS), json(&SESSIONS, ""), xml(&turned), json(&turned, "")];
    for first in &sources {
        let (_, expected) = import(std::slice::from_ref(first));
        for second in &sources {
            let (reading, written) = import(&[first.clone(), second.clone(), second.clone()]);
            assert_eq!(written, expected);
            assert_eq!(reading.gone, []);
        }
    }
}

#[test]
fn a_session_with_another_title_and_time_keeps_its_file() {
    let mut changed = SESSIONS;
    (changed[0], changed[2]) = (["g1", "15:00", "Cold starts"], ["g3", "11:00", "Warm starts"]);
    let (_, written) = import(&[xml(&SESSIONS), json(&changed, "")]);
    let (_, cold) = written.iter().find(|(path, _)| path.ends_with("/cold-starts.md")).expect("it is there");
    assert!(cold.contains("title: Warm starts\n") && cold.contains("start: 2027-01-01 11:00\n"), "{cold}");
}

#[track_caller]
fn address(slug: &str, title: &'static str, expected: &str) {
    let source = json(&[["g1", "10:00", title]], &format!(r#", "id": 6561, "slug": "{slug}""#));
    let source = source.replacen("\"title\": \"x\"", "\"title\": \"x\", \"acronym\": \"demo\"", 1);
    let (_, written) = import(&[source]);
    let path = format!("program/sessions/{expected}.md");
    assert!(written.iter().any(|(other, _)| *other == path), "{path}: {written:?}");
}

#[test]
fn addresses_come_from_titles() {
    address(
        "demo_-_6561_-_en_-_hall_-_202405101000_-_funky_file_formats_-_hana_example",
        "Funky file formats",
        "funky-file-formats",
    );
    address("ZT3MHP", "Cold starts", "cold-starts");
    address("ABCDEF", "Cold starts", "cold-starts");
    address("6561", "Cold starts", "cold-starts");
    address("hall-1000", "Cold starts", "cold-starts");
    // Words of the title, or of a title in another script, are an address.
    address("demo-6561-starts", "Cold starts", "starts");
    address("demo-6561-cold-starts", "関数の話", "cold-starts");
    address("ABCDEF", "関数の話", "session-g1");
}

/// Answers of pretalx's API, with their objects in this order.
fn pretalx(submissions: &[String], slots: &[String]) -> String {
    format!(
        r#"{{"slug": "demo", "name": {{"en": "x"}}, "timezone": "Asia/Tokyo", "date_from": "2027-01-01", "date_to": "2027-01-01"}}
        {{"results": [{}]}} {{"results": [{}]}}"#,
        submissions.join(","),
        slots.join(",")
    )
}

/// A submission with its own slot; `id` is a field of the slot.
fn submission(code: &str, title: &str, start: &str, id: &str) -> String {
    format!(
        r#"{{"code": "{code}", "title": "{title}", "state": "confirmed",
        "speakers": [{{"code": "P{code}", "name": "{title} Example", "biography": ""}}],
        "slots": [{{{id} "start": "2027-01-01T{start}:00+09:00", "end": "2027-01-01T{start}:30+09:00", "room": null}}]}}"#
    )
}

fn slot(id: &str, code: &str, start: &str) -> String {
    format!(
        r#"{{{id} "submission": {code}, "start": "2027-01-01T{start}:00+09:00", "end": "2027-01-01T{start}:20+09:00",
        "description": {{"en": "Pause"}}}}"#
    )
}

#[test]
fn the_order_of_objects_of_pretalx_does_not_decide_where_codes_and_ids_are_repeated() {
    let submissions = [
        // A code of three submissions, a slot id of two, the same title twice, and a code of its own.
        submission("AAA", "Cold starts", "10:00", ""),
        submission("AAA", "Warm starts", "11:00", ""),
        submission("AAA", "Cold starts", "12:00", ""),
        submission("BBB", "Queues", "13:00", "\"id\": 5,"),
        submission("BBB", "Streams", "14:00", "\"id\": 5,"),
        submission("CCC", "Lunch meeting", "15:00", "\"id\": 6,"),
    ];
    let slots = [
        slot("\"id\": 7,", "null", "16:00"),
        slot("\"id\": 7,", "null", "17:00"),
        slot("", "null", "18:00"),
        slot("", "null", "19:00"),
    ];
    let (mut other_submissions, mut other_slots) = (submissions.clone(), slots.clone());
    other_submissions.reverse();
    other_slots.reverse();
    let (one, other) = (pretalx(&submissions, &slots), pretalx(&other_submissions, &other_slots));
    let read = |source: &String| import(std::slice::from_ref(source));
    let ((first, written), (second, others)) = (read(&one), read(&other));
    let sessions = written.iter().filter(|(path, _)| path.starts_with("program/sessions/")).count();
    assert_eq!((first.kind, sessions), (crate::SourceKind::Pretalx, 10), "{:?}", first.places);
    assert_eq!(first.places, second.places);
    assert_eq!(written, others);
    for sources in [[&one, &other], [&other, &one]] {
        let (reading, again) = import(&sources.map(String::clone));
        assert_eq!((&reading.places, &again, reading.gone.as_slice()), (&first.places, &written, &[][..]));
    }
}
