//! Releases of whole conferences: compared, written and read again.

use jiff::Timestamp;

use super::*;
use crate::{
    Conference,
    diagnostic::{Diagnostic, Severity},
    load::{Audience, Loaded, SourceFile, Sources, load},
    url::Page,
};

const EVENT: &str = "---\nname: サーバーレスの会\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja, en]\n\
                     rooms: [{ id: hall, name: ホール }, { id: annex, name: 別館 }]\n---\n";
const SPEAKER: &str = "---\nname: 太郎\n---\n\n話します。\n";

fn read_all(files: &[(&str, &str)]) -> (Conference, Vec<Diagnostic>) {
    let fixed = [("program/event.md", EVENT), ("program/speakers/taro.md", SPEAKER)];
    let file = |(path, text): &(&str, &str)| SourceFile::new(*path, text.as_bytes().to_vec());
    let files = fixed.iter().chain(files).map(file).collect();
    let Loaded { conference, diagnostics } = load(&Sources { files, assets: Vec::new() }, Audience::Organizers);
    (conference.expect("there is an event"), diagnostics)
}

fn session(fields: &str) -> String {
    format!("---\nformat: talk\n{fields}\n---\n\n話です。\n")
}

/// The programme after a release at an hour, and the text of the file.
fn released(files: &[(&str, &str)], text: Option<&str>, hour: i64) -> (Conference, String) {
    let present = text.map(|text| (RELEASES, text));
    let before: Vec<_> = files.iter().copied().chain(present).collect();
    let (conference, _) = read_all(&before);
    let time = Timestamp::from_second(hour * 3600).expect("a time");
    let message = Some(Text::new(conference.event.languages[0].clone(), "会場: \"変更\"\n# 1".to_owned()));
    let text = add(text, &Release { time, message, changes: changes(&conference) });
    let after: Vec<_> = files.iter().copied().chain([(RELEASES, &*text)]).collect();
    let (conference, diagnostics) = read_all(&after);
    assert!(diagnostics.iter().all(|found| found.path != RELEASES), "{diagnostics:#?}\n{text}");
    assert_eq!(changes(&conference), [], "{text}");
    (conference, text)
}

const A: &str = "program/sessions/a.md";
const B: &str = "program/sessions/b.md";
const PLAIN: &str = "title: { ja: \"A: 受付 \\\"#1\\\"\", en: 'yes, \\ no' }\nstart: 2016-10-01 14:15\nroom: hall";

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a valid slug")
}

#[test]
fn a_release_has_the_old_and_the_new_facts_of_each_session_that_changed() {
    let b = session("title: B\nstart: 2016-10-01 15:00:30\nend: 2016-10-02 01:00\nspeakers: [taro]");
    let (first, text) = released(&[(A, &session(PLAIN)), (B, &b)], None, 1);
    assert_eq!(first.releases.iter().next().expect("one").changes.len(), 2);
    let moved = PLAIN.replace("14:15", "15:15").replace("hall", "annex") + "\nspeakers: taro\ncanceled: true";
    let (second, longer) = released(&[(A, &session(&moved)), (B, &b)], Some(&text), 2);
    assert!(longer.starts_with(&text), "every byte is kept: {longer}");
    let release = second.releases.iter().next_back().expect("two");
    let [change] = release.changes.as_slice() else { panic!("one session changed: {release:#?}") };
    assert_eq!((change.session.as_str(), change.sequence), ("a", 1));
    assert_eq!(change.aspects(), [Aspect::Canceled, Aspect::Moved, Aspect::People]);
    let was = change.was.as_ref().expect("it was there");
    assert_eq!((was.start.to_string(), was.room.clone()), ("2016-10-01T14:15:00".to_owned(), Some(slug("hall"))));
    let titles: Vec<_> = was.title.iter().map(|(language, title)| (language.as_str(), title.as_str())).collect();
    assert_eq!(titles, [("ja", "A: 受付 \"#1\""), ("en", "yes, \\ no")]);
    assert_eq!(release.message.as_ref().expect("it has one").text(&second.event.languages[0]), "会場: \"変更\"\n# 1");
    let stamps = second.sessions.iter().map(|session| second.releases.stamp(session.identity()).expect("released"));
    let stamps: Vec<_> = stamps.map(|stamp| (stamp.sequence, stamp.modified.as_second())).collect();
    assert_eq!(
        stamps,
        [(0, 3600), (1, 7200)],
        "{:?}",
        second.sessions.iter().map(|session| &session.slug).collect::<Vec<_>>()
    );
}

