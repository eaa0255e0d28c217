//! Interviews in two languages side by side.

use std::fs;

use axum::http::StatusCode;

use crate::site::{TestSite, copy, fixture};

const BILINGUAL: &str = "/interviews/allan-espinosa/with/en";

#[test]
fn an_answer_stands_beside_its_translation_paragraph_by_paragraph() {
    let site = TestSite::built_in();
    let page = site.get(BILINGUAL);
    assert_eq!(page.status, StatusCode::OK);
    let own = page.main().split("id=\"plans-in-japan\"").nth(1).expect("the question");
    let own = own.split("</section>").next().expect("an answer");
    let places = [
        "来日中のご予定は",
        "What are your plans",
        "もう1か月前から",
        "I have been here",
        "何年も前に",
        "I lived in Japan",
    ];
    let places = places.map(|words| own.find(words).unwrap_or_else(|| panic!("{words} in {own}")));
    assert!(places.is_sorted(), "{places:?}");
    assert!(own.contains("<div lang=\"en\" class=\"answer prose\"><p>I have been here"), "{own}");
    // The other way round for readers of the other language.
    let other = site.get("/en/interviews/allan-espinosa/with/ja");
    assert!(other.main().contains("<div lang=\"ja\" class=\"answer prose\"><p>実は"), "{}", other.main());
    assert!(page.body.contains("<a href=\"/en/interviews/allan-espinosa/with/ja\" lang=\"en\""));
}

#[test]
fn search_engines_know_the_interview_in_one_language() {
    let page = TestSite::built_in().get(BILINGUAL);
    let canonical = "<link rel=\"canonical\" href=\"https://conference.test/interviews/allan-espinosa\">";
    assert!(page.body.contains(canonical) && page.body.contains("content=\"noindex\""));
    assert!(!TestSite::built_in().get("/sitemap.xml").body.contains("/with/"));
}

#[test]
fn an_answer_leads_to_the_same_answer_in_two_languages_and_back() {
    let site = TestSite::built_in();
    let alone = site.get("/interviews/allan-espinosa");
    assert!(alone.main().contains(&format!("href=\"{BILINGUAL}#responsibility\"")));
    assert!(alone.main().contains(&format!("href=\"{BILINGUAL}\"")));
    assert!(site.get(BILINGUAL).main().contains("href=\"/interviews/allan-espinosa#responsibility\""));
}

#[test]
fn a_second_language_may_be_a_query_and_unknown_ones_are_none() {
    let site = TestSite::built_in();
    let answer = site.get("/interviews/allan-espinosa?with=en");
    assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, BILINGUAL));
    for query in ["with=ja", "with=fr", "with="] {
        let answer = site.get(&format!("/interviews/allan-espinosa?{query}"));
        assert_eq!(answer.status, StatusCode::OK, "{query}");
        assert_eq!(answer.body, site.get("/interviews/allan-espinosa").body, "{query}");
    }
    for path in ["/with/ja", "/with/fr", "/with/", "/with/en/x"] {
        let answer = site.get(&format!("/interviews/allan-espinosa{path}"));
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// The smallest conference with an interview and its files.
fn with_interview(name: &str, files: &[(&str, &str)]) -> TestSite {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let speakers = fs::read_dir(folder.path().join("program/speakers")).expect("there are speakers");
    let mut names: Vec<_> = speakers.map(|entry| entry.expect("readable").file_name()).collect();
    names.sort();
    let speaker = names[0].to_string_lossy().split('.').next().expect("a stem").to_owned();
    for (suffix, text) in files {
        let path = folder.path().join("interviews").join(format!("{name}{suffix}"));
        fs::write(path, text.replace("SPEAKER", &speaker)).expect("the folder can be written");
    }
    TestSite::open(folder.path(), "2016-10-06T10:00")
}

const ORIGINAL: &str = "---\ntitle: 聞く\nspeaker: SPEAKER\npublished: 2016-09-25\naliases: [former]\n---\n\n---- なぜ？ {#why}\n\n\
                        はい[^1]。[次](#when)と[後](#later)\n\n---- いつ？ {#when}\n\nいま。\n\n[^1]: 注です。\n\n## 後 {#later}\n\n後で。\n";

#[test]
fn an_interview_without_a_translation_says_so_and_offers_the_original() {
    let site = with_interview("asked", &[(".md", ORIGINAL)]);
    let page = site.get("/en/interviews/asked");
    let remark = "<p class=\"remark\">This text has not been translated yet. <a href=\"/interviews/asked\" hreflang=\"ja\">\
                  Read the original in Japanese</a></p>";
    assert!(page.main().contains(remark), "{}", page.main());
    assert!(!page.main().contains("/with/"), "{}", page.main());
    // It is not there in two languages, whoever asks.
    let answer = site.get("/interviews/asked/with/en");
    assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, "/interviews/asked"));
    assert_eq!(site.get("/interviews/unknown/with/en").status, StatusCode::NOT_FOUND);
    let answer = site.get("/interviews/former/with/en");
    assert_eq!(answer.header("location"), "/interviews/asked/with/en");
}

