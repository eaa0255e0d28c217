//! Rooms in which several sessions take place at once, on purpose or by mistake.

use super::{assert_no_errors, files, joining::known_after};
use crate::{Known, Places, Reading, read};

/// A session: title, room, start, length.
type Session = [&'static str; 4];

const STAND: Session = ["Sticker exchange", "Foyer", "10:00", "08:00"];
const SIGNING: Session = ["Key signing", "Foyer", "12:00", "00:30"];
const TALK: Session = ["Cold starts", "Hall", "12:15", "00:30"];

/// A schedule in which the same group is in all sessions.
fn json(sessions: &[Session]) -> String {
    let mut rooms: Vec<(&str, Vec<String>)> = Vec::new();
    for [title, room, start, length] in sessions {
        let event = format!(
            r#"{{"guid": "{title}", "date": "2027-01-01T{start}:00+09:00", "start": "{start}", "duration": "{length}",
            "type": "talk", "title": "{title}", "persons": [{{"id": 9, "public_name": "Example Group"}}]}}"#
        );
        match rooms.iter_mut().find(|(name, _)| name == room) {
            Some((_, events)) => events.push(event),
            None => rooms.push((room, vec![event])),
        }
    }
    let rooms: Vec<_> = rooms.iter().map(|(name, events)| format!(r#""{name}": [{}]"#, events.join(","))).collect();
    format!(
        r#"{{"schedule": {{"conference": {{"title": "x", "time_zone_name": "Asia/Tokyo", "days": [{{"date": "2027-01-01",
        "rooms": {{{}}}}}]}}}}}}"#,
        rooms.join(",")
    )
}

fn import(sessions: &[Session], known: &Known) -> (Reading, Vec<(String, String)>) {
    let reading = read(json(sessions).as_bytes(), None, known).expect("it can be read");
    let mut written = files(&reading);
    assert_no_errors(&written);
    written.sort();
    (reading, written)
}

fn text<'f>(files: &'f [(String, String)], path: &str) -> &'f str {
    &files.iter().find(|(other, _)| *other == format!("program/{path}.md")).expect("it is there").1
}

#[test]
fn sessions_that_overlap_in_a_room_keep_it_and_their_people() {
    for sessions in [[STAND, SIGNING, TALK], [TALK, SIGNING, STAND], [SIGNING, TALK, STAND]] {
        let (reading, written) = import(&sessions, &Known::default());
        for session in ["sticker-exchange", "key-signing", "cold-starts"] {
            let text = text(&written, &format!("sessions/{session}"));
            let room = if session == "cold-starts" { "room: hall\n" } else { "room: foyer\n" };
            assert!(text.contains(room) && text.contains("speakers: [example-group]\n"), "{text}");
            assert!(!text.contains("# check"), "{text}");
        }
        let event = text(&written, "event");
        let check = "# check: `shared: true` is needed where sessions overlap: in `foyer` (“Sticker exchange”, “Key signing”)\nrooms:\n";
        assert!(event.contains(check), "{event}");
        assert!(event.contains("    name: Foyer\n    shared: true\n"), "{event}");
        assert_eq!(event.matches("    shared: true\n").count(), 1, "{event}");
        // The same again changes nothing.
        let (again, others) = import(&sessions, &known_after(&written, &reading.places));
        assert_eq!((again.imported, others), (reading.imported, written));
    }
}

#[test]
fn many_overlaps_are_one_line() {
    let mut sessions = vec![STAND, SIGNING, ["a", "Foyer", "13:00", "01:00"], ["b", "Foyer", "13:30", "01:00"]];
    sessions.extend(
        ["Assembly", "Lounge", "Yard", "Zoo"]
            .iter()
            .flat_map(|room| [["c", room, "10:00", "01:00"], ["d", room, "10:30", "01:00"]]),
    );
    for (number, session) in sessions.iter_mut().enumerate() {
        session[0] = format!("{} {number}", session[0]).leak();
    }
    let (_, written) = import(&sessions, &Known::default());
    let event = text(&written, "event");
    assert_eq!(event.matches("# check: `shared: true`").count(), 1, "{event}");
    let expected = "overlap: in `assembly` (“c 4”, “d 5”), in `foyer` (“Sticker exchange 0”, “Key signing 1” and 2 more), \
                    in 3 more rooms\n";
    assert!(event.contains(expected), "{event}");
    assert_eq!(event.matches("    shared: true\n").count(), 5, "{event}");
}

