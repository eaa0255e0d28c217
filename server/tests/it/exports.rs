//! Documents for programs: what they say, and that they are answered like pages.

use axum::http::{Method, StatusCode};
use conference::url::Page;

use crate::site::{TestSite, fixture};

/// The texts of all elements of a name, in document order.
fn elements<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let (opening, closing) = (format!("<{name}>"), format!("</{name}>"));
    xml.split(&*opening).skip(1).filter_map(|rest| rest.split(&*closing).next()).collect()
}

#[test]
fn the_sitemap_names_every_page_in_every_language_with_its_translations() {
    let site = TestSite::built_in();
    let answer = site.get("/sitemap.xml");
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/xml"));
    let edition = site.edition();
    let own = edition.site.as_ref().expect("there is a site");
    let conference = &own.conference;
    let locations = elements(&answer.body, "loc");
    assert_eq!(locations.len(), conference.pages().filter(Page::is_indexed).count() * conference.event.languages.len());
    for location in locations {
        let path = location.strip_prefix("https://conference.test").expect("addresses are absolute");
        assert_eq!(site.get(path).status, StatusCode::OK, "{path}");
    }
    let interview = "https://conference.test/interviews/allan-espinosa</loc>";
    let (_, rest) = answer.body.split_once(interview).expect("it is listed");
    let entry = rest.split("</url>").next().expect("split gives at least one part");
    assert!(entry.contains("<lastmod>2016-"), "{entry}");
    for link in [
        "hreflang=\"ja\" href=\"https://conference.test/interviews/allan-espinosa\"",
        "hreflang=\"en\" href=\"https://conference.test/en/interviews/allan-espinosa\"",
        "hreflang=\"x-default\" href=\"https://conference.test/interviews/allan-espinosa\"",
    ] {
        assert!(entry.contains(link), "{link}: {entry}");
    }
}

#[test]
fn a_sitemap_of_one_language_names_no_translations() {
    let answer = TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00").get("/sitemap.xml");
    assert!(answer.status == StatusCode::OK && !answer.body.contains("hreflang"), "{}", answer.body);
}

#[test]
fn crawlers_are_told_of_the_sitemap_below_the_base_path() {
    let robots = TestSite::below("/2016").get("/2016/robots.txt");
    assert_eq!(robots.header("content-type"), "text/plain; charset=utf-8");
    let sitemap = "https://conference.test/2016/sitemap.xml";
    assert!(robots.body.ends_with(&format!("\n\nSitemap: {sitemap}\n")), "{}", robots.body);
}

#[test]
fn without_a_known_address_there_is_no_sitemap() {
    let site = TestSite::without_address();
    assert_eq!(site.get("/sitemap.xml").status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/robots.txt").body, "User-agent: *\nAllow: /\n");
}

#[test]
fn exports_are_answered_like_pages() {
    let site = TestSite::built_in();
    let documents =
        ["/sitemap.xml", "/robots.txt", "/schema/session.json", "/schedule.ics", "/sessions/panel.ics", "/feed.atom"];
    let datasets =
        ["/schedule.xml", "/schedule.json", "/conference.json", "/sessions.json", "/sessions.json?format=talk"];
    let others = ["/schema/conference.json", "/schema/sessions.json", "/schedule.txt", "/now.txt", "/favicon.ico"];
    for path in documents.into_iter().chain(datasets).chain(others) {
        let get = site.get(path);
        let head = site.request(Method::HEAD, path);
        assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""), "{path}");
        assert_eq!(head.header("content-length"), get.bytes.len().to_string(), "{path}");
        assert_eq!(get.header("cache-control"), "no-cache", "{path}");
        let unchanged = site.request_with(Method::GET, path, &[("if-none-match", get.header("etag"))]);
        assert_eq!(unchanged.status, StatusCode::NOT_MODIFIED, "{path}");
    }
    let compressed = site.request_with(Method::GET, "/sitemap.xml", &[("accept-encoding", "br")]);
    assert_eq!(compressed.header("content-encoding"), "br");
    assert!(compressed.bytes.len() * 5 < site.get("/sitemap.xml").bytes.len());
}

#[test]
fn the_stylesheet_of_a_former_edition_is_the_present_one() {
    let site = TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00");
    let former = site.get("/conference.0123456789abcdef.css");
    let page = site.get("/schedule");
    let sheet = page.attributes("href").into_iter().find(|url| url.starts_with("/conference.")).expect("linked");
    let present = site.get(&sheet);
    assert_eq!((former.status, &former.body), (StatusCode::OK, &present.body));
    assert_eq!(former.header("cache-control"), "no-cache");
    assert_eq!(present.header("cache-control"), "public, max-age=31536000, immutable");
}

#[test]
fn the_sitemap_of_a_large_site_is_an_index_of_parts_that_list_every_page_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let event = "---\nname: x\ntimezone: UTC\ndays: [2016-10-01]\nlanguages: [ja, en]\n---\n";
    let write = |path: String, text: &str| {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    };
    write("program/event.md".to_owned(), event);
    for number in 0..3_400 {
        write(format!("program/speakers/s{number}.md"), "---\nname: S\n---\n");
    }
    let site = TestSite::open(folder.path(), "2016-10-01T10:00");
    let index = site.get("/sitemap.xml");
    let parts = elements(&index.body, "loc");
    assert_eq!(parts, ["https://conference.test/sitemap-1.xml", "https://conference.test/sitemap-2.xml"]);
    let mut listed = Vec::new();
    for part in parts {
        let answer = site.get(part.strip_prefix("https://conference.test").expect("addresses are absolute"));
        assert!(answer.status == StatusCode::OK && answer.bytes.len() < 5_000_000, "{}", answer.bytes.len());
        listed.extend(elements(&answer.body, "loc").into_iter().map(str::to_owned));
    }
    let edition = site.edition();
    let pages = edition.site.as_ref().expect("there is a site").conference.pages().filter(Page::is_indexed).count();
    assert_eq!(listed.len(), pages * 2);
    listed.sort_unstable();
    listed.dedup();
    assert_eq!(listed.len(), pages * 2);
    for none in ["/sitemap-0.xml", "/sitemap-3.xml", "/sitemap-01.xml"] {
        assert_eq!(site.get(none).status, StatusCode::NOT_FOUND, "{none}");
    }
}
