//! The search: its results, its index in files, and the addresses of both.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use serde::Deserialize;

use crate::site::{Answer, TestSite};

/// Queries for the content of `fixtures/search`, with the addresses of all results. `search.spec.ts` asks browsers the same.
const QUERIES: &str = include_str!("search/queries.json");

#[derive(Deserialize)]
struct Asked {
    query: String,
    finds: BTreeSet<String>,
    /// `browser` if the query is too long for a request.
    r#in: Option<String>,
}

fn search(site: &TestSite, path: &str, query: &str) -> Answer {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", query).finish();
    site.get(&format!("{path}?{query}"))
}

/// The addresses of the results.
fn hits(answer: &Answer) -> Vec<String> {
    let (_, results) = answer.body.split_once("class=\"search-results\"").expect("the page has results");
    let (results, _) = results.split_once("class=\"search-advice\"").expect("the page has advice");
    let links = results.split("<h3><a href=\"").skip(1);
    links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

#[test]
fn every_query_finds_its_documents_and_no_other() {
    let site = TestSite::from_dir("search");
    let queries: Vec<Asked> = serde_json::from_str(QUERIES).expect("the file is well-formed");
    assert!(queries.len() >= 60);
    for Asked { query, finds, r#in } in queries {
        let answer = search(&site, "/search", &query);
        if r#in.is_some() {
            assert_eq!(answer.status, StatusCode::URI_TOO_LONG);
            continue;
        }
        assert_eq!(answer.status, StatusCode::OK, "{query}");
        let hits = hits(&answer);
        assert_eq!(hits.iter().cloned().collect::<BTreeSet<_>>(), finds, "{query}");
        assert_eq!(hits.len(), finds.len(), "no result is listed twice: {query}");
    }
}

#[test]
fn results_lead_to_places_that_there_are() {
    for site in [TestSite::from_dir("search"), TestSite::built_in()] {
        let mut questions = 0;
        for (path, query) in [("/search", "の"), ("/en/search", "a"), ("/search?kind=question&q=サ", "")] {
            let answer = if query.is_empty() { site.get(path) } else { search(&site, path, query) };
            for hit in hits(&answer) {
                let (page, id) = hit.split_once('#').unwrap_or((&hit, ""));
                let page = site.get(page);
                assert_eq!(page.status, StatusCode::OK, "{hit}");
                assert!(id.is_empty() || page.body.contains(&format!("id=\"{id}\"")), "{hit}");
                questions += usize::from(!id.is_empty());
            }
        }
        assert!(questions > 0);
    }
}

#[test]
fn a_result_says_what_it_is_and_shows_the_sentence_with_the_words_marked() {
    let site = TestSite::from_dir("search");
    let answer = search(&site, "/search", "キュー");
    let main = answer.main();
    for expected in [
        "<h2>質問と回答 <span class=\"count\">1件</span></h2>",
        "<h3><a href=\"/interviews/takahashi#failure\">障害のとき、最初に見るものは何ですか？</a></h3>",
        "<p class=\"hit-details\">髙橋花 · 髙橋花さんに聞く、予約と障害</p>",
        "<p class=\"hit-excerpt\">次に、<mark>キュー</mark>の長さを見ます。",
        "class=\"search-status\">1件</p>",
    ] {
        assert!(main.contains(expected), "{expected} in {main}");
    }
    assert!(answer.body.contains("<title>サイト内検索：キュー — 検索の会議</title>"));
    // In the language of the reader if there is one, and otherwise with the language of the text.
    let english = search(&site, "/en/search", "キュー");
    assert!(english.main().contains("<li lang=\"ja\" class=\"hit\"><h3><a href=\"/interviews/takahashi#failure\">"));
    let only_japanese = search(&site, "/en/search", "インタフェース");
    assert!(
        only_japanese
            .main()
            .contains("<li lang=\"ja\" class=\"hit\"><h3><a href=\"/en/interviews/watanabe#interface\">")
    );
    let both = hits(&search(&site, "/en/search", "takahashi"));
    assert!(both.contains(&"/en/speakers/takahashi".to_owned()) && !both.contains(&"/speakers/takahashi".to_owned()));
    // A footnote is a text of the answer that refers to it.
    let noted = search(&site, "/search", "九十日");
    assert!(
        noted.main().contains("<p class=\"hit-excerpt\">保存期間は<mark>九十日</mark>です。</p>"),
        "{}",
        noted.main()
    );
    // Text is text.
    let markup = search(&site, "/search", "<script>alert(1)</script>");
    assert!(!markup.body.contains("<script>alert") && markup.body.contains("&lt;script&gt;"));
}

#[test]
fn kind_and_language_narrow_the_results() {
    let site = TestSite::from_dir("search");
    let of = |query: &str| hits(&site.get(&format!("/search?{query}")));
    assert_eq!(of("q=serverless&kind=question"), ["/en/interviews/takahashi#why"]);
    assert_eq!(of("q=serverless&language=ja"), ["/sessions/keynote"]);
    assert_eq!(of("q=serverless&kind=nothing").len(), of("q=serverless").len());
    assert!(of("q=serverless&language=fr").is_empty());
    let narrow = site.get("/search?q=serverless&kind=news");
    assert!(narrow.main().contains("見つかりませんでした。"));
    assert!(narrow.main().contains("<a href=\"/search?q=serverless\">すべての種類と言語から検索する</a>"));
}

#[test]
fn the_search_box_is_on_every_page_and_the_form_works_without_a_script() {
    let site = TestSite::built_in();
    for path in ["/", "/schedule", "/en/interviews", "/about", "/search", "/en/search?q=a", "/no-such-page"] {
        let answer = site.get(path);
        let boxes = answer.body.matches("aria-keyshortcuts=\"/\"").count();
        assert_eq!(boxes, 1, "{path}");
        let action = if path.starts_with("/en") { "action=\"/en/search\"" } else { "action=\"/search\"" };
        assert!(answer.body.contains(action), "{path}");
    }
    let empty = site.get("/search");
    assert!(empty.body.contains("<noscript>") && empty.body.contains("name=\"robots\" content=\"noindex\""));
    assert!(hits(&empty).is_empty());
    // Other spellings of the same search are the same page.
    assert_eq!(hits(&site.get("/search?q=+lambda++")), hits(&site.get("/search?utm_source=x&q=lambda")));
}

#[test]
fn the_index_is_in_files_that_are_small_for_a_small_site() {
    let site = TestSite::built_in();
    let index = site.get("/search/index.json");
    assert_eq!(index.header("content-type"), "application/json");
    let pieces: serde_json::Value = serde_json::from_str(&index.body).expect("it is JSON");
    let terms = pieces["terms"].as_array().expect("a list").len();
    let mut bytes = 0;
    let mut compressed = |path: &str| {
        let answer = site.request_with(axum::http::Method::GET, path, &[("accept-encoding", "br")]);
        if answer.status == StatusCode::OK {
            bytes += answer.bytes.len();
        }
        answer.status == StatusCode::OK
    };
    assert!(compressed("/search/index.json"));
    assert!((0..terms).all(|number| compressed(&format!("/search/terms-{number}.json"))));
    assert!(!compressed(&format!("/search/terms-{terms}.json")));
    let texts = (0..).take_while(|number| compressed(&format!("/search/texts-{number}.json"))).count();
    assert!(texts > 1);
    assert!(bytes < 30_000, "{bytes}");
}
