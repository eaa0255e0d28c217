//! Series of interviews, and the pages that mention a speaker.

use super::*;

#[test]
fn interviews_name_their_series_by_its_file_or_by_its_name() {
    let conference = load_good(&[
        ("program/speakers/taro.md", &speaker("太郎")),
        ("interviews/series/talks.md", "---\nname: { ja: 聞く, en: Conversations }\n---\n\n紹介です。\n"),
        ("interviews/a.md", &interview("taro", "2016-09-01", "series: talks\n")),
        ("interviews/b.md", &interview("taro", "2016-09-02", "series: 聞く\n")),
        ("interviews/c.md", &interview("taro", "2016-09-03", "series: 別のシリーズ\n")),
    ]);
    let keys: Vec<_> = conference.series.keys().map(String::as_str).collect();
    assert_eq!(keys, ["talks", "別のシリーズ"]);
    let series = &conference.series["talks"];
    assert_eq!(names(&series.interviews), ["a", "b"]);
    assert_eq!(series.body.get(&language("ja")).1.text, "紹介です。");
    let second = conference.interview(&slug("b")).and_then(|one| one.series.as_ref()).expect("a series");
    assert_eq!((second.key.as_str(), second.name.text(&language("en")), second.number), ("talks", "Conversations", 2));
    // The page under the name leads to the one under the key.
    let page = |key: &str| Page::Series(key.to_owned());
    assert_eq!(conference.moved(&page("聞く")), Some(page("talks")));
    assert!(conference.pages().any(|other| other == page("talks")));
}

#[test]
fn a_series_without_its_file_has_the_name_of_its_first_interview() {
    let conference = load_good(&[
        ("program/speakers/taro.md", &speaker("太郎")),
        ("interviews/a.md", &interview("taro", "2016-09-02", "series: 聞く\nnumber: 1\n")),
        ("interviews/b.md", &interview("taro", "2016-09-01", "series: { ja: 聞く, en: Conversations }\nnumber: 2\n")),
    ]);
    let series = &conference.series["聞く"];
    assert_eq!((series.name.text(&language("en")), names(&series.interviews)), ("Conversations", vec!["a", "b"]));
}

#[test]
fn a_removed_series_is_left_out() {
    let Loaded { diagnostics, conference } = load_all(&sources(&[
        ("program/speakers/taro.md", &speaker("太郎")),
        ("interviews/series/talks.md", "---\nremoved: 終了しました\n---\n"),
        ("interviews/a.md", &interview("taro", "2016-09-01", "series: talks\n")),
    ]));
    assert_eq!(codes(&diagnostics), [("interviews/a.md", "reference-to-removed")]);
    let conference = conference.expect("there is an event");
    assert!(conference.series.is_empty() && conference.interviews[0].series.is_none());
    assert!(conference.reason_for_removal(&Page::Series("talks".to_owned())).is_some());
}

#[test]
fn a_mistyped_series_is_reported() {
    let Loaded { diagnostics, .. } = load_all(&sources(&[
        ("program/speakers/taro.md", &speaker("太郎")),
        ("interviews/series/session-introductions.md", "---\nname: 聞く\n---\n"),
        ("interviews/a.md", &interview("taro", "2016-09-01", "series: sesion-introductions\n")),
    ]));
    assert_eq!(codes(&diagnostics), [("interviews/a.md", "unknown-series")]);
}

#[test]
fn questions_of_a_series_have_ids_of_their_own() {
    let series = "---\nname: 聞く\nquestions: [{ id: a, text: なぜ？ }, { id: a, text: なに？ }, { id: a b, text: いつ？ }, { id: c }]\n---\n";
    let Loaded { diagnostics, conference } = load_all(&sources(&[("interviews/series/talks.md", series)]));
    let found: Vec<_> = diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(found, ["duplicate-id", "bad-id", "missing-field"]);
    assert_eq!(conference.expect("there is an event").series["talks"].questions.len(), 1);
}

#[test]
fn pages_that_link_to_a_speaker_or_their_interviews_mention_them() {
    let mut files = vec![
        ("program/speakers/taro.md", speaker("太郎")),
        ("program/speakers/hana.md", speaker("花子")),
        ("interviews/taro.md", interview("taro", "2016-09-01", "")),
        ("interviews/own.md", interview("taro", "2016-09-02", "") + "\n[前回](taro.md)\n"),
        (
            "interviews/hana.md",
            interview("hana", "2016-09-03", "") + "\n[太郎さん](taro.md#なぜ)と[本人](../program/speakers/taro.md)\n",
        ),
        (
            "program/sessions/own.md",
            session("2016-10-01 10:00", "speakers: taro\n") + "\n[太郎](../speakers/taro.md)\n",
        ),
        ("program/sessions/a.md", session("2016-10-01 11:00", "") + "\n[太郎](../speakers/taro.md)\n"),
        (
            "news/n.md",
            "---\ntitle: お知らせ\npublished: 2016-09-04\n---\n\n[聞きました](../interviews/taro.md)\n".to_owned(),
        ),
        (
            "news/draft.md",
            "---\ntitle: お知らせ\npublished: 2016-09-04\ndraft: true\n---\n\n[聞きました](../interviews/taro.md)\n"
                .to_owned(),
        ),
    ];
    files.push(("interviews/hana.en.md", "---- Why?\n\n[Taro](taro.md)\n".to_owned()));
    let files: Vec<_> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    let conference = load_good(&files);
    let mentions = &conference.speaker(&slug("taro")).expect("a speaker").mentions;
    assert_eq!(*mentions, [Page::Session(slug("a")), Page::Interview(slug("hana")), Page::Article(slug("n"))]);
    assert_eq!(conference.speaker(&slug("hana")).expect("a speaker").mentions, []);
}