#[test]
fn a_translation_that_is_older_than_the_original_says_so() {
    let original = ORIGINAL.replace("aliases:", "updated: 2016-10-01\naliases:");
    let remark = "The original changed on 1 October 2016. This translation is older. <a href=\"/interviews/asked\"";
    let page = |front: &str| {
        let translation = format!("{front}---- Why? {{#why}}\n\nYes.\n");
        let site = with_interview("asked", &[(".md", &original), (".en.md", &translation)]);
        assert!(!site.get("/interviews/asked").main().contains("class=\"remark\""));
        site.get("/en/interviews/asked")
    };
    assert!(page("").main().contains(remark), "{}", page("").main());
    assert!(!page("---\nupdated: 2016-10-01\n---\n\n").main().contains("This translation is older"));
}

#[test]
fn ids_and_links_of_the_translation_stay_its_own() {
    let translation = "---- Why[^1]? {#why}\n\nYes[^1]. [Next](#when), [last](#later) and [more](#also)\n\n---- More? {#also}\n\nNo.\n\n\
                       [^1]: A note.\n\n## Later {#later}\n\nLater.\n";
    let site = with_interview("asked", &[(".md", ORIGINAL), (".en.md", translation)]);
    let page = site.get("/interviews/asked/with/en");
    assert_eq!(page.status, StatusCode::OK);
    let ids = page.attributes("id");
    let links = page.attributes("href").into_iter().filter_map(|link| link.strip_prefix('#').map(str::to_owned));
    for link in links {
        assert_eq!(ids.iter().filter(|id| **id == link).count(), 1, "#{link} among {ids:?}");
    }
    for id in ["fn-1", "fnref-1", "en_fn-1", "en_fnref-1", "en_fnref-1-2", "why", "later", "en_also"] {
        assert!(ids.iter().any(|own| own == id), "{id} in {ids:?}");
    }
    // A part without a counterpart says so.
    for words in ["この部分は英語にはありません。", "この部分は日本語にはありません。"] {
        assert_eq!(page.main().matches(words).count(), 1, "{words}");
    }
    // Alone, only the questions that both languages have lead to it.
    let alone = site.get("/interviews/asked");
    assert!(alone.main().contains("/with/en#why\"") && !alone.main().contains("/with/en#when\""), "{}", alone.main());
}

#[test]
fn a_question_that_only_the_translation_has_is_listed_and_leads_to_the_answers_of_others() {
    let translation = "---- Why? {#why}\n\nYes.\n\n---- More? {#also}\n\nNo.\n\n---- When? {#when}\n\nNow.\n";
    let another = ORIGINAL.replace("SPEAKER", "another").replace("[former]", "[earlier]").replace("#when", "#also");
    let files = [
        ("asked.md", ORIGINAL),
        ("asked.en.md", translation),
        ("again.md", &*another),
        ("../program/speakers/another.md", "---\nname: 別の人\n---\n\n別の人です。\n"),
    ];
    let site = with_interview("", &files);
    let page = site.get("/interviews/asked/with/en");
    let (_, contents) = page.main().split_once("class=\"contents\"").expect("a table of contents");
    let (contents, transcript) = contents.split_once("</nav>").expect("its end");
    let items = "<ol><li><a href=\"#why\">なぜ？</a></li><li lang=\"en\"><a href=\"#en_also\">More?</a></li>\
                 <li><a href=\"#when\">いつ？</a></li></ol>";
    assert!(contents.contains(items), "{contents}");
    let (_, question) = transcript.split_once("id=\"en_also\"").expect("the question");
    let (question, _) = question.split_once("</section>").expect("its end");
    assert!(question.contains("<a href=\"/questions/also\""), "{question}");
}

#[test]
fn a_removed_interview_is_gone_in_two_languages_too() {
    let removed = ORIGINAL.replace("title:", "removed: 取り下げました\ntitle:");
    let site = with_interview("asked", &[(".md", &removed)]);
    assert_eq!(site.get("/interviews/asked/with/en").status, StatusCode::GONE);
}
