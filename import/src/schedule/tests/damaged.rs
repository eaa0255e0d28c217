//! Sources that are broken, or made to do harm.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::{FIXTURES, assert_no_errors, files, fixture};
use crate::{Damage, Known, SourceKind, read};

fn damage(text: &str) -> Damage {
    read(text.as_bytes(), None, &Known::default()).expect_err("it is damaged")
}

#[track_caller]
fn check(text: &str, place: (Option<usize>, Option<usize>), message: &str) {
    let damage = damage(text);
    assert_eq!((damage.line, damage.column, damage.message.english.as_str()), (place.0, place.1, message));
    assert!(!damage.help.english.is_empty());
}

#[test]
fn malformed_input_names_the_line() {
    check("", (None, None), "the source is empty");
    check("Hello", (None, None), "it is not said who answers in this interview");
    check("<!DOCTYPE html><html></html>", (None, None), "the source is a web page, and no export");
    check("{\"a\": 1}", (None, None), "this JSON is no schedule that is known here");
    check("[{\"groupId\": null, \"sessions\": []}]", (None, None), "this is another view of Sessionize's API");
    check("{\n  \"schedule\": {,}\n}", (Some(2), Some(16)), "key must be a string");
    check(
        "{\"schedule\": {\n \"conference\": {\n  \"days\": 5\n}}}",
        (Some(3), Some(11)),
        "invalid type: integer `5`, expected a sequence",
    );
    check(
        "{\"sessions\": [\n{\"title\": [1]}], \"rooms\": []}",
        (Some(2), Some(11)),
        "invalid type: sequence, expected a text",
    );
    check(
        "{\"results\": [\n{\"code\": \"A\", \"title\": \"B\", \"speakers\": [true]}]}",
        (Some(2), Some(45)),
        "invalid type: boolean `true`, expected an id, a name or an object",
    );
    check(
        "{\"schedule\": {\"conference\": {\"days\": [\n{\"date\": \"-009998-01-01\"}]}}}",
        (Some(2), Some(25)),
        "the year of `-009998-01-01` is none from 1970 to 9999",
    );
    check(
        "<schedule>\n<day>\n</room>",
        (Some(3), Some(1)),
        "ill-formed document: expected `</day>`, but `</room>` was found",
    );
    check("<schedule>\n<day>", (Some(2), Some(6)), "`day` is never closed");
    check("<?xml version=\"1.0\"?>\n<a/>", (Some(2), Some(5)), "this is no schedule, but `a`");
    check("<schedule>\n<version>&boom;</version>", (Some(2), Some(16)), "`&boom;` has no meaning here");
}

#[test]
fn bytes_that_are_no_text_name_the_line() {
    let read = |bytes: &[u8]| read(bytes, None, &Known::default()).expect_err("it is damaged");
    assert_eq!(read(b"{\n\"a\": \"\xff\"}").line, Some(2));
    assert_eq!(read(b"\xff\xfe{\0").message.english, "the source is UTF-16");
}

#[test]
fn a_source_that_ends_early_is_refused_wherever_it_ends() {
    for (name, text) in FIXTURES.iter().filter(|(name, _)| *name != "pretalx-api.json") {
        for end in (1..text.trim_end().len()).step_by(97).filter(|&end| text.is_char_boundary(end)) {
            let found = read(&text.as_bytes()[..end], None, &Known::default());
            assert!(found.is_err(), "{name} up to {end}");
        }
    }
}

#[test]
fn names_that_are_paths_stay_inside() {
    let hostile = ["../../etc/passwd", "/etc/passwd", "C:\\\\x", "..", ".", "", "a/b.md", "README", "\\u0000", "CON"];
    for name in hostile {
        let text = fixture("pretalx-schedule.json")
            .replace("Hana Example", name)
            .replace("HANA01", name)
            .replace("serverless-days-2027-106-opening", name)
            .replace("Großer Saal", name)
            .replace("Five minutes.", name)
            .replace("\"acronym\": \"serverless-days-2027\"", &format!("\"acronym\": \"{name}\""));
        let reading = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
        let files = files(&reading);
        for (path, _) in &files {
            let inside = path.starts_with("program/") && path.ends_with(".md") && !path.contains("..");
            assert!(inside && path.matches('/').count() <= 2 && !path.to_lowercase().contains("readme."), "{path}");
        }
        assert_no_errors(&files);
    }
}

#[test]
fn entities_that_grow_are_never_expanded() {
    let text = "<!DOCTYPE schedule [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><schedule><version>&b;</version></schedule>";
    assert_eq!(damage(text).message.english, "`&b;` has no meaning here");
}

#[test]
fn nesting_without_end_is_refused() {
    assert!(damage(&"<schedule>".repeat(1_000)).message.english.contains("more elements"));
    assert_eq!(
        damage(&format!("{{\"schedule\":{}", "{\"a\":".repeat(100_000))).message.english,
        "EOF while parsing a value"
    );
    for (start, part) in
        [("{\"results\":", "[{\"results\":"), ("{\"slot\":", "{\"submission\":"), ("{\"slots\":", "[{\"slots\":")]
    {
        let text = format!("{start}{}", part.repeat(1_000));
        let found = read(text.as_bytes(), Some(SourceKind::Pretalx), &Known::default()).expect_err("it is refused");
        assert!(found.line == Some(1) && found.message.english.contains("recursion limit"), "{found:?}");
    }
}

