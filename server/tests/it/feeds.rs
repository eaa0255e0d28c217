//! Feeds: read by a reader that others wrote, the same in all formats, and never ahead of the site.

mod contents;
mod identity;

use std::fs;

use app::Preview;
use axum::http::{Method, StatusCode};
use conference::url::{Export, Feed, FeedFormat, Resource};
use feed_rs::model;
use serde_json::Value;
use tempfile::TempDir;

use crate::site::{Answer, TestSite, copy, fixture, program};

const BASE: &str = "https://conference.test";

/// Careless and hostile content, on a day in November.
fn hostile() -> TestSite {
    TestSite::open(&fixture("feeds"), "2016-11-15T10:00")
}

/// A copy of it that a test may change.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("feeds"), folder.path());
    folder
}

fn read(answer: &Answer) -> model::Feed {
    assert_eq!(answer.status, StatusCode::OK);
    feed_rs::parser::parse(answer.bytes.as_slice()).expect("a reader understands it")
}

fn titles(site: &TestSite, path: &str) -> Vec<String> {
    read(&site.get(path)).entries.into_iter().map(|entry| entry.title.expect("a title").content).collect()
}

/// Every feed of a site.
fn feeds(site: &TestSite) -> Vec<Feed> {
    let edition = site.edition();
    let resources = edition.site.as_ref().expect("there is a site").resources();
    let feeds = resources.filter_map(|resource| match resource {
        Resource::Export(Export::Feed(feed)) => Some(feed),
        _ => None,
    });
    feeds.collect()
}

/// An entry as all formats give it.
fn facts(entry: &model::Entry) -> [String; 7] {
    let text = |text: Option<&model::Text>| text.map(|text| text.content.trim().to_owned()).unwrap_or_default();
    let content = entry.content.as_ref().and_then(|content| content.body.clone()).unwrap_or_default();
    let date = |date: Option<i64>| date.expect("a date").to_string();
    [
        entry.id.clone(),
        entry.links.iter().map(|link| link.href.as_str()).collect::<Vec<_>>().join(" "),
        text(entry.title.as_ref()),
        // In RSS it is HTML.
        text(entry.summary.as_ref()).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"),
        date(entry.published.map(|moment| moment.timestamp())),
        date(entry.updated.map(|moment| moment.timestamp())),
        content.trim().to_owned(),
    ]
}

#[test]
fn a_reader_finds_the_same_entries_in_all_three_formats_of_every_feed() {
    for site in [TestSite::built_in(), TestSite::from_dir("minimal"), hostile()] {
        let feeds = feeds(&site);
        assert!(feeds.len() > 18, "{}", feeds.len());
        for formats in feeds.chunks(3) {
            let [atom, rss, json] = [0, 1, 2].map(|place| read(&site.get(&formats[place].path())));
            let path = formats[0].path();
            let entries = |feed: &model::Feed| feed.entries.iter().map(facts).collect::<Vec<_>>();
            assert_eq!(entries(&atom), entries(&rss), "{path}");
            assert_eq!(entries(&atom), entries(&json), "{path}");
            let title = |feed: &model::Feed| feed.title.as_ref().expect("a title").content.clone();
            assert_eq!((title(&atom), title(&atom)), (title(&rss), title(&json)), "{path}");
            let language = if path.starts_with("/en/") { "en" } else { "ja" };
            for feed in [&atom, &rss, &json] {
                assert_eq!(feed.language.as_deref(), Some(language), "{path}");
            }
            let newest = atom.entries.iter().filter_map(|entry| entry.updated).max();
            assert_eq!(atom.updated, Some(newest.unwrap_or_default()), "{path}");
            assert_eq!(rss.updated, newest, "{path}");
        }
    }
}

#[test]
fn names_without_a_translation_say_their_language_in_the_list_of_feeds() {
    let content = folder();
    let interview = "---\ntitle: 聞く\nspeaker: taro\npublished: 2016-10-02\n---\n\n---- 名前は？\n\n太郎です。\n";
    for (path, text) in
        [("program/speakers/taro.md", "---\nname: 太郎\n---\n\n人。\n"), ("interviews/taro.md", interview)]
    {
        fs::write(content.path().join(path), text).expect("a file can be written");
    }
    let page = TestSite::open(content.path(), "2016-11-15T10:00").get("/en/feeds").body;
    assert!(page.contains("<span lang=\"ja\">太郎</span>"), "{page}");
    assert!(page.contains("<span>Hanako O'Neil</span>"), "{page}");
}

