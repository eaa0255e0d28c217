//! Items are read, sorted and linked.

use super::*;
use crate::filter::{Facet, SessionFilter};

#[test]
fn the_order_of_files_changes_nothing() {
    let files = [
        ("program/sessions/a.md", &*session("2016-10-01 10:00", "speakers: [taro, jiro]\n")),
        ("program/sessions/b.md", &session("2016-10-01 10:00", "")),
        ("program/speakers/taro.md", &speaker("太郎")),
        ("program/speakers/jiro.md", &speaker("次郎")),
        ("interviews/taro.md", &interview("taro", "2016-09-25", "")),
    ];
    let forward = sources(&files);
    let mut backward = forward.clone();
    backward.files.reverse();
    let (forward, backward) = (load_all(&forward), load_all(&backward));
    assert_eq!(format!("{forward:?}"), format!("{backward:?}"));
    assert_eq!(
        forward.conference.map(|conference| conference.revision),
        backward.conference.map(|conference| conference.revision)
    );
}

#[test]
fn sessions_are_sorted_by_start_room_and_slug() {
    let conference = load_good(&[
        ("program/sessions/a.md", &session("2016-10-01 11:00", "")),
        ("program/sessions/c.md", &session("2016-10-01 10:00", "room: annex\n")),
        ("program/sessions/d.md", &session("2016-10-01 10:00", "room: hall\n")),
        ("program/sessions/e.md", &session("2016-10-01 10:00", "")),
        ("program/sessions/b.md", &session("2016-10-02 09:00", "")),
    ]);
    assert_eq!(names(conference.sessions.iter().map(|session| &session.slug)), ["e", "d", "c", "a", "b"]);
    let day = conference.event.days[1];
    assert_eq!(names(conference.sessions_on(day).map(|session| &session.slug)), ["b"]);
}

#[test]
fn speakers_are_sorted_by_reading() {
    let with_reading = |name: &str, reading: &str| format!("---\nname: {name}\nreading: {reading}\n---\n\n開発者。\n");
    let conference = load_good(&[
        ("program/speakers/a.md", &with_reading("渡辺", "ワタナベ")),
        ("program/speakers/b.md", &with_reading("伊藤", "いとう")),
        ("program/speakers/c.md", &speaker("bob")),
        ("program/speakers/d.md", &speaker("Alice")),
    ]);
    assert_eq!(names(conference.speakers.iter().map(|speaker| &speaker.slug)), ["d", "c", "b", "a"]);
}

#[test]
fn texts_have_the_languages_of_field_and_file() {
    let conference = load_good(&[
        (
            "program/sessions/a.md",
            "---\ntitle: { en: First, ja: はじめて }\nformat: break\nstart: 2016-10-01 10:00\n---\n",
        ),
        ("program/sessions/b.md", &session("2016-10-01 10:00", "")),
        ("program/sessions/b.en.md", "---\ntitle: Second\n---\n\nA talk.\n"),
        ("program/speakers/c.md", &speaker("2016")),
        ("program/speakers/c.en.md", "---\nrole: yes\n---\n\nA developer.\n"),
    ]);
    let (ja, en) = (language("ja"), language("en"));
    let first = conference.session(&slug("a")).expect("the session is published");
    assert_eq!((first.title.text(&ja), first.title.text(&en)), ("はじめて", "First"));
    assert_eq!(first.title.iter().next().map(|(language, _)| language), Some(&ja), "the original comes first");
    let second = conference.session(&slug("b")).expect("the session is published");
    assert_eq!((second.title.text(&ja), second.title.text(&en)), ("はじめて", "Second"));
    assert!(second.body.exactly(&en).is_some_and(|body| body.html.contains("A talk")));
    let third = conference.speaker(&slug("c")).expect("the speaker is published");
    assert_eq!((third.name.text(&en), third.role.as_ref().map(|role| role.text(&ja))), ("2016", Some("yes")));
}

