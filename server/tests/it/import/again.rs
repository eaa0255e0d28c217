//! A source that changed, joined with content that people changed as well.

use std::{fs, path::Path};

use super::{change, files, ok, run};

/// A session: its id, title, start, room and speakers.
type Session<'s> = (u8, &'s str, &'s str, u8, &'s [&'s str]);

const BASE: [Session<'static>; 3] = [
    (1, "Alpha", "22T09:00", 1, &["Hana"]),
    (2, "Beta", "22T10:00", 2, &["Taro"]),
    (3, "Gamma", "23T10:00", 3, &["Hana"]),
];

/// "All data" of Sessionize: these sessions with their rooms and tracks.
fn write(folder: &Path, sessions: &[Session<'_>]) {
    let session = |(id, title, start, room, speakers): &Session<'_>| {
        let end = format!("{}45", &start[..start.len() - 2]);
        format!(
            r#"{{"id": "{id}", "title": "{title}", "description": "About {title}.", "startsAt": "2027-02-{start}:00",
            "endsAt": "2027-02-{end}:00", "speakers": {speakers:?}, "roomId": {room}, "categoryItems": [10{room}]}}"#
        )
    };
    let named = |room: &u8| format!(r#"{{"id": {room}, "name": "Room {room}"}}"#);
    let track = |room: &u8| format!(r#"{{"id": 10{room}, "name": "Track {room}"}}"#);
    let speaker = |name: &&str| format!(r#"{{"id": "{name}", "fullName": "{name} Example", "bio": "{name} runs."}}"#);
    let list = |parts: Vec<String>| parts.join(", ");
    let mut rooms: Vec<u8> = sessions.iter().map(|session| session.3).collect();
    rooms.sort_unstable();
    rooms.dedup();
    let mut people: Vec<&str> = sessions.iter().flat_map(|session| session.4).copied().collect();
    people.sort_unstable();
    people.dedup();
    let text = format!(
        r#"{{"sessions": [{}], "speakers": [{}], "rooms": [{}], "categories": [{{"title": "Track", "items": [{}]}}]}}"#,
        list(sessions.iter().map(session).collect()),
        list(people.iter().map(speaker).collect()),
        list(rooms.iter().map(named).collect()),
        list(rooms.iter().map(track).collect()),
    );
    fs::write(folder.join("source"), text).expect("writable");
}

const IMPORT: [&str; 6] = ["import", "source", "--into", "event", "--timezone", "Asia/Tokyo"];

/// A folder into which a programme was imported.
fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    import(folder.path(), &BASE);
    folder
}

fn import(folder: &Path, sessions: &[Session<'_>]) -> String {
    write(folder, sessions);
    ok(&IMPORT, folder)
}

/// Imports, and once more: the second time changes nothing.
#[track_caller]
fn settle(folder: &Path, sessions: &[Session<'_>]) -> String {
    let report = import(folder, sessions);
    let written = files(&folder.join("event"));
    let again = import(folder, sessions);
    assert!(again.contains("0 new, 0 updated"), "{again}");
    assert_eq!(files(&folder.join("event")), written);
    assert!(!ok(&["check", "event"], folder).contains("error"));
    report
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join("event").join(path)).expect("readable")
}

#[test]
fn days_rooms_and_tracks_stay_while_a_session_uses_them() {
    let desk = desk();
    let report = settle(desk.path(), &BASE[..2]);
    assert!(report.contains("updated: program/event.md\n"), "{report}");
    assert!(report.contains("left where they are:\n  program/sessions/gamma.md\n"), "{report}");
    assert!(report.contains("not in the source any more, but sessions use it: 2027-02-23"), "{report}");
    let event = read(desk.path(), "program/event.md");
    assert!(event.contains("days: [2027-02-22, 2027-02-23]\n"), "{event}");
    assert!(event.contains("but sessions use it: `room-3`\nrooms:"), "{event}");
    assert!(event.contains("but sessions use it: `track-3`\ntracks:"), "{event}");
    // With the session goes what only it used.
    fs::remove_file(desk.path().join("event/program/sessions/gamma.md")).expect("it is there");
    settle(desk.path(), &BASE[..2]);
    let event = read(desk.path(), "program/event.md");
    assert!(event.contains("days: [2027-02-22]\n") && !event.contains("-3"), "{event}");
}

#[test]
fn one_page_of_several_takes_nothing_away() {
    let desk = tempfile::tempdir().expect("a temporary folder");
    let page = |code: &str, day: u8, pages: &str| {
        format!(
            r#"{{"count": 2, {pages}, "results": [{{"code": "{code}", "title": "{code}", "state": "confirmed", "speakers": [],
            "slots": [{{"id": {day}, "room": {{"id": {day}, "name": {{"en": "Room {day}"}}}},
            "start": "2027-05-{day}T10:00:00+09:00", "end": "2027-05-{day}T10:30:00+09:00"}}]}}]}}"#
        )
    };
    let pages = [
        page("AAA", 14, r#""next": "https://example.org/?page=2", "previous": null"#),
        page("BBB", 15, r#""next": null, "previous": "https://example.org/""#),
    ];
    let import = |page: &str| {
        fs::write(desk.path().join("source"), page).expect("writable");
        ok(&IMPORT[..4], desk.path())
    };
    pages.iter().for_each(|page| _ = import(page));
    let event = read(desk.path(), "program/event.md");
    assert!(event.contains("days: [2027-05-14, 2027-05-15]\n") && !event.contains("any more"), "{event}");
    let written = files(&desk.path().join("event"));
    for page in &pages {
        let report = import(page);
        assert!(report.contains("0 new, 0 updated") && !report.contains("any more"), "{report}");
    }
    assert_eq!(files(&desk.path().join("event")), written);
    assert!(!ok(&["check", "event"], desk.path()).contains("error"));
    // All pages together are the whole.
    let report = import(&pages.concat());
    assert!(report.contains("0 new, 0 updated") && !report.contains("one page of several"), "{report}");
    let report = import(&pages.concat().replace("BBB", "CCC"));
    assert!(report.contains("left where they are:\n  program/sessions/bbb.md\n"), "{report}");
}

#[test]
fn a_new_session_names_a_speaker_by_the_name_that_somebody_gave_the_file() {
    let desk = desk();
    let speakers = desk.path().join("event/program/speakers");
    fs::rename(speakers.join("hana-example.md"), speakers.join("hana.md")).expect("it is there");
    for session in ["alpha", "gamma"] {
        change(&desk.path().join(format!("event/program/sessions/{session}.md")), "hana-example", "hana");
    }
    let report = settle(desk.path(), &[&BASE[..], &[(4, "Delta", "22T14:00", 1, &["Hana"])]].concat());
    assert!(report.contains("program/speakers/hana-example.md → program/speakers/hana.md"), "{report}");
    assert!(read(desk.path(), "program/sessions/delta.md").contains("speakers: [hana]\n"), "{report}");
    assert!(!speakers.join("hana-example.md").exists(), "{report}");
}

#[test]
fn a_room_that_somebody_renamed_is_left_out_of_a_new_session() {
    let desk = desk();
    change(&desk.path().join("event/program/event.md"), "id: room-1\n    name: Room 1", "id: hall\n    name: Hall");
    change(&desk.path().join("event/program/sessions/alpha.md"), "room: room-1", "room: hall");
    let report = settle(desk.path(), &[&BASE[..], &[(4, "Delta", "22T14:00", 1, &["Hana"])]].concat());
    let delta = read(desk.path(), "program/sessions/delta.md");
    assert!(delta.contains("# check: the source says `room: room-1`, left out: the event has no room"), "{delta}");
    assert!(!delta.contains("\nroom:") && report.contains("program/sessions/delta.md:2: the source says"), "{report}");
    assert!(read(desk.path(), "program/event.md").contains("id: hall\n"), "{report}");
}

#[test]
fn a_session_is_not_moved_onto_one_that_somebody_moved() {
    let desk = desk();
    let gamma = desk.path().join("event/program/sessions/gamma.md");
    change(&gamma, "room: room-3", "room: room-1");
    change(&gamma, "start: 2027-02-23 10:00\nend: 10:45", "start: 2027-02-22 11:15\nend: 11:30");
    let moved = [BASE[0], (2, "Beta", "22T11:00", 1, &["Taro"]), BASE[2], (4, "Delta", "22T14:00", 2, &["Taro"])];
    let report = settle(desk.path(), &moved);
    assert!(report.contains("held back: program/sessions/beta.md\n"), "{report}");
    assert!(report.contains("the room `room-1` has two sessions at once"), "{report}");
    assert!(report.contains("-room: room-2\n") && report.contains("+room: room-1\n"), "{report}");
    assert!(report.contains("wrote: program/sessions/delta.md\n"), "{report}");
    assert!(read(desk.path(), "program/sessions/beta.md").contains("room: room-2\n"));
    // When there is room again, it is moved.
    change(&gamma, "11:15\nend: 11:30", "12:15\nend: 12:30");
    let report = settle(desk.path(), &moved);
    assert!(report.contains("updated: program/sessions/beta.md\n"), "{report}");
}

#[test]
fn a_session_that_somebody_renamed_is_still_the_same() {
    let desk = desk();
    let sessions = desk.path().join("event/program/sessions");
    fs::rename(sessions.join("beta.md"), sessions.join("beta-talk.md")).expect("it is there");
    let moved = [BASE[0], (2, "Beta", "22T11:00", 1, &["Taro"]), BASE[2]];
    let report = settle(desk.path(), &moved);
    assert!(report.contains("program/sessions/beta.md → program/sessions/beta-talk.md\n"), "{report}");
    assert!(report.contains("updated: program/sessions/beta-talk.md\n"), "{report}");
    assert!(read(desk.path(), "program/sessions/beta-talk.md").contains("start: 2027-02-22 11:00\n"));
    assert!(!sessions.join("beta.md").exists());
    // What is nowhere any more is told of, and stays away.
    fs::remove_file(sessions.join("beta-talk.md")).expect("it is there");
    let report = settle(desk.path(), &BASE);
    assert!(report.contains("left away, as you removed it: program/sessions/beta-talk.md\n"), "{report}");
    assert!(report.contains("+start: 2027-02-22 10:00\n"), "{report}");
}

#[test]
fn the_report_is_in_the_language_that_is_asked_for() {
    let desk = tempfile::tempdir().expect("a temporary folder");
    write(desk.path(), &BASE);
    let source = fs::read_to_string(desk.path().join("source")).expect("readable");
    fs::write(desk.path().join("source"), source.replace(r#""startsAt": "2027-02-23T10:00:00","#, ""))
        .expect("writable");
    let report = ok(&[&IMPORT[..], &["--lang", "ja"]].concat(), desk.path());
    for line in [
        "source: Sessionizeの「All data」\n",
        "作成: program/sessions/alpha.md\n",
        "取り込まなかったもの:\n  「Gamma」の時刻が決まっていないか、読み取れません\n",
        "\n新規5件、更新0件、変更なし0件、編集を維持0件、ソースと異なるもの0件\n",
    ] {
        assert!(report.contains(line), "{line} {report}");
    }
    fs::write(desk.path().join("source"), "{").expect("writable");
    let (ok, report) = run(&[&IMPORT[..], &["--lang", "ja"]].concat(), desk.path());
    let expected = "error: source:1:1: EOF while parsing an object。終わりが欠けています。ダウンロードし直してください。何も書き込んでいません";
    assert!(!ok && report.starts_with(expected), "{report}");
}