#[test]
fn every_subject_has_feeds_in_every_language_beside_its_page() {
    let site = hostile();
    for (path, entries) in [
        ("/feed.atom", 3),
        ("/en/feed.rss", 3),
        ("/news/feed.atom", 1),
        ("/interviews/feed.json", 2),
        ("/series/%E8%81%9E%E3%81%8F%201%2F2%3A%20%3CC%2B%2B%3E/feed.atom", 2),
        ("/en/speakers/hana/feed.rss", 2),
        ("/tags/c%2B%2B%2Fcli/feed.json", 2),
        ("/en/tags/a%26b%20%3Cc%3E/feed.atom", 1),
    ] {
        assert_eq!(read(&site.get(path)).entries.len(), entries, "{path}");
    }
    for none in [
        "/changes/feed.atom",
        "/speakers/quiet/feed.atom",
        "/speakers/nobody/feed.atom",
        "/tags/unknown/feed.atom",
        "/tags/C%2B%2B%2FCLI/feed.atom",
        // Its folder would have the name of the page of another tag.
        "/tags/x.html/feed.atom",
        "/series/nothing/feed.atom",
        "/ja/feed.atom",
        "/fr/feed.atom",
        "/feed.xml",
    ] {
        assert_eq!(site.get(none).status, StatusCode::NOT_FOUND, "{none}");
    }
    let empty = read(&TestSite::from_dir("minimal").get("/news/feed.atom"));
    assert_eq!((empty.entries.len(), empty.updated.map(|moment| moment.timestamp())), (0, Some(0)));
}

#[test]
fn feeds_are_answered_with_their_media_types_and_unchanged_ones_with_304() {
    let site = TestSite::built_in();
    for (path, media_type) in [
        ("/feed.atom", "application/atom+xml; charset=utf-8"),
        ("/en/news/feed.rss", "application/rss+xml; charset=utf-8"),
        ("/interviews/feed.json", "application/feed+json"),
    ] {
        let answer = site.get(path);
        assert_eq!((answer.header("content-type"), answer.header("cache-control")), (media_type, "no-cache"), "{path}");
        let same = site.request_with(Method::GET, path, &[("if-none-match", answer.header("etag"))]);
        assert_eq!((same.status, same.bytes.len()), (StatusCode::NOT_MODIFIED, 0), "{path}");
        let later = site.at("2017-01-01T10:00").get(path);
        assert_eq!(later.bytes, answer.bytes, "{path}");
        let compressed = site.request_with(Method::GET, path, &[("accept-encoding", "gzip")]);
        assert_eq!(compressed.header("content-encoding"), "gzip", "{path}");
    }
}

#[test]
fn a_json_feed_has_what_its_version_asks_for() {
    let site = hostile();
    for feed in feeds(&site).into_iter().filter(|feed| feed.format == FeedFormat::Json) {
        let path = feed.path();
        let json: Value = serde_json::from_slice(&site.get(&path).bytes).expect("it is JSON");
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1", "{path}");
        assert_eq!(json["feed_url"], format!("{BASE}{path}"));
        assert!(json["title"].is_string() && json["language"].is_string(), "{path}");
        assert!(json["authors"][0]["name"].is_string() && json["author"].is_null(), "{path}");
        for item in json["items"].as_array().expect("a list") {
            for field in ["id", "url", "title", "content_html", "language"] {
                assert!(item[field].as_str().is_some_and(|text| !text.is_empty()), "{path}: {field}");
            }
            for field in ["date_published", "date_modified"] {
                let date = item[field].as_str().expect("a date");
                assert!(date.parse::<jiff::Timestamp>().is_ok() && date.len() == 25, "{path}: {date}");
            }
        }
    }
}

#[test]
fn an_entry_appears_at_its_minute_and_a_draft_never() {
    let before = TestSite::open(&fixture("feeds"), "2016-12-01T09:59");
    assert_eq!(titles(&before, "/en/news/feed.atom"), ["A long article"]);
    let after = before.at("2016-12-01T10:00");
    for path in ["/en/news/feed.atom", "/en/news/feed.rss", "/en/news/feed.json"] {
        assert_eq!(titles(&after, path), ["Later", "A long article"], "{path}");
    }
    // Previews show both on their pages, but readers keep an entry for ever.
    let preview = TestSite::open_for(Preview::On, &fixture("feeds"), "2016-12-01T09:59");
    assert_eq!(titles(&preview, "/en/news/feed.atom"), ["A long article"]);
    assert_eq!(titles(&preview.at("2016-12-01T10:00"), "/en/news/feed.atom"), ["Later", "A long article"]);
}

#[test]
fn without_a_known_address_there_are_no_feeds_and_the_page_says_so() {
    let site = TestSite::without_address();
    assert_eq!(feeds(&site), []);
    assert_eq!(site.get("/feed.atom").status, StatusCode::NOT_FOUND);
    for path in ["/", "/news", "/speakers/allan-espinosa"] {
        let page = site.get(path).body;
        assert!(!page.contains("application/atom+xml") && !page.contains("/feeds"), "{path}");
    }
    assert!(site.get("/feeds").main().contains("--base-url"));
}

