//! Imports into content that is there, and imports of a source that has changed.

use conference::{Language, Slug};
use jiff::tz::TimeZone;

use super::{assert_no_errors, checked, files, fixture};
use crate::{Known, Named, Place, read, write};

const EVENT: &str = "---\nname: x\ntimezone: America/New_York\ndays: [2027-05-13, 2027-05-14]\nlanguages: [en]\n\
    rooms:\n  - id: first\n    name: main hall\n---\n\nx\n";

/// What is known after files were written by an import.
pub(super) fn known_after(files: &[(String, String)], places: &crate::Places) -> Known {
    let conference = checked(files).conference.expect("it can be shown");
    Known { places: places.clone(), ..Known::of(&conference) }
}

#[test]
fn importing_twice_changes_nothing() {
    for (name, text) in super::FIXTURES {
        let first = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
        let written = files(&first);
        let known = known_after(&written, &first.places);
        let second = read(text.as_bytes(), None, &known).expect("it can be read");
        assert_eq!(files(&second), written, "{name}");
        assert_eq!(second.places, first.places, "{name}");
    }
}

#[test]
fn an_event_that_is_there_is_kept_and_decides() {
    let conference = checked(&[("program/event.md".to_owned(), EVENT.to_owned())]).conference.expect("an event");
    let known = Known::of(&conference);
    let reading = read(fixture("pretalx-api.json").as_bytes(), None, &known).expect("it can be read");
    let items = &reading.imported.items;
    assert!(items.iter().all(|item| item.place != Place::Event));
    let session = |slug: &str| {
        let place = Place::Session(Slug::parse(slug).expect("a slug"));
        items.iter().find(|item| item.place == place).map(write::file).expect("it is there")
    };
    // The room of the same name, and the time of the event's own zone.
    let talk = session("functions-twice");
    assert!(talk.contains("room: first\nstart: 2027-05-13 21:00\nend: 21:30\n"), "{talk}");
    let again = session("functions-twice-2");
    assert!(again.contains("# check: program/event.md does not have the room “Annex”; add `{ id: annex"), "{again}");
    assert!(!again.contains("room:\n") && !again.contains("track:"), "{again}");
    let skipped: Vec<_> = reading.imported.skipped.iter().map(|skipped| skipped.reason.english.as_str()).collect();
    assert!(skipped.iter().any(|reason| reason.contains("the track “Operations”")), "{skipped:?}");
    let mut all = files(&reading);
    all.push(("program/event.md".to_owned(), EVENT.to_owned()));
    assert_no_errors(&all);
}

#[test]
fn sessions_outside_of_the_event_are_named_and_left_out() {
    let event = EVENT.replace("2027-05-13, 2027-05-14", "2027-06-01");
    let conference = checked(&[("program/event.md".to_owned(), event)]).conference.expect("an event");
    let reading = read(fixture("pretalx-api.json").as_bytes(), None, &Known::of(&conference)).expect("it can be read");
    assert_eq!(reading.imported.items, []);
    let reason = "“Functions | twice” is on 2027-05-13, which is not in `days` of program/event.md";
    assert!(reading.imported.skipped.iter().any(|skipped| skipped.reason.english == reason));
}

#[test]
fn a_time_zone_from_the_command_line_is_no_guess() {
    let timezone = Some(TimeZone::get("Asia/Tokyo").expect("a time zone"));
    let known = Known { timezone, ..Known::default() };
    let reading = read(fixture("sessionize-all.json").as_bytes(), None, &known).expect("it can be read");
    let event = write::file(&reading.imported.items[0]);
    assert!(event.contains("name: Conference\ntimezone: Asia/Tokyo\n"), "{event}");
}

#[test]
fn who_is_known_by_name_is_not_made_again() {
    let speakers = vec![Named { slug: Slug::parse("hanako").expect("a slug"), names: vec!["例　花子".to_owned()] }];
    let languages = vec![Language::parse("en").expect("a language")];
    let known = Known { speakers, languages, ..Known::default() };
    let reading = read(fixture("sessionize-all.json").as_bytes(), None, &known).expect("it can be read");
    let text: String = files(&reading).into_iter().map(|(_, text)| text).collect();
    assert!(text.contains("speakers: [hana-example, hanako]\n"), "{text}");
}

#[test]
fn slugs_stay_when_a_source_is_put_in_another_order_and_renamed() {
    let text = fixture("sessionize-all.json");
    let first = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
    let known = known_after(&files(&first), &first.places);
    let changed = text
        .replace("\"Lunch\"", "\"Why functions sleep\"")
        .replace("\"Why functions sleep\",\n      \"desc", "\"Functions awake\",\n      \"desc");
    let second = read(changed.as_bytes(), None, &known).expect("it can be read");
    assert_eq!(second.places, first.places);
}

#[test]
fn pretalx_may_put_objects_into_each_other() {
    let talk = r##"{"code": "BBBBBB", "title": "Why", "state": "confirmed", "content_locale": "en",
        "speakers": [{"code": "HANA01", "name": "Hana Example", "biography": "Hana runs."}], "abstract": "So.",
        "submission_type": {"id": 8, "name": {"en": "Talk"}}, "track": {"id": 5, "name": "Data", "color": "#aa0000"},
        "tags": [{"id": 3, "tag": "aws"}], "duration": 30,
        "SLOT": ROOM}"##;
    let slot = r#"{"id": 71, "room": {"id": 1, "name": {"en": "Hall"}}, "start": "2027-05-14T10:00:00+09:00"}"#;
    let legacy = r#"{"room_id": 1, "room": {"en": "Hall"}, "start": "2027-05-14T10:00:00+09:00"}"#;
    let expanded = talk.replace("\"SLOT\": ROOM", &format!("\"slots\": [{slot}]"));
    let flat = talk.replace("\"SLOT\": ROOM", "\"slots\": [71]");
    let older = talk.replace("\"SLOT\": ROOM", &format!("\"slot\": {legacy}"));
    let within = slot.replacen('{', &format!("{{\"submission\": {flat}, "), 1);
    for source in [
        format!("{{\"results\": [{expanded}]}}"),
        format!("[{expanded}]"),
        expanded.clone(),
        format!("{{\"results\": [{older}]}}"),
        format!("{{\"version\": \"1\", \"slots\": [{older}], \"breaks\": []}}"),
        format!("{{\"version\": \"1\", \"slots\": [{within}]}}"),
        format!("{{\"results\": [{within}]}}"),
    ] {
        let reading =
            read(source.as_bytes(), Some(crate::SourceKind::Pretalx), &Known::default()).expect("it can be read");
        let files = files(&reading);
        let talk = &files.iter().find(|(path, _)| path == "program/sessions/why.md").expect("it is there").1;
        let expected = "title: Why\nformat: talk\nspeakers: [hana-example]\nroom: hall\ntrack: data\n\
            start: 2027-05-14 10:00\nend: 10:30\nlanguage: en\ntags: [aws]\n---\n\nSo.\n";
        assert!(talk.ends_with(expected), "{source}\n{talk}");
        assert_eq!(files.len(), 3, "{files:?}");
        assert_no_errors(&files);
    }
}
