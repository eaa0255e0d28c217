//! Rooms and people with several sessions at the same time.

use super::*;
use crate::diagnostic::Severity;

const EVENT: &str = "---\nname: サーバーレスの会\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja]\nrooms:\n  \
    - { id: hall, name: ホール }\n  - { id: foyer, name: ホワイエ, shared: true }\n  - { id: annex, name: 別館, shared: }\n---\n\n催しです。\n";

/// The problems of three sessions from 10:00 in these rooms, with one speaker in all of them.
fn problems(event: &str, rooms: [&str; 3]) -> Vec<(String, Severity, &'static str)> {
    let text = |(place, room): (usize, &&str)| {
        let room = if room.is_empty() { String::new() } else { format!("room: {room}\n") };
        session(&format!("2016-10-01 10:0{place}"), &format!("end: 1{}:00\nspeakers: [taro]\n{room}", 3 - place))
    };
    let texts: Vec<_> = rooms.iter().enumerate().map(text).collect();
    let loaded = load_all(&sources(&[
        ("program/event.md", event),
        ("program/sessions/a.md", &texts[0]),
        ("program/sessions/b.md", &texts[1]),
        ("program/sessions/c.md", &texts[2]),
        ("program/speakers/taro.md", &speaker("太郎")),
    ]));
    let found = loaded.diagnostics.into_iter();
    let found =
        found.map(|found| (found.path.replace("program/", "").replace("sessions/", ""), found.severity, found.code));
    found.collect()
}

#[track_caller]
fn check(rooms: [&str; 3], expected: &[(&str, Severity, &'static str)]) {
    let found = problems(EVENT, rooms);
    let found: Vec<_> = found.iter().map(|(path, severity, code)| (path.as_str(), *severity, *code)).collect();
    assert_eq!(found, expected, "{rooms:?}");
}

#[test]
fn sessions_may_overlap_in_a_shared_room_and_leave_it_for_a_talk() {
    use Severity::{Error, Warning};
    check(["foyer", "foyer", "foyer"], &[]);
    check(["foyer", "hall", "foyer"], &[]);
    check(["foyer", "", "foyer"], &[]);
    check(["hall", "foyer", "annex"], &[("c.md", Warning, "speaker-twice")]);
    check(["", "", "foyer"], &[("b.md", Warning, "speaker-twice")]);
    check(["hall", "annex", "foyer"], &[("b.md", Warning, "speaker-twice")]);
    // A room is not shared unless it says so.
    let twice = [("b.md", Error, "room-twice"), ("b.md", Warning, "speaker-twice")];
    check(["annex", "annex", "foyer"], &twice);
}

#[test]
fn a_mistake_in_a_room_is_not_reported_again_in_its_sessions() {
    let event = EVENT.replace("shared: true", "shared: maybe");
    let found = problems(&event, ["foyer", "foyer", "hall"]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0.as_str(), found[0].1), ("event.md", Severity::Error));
}

#[test]
fn a_room_knows_whether_it_is_shared() {
    let rooms = load_good(&[("program/event.md", EVENT)]).event.rooms;
    let shared: Vec<_> = rooms.iter().map(|room| (room.id.as_str(), room.shared)).collect();
    assert_eq!(shared, [("hall", false), ("foyer", true), ("annex", false)]);
}