#[test]
fn pages_name_their_own_feed_and_that_of_the_site() {
    let site = TestSite::below("/2016");
    let links = |path: &str| {
        let page = site.get(path).body;
        let tags = page.split("<link ").skip(1).filter_map(|rest| rest.split('>').next());
        let feeds = tags.filter(|tag| tag.contains("rel=\"alternate\" type=\"application/atom+xml\""));
        let href = |tag: &str| tag.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
        feeds.filter_map(href).collect::<Vec<_>>()
    };
    for (page, own) in [
        ("/", None),
        ("/feeds", None),
        ("/schedule", None),
        ("/news", Some("/news")),
        ("/news/weekly-2016-09-25", Some("/news")),
        ("/interviews", Some("/interviews")),
        ("/speakers/allan-espinosa", Some("/speakers/allan-espinosa")),
        ("/speakers/naoya-ito", None),
        ("/tags/aws", Some("/tags/aws")),
    ] {
        for prefix in ["/2016", "/2016/en"] {
            let own = own.map(|folder| format!("{prefix}{folder}/feed.atom"));
            let expected: Vec<_> = own.into_iter().chain([format!("{prefix}/feed.atom")]).collect();
            assert_eq!(links(&format!("{prefix}{page}")), expected, "{page}");
        }
    }
    let of_interview = links("/2016/en/interviews/allan-espinosa");
    assert!(of_interview.len() == 2 && of_interview[0].starts_with("/2016/en/series/"), "{of_interview:?}");
    assert_eq!(links("/2016/no-such-page"), Vec::<String>::new());
    let page = site.get("/2016/en/feeds");
    let copied = page.attributes("value");
    assert!(copied.contains(&"https://conference.test/2016/en/news/feed.atom".to_owned()), "{copied:?}");
    let linked = page.attributes("href");
    for format in ["atom", "rss", "json"] {
        let path = format!("/2016/en/speakers/allan-espinosa/feed.{format}");
        assert!(linked.contains(&path), "{path}");
    }
}

#[test]
fn a_feed_has_the_newest_entries_only() {
    let folder = folder();
    for number in 0..1_000 {
        let (month, day, hour) = (1 + number / 100, 1 + number % 100 / 4, number % 4);
        let article =
            format!("---\ntitle: N{number}\npublished: 2015-{month:02}-{day:02} {hour:02}:00\n---\n\nText.\n");
        fs::write(folder.path().join(format!("news/n{number}.md")), article).expect("the folder can be written");
    }
    let titles = titles(&TestSite::open(folder.path(), "2016-11-15T10:00"), "/news/feed.json");
    assert_eq!(titles.len(), conference::FEED_ENTRIES);
    assert_eq!((&*titles[1], &*titles[49]), ("N999", "N951"));
}

#[test]
fn a_feed_of_long_texts_has_as_many_as_fit_whole() {
    let folder = folder();
    for number in 1..=9 {
        let text = "long ".repeat(if number == 9 { 150_000 } else { 30_000 });
        let article = format!("---\ntitle: N{number}\npublished: 2016-11-0{number}\n---\n\n{text}\n");
        fs::write(folder.path().join(format!("news/n{number}.md")), article).expect("the folder can be written");
    }
    let at = |now: &str| titles(&TestSite::open(folder.path(), now), "/news/feed.rss");
    assert_eq!(at("2016-11-08T10:00"), ["N8", "N7", "N6"]);
    assert_eq!(at("2016-11-09T10:00"), ["N9"], "alone");
}

#[test]
fn the_changes_of_the_programme_are_entries_with_their_words() {
    let folder = folder();
    let release = |options: &[&str]| {
        let done = program().arg("release").args(options).arg(folder.path()).output().expect("the program runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    release(&["--yes"]);
    let path = folder.path().join("program/sessions/night.md");
    let text = fs::read_to_string(&path).expect("readable").replace("23:00", "22:00");
    fs::write(path, text).expect("writable");
    release(&["--yes", "--message", "早めます", "--message", "en=Earlier & ]]>"]);
    let site = TestSite::open(folder.path(), "2099-01-01T10:00");
    let feed = read(&site.get("/en/changes/feed.atom"));
    let [newest, first] = &feed.entries[..] else { panic!("{:?}", feed.entries) };
    assert_eq!(newest.links[0].href, "https://conference.test/en/changes#release-2");
    assert!(site.get("/en/changes").attributes("id").contains(&"release-2".to_owned()));
    let html = |entry: &model::Entry| entry.content.as_ref().and_then(|content| content.body.clone()).expect("a text");
    for words in
        ["Earlier &amp; ]]&gt;", "<a href=\"https://conference.test/en/sessions/night\"", "<del>", "22:00–23:00"]
    {
        assert!(html(newest).contains(words), "{words}: {}", html(newest));
    }
    assert!(html(first).contains("The programme was published, with 1 session."), "{}", html(first));
    assert!(titles(&site, "/feed.rss").iter().any(|title| title.starts_with("プログラムの変更: ")));
}
