//! What the search index of a loaded conference finds.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{
    fold::fold,
    search::{Count, Item, Kind, Query, Results},
    words::{contains, words},
};

const SPEAKER: &str = "---\nname: 話す人\n---\n";

fn session(title: &str, text: &str) -> String {
    format!(
        "---\ntitle: \"{title}\"\nformat: talk\nspeakers: [a]\nstart: 2016-10-01 10:00\nroom: hall\n---\n\n{text}\n"
    )
}

fn search(conference: &Conference, query: &str) -> Results {
    let language = Language::parse("ja").expect("a language");
    conference.search_index().search(conference, &Query::parse(query), &language)
}

/// The sessions whose texts have all words of a query, without an index.
fn scanned(conference: &Conference, text: &str) -> BTreeSet<usize> {
    let words = words(text);
    let has = |session: &crate::Session, word: &str| {
        let fields = [
            session.title.text(&session.title.iter().next().expect("a title").0.clone()),
            &session.body.iter().next().expect("a body").1.text,
        ];
        fields.iter().any(|field| contains(&fold(field), word)) || contains("話す人", word)
    };
    let sessions = conference.sessions.iter().enumerate();
    let found = sessions.filter(|(_, session)| !words.is_empty() && words.iter().all(|word| has(session, word)));
    found.map(|(place, _)| place).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_index_finds_the_sessions_that_have_all_words_and_no_other(
        texts in prop::collection::vec(("[aA新ー]{1,4}", "[abサバレーｻ新幹線 ]{0,12}"), 1..6),
        queries in prop::collection::vec("[abさば幹線ーレ\" ]{0,6}", 1..12),
    ) {
        let slugs = ["a", "b", "c", "d", "e", "f"];
        let files: Vec<(String, String)> = slugs.iter().zip(&texts)
            .map(|(slug, (title, text))| (format!("program/sessions/{slug}.md"), session(title, text)))
            .chain([("program/speakers/a.md".to_owned(), SPEAKER.to_owned())])
            .collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
        // Sessions at the same time are an error, and no reason to leave one out.
        let Some(conference) = load_all(&sources(&files)).conference else { return Ok(()) };
        for query in queries {
            let address = format!("q={query}&kind=session");
            let results = search(&conference, &address);
            let found: BTreeSet<usize> = results.groups.iter().flat_map(|group| &group.hits).map(|hit| match hit.item {
                Item::Session(place) => place,
                _ => usize::MAX,
            }).collect();
            let expected = scanned(&conference, &query);
            prop_assert_eq!(&found, &expected, "{:?} in {:?}", query, texts);
            prop_assert_eq!(results.count(), Count::Exactly(expected.len()));
        }
    }
}

#[test]
fn titles_come_before_people_and_these_before_answers() {
    let speaker = "---\nname: 運用花子\n---\n";
    let interview = |title: &str, speaker: &str| {
        format!(
            "---\ntitle: {title}\nspeaker: {speaker}\npublished: 2016-09-01\n---\n\n---- 夜の運用は？ {{#{speaker}-night}}\n\n眠ります。\n\n\
             ---- 昼は？ {{#{speaker}-day}}\n\n運用します。\n"
        )
    };
    let conference = load_all(&sources(&[
        ("program/speakers/hanako.md", speaker),
        ("program/speakers/taro.md", "---\nname: 太郎\n---\n\n運用の人。\n"),
        ("interviews/a.md", &interview("太郎に聞く", "taro")),
        ("interviews/b.md", &interview("運用を聞く", "hanako")),
    ]))
    .conference
    .expect("an event");
    let found = |kind: Kind| {
        let results = search(&conference, &format!("q=運用&kind={}", kind.name()));
        let hits = results.groups.into_iter().flat_map(|group| group.hits);
        hits.map(|hit| match hit.item {
            Item::Question(interview, id) => format!("{} {id}", conference.interviews[interview].slug),
            Item::Speaker(place) => conference.speakers[place].slug.to_string(),
            Item::Interview(place) => conference.interviews[place].slug.to_string(),
            other => format!("{other:?}"),
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(found(Kind::Speaker), ["hanako", "taro"]);
    // Those of 運用花子 have the word in the person.
    assert_eq!(found(Kind::Question), ["b hanako-night", "b hanako-day", "a taro-night", "a taro-day"]);
    assert_eq!(found(Kind::Interview), ["b"]);
}

#[test]
fn every_result_is_on_one_page_of_results() {
    let files: Vec<(String, String)> = (0..45)
        .map(|number| {
            (
                format!("news/n{number}.md"),
                format!("---\ntitle: 第{number}号\npublished: 2016-09-01\n---\n\nサーバーレスの話。\n"),
            )
        })
        .collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (&**path, &**text)).collect();
    let conference = load_all(&sources(&files)).conference.expect("an event");
    let mut found = Vec::new();
    let mut next = Some(0);
    while let Some(from) = next {
        let results = search(&conference, &format!("q=サーバレス&kind=news&from={from}"));
        let group = &results.groups[0];
        assert_eq!(group.count, Count::Exactly(45));
        assert!(group.hits.len() <= 20);
        found.extend(group.hits.iter().map(|hit| format!("{:?}", hit.item)));
        next = group.next;
    }
    let distinct: BTreeSet<&String> = found.iter().collect();
    assert_eq!((found.len(), distinct.len()), (45, 45));
    let few = search(&conference, "q=サーバレス");
    assert_eq!(few.groups[0].hits.len(), 5);
    assert!(search(&conference, "q=サーバレス&kind=news&from=99999999").groups[0].hits.is_empty());
}