#[test]
fn a_session_ends_by_time_date_or_duration() {
    for (end, expected) in [
        ("end: 10:30\n", Some("2016-10-01T10:30:00")),
        ("end: 2016-10-01 10:30\n", Some("2016-10-01T10:30:00")),
        ("end: 2016-10-02T01:00\n", Some("2016-10-02T01:00:00")),
        ("duration: 1h30m\n", Some("2016-10-01T11:30:00")),
        ("duration: 14h\n", Some("2016-10-02T00:00:00")),
        ("", None),
    ] {
        let conference = load_good(&[("program/sessions/a.md", &session("2016-10-01 10:00", end))]);
        assert_eq!(conference.sessions[0].end.map(|end| end.to_string()).as_deref(), expected, "{end}");
    }
}

#[test]
fn a_party_may_last_into_the_night_after_the_last_day() {
    let conference = load_good(&[("program/sessions/a.md", &session("2016-10-02 20:00", "end: 2016-10-03 02:00\n"))]);
    assert!(conference.sessions[0].end.is_some());
}

#[test]
fn facets_hold_what_the_filter_compares() {
    let conference = load_good(&[
        (
            "program/sessions/a.md",
            "---\ntitle: { ja: サーバーレス入門, en: Serverless }\nformat: panel\nspeakers: [taro]\nmoderator: jiro\n\
             room: hall\nstart: 2016-10-01 10:00\nlanguage: ja\nlevel: advanced\ntags: [AWS, iot]\n---\n\nＬａｍｂｄａの話。\n",
        ),
        (
            "program/speakers/taro.md",
            "---\nname: 山田太郎\nreading: ヤマダタロウ\norganization: 例の会社\n---\n\n開発者。\n",
        ),
        ("program/speakers/jiro.md", &speaker("Jiro")),
        ("interviews/taro.md", &interview("taro", "2016-09-25", "session: a\n")),
    ]);
    let facets = &conference.sessions[0].facets;
    let expected = ["2016-10-01", "panel", "", "ja", "advanced", "AWS|iot", "taro|jiro", "hall", "yes", ""];
    assert_eq!(*facets, expected.map(str::to_owned));
    for query in [
        "q=lambda",
        "q=さーばーれす",
        "q=SERVERLESS+jiro",
        "q=やまだ",
        "q=例の会社",
        "tag=AWS&speaker=jiro",
        "q=ａｗｓ",
    ] {
        assert_eq!(conference.filtered(&SessionFilter::parse(query)).len(), 1, "{query}");
    }
    for query in ["tag=aws", "format=talk", "q=azure", "track=data"] {
        assert_eq!(conference.filtered(&SessionFilter::parse(query)).len(), 0, "{query}");
    }
    assert_eq!(Facet::ALL.len(), expected.len());
}

#[test]
fn every_word_is_searched_though_only_the_first_ones_are_kept() {
    let text = format!("{}\n\nat-the-end\n", "x ".repeat(2_000));
    let conference = load_good(&[("program/sessions/a.md", &(session("2016-10-01 10:00", "") + &text))]);
    assert_eq!(conference.filtered(&SessionFilter::parse("q=at-the-end")).len(), 1);
    let kept = conference.sessions[0].body.iter().map(|(_, body)| body.text.len());
    assert!(kept.into_iter().all(|length| length <= 2_000));
}

#[test]
fn people_sessions_and_interviews_know_each_other() {
    let conference = load_good(&[
        ("program/sessions/late.md", &session("2016-10-01 15:00", "speakers: taro\nmoderator: taro\n")),
        ("program/sessions/early.md", &session("2016-10-01 10:00", "speakers: [jiro]\nmoderator: taro\n")),
        ("program/speakers/taro.md", &speaker("太郎")),
        ("program/speakers/jiro.md", &speaker("次郎")),
        ("interviews/new.md", &interview("taro", "2016-09-25 12:00", "session: late\n")),
        ("interviews/old.md", &interview("taro", "2016-09-25", "session: late\n")),
        ("interviews/draft.md", &interview("taro", "2016-09-20", "session: early\ndraft: true\n")),
    ]);
    let taro = conference.speaker(&slug("taro")).expect("the speaker is published");
    assert_eq!(names(&taro.sessions), ["early", "late"]);
    assert_eq!(names(&taro.interviews), ["old", "new"]);
    let late = conference.session(&slug("late")).expect("the session is published");
    assert_eq!(names(&late.interviews), ["old", "new"]);
    assert_eq!(names(conference.interviews.iter().map(|interview| &interview.slug)), ["new", "old"]);
    assert!(conference.interview(&slug("draft")).is_none());
}