#[test]
fn a_session_that_moves_to_a_place_elsewhere_has_moved() {
    let elsewhere = |place: &str| session(&PLAIN.replace("room: hall", &format!("venue: {place}")));
    let (_, text) = released(&[(A, &session(PLAIN))], None, 1);
    let (_, text) = released(&[(A, &elsewhere("\"公園: 東\""))], Some(&text), 2);
    let (conference, text) = released(&[(A, &elsewhere("駅"))], Some(&text), 3);
    let change = conference.releases.latest_change(&slug("a")).expect("it is of the last release");
    assert_eq!(change.aspects(), [Aspect::Moved]);
    let was = change.was.as_ref().and_then(|was| was.venue.as_ref()).expect("it was elsewhere");
    assert_eq!(was.text(&conference.event.languages[0]), "公園: 東", "{text}");
}

#[test]
fn a_session_that_goes_keeps_its_page_and_counts_on_when_it_comes_back() {
    let (_, text) = released(&[(A, &session(PLAIN)), (B, &session("title: B\nstart: 2016-10-01 10:00"))], None, 1);
    let b = session("title: B\nstart: 2016-10-01 10:00");
    let (gone, text) = released(&[(B, &b)], Some(&text), 2);
    assert_eq!(gone.withdrawn(&slug("a")).expect("it says so").facts.room, Some(slug("hall")));
    assert!(gone.pages().any(|page| page == Page::Session(slug("a"))));
    let (back, _) = released(&[(A, &session(PLAIN)), (B, &b)], Some(&text), 3);
    assert_eq!(
        (back.withdrawn(&slug("a")), back.pages().filter(|page| *page == Page::Session(slug("a"))).count()),
        (None, 1)
    );
    assert_eq!(back.releases.last_change(&slug("a")).expect("released").sequence, 2);
}

#[test]
fn a_removed_session_that_was_released_keeps_its_page_with_the_reason() {
    let removed = "---\nremoved: 都合により\n---\n";
    let (conference, _) = read_all(&[(A, removed)]);
    assert!(conference.reason_for_removal(&Page::Session(slug("a"))).is_some(), "it was never announced");
    let (_, text) = released(&[(A, &session(PLAIN))], None, 1);
    let (conference, _) = read_all(&[(A, removed), (RELEASES, &text)]);
    assert_eq!(conference.reason_for_removal(&Page::Session(slug("a"))), None);
    assert!(conference.withdrawn(&slug("a")).expect("it says so").reason.is_some());
}

#[test]
fn a_session_with_a_new_name_is_the_same_session() {
    let (_, text) = released(&[(A, &session(PLAIN))], None, 1);
    let renamed = session(&format!("{PLAIN}\naliases: [a]"));
    let (conference, _) = read_all(&[(B, &renamed), (RELEASES, &text)]);
    assert_eq!(changes(&conference), []);
    assert_eq!(conference.releases.stamp(conference.sessions[0].identity()).expect("released").sequence, 0);
}

/// The code and the line of each error of a file.
fn errors(text: &str) -> Vec<(&'static str, usize)> {
    let (conference, diagnostics) = read_all(&[(A, &session(PLAIN)), (RELEASES, text)]);
    assert_eq!(conference.sessions.len(), 1, "the programme is whole");
    let errors = diagnostics.iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| (found.code, found.line)).collect()
}

#[test]
fn a_broken_file_is_reported_and_loses_nothing() {
    let (_, text) = released(&[(A, &session(PLAIN))], None, 1);
    let lines = text.lines().count();
    let conflict = text.replace("  - time:", "<<<<<<< HEAD\n  - time:") + "=======\n>>>>>>> other\n";
    assert_eq!(errors(&conflict), [("merge-conflict", 4)]);
    assert_eq!(errors(&text.replace("start: ", "start: 2016/")), [("bad-date", lines)]);
    assert_eq!(errors(&text.replace("now:", "new:")), [("missing-field", lines - 1), ("unknown-field", lines)]);
    assert_eq!(errors(&text.replace("T01:00:00Z", "")), [("bad-time", 4)]);
    assert_eq!(errors("releases: soon\n"), [("wrong-type", 1)]);
    assert_eq!(errors("- x\n").len(), 1);
    assert_eq!(errors(""), []);
}

#[test]
fn changes_that_are_not_released_are_noted() {
    let (_, text) = released(&[(A, &session(PLAIN))], None, 1);
    let moved = session(&PLAIN.replace("14:15", "15:15"));
    let (_, diagnostics) = read_all(&[(A, &moved), (RELEASES, &text)]);
    let notes: Vec<_> = diagnostics.iter().filter(|found| found.code == "unreleased-changes").collect();
    assert!(notes.len() == 1 && notes[0].message.english.ends_with(": a"), "{notes:#?}");
    let (_, without) = read_all(&[(A, &moved)]);
    assert!(without.iter().all(|found| found.code != "unreleased-changes"));
}
