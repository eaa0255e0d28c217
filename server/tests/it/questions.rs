//! The same question across speakers: its pages, the ways to them, series, and mentions.

use axum::http::StatusCode;

use crate::site::{Answer, TestSite, fixture};

const FIRST: &str = "/questions/first-program";

fn site() -> TestSite {
    TestSite::open(&fixture("questions"), "2016-10-02T10:00")
}

/// The words of the elements of a class, without their tags.
fn words(answer: &Answer, element: &str, class: &str) -> Vec<String> {
    let main = answer.main();
    let opening = format!(" class=\"{class}\"");
    let inner = main.split(&opening).skip(1).filter_map(|rest| rest.split_once('>'));
    let text = |html: &str| {
        let html = html.split(&format!("</{element}>")).next().unwrap_or_default();
        html.split('<').map(|piece| piece.rsplit('>').next().unwrap_or_default()).collect::<String>()
    };
    inner.map(|(_, rest)| text(rest)).collect()
}

#[test]
fn a_question_has_a_page_with_all_answers_by_person() {
    let page = site().get(FIRST);
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.main().replace("<wbr>", "").contains("最初に書いたプログラムは何ですか？</h1>"));
    let people = ["Ben Example", "Ben Example", "見本千恵", "例田葵"];
    let places = people.iter().map(|name| page.main().find(name).expect("everybody who answered"));
    assert!(places.collect::<Vec<_>>().is_sorted());
    for place in ["/interviews/aoi-reida", "/interviews/ben-example", "/interviews/ben-again", "/interviews/chie-mihon"]
    {
        assert!(page.main().contains(&format!("href=\"{place}#first-program\"")), "{place}");
    }
    // The words of that interview, if they are others.
    assert_eq!(page.main().matches("class=\"asked-as\"").count(), 1);
    assert!(page.main().contains("いちばん最初のプログラムについて教えてください。"));
    // An interview that is published later is not there yet.
    assert!(!page.main().contains("まだ言えません"));
    let later = TestSite::open(&fixture("questions"), "2016-12-01T10:00").get(FIRST);
    assert!(later.main().contains("まだ言えません"));
}

#[test]
fn answers_beside_each_other_share_no_ids_and_their_links_lead_to_the_interviews() {
    let page = site().get(FIRST);
    let mut ids = page.attributes("id");
    ids.sort();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count);
    assert!(page.main().contains("href=\"/interviews/aoi-reida#fn-color\""), "{}", page.main());
}

#[test]
fn every_interview_leads_to_the_answers_of_others() {
    let site = site();
    let interview = site.get("/interviews/aoi-reida");
    assert_eq!(words(&interview, "p", "others-answered"), ["ほかの人の回答（3）"]);
    assert!(interview.main().contains(&format!("href=\"{FIRST}\"")));
    let translated = site.get("/en/interviews/chie-mihon");
    let others = ["How others answered (3)", "How others answered (1)", "How others answered (1)"];
    assert_eq!(words(&translated, "p", "others-answered"), others);
    // Nobody else answered.
    assert_eq!(words(&TestSite::built_in().get("/interviews/allan-espinosa"), "p", "others-answered"), [""; 0]);
}

#[test]
fn questions_are_listed_in_the_order_of_their_series() {
    let site = site();
    let list = site.get("/en/questions");
    let places = ["What was your first program?", "What will you build next?", "One more thing?"]
        .map(|text| list.main().find(text).expect("it is listed"));
    assert!(places.is_sorted());
    assert!(list.main().contains("4 answers") && list.main().contains("2 answers"));
    // Only one person answered it.
    assert!(!list.main().contains("What would you tell a beginner?"));
    assert!(site.get("/interviews").main().contains("href=\"/questions\""));
    for path in ["/questions", "/en/questions/first-program", "/series/beginnings"] {
        assert!(site.get("/sitemap.xml").body.contains(&format!("https://conference.test{path}<")), "{path}");
    }
}

#[test]
fn without_such_questions_there_is_no_page_of_them() {
    let site = site();
    for path in ["/questions/advice", "/questions/unknown", "/en/questions/a%20b"] {
        assert_eq!(site.get(path).status, StatusCode::NOT_FOUND, "{path}");
    }
    let built_in = TestSite::built_in();
    assert_eq!(built_in.get("/questions").status, StatusCode::NOT_FOUND);
    assert!(!built_in.get("/interviews").main().contains("/questions"));
}

