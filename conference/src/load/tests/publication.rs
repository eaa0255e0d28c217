//! What visitors see of items that are not published yet, have moved, or were removed.

use super::*;

fn at(files: &[(&str, &str)], now: &str) -> Loaded {
    let now: DateTime = now.parse().expect("a date and time");
    load(&sources(files), Audience::Visitors(&move |_| now))
}

fn interviews(loaded: &Loaded) -> Vec<&str> {
    let conference = loaded.conference.as_ref().expect("there is an event");
    conference.interviews.iter().map(|interview| interview.slug.as_str()).collect()
}

#[test]
fn an_interview_appears_when_its_minute_comes() {
    let files = [
        ("program/speakers/taro.md", &*speaker("太郎")),
        ("interviews/first.md", &interview("taro", "2016-09-20", "")),
        ("interviews/second.md", &interview("taro", "2016-09-25 10:00", "aliases: [old]\n")),
        ("interviews/third.md", &interview("taro", "2016-09-26", "")),
    ];
    let before = at(&files, "2016-09-25T09:59");
    assert_eq!(interviews(&before), ["first"]);
    assert_eq!(
        codes(&before.diagnostics),
        [("interviews/second.md", "published-later"), ("interviews/third.md", "published-later")]
    );
    let conference = before.conference.expect("there is an event");
    assert_eq!(conference.next_publication, Some("2016-09-25T10:00".parse().expect("a date and time")));
    assert_eq!(conference.moved(&Page::Interview(slug("old"))), None);
    assert_eq!(conference.speaker(&slug("taro")).expect("published").interviews.len(), 1);

    let after = at(&files, "2016-09-25T10:00");
    assert_eq!(interviews(&after), ["second", "first"]);
    let later = after.conference.expect("there is an event");
    assert_eq!(later.moved(&Page::Interview(slug("old"))), Some(Page::Interview(slug("second"))));
    assert_ne!(later.revision, conference.revision);

    let all = load(&sources(&files), Audience::Organizers);
    assert_eq!(interviews(&all), ["third", "second", "first"]);
    assert_eq!(codes(&all.diagnostics), []);
}

#[test]
fn what_is_published_together_may_be_linked() {
    let linked = |to: &str| interview("taro", "2016-09-25", "").replace("なぜなら", &format!("[続き]({to}.md)"));
    let files = [
        ("program/speakers/taro.md", &*speaker("太郎")),
        ("interviews/a.md", &linked("b")),
        ("interviews/b.md", &linked("a")),
        ("interviews/early.md", &linked("a").replace("2016-09-25", "2016-09-20")),
    ];
    let loaded = at(&files, "2016-09-24T00:00");
    let warnings: Vec<_> = loaded.diagnostics.iter().filter(|found| found.code == "link-to-unpublished").collect();
    assert_eq!(warnings.iter().map(|found| found.path.as_str()).collect::<Vec<_>>(), ["interviews/early.md"]);
    assert!(
        warnings[0].message.english.contains("is published on 2016-09-25 at 00:00"),
        "{}",
        warnings[0].message.english
    );
    let links = at(&files, "2016-09-25T00:00");
    assert_eq!(codes(&links.diagnostics), []);
}

#[test]
fn a_removed_item_leaves_its_reason() {
    let files = [
        ("program/speakers/taro.md", "---\nname: 太郎\nremoved: { ja: 本人の希望により, en: On request }\n---\n"),
        ("program/speakers/jiro.md", &*speaker("次郎")),
        ("program/sessions/a.md", &session("2016-10-01 10:00", "speakers: [taro, jiro]\n")),
        ("program/sessions/b.md", &session("2016-10-01 11:00", "").replace("話です", "[太郎](../speakers/taro.md)")),
        ("interviews/gone.md", "---\nremoved: 終了しました\n---\n"),
    ];
    let loaded = at(&files, "2016-10-01T00:00");
    let warnings =
        [("program/sessions/a.md", "reference-to-removed"), ("program/sessions/b.md", "link-to-unpublished")];
    assert_eq!(codes(&loaded.diagnostics), warnings);
    assert!(loaded.diagnostics[1].message.english.ends_with("was removed"));
    let conference = loaded.conference.expect("there is an event");
    let reason = |page: Page| conference.reason_for_removal(&page).map(|text| text.text(&language("en")).to_owned());
    assert_eq!(reason(Page::Speaker(slug("taro"))).as_deref(), Some("On request"));
    assert_eq!(reason(Page::Interview(slug("gone"))).as_deref(), Some("終了しました"));
    assert_eq!(reason(Page::Speaker(slug("jiro"))), None);
    assert!(conference.speaker(&slug("taro")).is_none());
    let session = conference.session(&slug("a")).expect("published");
    assert_eq!(session.speakers, [slug("jiro")]);
}