#[test]
fn parallel_sessions_and_neighbours() {
    let conference = load_good(&[
        ("program/sessions/a.md", &session("2016-10-01 10:00", "end: 10:30\nroom: hall\n")),
        ("program/sessions/b.md", &session("2016-10-01 10:30", "end: 11:00\nroom: hall\n")),
        ("program/sessions/c.md", &session("2016-10-01 10:15", "end: 10:45\nroom: annex\n")),
        ("program/sessions/d.md", &session("2016-10-02 10:30", "end: 11:00\nroom: hall\n")),
        (
            "program/sessions/lunch.md",
            &session("2016-10-01 11:00", "end: 12:00\nroom: hall\n").replace("talk", "break"),
        ),
        ("program/sessions/e.md", &session("2016-10-01 12:00", "end: 13:00\nroom: hall\n")),
    ]);
    let get = |name: &str| conference.session(&slug(name)).expect("the session is published");
    assert_eq!(names(conference.parallel(get("c")).map(|session| &session.slug)), ["a", "b"]);
    let neighbours = |name: &str| {
        let (previous, next) = conference.neighbours(get(name));
        (previous.map(|session| session.slug.to_string()), next.map(|session| session.slug.to_string()))
    };
    assert_eq!(neighbours("a"), (None, Some(String::from("b"))));
    // A break is passed by, but has neighbours itself.
    assert_eq!(neighbours("b"), (Some(String::from("a")), Some(String::from("e"))));
    assert_eq!(neighbours("lunch"), (Some(String::from("b")), Some(String::from("e"))));
    assert_eq!(neighbours("e"), (Some(String::from("b")), None));
}

#[test]
fn interviews_of_a_series_follow_their_numbers() {
    let series = |published: &str, number: &str| interview("taro", published, &format!("series: 聞く\n{number}"));
    let conference = load_good(&[
        ("program/speakers/taro.md", &speaker("太郎")),
        ("interviews/first.md", &series("2016-09-01", "")),
        ("interviews/fifth.md", &series("2016-09-02", "number: 5\n")),
        ("interviews/third.md", &series("2016-09-03", "")),
        ("interviews/other.md", &interview("taro", "2016-09-04", "")),
    ]);
    let place = |name: &str| {
        let interview = conference.interview(&slug(name)).expect("the interview is published");
        let text = |slug: &Option<Slug>| slug.as_ref().map(Slug::to_string).unwrap_or_default();
        let number = interview.series.as_ref().map(|series| series.number);
        (number, text(&interview.previous), text(&interview.next))
    };
    assert_eq!(place("first"), (Some(1), String::new(), String::from("third")));
    assert_eq!(place("third"), (Some(3), String::from("first"), String::from("fifth")));
    assert_eq!(place("fifth"), (Some(5), String::from("third"), String::new()));
    assert_eq!(place("other"), (None, String::from("third"), String::new()));
}

#[test]
fn a_broken_reference_is_dropped_and_the_item_kept() {
    let Loaded { conference, diagnostics, .. } = load_all(&sources(&[
        ("program/sessions/a.md", &session("2016-10-01 10:00", "speakers: [taro, jiro]\nroom: cellar\n")),
        ("program/speakers/taro.md", &speaker("太郎")),
        ("program/speakers/jiro.md", "---\nname: [broken\n---\n"),
        ("interviews/jiro.md", &interview("jiro", "2016-09-25", "")),
    ]));
    let conference = conference.expect("the event is good");
    assert_eq!(names(&conference.sessions[0].speakers), ["taro"]);
    assert_eq!(conference.sessions[0].room, None);
    assert_eq!(conference.interviews.len(), 0, "nobody answers");
    assert_eq!(
        codes(&diagnostics),
        [
            ("program/sessions/a.md", "unknown-room"),
            ("program/speakers/jiro.md", "front-matter-syntax"),
            ("program/speakers/jiro.md", "empty-body")
        ],
        "a speaker whose file is broken is not unknown"
    );
}

