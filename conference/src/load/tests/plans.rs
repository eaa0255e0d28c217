//! The sessions of plans, and the codes by which plans name them.

use std::collections::HashMap;

use jiff::SignedDuration;

use super::{codes, load_all, load_good, sources};
use crate::{
    Conference, Slug,
    plan::{Code, Plan, steps},
};

const EVENT: &str = "---
name: Event
timezone: Asia/Tokyo
days: [2016-10-01, 2016-10-02]
languages: [en]
rooms: [{ id: hall, name: Hall }, { id: annex, name: Annex }, { id: loft, name: Loft }]
changeover: 5m
changeovers: [{ rooms: [annex, hall], time: 12m }]
---
";

fn session(start: &str, rest: &str) -> String {
    format!("---\ntitle: A talk\nformat: talk\nstart: {start}\n{rest}\n---\nAn abstract.\n")
}

fn conference(sessions: &[(&str, &str, &str)]) -> Conference {
    let files: Vec<(String, String)> = sessions
        .iter()
        .map(|(slug, start, rest)| (format!("program/sessions/{slug}.md"), session(start, rest)))
        .chain([("program/event.md".to_owned(), EVENT.to_owned())])
        .collect();
    load_good(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>())
}

#[test]
fn sessions_are_found_by_codes_that_a_new_name_does_not_change() {
    let original = conference(&[("first", "2016-10-01 10:00", "")]);
    let code = original.sessions[0].code.clone();
    assert_eq!(code.as_str().len(), 5);
    let other = Code::parse("zzzzz").expect("a code");
    let plan = Plan::new([code.clone(), other.clone()]);
    let planned = original.planned(&plan);
    assert_eq!(planned.sessions.len(), 1);
    assert_eq!(planned.unknown, [&other]);
    let renamed = conference(&[("second", "2016-10-01 10:00", "aliases: [first]")]);
    assert_eq!(renamed.sessions[0].code, code);
    assert_eq!(renamed.planned(&plan).sessions[0].slug.as_str(), "second");
}

#[test]
fn a_plan_tells_overlaps_pauses_and_changes_of_rooms() {
    let conference = conference(&[
        ("a", "2016-10-01 10:00", "end: '10:30'\nroom: hall"),
        ("b", "2016-10-01 10:20", "end: '11:00'\nroom: loft"),
        ("c", "2016-10-01 11:10", "end: '11:30'\nroom: annex"),
        ("d", "2016-10-01 11:40", "end: '12:00'\nroom: hall"),
        ("e", "2016-10-01 13:00", "room: hall"),
        ("f", "2016-10-02 10:00", "end: '10:30'\nroom: annex"),
        ("g", "2016-10-02 10:00", "end: '10:30'\nroom: hall\ncanceled: true"),
    ]);
    let sessions: Vec<_> = conference.sessions.iter().collect();
    let told: Vec<String> = steps(&conference.event, &sessions)
        .iter()
        .map(|step| {
            let overlaps: Vec<_> = step.overlaps.iter().map(|other| other.slug.as_str()).collect();
            let minutes = |time: SignedDuration| time.as_mins();
            let change = step.change.as_ref().map(|change| {
                let needed = change.needed.map_or("?".to_owned(), |needed| minutes(needed).to_string());
                format!(" to {} {}/{needed} {}", change.to, minutes(change.available), change.is_tight())
            });
            let pause = step.pause.map(|pause| format!(" pause {}", minutes(pause)));
            let slug = step.session.slug.as_str();
            format!("{slug} [{}]{}{}", overlaps.join(" "), pause.unwrap_or_default(), change.unwrap_or_default())
        })
        .collect();
    assert_eq!(
        told,
        ["a [b]", "b [a]", "c [] to annex 10/5 false", "d [] to hall 10/12 true", "e [] pause 60", "g []", "f []"]
    );
}

#[test]
fn two_sessions_with_one_code_are_reported_and_both_in_the_plan() {
    let event = conference(&[]).event;
    let mut known: HashMap<Code, Slug> = HashMap::new();
    let (one, other) = (0..)
        .find_map(|number| {
            let slug = Slug::parse(&format!("talk-{number}")).expect("a slug");
            known.insert(event.code(&slug), slug.clone()).map(|other| (slug, other))
        })
        .expect("there are only so many codes");
    let [one, other] = [one, other].map(|slug| format!("program/sessions/{slug}.md"));
    let (first, second) = (session("2016-10-01 10:00", ""), session("2016-10-01 11:00", ""));
    let loaded = load_all(&sources(&[("program/event.md", EVENT), (&one, &first), (&other, &second)]));
    let reported = codes(&loaded.diagnostics);
    assert_eq!(reported.iter().filter(|(_, code)| *code == "plan-code-twice").count(), 1, "{reported:?}");
    let conference = loaded.conference.expect("a warning stops nothing");
    let plan = Plan::new([conference.sessions[0].code.clone()]);
    assert_eq!(conference.planned(&plan).sessions.len(), 2);
}