#[test]
fn an_answer_that_only_a_translation_has_leads_to_the_translation() {
    let page = site().get("/questions/one-more-thing");
    assert!(page.main().contains("href=\"/en/interviews/chie-mihon#one-more-thing\""), "{}", page.main());
    assert!(page.opening_tags("div", "prose").iter().all(|tag| tag.contains("lang=\"en\"")), "{}", page.main());
    // An answer without translation is shown in its own language.
    let translated = site().get("/en/questions/next");
    assert!(translated.opening_tags("div", "prose").iter().any(|tag| tag.contains("lang=\"ja\"")));
    assert!(translated.main().contains("href=\"/en/interviews/ben-example#next\""));
}

#[test]
fn a_series_has_a_page_with_its_introduction_its_questions_and_its_interviews_in_order() {
    let site = site();
    let page = site.get("/en/series/beginnings");
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.main().contains("Every speaker once wrote a first line."));
    let places = ["Machines without a screen", "The guest book", "Outside of class"]
        .map(|title| page.main().find(title).expect("it is listed"));
    assert!(places.is_sorted());
    assert!(page.main().contains("What would you tell a beginner?"));
    assert!(page.main().contains("href=\"/en/questions/next\""));
    assert!(!page.main().contains("The guest book today"));
    let interview = site.get("/en/interviews/ben-example");
    assert!(
        interview.main().contains("<p class=\"series\"><a href=\"/en/series/beginnings\">"),
        "{}",
        interview.main()
    );
    let neighbours = ["rel=\"prev\"", "rel=\"next\""];
    assert!(neighbours.iter().all(|rel| interview.main().contains(rel)));
}

#[test]
fn the_page_of_a_series_stays_when_it_gets_a_file() {
    // Its feeds keep the address by its name, and so does its page.
    let site = site();
    let (name, encoded) = ("はじまりを聞く", "%E3%81%AF%E3%81%98%E3%81%BE%E3%82%8A%E3%82%92%E8%81%9E%E3%81%8F");
    let answer = site.get(&format!("/series/{encoded}"));
    assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, "/series/beginnings"));
    let feed = site.get(&format!("/series/{encoded}/feed.atom"));
    assert!(feed.status == StatusCode::OK && feed.body.contains(name));
    assert!(feed.body.contains("https://conference.test/series/beginnings\""), "{}", feed.body);
    let page = site.get("/series/beginnings");
    assert!(page.body.contains(&format!("href=\"/series/{encoded}/feed.atom\"")), "{}", page.body);
}

#[test]
fn the_list_of_interviews_leads_to_every_series() {
    let list = site().get("/en/interviews");
    assert!(list.main().contains("href=\"/en/series/beginnings\"") && list.main().contains("3 interviews"));
    let without = TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00");
    assert!(!without.get("/interviews").main().contains("/series/"));
}

#[test]
fn search_engines_learn_when_a_question_got_its_last_answer() {
    let sitemap = site().get("/sitemap.xml").body;
    let entry = |path: &str| {
        let entry = sitemap.split(&format!("<loc>https://conference.test{path}</loc>")).nth(1).expect("it is listed");
        entry.split("</url>").next().unwrap_or_default().to_owned()
    };
    assert!(entry(FIRST).contains("<lastmod>2016-09-20</lastmod>"), "{}", entry(FIRST));
    assert!(entry("/series/beginnings").contains("<lastmod>2016-09-15</lastmod>"));
}

#[test]
fn entries_of_feeds_lead_to_the_answers_of_others() {
    let feed = site().get("/en/interviews/feed.atom");
    assert!(feed.body.contains("https://conference.test/en/questions/first-program"), "{}", feed.body);
}

#[test]
fn a_speaker_has_the_pages_that_mention_them() {
    let site = site();
    let page = site.get("/en/speakers/chie-mihon");
    let mentions = page.main().split("<section class=\"mentions\">").nth(1).expect("they are mentioned");
    assert!(mentions.contains("href=\"/en/sessions/opening\"") && mentions.contains("href=\"/en/news/calculator\""));
    assert!(!mentions.contains("/en/interviews/"));
    // Her answer is quoted in an interview with somebody else.
    let quoted = site.get("/speakers/aoi-reida");
    let mentions = quoted.main().split("<section class=\"mentions\">").nth(1).expect("she is mentioned");
    assert!(mentions.contains("href=\"/interviews/ben-example\"") && !mentions.contains("/sessions/opening"));
    assert!(!site.get("/speakers/ben-example").main().contains("class=\"mentions\""));
}

#[test]
fn every_answer_can_be_linked_without_a_script() {
    let page = site().get("/interviews/aoi-reida");
    assert_eq!(page.opening_tags("details", "answer-menu").len(), 2);
    let menu = page.main().split("<details ").nth(1).expect("a menu");
    let menu = menu.split("</details>").next().unwrap_or_default();
    assert!(menu.contains("href=\"#first-program\""), "{menu}");
    // Buttons do nothing without the script that shows them.
    assert_eq!(menu.matches("<li hidden><button").count(), 2, "{menu}");
}