#[test]
fn one_mistake_of_the_event_is_reported_once() {
    let event = EVENT.replace("2016-10-02", "2016-10-32").replace("{ id: annex, name: 別館 }", "{ name: 別館 }");
    let Loaded { conference, diagnostics, .. } = load_all(&sources(&[
        ("program/event.md", &event),
        ("program/sessions/a.md", &session("2016-10-02 10:00", "room: annex\n")),
    ]));
    assert_eq!(codes(&diagnostics), [("program/event.md", "bad-date"), ("program/event.md", "missing-field")]);
    assert_eq!(conference.map(|conference| conference.event.days.len()), Some(1));
}

#[test]
fn without_an_event_everything_else_is_checked() {
    let mut sources = sources(&[
        ("program/sessions/a.md", &session("2016-13-01 10:00", "")),
        ("program/sessions/a.en.md", "---\nstart: x\n---\n\nA talk.\n"),
    ]);
    sources.files.retain(|file| file.path != "program/event.md");
    let Loaded { conference, diagnostics, .. } = load_all(&sources);
    assert!(conference.is_none());
    assert_eq!(
        codes(&diagnostics),
        [
            ("program/event.md", "missing-event"),
            ("program/sessions/a.en.md", "field-of-original"),
            ("program/sessions/a.md", "bad-date")
        ]
    );
}

#[test]
fn what_the_event_leaves_out_is_derived() {
    let event = "---\nname: { en: Serverless Tokyo '16 }\ntimezone: Asia/Tokyo\ndays: 2016-10-01\nlanguages: en\n---\n";
    let conference = load_good(&[("program/event.md", event)]);
    assert_eq!(conference.event.acronym, "serverlesstokyo162016");
    assert_eq!(conference.event.timezone.iana_name(), Some("Asia/Tokyo"));
}

/// The helps of what is wrong where a session and the event have these fields.
fn helps(session_fields: &str, event: (&str, &str)) -> Vec<String> {
    let event = EVENT.replace(event.0, event.1);
    let files = [
        ("program/event.md", &*event),
        ("program/speakers/taro.md", &speaker("太郎")),
        ("program/sessions/a.md", &session("2016-10-01 10:00", session_fields)),
    ];
    let found = load_all(&sources(&files)).diagnostics.into_iter();
    found.filter(|found| found.code != "unused-speaker").map(|found| found.help.english).collect()
}

#[test]
fn values_beside_each_other_are_told_to_be_a_list() {
    let list = |words: &str| [format!("write several as a list in brackets: `[{words}]`")];
    for written in ["taro, allan", "taro、allan", "[taro，allan]"] {
        assert_eq!(helps(&format!("speakers: {written}\n"), ("", "")), list("taro, allan"), "{written}");
    }
    let days = ("[2016-10-01, 2016-10-02]", "2016-10-01, 2016-10-02");
    assert_eq!(helps("", days), list("2016-10-01, 2016-10-02"));
    assert_eq!(helps("", ("[ja, en]", "ja, en")), list("ja, en"));
    for written in ["aws、lambda", "aws, lambda"] {
        let expected = ["write several tags as a list: `tags: [aws, lambda]`"];
        assert_eq!(helps(&format!("tags: {written}\n"), ("", "")), expected, "{written}");
    }
}

#[test]
fn names_of_files_and_capitals_are_understood() {
    for (fields, meant) in [
        ("speakers: Taro\n", "taro"),
        ("speakers: [taro.md]\n", "taro"),
        ("moderator: ../speakers/taro.md\n", "taro"),
        ("room: Hall\n", "hall"),
    ] {
        assert_eq!(helps(fields, ("", "")), [format!("did you mean `{meant}`?")], "{fields}");
    }
}

#[test]
fn a_year_with_a_slip_is_told() {
    for published in ["0226-09-01", "0226-09-01 10:00", "1026-09-01"] {
        let article = format!("---\ntitle: 知らせ\npublished: {published}\n---\n\n本文です。\n");
        let found = load_all(&sources(&[("news/a.md", &article)])).diagnostics;
        assert_eq!(codes(&found), [("news/a.md", "bad-date")], "{published}");
        assert!(found[0].message.english.ends_with("is before all events"), "{}", found[0].message.english);
    }
}