#[test]
fn a_reason_must_be_given() {
    let loaded = at(&[("interviews/gone.md", "---\nremoved: [x]\n---\n")], "2016-10-01T00:00");
    assert_eq!(codes(&loaded.diagnostics).len(), 1, "{:?}", loaded.diagnostics);
}

#[test]
fn a_truth_value_is_no_reason() {
    for value in ["false", "true", "No", "{ ja: 終了しました, en: 'yes' }"] {
        let loaded = at(&[("interviews/gone.md", &format!("---\nremoved: {value}\n---\n"))], "2016-10-01T00:00");
        assert_eq!(codes(&loaded.diagnostics), [("interviews/gone.md", "bad-removed")], "{value}");
    }
}

#[test]
fn a_mistyped_removal_is_told() {
    let gone = interview("taro", "2016-09-25", "remvoed: 終了しました\n");
    let files = [("program/speakers/taro.md", &*speaker("太郎")), ("interviews/gone.md", &gone)];
    let loaded = at(&files, "2016-10-01T00:00");
    assert_eq!(codes(&loaded.diagnostics), [("interviews/gone.md", "unknown-field")]);
    assert_eq!(loaded.diagnostics[0].help.english, "did you mean `removed`?");
}

#[test]
fn a_removal_in_a_translation_alone_is_told() {
    let files = [
        ("program/speakers/taro.md", &*speaker("太郎")),
        ("program/speakers/taro.en.md", "---\nremoved: On request\n---\n\nA developer.\n"),
        ("interviews/taro.md", &interview("taro", "2016-09-25", "")),
    ];
    let loaded = at(&files, "2016-10-01T00:00");
    assert_eq!(codes(&loaded.diagnostics), [("program/speakers/taro.en.md", "removed-in-translation")]);
}

#[test]
fn former_names_lead_to_what_was_removed() {
    let removed = "---\nremoved: 終了しました\naliases: [old]\n---\n";
    let files = [("interviews/gone.md", removed), ("news/gone.md", removed)];
    let loaded = at(&files, "2016-10-01T00:00");
    assert_eq!(codes(&loaded.diagnostics), []);
    let conference = loaded.conference.expect("there is an event");
    for page in [Page::Interview, Page::Article] {
        assert_eq!(conference.moved(&page(slug("old"))), Some(page(slug("gone"))));
    }
    let twice = [("interviews/gone.md", removed), ("interviews/other.md", removed)];
    let loaded = at(&twice, "2016-10-01T00:00");
    assert_eq!(codes(&loaded.diagnostics), [("interviews/other.md", "duplicate-alias")]);
}