/// A schedule of so many sessions, five minutes each, in rooms of their own for each hundred.
fn long_schedule(count: usize) -> String {
    let mut text =
        String::from("{\"schedule\":{\"conference\":{\"title\":\"x\",\"days\":[{\"date\":\"2027-01-01\",\"rooms\":{");
    for session in 0..count {
        if session % 100 == 0 {
            _ = write!(text, "{}\"Room {session}\":[", if session > 0 { "]," } else { "" });
        } else {
            text.push(',');
        }
        let (hour, minute) = (session % 100 / 12 + 8, session % 12 * 5);
        _ = write!(
            text,
            "{{\"id\":{session},\"title\":\"Lunch\",\"date\":\"2027-01-01T{hour:02}:{minute:02}:00+01:00\",\
             \"duration\":\"0:05\",\"type\":\"talk\",\"persons\":[{{\"id\":{session},\"name\":\"Hana\"}}]}}"
        );
    }
    text + "]}}]}}}"
}

#[test]
fn a_hundred_thousand_sessions_are_refused() {
    assert_eq!(damage(&long_schedule(100_000)).message.english, "there are more than 20000 sessions or speakers");
    let many = "{\"results\": [".to_owned() + &"{},".repeat(500_000) + "{}]}";
    assert_eq!(damage(&many).message.english, "the source has more parts than the schedule of any event");
}

#[test]
fn two_thousand_sessions_of_one_name_each_have_their_file() {
    let reading = read(long_schedule(2_000).as_bytes(), None, &Known::default()).expect("it can be read");
    let files = files(&reading);
    assert_eq!(files.len(), 1 + 2 * 2_000);
    assert_no_errors(&files);
}

#[test]
fn what_no_file_could_hold_is_refused() {
    for (from, long) in [
        ("Why functions sleep", "x".repeat(2_000_000)),
        ("\"Operations\"", format!("\"{}\"", "漢".repeat(500_000))),
        ("852916", "9".repeat(3_000_000)),
        ("https://example.org/recording", format!("https://example.org/{}", "a".repeat(1_000_000))),
    ] {
        let text = fixture("sessionize-all.json").replacen(from, &long, 1);
        match read(text.as_bytes(), None, &Known::default()) {
            Ok(reading) => assert_no_errors(&files(&reading)),
            Err(damage) => assert!(damage.message.english.ends_with("is larger than any file may be"), "{damage:?}"),
        }
    }
    let link = "{\"title\": \"a\", \"url\": \"b\", \"linkType\": \"c\"},";
    let text =
        fixture("sessionize-all.json").replacen("\"links\": [", &format!("\"links\": [{}", link.repeat(90_000)), 1);
    let reading = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
    assert_no_errors(&files(&reading));
}

#[test]
fn what_is_larger_than_any_schedule_is_not_read() {
    let bytes = vec![b' '; crate::LARGEST + 1];
    let found = read(&bytes, None, &Known::default()).expect_err("it is refused");
    assert_eq!(found.message.english, "the source is larger than 32 MiB");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_into_every_reader(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        for kind in SourceKind::ALL {
            _ = read(&bytes, Some(kind), &Known::default());
        }
        _ = read(&bytes, None, &Known::default());
    }

    #[test]
    fn an_export_with_a_part_replaced_gives_no_error_and_twice_the_same(
        which in 0..FIXTURES.len(), place in any::<prop::sample::Index>(), length in 0..40_usize,
        other in "[a-z0-9:T+/.#\\[{<>&\"\\\\\n -]{0,12}|漢字|true|null|-1"
    ) {
        let text = FIXTURES[which].1;
        let start = (0..=place.index(text.len())).rev().find(|&start| text.is_char_boundary(start)).unwrap_or(0);
        let end = (start + length..=text.len()).find(|&end| text.is_char_boundary(end)).unwrap_or(text.len());
        let changed = format!("{}{other}{}", &text[..start], &text[end.max(start)..]);
        if let Ok(first) = read(changed.as_bytes(), None, &Known::default()) {
            let written = files(&first);
            assert_no_errors(&written);
            let known = super::joining::known_after(&written, &first.places);
            let second = read(changed.as_bytes(), None, &known).expect("it can be read again");
            prop_assert_eq!(files(&second), written);
        }
    }
}

#[test]
fn a_source_without_sessions_is_an_error_that_says_what_it_has() {
    for (source, found) in [
        (
            r#"{"schedule": {"conference": {"title": "x", "days": [{"date": "2024-05-10"}]}, "events": [{"id": 1}, {"id": 2}]}}"#,
            "`schedule.events` (2)",
        ),
        (r#"{"schedule": {"conference": {"days": []}}}"#, "`schedule.conference.days` (0)"),
        (r#"{"schedule": {}}"#, "no lists"),
        (
            "<schedule><day date=\"2024-05-10\"><event><title>a</title></event><event/></day></schedule>",
            "`schedule/day/event` (2)",
        ),
        ("<schedule><day><room name=\"a\"><entry/></room></day></schedule>", "`schedule/day/room/entry` (1)"),
        ("<schedule/>", "no days"),
        (r#"{"sessions": [], "speakers": [{"id": "s", "fullName": "Hana"}], "rooms": []}"#, "1 speakers, 0 rooms"),
        (r#"{"results": [{"id": 1, "name": {"en": "Hall"}}]}"#, "0 speakers, 1 rooms"),
    ] {
        let damage = read(source.as_bytes(), None, &Known::default()).expect_err("there are no sessions");
        let message = &damage.message.english;
        assert!(message.starts_with("no session could be read: ") && message.contains(found), "{source}: {message}");
    }
}
