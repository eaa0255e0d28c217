//! Imports of one source again and again: what is alike in it keeps its own file.

use super::{assert_no_errors, files, joining::known_after};
use crate::{Known, read};

/// A schedule of sessions, each with its identifiers, title, start, room and people.
fn schedule(sessions: &[[&str; 5]]) -> String {
    let session = |[ids, title, start, room, people]: &[&str; 5]| {
        format!(
            r#"{{"date": "2027-01-01", "rooms": {{"{room}": [{{{ids}, "title": "{title}", "type": "Talk",
            "date": "2027-01-01T{start}:00+09:00", "duration": "00:30", "persons": [{people}]}}]}}}}"#
        )
    };
    let days: Vec<_> = sessions.iter().map(session).collect();
    format!(
        r#"{{"schedule": {{"conference": {{"title": "x", "time_zone_name": "Asia/Tokyo", "days": [{}]}}}}}}"#,
        days.join(",")
    )
}

/// Imports sources one after another; each has to give no error.
#[track_caller]
fn import(sources: &[&str]) -> Vec<(String, String)> {
    let (mut known, mut written) = (Known::default(), Vec::new());
    for source in sources {
        let reading = read(source.as_bytes(), None, &known).expect("it can be read");
        written = files(&reading);
        assert_no_errors(&written);
        let mut places = std::mem::take(&mut known.places);
        places.extend(reading.places);
        known = known_after(&written, &places);
    }
    written
}

#[test]
fn sessions_of_one_code_keep_their_files() {
    let hana = r#"{"code": "HANA", "name": "Hana Example"}"#;
    let one = [r#""code": "A", "id": 1, "guid": "g1""#, "Tour", "10:00", "Hall", hana];
    let two = [r#""code": "A", "id": 1, "guid": "g2""#, "Tour", "11:00", "Annex", hana];
    let three = [r#""id": 7"#, "Alpha", "12:00", "Hall", hana];
    let four = [r#""id": 7"#, "Beta", "13:00", "Annex", hana];
    let source = schedule(&[one, two, three, four]);
    let first = import(&[&source]);
    assert!(first.iter().any(|(path, text)| path.ends_with("/tour.md") && text.contains("room: hall\n")), "{first:?}");
    assert!(first.iter().any(|(path, text)| path.ends_with("/tour-2.md") && text.contains("room: annex\n")));
    assert_eq!(import(&[&source, &source, &source]), first);
    // One that now comes first has the file it had.
    let mut other = import(&[&source, &schedule(&[two, one, three, four])]);
    let mut sorted = first;
    other.sort();
    sorted.sort();
    assert_eq!(other[1..], sorted[1..]);
}

#[test]
fn people_of_one_id_are_told_apart_by_their_names() {
    let person = |name: &str| format!(r#"{{"id": 0, "full_public_name": "{name}"}}"#);
    let both = format!("{}, {}", person("Ann One"), person("Bob Two"));
    let (bob, cid) = (person("Bob Two"), person("Cid Three"));
    let one = [r#""id": 1"#, "Alpha", "10:00", "Hall", &both];
    let two = [r#""id": 2"#, "Beta", "11:00", "Hall", &cid];
    let three = [r#""id": 3"#, "Gamma", "12:00", "Hall", &bob];
    let source = schedule(&[one, two, three]);
    let first = import(&[&source]);
    let text = |path: &str| first.iter().find(|(other, _)| other == path).expect("it is there").1.as_str();
    assert!(text("program/sessions/alpha.md").contains("speakers: [ann-one, bob-two]\n"), "{first:?}");
    assert!(text("program/sessions/beta.md").contains("speakers: [cid-three]\n"), "{first:?}");
    assert!(text("program/sessions/gamma.md").contains("speakers: [bob-two]\n"), "{first:?}");
    assert_eq!(text("program/speakers/cid-three.md"), "---\nname: Cid Three\n---\n");
    let (mut other, mut sorted) = (import(&[&source, &schedule(&[three, two, one])]), first);
    other.sort();
    sorted.sort();
    assert_eq!(other, sorted);
}

#[test]
fn what_no_field_can_hold_is_told() {
    let source = r#"{
        "sessions": [
            {"id": "1", "title": "Alpha", "startsAt": "2027-02-22T09:00:00", "endsAt": "2027-02-22T09:45:00",
             "speakers": ["s1", "ghost"], "categoryItems": [201, 202, 301, 302, 401, 402, 777], "roomId": 99},
            {"id": "2", "title": "Beta", "speakers": ["s1", "s2"]}
        ],
        "speakers": [{"id": "s1", "fullName": "Hana Example"}, {"id": "s2", "fullName": "Taro Sample"},
            {"id": "s1", "fullName": "Another Person"}],
        "categories": [
            {"title": "Track", "items": [{"id": 201, "name": "Data"}, {"id": 202, "name": "Security"}]},
            {"title": "Level", "items": [{"id": 301, "name": "Introductory"}, {"id": 302, "name": "Advanced"}]},
            {"title": "Language", "items": [{"id": 401, "name": "English"}, {"id": 402, "name": "Japanese"}]}
        ],
        "rooms": []}"#;
    let reading = read(source.as_bytes(), None, &Known::default()).expect("it can be read");
    let files = files(&reading);
    assert_no_errors(&files);
    let alpha = &files.iter().find(|(path, _)| path.ends_with("/alpha.md")).expect("it is there").1;
    for line in [
        "# check: the source also says the track is “Security”",
        "# check: the source also says the level is “Advanced”",
        "# check: the source also says the language is “Japanese”",
        "# check: the source names the category item 777, which is not in it",
        "speakers: [hana-example]",
        "track: data",
        "language: en",
        "level: introductory",
    ] {
        assert!(alpha.contains(&format!("{line}\n")), "{line}: {alpha}");
    }
    let skipped: Vec<_> = reading.imported.skipped.iter().map(|skipped| skipped.reason.english.as_str()).collect();
    let expected = [
        "“Another Person” has the id s1, which is that of “Hana Example” in the source",
        "“Beta” has no time yet, or none that can be read",
        "the speaker ghost of “Alpha” is not in the source",
        "the source does not say what the room 99 is called",
        "“Taro Sample” speaks only in what was left out",
    ];
    assert_eq!(skipped, expected);
}
