//! The name of a session that stays while its title, its file and its time change.

use super::*;

fn guid(file: &str, rest: &str) -> String {
    let path = format!("program/sessions/{file}.md");
    let conference = load_good(&[(&path, &session("2016-10-01 10:00", rest))]);
    conference.event.guid(conference.sessions[0].identity()).to_string()
}

#[test]
fn a_session_keeps_its_guid_under_a_new_title_and_under_a_new_name_with_an_alias() {
    let original = guid("first", "");
    let digits: Vec<_> = original.split('-').map(str::len).collect();
    assert_eq!(digits, [8, 4, 4, 4, 12], "{original}");
    assert!(
        original[14..].starts_with('8') && original[19..].starts_with(['8', '9', 'a', 'b']),
        "a UUID of version 8: {original}"
    );
    assert_eq!(guid("first", "room: annex\ncanceled: true\n"), original);
    assert_eq!(guid("second", "aliases: [first]\n"), original);
    assert_eq!(guid("third", "aliases: [first, second]\n"), original);
    assert_ne!(guid("second", ""), original);
    let other = EVENT.replace("サーバーレスの会\n", "サーバーレスの会\nacronym: other2016\n");
    let files = [("program/event.md", &*other), ("program/sessions/first.md", &session("2016-10-01 10:00", ""))];
    let conference = load_good(&files);
    assert_ne!(conference.event.guid(conference.sessions[0].identity()).to_string(), original, "another event");
}

#[test]
fn a_former_name_leads_to_one_session() {
    let files = [
        ("program/sessions/a.md", &*session("2016-10-01 10:00", "aliases: [old, b]\n")),
        ("program/sessions/b.md", &session("2016-10-01 11:00", "aliases: [old]\n")),
        ("program/sessions/c.md", "---\nremoved: 終了しました\naliases: [former]\n---\n"),
    ];
    let Loaded { conference, diagnostics } = load_all(&sources(&files));
    let duplicates = diagnostics.iter().filter(|found| found.code == "duplicate-alias").count();
    assert_eq!(duplicates, 2, "{diagnostics:#?}");
    let conference = conference.expect("there is an event");
    assert_eq!(conference.moved(&Page::Session(slug("former"))), Some(Page::Session(slug("c"))));
    let renamed = load_good(&[("program/sessions/new.md", &session("2016-10-01 10:00", "aliases: [old]\n"))]);
    assert_eq!(renamed.moved(&Page::Session(slug("old"))), Some(Page::Session(slug("new"))));
}

#[test]
fn a_guid_of_another_tool_is_that_of_schedules_and_calendars_and_plans_keep_their_own() {
    let given = "0b5f8a4e-7c1d-4a51-9a27-3f1c52d0c9aa";
    let fields = format!("guid: {}\n", given.to_uppercase());
    let load = |rest: &str| load_good(&[("program/sessions/first.md", &session("2016-10-01 10:00", rest))]);
    let (without, with) = (load(""), load(&fields));
    let schedule = |conference: &Conference| conference.event.session_guid(&conference.sessions[0]).to_string();
    assert_eq!(schedule(&with), given);
    assert_eq!(schedule(&without), guid("first", ""));
    assert_eq!(guid("first", &fields), guid("first", ""), "calendars that were subscribed to know this one");
    assert_eq!(with.sessions[0].code, without.sessions[0].code);
}

#[test]
fn two_sessions_never_have_one_guid() {
    let derived = guid("b", "");
    let fields = format!("guid: {derived}\n");
    let files = [
        ("program/sessions/a.md", &*session("2016-10-01 10:00", &fields)),
        ("program/sessions/b.md", &session("2016-10-01 11:00", "")),
        ("program/sessions/c.md", &session("2016-10-01 12:00", &fields)),
    ];
    let Loaded { conference, diagnostics } = load_all(&sources(&files));
    let reported = diagnostics.iter().filter(|found| found.code == "duplicate-guid").map(|found| found.path.as_str());
    assert_eq!(reported.collect::<Vec<_>>(), ["program/sessions/a.md", "program/sessions/c.md"]);
    let conference = conference.expect("there is an event");
    let guids: std::collections::BTreeSet<_> =
        conference.sessions.iter().map(|session| conference.event.session_guid(session)).collect();
    assert_eq!(guids.len(), 3);
}