#[test]
fn only_files_that_a_page_leads_to_are_served() {
    let linked = |file: &str| interview("taro", "2016-09-25", "").replace("なぜなら", &format!("![図]({file})"));
    let mut sources = sources(&[
        ("program/speakers/taro.md", "---\nname: 太郎\nphoto: taro.jpg\n---\n\n[資料](slides.pdf#page=2)です。\n"),
        ("interviews/now/index.md", &linked("now.png")),
        ("interviews/later/index.md", &linked("later.png").replace("2016-09-25", "2016-09-26")),
    ]);
    let files = [
        "program/speakers/taro.jpg",
        "program/speakers/slides.pdf",
        "interviews/now/now.png",
        "interviews/later/later.png",
        "interviews/now/forgotten.png",
    ];
    sources.assets = files.map(asset).to_vec();
    let served = |now: &str| {
        let now: DateTime = now.parse().expect("a date and time");
        let loaded = load(&sources, Audience::Visitors(&move |_| now));
        let conference = loaded.conference.expect("there is an event");
        let unused = loaded.diagnostics.iter().filter(|found| found.code == "unused-file");
        let unused: Vec<_> = unused.map(|found| found.path.clone()).collect();
        (conference.assets.into_keys().collect::<Vec<_>>(), unused)
    };
    let forgotten = vec!["interviews/now/forgotten.png".to_owned()];
    let (early, unused) = served("2016-09-25T00:00");
    assert_eq!(early, [files[2], files[1], files[0]]);
    assert_eq!(unused, forgotten);
    let (late, unused) = served("2016-09-26T00:00");
    assert_eq!(late, [files[3], files[2], files[1], files[0]]);
    assert_eq!(unused, forgotten);
}

#[test]
fn an_interview_goes_with_its_speaker_and_session() {
    let article = interview("allan", "2016-09-25", "session: off\n")
        .replace("なぜなら", "Alan EspinosaさんとAllan、Alanさん、Allen、alan、Alna");
    let files = [
        ("program/speakers/allan.md", &*speaker("Allan Espinosa")),
        ("program/speakers/alna.md", &speaker("Alna Smith")),
        ("program/sessions/off.md", &session("2016-10-01 10:00", "speakers: [allan, alna]\ncanceled: true\n")),
        ("interviews/allan.md", &article),
    ];
    let loaded = at(&files, "2016-10-01T00:00");
    let path = "interviews/allan.md";
    assert_eq!(codes(&loaded.diagnostics), [(path, "session-canceled"), (path, "name-spelling")]);
    let spelling = &loaded.diagnostics[1];
    assert_eq!(&spelling.source[spelling.marked.clone()], "Alan");
    assert!(spelling.message.english.contains("`Allan`"), "{}", spelling.message.english);
}

#[test]
fn names_are_spelled_as_in_the_files_of_their_speakers() {
    let spelling = |files: &[(&str, &str)]| {
        let loaded = at(files, "2016-10-01T00:00");
        let found = loaded.diagnostics.iter().filter(|found| found.code == "name-spelling");
        found.map(|found| format!("{}:{} {}", found.path, found.line, found.message.english)).collect::<Vec<_>>()
    };
    let people = [
        ("program/speakers/allan.md", &*speaker("Allan Espinosa")),
        ("program/speakers/hanako.md", &speaker("高橋花子")),
        ("program/speakers/jiro.md", &speaker("斎藤 次郎")),
        ("program/speakers/saburo.md", &speaker("齋藤 三郎")),
    ];
    let spelled = |article: &str| spelling(&[&people[..], &[("interviews/hanako.md", article)]].concat());
    // In the title and the summary as well; whoever is somebody else's namesake is not misspelled.
    let article =
        interview("hanako", "2016-09-25", "summary: 髙橋さんの話\n").replace("なぜなら", "高橋さんと齋藤さん");
    assert_eq!(
        spelled(&article),
        ["interviews/hanako.md:5 `髙橋` is nearly `高橋`, as the file of the speaker has it"]
    );
    // Addresses and other words are no names.
    let article = interview("hanako", "2016-09-25", "summary: 高橋さん\nlicence: 髙橋の許諾\n")
        .replace("なぜなら", "標髙橋梁の髙橋脚と[Alan](https://github.com/Alan_Moore)、@Alan。More than 10.");
    assert_eq!(spelled(&article), [""; 0]);
    let article = interview("allan", "2016-09-25", "source: { name: Alan, url: https://example.org/ }\n")
        .replace("なぜなら", "https://github.com/Alan_Moore と[私](https://example.org/Alan)、@Alan。");
    assert_eq!(spelling(&[&people[..], &[("interviews/allan.md", &article)]].concat()), [""; 0]);
    let news = "---\ntitle: Allanさんと高橋さん\npublished: 2016-09-25\n---\n\nAlanさんと髙橋さん、Jirou、斉藤さん。\n";
    let found = spelling(&[&people[..], &[("news/talks.md", news)]].concat());
    assert_eq!(
        found,
        [
            "news/talks.md:6 `Alan` is nearly `Allan`, as the file of the speaker has it",
            "news/talks.md:6 `髙橋` is nearly `高橋`, as the file of the speaker has it",
        ]
    );
}

