//! Ids and dates of entries: they follow the content, and neither its files nor the clock.

use super::*;

fn ids(site: &TestSite, path: &str) -> Vec<String> {
    read(&site.get(path)).entries.into_iter().map(|entry| entry.id).collect()
}

#[test]
fn an_entry_keeps_its_id_under_a_new_name_and_a_new_address_of_the_site() {
    let folder = folder();
    let before = ids(&TestSite::open(folder.path(), "2016-11-15T10:00"), "/feed.atom");
    let rename = |from: &str, to: &str, published: &str| {
        let text = fs::read_to_string(folder.path().join(from)).expect("it is there");
        let alias = from.rsplit('/').next().and_then(|name| name.split('.').next()).expect("a name");
        let text = text.replace(published, &format!("{published}\naliases: [{alias}]"));
        fs::remove_file(folder.path().join(from)).expect("it was there");
        fs::write(folder.path().join(to), text.replace("title: { ja: ", "title: { ja: 新")).expect("writable");
    };
    rename("news/long.md", "news/new-name.md", "published: 2016-10-30 02:30");
    rename("interviews/second.md", "interviews/another.md", "published: 2016-10-02");
    fs::rename(folder.path().join("interviews/renamed"), folder.path().join("interviews/third-name"))
        .expect("writable");
    let renamed = TestSite::open(folder.path(), "2016-11-15T10:00");
    assert_eq!(ids(&renamed, "/feed.atom"), before);
    let links: Vec<_> =
        read(&renamed.get("/feed.atom")).entries.iter().map(|entry| entry.links[0].href.clone()).collect();
    assert!(links[0].ends_with("/news/new-name") && links[1].ends_with("/interviews/another"), "{links:?}");
    let [own, other] = [TestSite::built_in(), TestSite::below("/2016")];
    assert_eq!(ids(&own, "/feed.atom"), ids(&other, "/2016/feed.atom"));
}

#[test]
fn ids_are_unique_and_those_of_translations_differ() {
    let site = hostile();
    let mut all = Vec::new();
    for path in ["/feed.atom", "/en/feed.atom"] {
        let feed = read(&site.get(path));
        all.push(feed.id.clone());
        all.extend(feed.entries.into_iter().map(|entry| entry.id));
        let own = feed.links.iter().find(|link| link.rel.as_deref() == Some("self")).expect("it names itself");
        assert_eq!(own.href, format!("{BASE}{path}"));
        assert_eq!(feed.links.iter().filter(|link| link.href_lang.is_some()).count(), 1, "its translation");
    }
    assert!(all.iter().all(|id| id.starts_with("urn:uuid:")), "{all:?}");
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count);
    // The same entry in every feed.
    let everywhere = ids(&site, "/interviews/feed.rss");
    assert_eq!(ids(&site, "/speakers/hana/feed.json"), everywhere);
}

#[test]
fn the_date_of_a_change_is_that_of_the_content() {
    let site = hostile();
    let feed = read(&site.get("/interviews/feed.atom"));
    let date = |date: Option<_>| format!("{:?}", date.expect("a date"));
    let [second, renamed] = &feed.entries[..] else { panic!("two interviews") };
    assert_eq!(
        (date(renamed.published), date(renamed.updated)),
        ("2016-10-01T08:00:00Z".into(), "2016-10-02T22:00:00Z".into())
    );
    assert_eq!(second.updated, second.published);
    assert_eq!(feed.updated, renamed.updated);
    // The clock shows this time twice on that night; the first one counts.
    let news = site.get("/news/feed.atom").body;
    assert!(news.contains("<published>2016-10-30T02:30:00+02:00</published>"), "{news}");
    let page = site.get("/en/interviews/renamed");
    assert!(page.main().contains("Updated: <time datetime=\"2016-10-03T00:00+02:00\">3 October 2016</time>"));
    assert!(site.get("/interviews/renamed").main().contains("更新日: <time"));
    assert!(!site.get("/en/interviews/second").main().contains("Updated"));
    let sitemap = site.get("/sitemap.xml").body;
    for page in ["/interviews/renamed", "/interviews"] {
        let (_, entry) = sitemap.split_once(&format!("<loc>{BASE}{page}</loc>")).expect("it is listed");
        assert!(entry.trim_start().starts_with("<lastmod>2016-10-03</lastmod>"), "{page}");
    }
}