#[test]
fn breaks_and_canceled_sessions_make_no_room_shared() {
    let sessions =
        [STAND, ["Lunch break", "Hall", "12:00", "01:00"], TALK, ["CANCELED: Walk", "Hall", "12:15", "00:30"]];
    let lunch = ("\"type\": \"talk\", \"title\": \"Lunch", "\"type\": \"break\", \"title\": \"Lunch");
    let source = json(&sessions).replace(lunch.0, lunch.1);
    let reading = read(source.as_bytes(), None, &Known::default()).expect("it can be read");
    let written = files(&reading);
    assert_no_errors(&written);
    assert!(!text(&written, "event").contains("shared"), "{}", text(&written, "event"));
}

#[test]
fn a_person_decides_in_an_event_that_no_import_wrote() {
    let event = "---\nname: x\ntimezone: Asia/Tokyo\ndays: [2027-01-01]\nlanguages: [en]\nrooms:\n  - id: foyer\n    name: Foyer\n  \
                 - id: hall\n    name: Hall\n---\n";
    let of = |text: &str| known_after(&[("program/event.md".to_owned(), text.to_owned())], &Places::new());
    let sessions = [STAND, SIGNING, TALK];
    let reading = read(json(&sessions).as_bytes(), None, &of(event)).expect("it can be read");
    let written = files(&reading);
    assert!(written.iter().all(|(path, _)| path != "program/event.md"));
    let signing = text(&written, "sessions/key-signing");
    assert!(
        !signing.contains("\nroom:") && signing.contains("which “Sticker exchange” has at the same time"),
        "{signing}"
    );
    assert!(signing.contains("speakers: [example-group]\n"), "{signing}");
    let told: Vec<_> = reading.imported.skipped.iter().map(|one| one.reason.clone()).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0]
            .english
            .contains("2 sessions overlap in the room `foyer`, such as “Sticker exchange” and “Key signing”")
    );
    assert!(told[0].english.contains("add `shared: true` to it in program/event.md and import again"));
    assert!(told[0].japanese.contains("`shared: true`を付けて、もう一度取り込んでください"));
    // The person shares the room.
    let shared = event.replace("    name: Foyer\n", "    name: Foyer\n    shared: true\n");
    let reading = read(json(&sessions).as_bytes(), None, &of(&shared)).expect("it can be read");
    let written = files(&reading);
    assert!(text(&written, "sessions/key-signing").contains("room: foyer\n"));
    assert_eq!(reading.imported.skipped, []);
}

#[test]
fn a_room_stays_shared_while_lost_sessions_may_overlap_in_it() {
    let (reading, written) = import(&[STAND, SIGNING, TALK], &Known::default());
    let (_, later) = import(&[SIGNING, TALK], &known_after(&written, &reading.places));
    let event = text(&later, "event");
    assert!(event.contains("    shared: true\n") && !event.contains("# check: `shared: true`"), "{event}");
}

#[test]
fn sessions_of_two_pages_overlap_as_well() {
    let page = |number: u8, code: &str, start: &str, end: &str| {
        let other = 3 - number;
        format!(
            r#"{{"count": 2, "{}": "https://example.org/api/submissions/?page={other}", "results": [{{"code": "{code}",
            "title": "Session {code}", "state": "confirmed", "submission_type": "Talk", "slots": [{{
            "start": "2027-01-01T{start}:00+09:00", "end": "2027-01-01T{end}:00+09:00", "room": {{"id": 4, "name": "Foyer"}}}}]}}]}}
            {{"slug": "x", "name": "x", "timezone": "Asia/Tokyo", "date_from": "2027-01-01", "date_to": "2027-01-01"}}"#,
            if number == 1 { "next" } else { "previous" }
        )
    };
    let (one, two) = (page(1, "AAA", "10:00", "18:00"), page(2, "BBB", "12:00", "12:30"));
    let mut known = Known::default();
    let mut all: std::collections::BTreeMap<String, String> = std::collections::BTreeMap::new();
    let mut events = Vec::new();
    for page in [&one, &two, &one, &two] {
        let reading = read(page.as_bytes(), None, &known).expect("it can be read");
        all.extend(files(&reading));
        let written: Vec<_> = all.clone().into_iter().collect();
        assert_no_errors(&written);
        known = known_after(&written, &known.places.into_iter().chain(reading.places).collect());
        events.push(all["program/event.md"].clone());
    }
    assert!(!events[0].contains("shared"), "{}", events[0]);
    assert!(events[1].contains("overlap: in `foyer` (“Session AAA”, “Session BBB”)\n"), "{}", events[1]);
    assert!(events[1].contains("    shared: true\n"), "{}", events[1]);
    assert_eq!((&events[2], &events[3]), (&events[1], &events[1]));
}