#[test]
fn a_speaker_to_whom_nothing_leads_is_reported() {
    let allan = speaker("Allan Espinosa");
    let alone = [("program/speakers/allan.md", &*allan)];
    let found = |files: &[(&str, &str)]| {
        let loaded = at(files, "2016-10-01T00:00");
        loaded.diagnostics.iter().any(|found| found.code == "unused-speaker")
    };
    assert!(found(&alone));
    let article = interview("allan", "2016-09-25", "");
    assert!(!found(&[&alone[..], &[("interviews/allan.md", &article)]].concat()));
    let talk = session("2016-10-01 10:00", "speakers: [allan]\n");
    assert!(!found(&[&alone[..], &[("program/sessions/talk.md", &talk)]].concat()));
}

#[test]
fn whatever_is_nearly_a_draft_is_one() {
    for (field, published) in [
        ("draft: true", false),
        ("draft: ture", false),
        ("draft:", false),
        ("draft: [no]", false),
        ("darft: true", false),
        ("Draft: true", false),
        ("draft: false", true),
    ] {
        let files = [
            ("program/speakers/taro.md", &*speaker("太郎")),
            ("interviews/taro.md", &interview("taro", "2016-09-25", &format!("{field}\n"))),
        ];
        assert_eq!(interviews(&at(&files, "2030-01-01T00:00")).len(), usize::from(published), "{field}");
    }
}

#[test]
fn an_interview_outlives_the_page_of_its_speaker() {
    let files = [
        ("program/speakers/taro.md", "---\nremoved: 本人の希望により\n---\n"),
        ("interviews/taro.md", &*interview("taro", "2016-09-25", "")),
        ("interviews/empty.md", "---\nremoved:\n---\n"),
    ];
    let loaded = at(&files, "2030-01-01T00:00");
    assert_eq!(interviews(&loaded), ["taro"]);
    assert_eq!(
        codes(&loaded.diagnostics),
        [("interviews/empty.md", "missing-field"), ("interviews/taro.md", "reference-to-removed")]
    );
}

#[test]
fn news_are_published_like_interviews() {
    let article =
        |published: &str, rest: &str| format!("---\ntitle: 知らせ\npublished: {published}\n{rest}---\n\n本文です。\n");
    let files = [
        ("news/first.md", &*article("2016-09-20", "tags: [FaaS, AWS]\n")),
        ("news/second.md", &article("2016-09-25 10:00", "aliases: [old]\ntags: [faas]\n")),
        ("news/third.md", &article("2016-09-01", "draft: true\n")),
        ("news/fourth.md", &article("2016-09-01", "removed: 古いため\n")),
    ];
    let slugs = |loaded: &Loaded| {
        let conference = loaded.conference.as_ref().expect("there is an event");
        conference.articles.iter().map(|article| article.slug.to_string()).collect::<Vec<_>>()
    };
    let before = at(&files, "2016-09-25T09:59");
    assert_eq!(slugs(&before), ["first"]);
    let after = at(&files, "2016-09-25T10:00");
    assert_eq!(slugs(&after), ["second", "first"]);
    let conference = after.conference.as_ref().expect("there is an event");
    assert_eq!(conference.moved(&Page::Article(slug("old"))), Some(Page::Article(slug("second"))));
    assert!(conference.reason_for_removal(&Page::Article(slug("fourth"))).is_some());
    let newest = &conference.articles[0];
    assert_eq!((newest.previous.as_ref(), newest.next.as_ref()), (Some(&slug("first")), None));
    let tags: Vec<_> = conference.tags.iter().map(|(tag, tagged)| (tag.as_str(), tagged.pages.len())).collect();
    assert_eq!(tags, [("aws", 1), ("faas", 2)]);
    assert_eq!(slugs(&load(&sources(&files), Audience::Organizers)), ["second", "first", "third"]);
}
