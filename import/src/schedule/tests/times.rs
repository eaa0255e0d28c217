//! Clocks, offsets, lengths and days of a schedule.

use super::{assert_no_errors, files};
use crate::{Known, Reading, read};

/// A schedule: the time zone that it names, and date, clock and length of each session.
fn schedule(zone: &str, sessions: &[[&str; 3]]) -> Reading {
    let events: Vec<_> = sessions
        .iter()
        .enumerate()
        .map(|(id, [date, start, length])| {
            format!(
                r#"{{"id": {id}, "date": "{date}", "start": "{start}", "duration": "{length}", "title": "Talk {id}"}}"#
            )
        })
        .collect();
    let source = format!(
        r#"{{"schedule": {{"conference": {{"title": "x", "start": "2024-05-10", "end": "2024-05-12", "time_zone_name": "{zone}",
        "days": [{{"date": "2024-05-10", "rooms": {{"Hall": [{}]}}}}]}}}}}}"#,
        events.join(",")
    );
    let reading = read(source.as_bytes(), None, &Known::default()).expect("it can be read");
    assert_no_errors(&files(&reading));
    reading
}

/// The text of the first session.
fn first(zone: &str, session: [&str; 3]) -> String {
    let reading = schedule(zone, &[session]);
    files(&reading).into_iter().find(|(path, _)| path.ends_with("/talk-0.md")).expect("it is there").1
}

#[track_caller]
fn check(zone: &str, session: [&str; 3], lines: &[&str], says: Option<&str>) {
    let text = first(zone, session);
    for line in lines {
        assert!(text.contains(&format!("{line}\n")), "{line}: {text}");
    }
    match says {
        Some(says) => assert!(text.contains(says), "{says}: {text}"),
        None => assert!(!text.contains("date"), "{text}"),
    }
}

#[test]
fn clocks_of_the_source_stay_without_a_time_zone() {
    for offset in ["+06:00", "+14:00", "-11:00", "+05:45", "+00:30", "-03:30", "+00:00"] {
        let date = format!("2024-05-10T10:00:00{offset}");
        check("", [&date, "10:00", "00:30"], &["start: 2024-05-10 10:00", "end: 10:30"], None);
        check("Nowhere/None", [&date, "10:00", "00:30"], &["start: 2024-05-10 10:00", "end: 10:30"], None);
    }
    let mixed = schedule(
        "",
        &[["2024-05-10T10:00:00+02:00", "10:00", "00:30"], ["2024-05-10T12:00:00+09:00", "12:00", "00:30"]],
    );
    let text: String = files(&mixed).into_iter().map(|(_, text)| text).collect();
    assert!(text.contains("start: 2024-05-10 10:00\n") && text.contains("start: 2024-05-10 12:00\n"), "{text}");
    assert!(text.contains("# check: the source names no time zone, and no time zone has its offsets"), "{text}");
}

#[test]
fn a_date_against_its_clock_is_told() {
    let kept = Some("# check: the date of the source has another offset from UTC than the time zone of the event");
    check("Europe/Berlin", ["2024-05-10T23:00:00Z", "23:00", "00:30"], &["start: 2024-05-10 23:00"], kept);
    check("Asia/Tokyo", ["2024-05-10T10:00:00+02:00", "10:00", "00:30"], &["start: 2024-05-10 10:00"], kept);
    check(
        "Europe/Berlin",
        ["2024-05-10T10:00:00+02:00", "11:00", "00:30"],
        &["start: 2024-05-10 10:00"],
        Some("# check: the source says it starts at 11:00, but its date says 2024-05-10 10:00"),
    );
    check(
        "Europe/Berlin",
        ["2024-05-15T10:00:00+02:00", "10:00", "00:30"],
        &["start: 2024-05-15 10:00"],
        Some("# check: the source has this session on 2024-05-10, but its date is 2024-05-15"),
    );
    check("Europe/Berlin", ["2024-05-10T08:00:00Z", "10:00", "00:30"], &["start: 2024-05-10 10:00"], None);
    check("Europe/Berlin", ["2024-05-10T00:00:00+02:00", "10:00", "00:30"], &["start: 2024-05-10 10:00"], None);
    check("Europe/Berlin", ["2024-05-11T00:30:00+02:00", "00:30", "00:30"], &["start: 2024-05-11 00:30"], None);
}

#[test]
fn lengths_are_added_to_moments() {
    for (date, clock, length, end) in [
        // The clocks are put forward at 02:00 and back at 03:00.
        ("2024-03-31T01:30:00+01:00", "01:30", "01:00", "end: 03:30"),
        ("2024-10-27T01:30:00+02:00", "01:30", "02:00", "end: 02:30"),
        ("2024-10-27T02:30:00+02:00", "02:30", "01:00", "lasts 60 minutes, after which the clocks show the same time"),
        ("2024-05-10T23:30:00+02:00", "23:30", "01:00", "end: 2024-05-11 00:30"),
    ] {
        let text = first("Europe/Berlin", [date, clock, length]);
        assert!(text.contains(&format!("{end}\n")), "{end}: {text}");
    }
}

#[test]
fn days_without_sessions_are_left_out_and_told() {
    let reading = schedule("Europe/Berlin", &[["2024-05-10T10:00:00+02:00", "10:00", "00:30"]]);
    let (_, event) = &files(&reading)[0];
    assert!(event.contains("\ndays: [2024-05-10]\n"), "{event}");
    let skipped: Vec<_> = reading.imported.skipped.iter().map(|skipped| skipped.reason.english.as_str()).collect();
    let expected = ["2024-05-11", "2024-05-12"]
        .map(|day| format!("{day} has no sessions, so that it is not in `days` of program/event.md"));
    assert_eq!(skipped, expected);
}
