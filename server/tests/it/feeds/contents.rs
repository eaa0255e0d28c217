//! The texts of entries: whole, in their language, and with addresses that work anywhere.

use super::*;

fn contents(site: &TestSite, path: &str) -> Vec<(String, String)> {
    let entries = read(&site.get(path)).entries.into_iter();
    let content = |entry: &model::Entry| entry.content.as_ref().and_then(|content| content.body.clone());
    entries.map(|entry| (entry.links[0].href.clone(), content(&entry).expect("a text"))).collect()
}

#[test]
fn every_link_and_picture_is_absolute_and_answered() {
    for site in [TestSite::built_in(), hostile()] {
        let mut own = 0;
        for path in ["/feed.atom", "/en/feed.json"] {
            for (address, html) in contents(&site, path) {
                assert_eq!(
                    site.get(address.strip_prefix(BASE).expect("an address of the site")).status,
                    StatusCode::OK
                );
                for url in app::references(&html).into_iter().map(|place| &html[place]) {
                    assert!(url.starts_with("https://") || url.starts_with("http://"), "{address}: {url}");
                    let Some(inside) = url.strip_prefix(BASE) else { continue };
                    let (path, anchor) = inside.split_once('#').unwrap_or((inside, ""));
                    let page = site.get(&path.replace("&amp;", "&"));
                    assert_eq!(page.status, StatusCode::OK, "{address}: {url}");
                    let is_picture = path.starts_with("/content/") || path.starts_with("/pictures/");
                    let sharing = if is_picture { "cross-origin" } else { "same-origin" };
                    assert_eq!(page.header("cross-origin-resource-policy"), sharing, "{url}");
                    assert!(anchor.is_empty() || page.attributes("id").iter().any(|id| id == anchor), "{url}");
                    own += 1;
                }
            }
        }
        assert!(own > 2, "{own}");
    }
}

#[test]
fn footnotes_of_several_entries_lead_to_their_own_pages() {
    let texts = contents(&hostile(), "/feed.rss");
    for slug in ["renamed", "second"] {
        let page = format!("{BASE}/interviews/{slug}");
        let (_, html) = texts.iter().find(|(address, _)| *address == page).expect("it is published");
        assert!(html.contains(&format!("<a href=\"{page}#")), "{html}");
        assert!(!html.contains("href=\"#"), "{html}");
    }
}

#[test]
fn an_interview_has_its_whole_text_with_source_and_licence() {
    let site = TestSite::built_in();
    let [(_, html)] = &contents(&site, "/en/interviews/feed.atom")[..] else { panic!("one interview") };
    let page = site.get("/en/interviews/allan-espinosa");
    for answer in page.main().split("<div class=\"answer prose\">").skip(1) {
        let words = answer.split("</p>").next().and_then(|first| first.rsplit("<p>").next()).expect("a paragraph");
        // Addresses are other ones in a feed.
        if !words.contains('<') {
            assert!(html.contains(words), "{words}");
        }
    }
    assert!(html.contains("<p>Source: <a href=\"https://"), "{html}");
    let html = &contents(&hostile(), "/interviews/feed.json")[1].1;
    let end = "ブログ &amp; &lt;b&gt;</a></p>\n<p>ライセンス: CC BY 4.0</p>";
    assert!(html.trim_end().ends_with(end), "{html}");
}

#[test]
fn hostile_text_arrives_without_the_characters_that_xml_forbids() {
    let site = hostile();
    for format in ["atom", "rss", "json"] {
        let texts = contents(&site, &format!("/feed.{format}"));
        let all: String = texts.iter().map(|(_, html)| html.as_str()).collect();
        assert!(!all.contains(|letter: char| letter < ' ' && !matches!(letter, '\t' | '\n')), "{format}");
        for words in ["前の文字との間です", "]]&gt;", "<ruby>漢字", "👍🏽", "<table>", "&amp;lt;", "alt=\"図の説明"]
        {
            assert!(all.contains(words), "{format}: {words}");
        }
        assert!(!all.contains("<script"), "{format}");
        assert!(all.matches("長い文章です。😀").count() == 500, "{format}");
    }
    let feed = read(&site.get("/feed.atom"));
    assert_eq!(feed.title.expect("a title").content, "フィード <試験> & ]]>");
    let renamed = feed.entries.iter().find(|entry| entry.links[0].href.ends_with("renamed")).expect("it is published");
    assert_eq!(renamed.title.as_ref().expect("a title").content, "花子さん]]><b>&amp;</b>に聞く 👩‍👩‍👧");
    assert_eq!(renamed.summary.as_ref().expect("a summary").content, "<要約> & ]]>");
    let tags: Vec<_> = renamed.categories.iter().map(|category| category.term.as_str()).collect();
    assert_eq!(tags, ["C++/CLI", "A&B <c>", "x.html"]);
}

#[test]
fn a_text_without_translation_names_its_language() {
    let site = hostile();
    let xml = site.get("/en/interviews/feed.atom").body;
    assert!(xml.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">"), "{xml}");
    assert!(xml.contains("<title xml:lang=\"ja\">花子さん]]&gt;"), "{xml}");
    let json: Value = serde_json::from_slice(&site.get("/en/interviews/feed.json").bytes).expect("it is JSON");
    let languages: Vec<_> = json["items"].as_array().expect("a list").iter().map(|item| &item["language"]).collect();
    assert_eq!(languages, ["en", "ja"]);
    let html = json["items"][1]["content_html"].as_str().expect("a text");
    assert!(html.starts_with("<p><em>This text has not been translated yet.</em></p>\n<div lang=\"ja\">"), "{html}");
}
