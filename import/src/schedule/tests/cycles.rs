//! Sources whose parts refer to each other without end.

use std::fmt::Write as _;

use super::{assert_no_errors, files};
use crate::{Known, SourceKind, read};

const SCHEDULE: &str = "<schedule><conference><title>&a;</title></conference></schedule>";

#[track_caller]
fn refuse(doctype: &str, message: &str) {
    let text = format!("<?xml version=\"1.0\"?>\n<!DOCTYPE schedule [\n{doctype}\n]>\n{SCHEDULE}");
    let damage = read(text.as_bytes(), None, &Known::default()).expect_err("it is refused");
    assert_eq!(damage.message.english, message, "{doctype}");
    assert_eq!(damage.line, Some(text.lines().count()));
    assert!(!damage.help.english.is_empty());
}

#[test]
fn entities_that_refer_to_each_other_are_refused_where_they_are_used() {
    let none = "`&a;` has no meaning here";
    refuse("<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">", none);
    refuse("<!ENTITY a \"&a;\">", none);
    refuse("<!ENTITY % a \"<!ENTITY b '%a;'>\"> <!ENTITY a SYSTEM \"file:///etc/passwd\">", none);
    let mut laughs = String::from("<!ENTITY z0 \"ha\">");
    for depth in 1..60 {
        let former = format!("&z{};", depth - 1);
        _ = write!(laughs, "<!ENTITY z{depth} \"{}\">", former.repeat(10));
    }
    refuse(&format!("{laughs}<!ENTITY a \"&z59;\">"), none);
}

#[test]
fn entities_in_attributes_are_refused_as_well() {
    let text =
        "<!DOCTYPE schedule [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>\n<schedule>\n<day date=\"&a;\"/></schedule>";
    let damage = read(text.as_bytes(), None, &Known::default()).expect_err("it is refused");
    assert_eq!(damage.line, Some(3), "{damage:?}");
}

#[test]
fn records_of_pretalx_that_name_each_other_are_each_taken_once() {
    let text = r#"
        {"name": {"en": "Days"}, "slug": "days", "date_from": "2027-05-14", "date_to": "2027-05-14", "timezone": "UTC"}
        [
          {"code": "AAA", "title": "One", "state": "confirmed", "speakers": ["HANA01"], "slots": [1], "submission": "BBB"},
          {"code": "BBB", "title": "Two", "state": "confirmed", "speakers": [{"code": "HANA01", "name": "Hana Example",
            "submissions": ["AAA", "BBB"], "slots": [2]}], "slots": [2], "submission": "AAA"},
          {"code": "CCC", "title": "Itself", "state": "confirmed", "slots": [3], "submission": "CCC", "slot": 3},
          {"id": 1, "start": "2027-05-14T10:00:00Z", "end": "2027-05-14T10:30:00Z", "room": 7, "submission": {
            "code": "AAA", "title": "One", "state": "confirmed", "speakers": ["HANA01"], "slots": [{"id": 1,
            "start": "2027-05-14T10:00:00Z", "end": "2027-05-14T10:30:00Z", "room": 7, "submission": "AAA"}]}},
          {"id": 2, "start": "2027-05-14T11:00:00Z", "end": "2027-05-14T11:30:00Z", "room": 7, "submission": "BBB"},
          {"id": 3, "start": "2027-05-14T12:00:00Z", "end": "2027-05-14T12:30:00Z", "room": 7, "submission": "CCC",
            "slots": [1, 2, 3]},
          {"id": 7, "name": {"en": "Hall"}, "room": 7, "track": 7}
        ]"#;
    let reading = read(text.as_bytes(), Some(SourceKind::Pretalx), &Known::default()).expect("it can be read");
    let files = files(&reading);
    assert_no_errors(&files);
    let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
    let expected = [
        "program/event.md",
        "program/speakers/hana-example.md",
        "program/sessions/one.md",
        "program/sessions/two.md",
        "program/sessions/itself.md",
    ];
    assert_eq!(paths, expected);
}
