//! JSON of everything: the content of pages, typed, for scripts on all sites.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use serde_json::Value;

use crate::site::{TestSite, fixture};

fn json(site: &TestSite, path: &str) -> Value {
    let answer = site.get(path);
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"), "{path}");
    serde_json::from_str(&answer.body).expect("it is JSON")
}

fn slugs(document: &Value) -> Vec<&str> {
    let sessions = document["sessions"].as_array().expect("a list");
    sessions.iter().map(|session| session["slug"].as_str().expect("a text")).collect()
}

#[test]
fn sessions_are_those_of_the_schedule_in_its_order() {
    for site in [
        TestSite::built_in(),
        TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00"),
        TestSite::from_dir("minimal"),
    ] {
        let document = json(&site, "/sessions.json");
        let edition = site.edition();
        let conference = &edition.site.as_ref().expect("there is a site").conference;
        let expected: Vec<_> = conference.sessions.iter().map(|session| session.slug.as_str()).collect();
        assert_eq!(slugs(&document), expected);
        assert_eq!(document["count"], expected.len());
        assert_eq!(document["revision"], conference.revision.to_string());
    }
}

#[test]
fn a_session_has_what_its_page_shows_in_the_language_of_the_address() {
    let site = TestSite::built_in();
    let find = |path: &str, slug: &str| {
        let document = json(&site, path);
        let sessions = document["sessions"].as_array().expect("a list").clone();
        sessions.into_iter().find(|session| session["slug"] == slug).expect("it is there")
    };
    let (japanese, english) = (find("/sessions.json", "panel"), find("/en/sessions.json", "panel"));
    assert_eq!(
        (&japanese["title"], &english["title"]),
        (&"パネルディスカッション".into(), &"Serverless Geeks Panel".into())
    );
    assert_eq!((&japanese["guid"], &japanese["code"]), (&english["guid"], &english["code"]));
    for (field, value) in [
        ("url", "https://conference.test/en/sessions/panel"),
        ("calendar", "https://conference.test/en/sessions/panel.ics"),
        ("format", "panel"),
        ("day", "2016-10-01"),
        ("start", "2016-10-01T18:20:00+09:00"),
        ("end", "2016-10-01T19:20:00+09:00"),
    ] {
        assert_eq!(english[field], value, "{field}");
    }
    assert_eq!(english["room"], serde_json::json!({ "id": "hall", "name": "Hall" }));
    assert_eq!(english["speakers"].as_array().map(Vec::len), Some(3));
    assert_eq!(english["moderator"]["url"], "https://conference.test/en/speakers/naoya-ito");
    assert_eq!(english["tags"][1]["name"], "pricing");
    let text = english["abstract"].as_str().expect("HTML");
    assert!(text.contains("href=\"https://conference.test/en/speakers/naoya-ito\""), "{text}");
    // Unknown values are null, and no field is left out.
    assert_eq!((english.get("venue"), english.get("level")), (Some(&Value::Null), Some(&Value::Null)));
    let workshop = find("/en/sessions.json", "zombie-apocalypse-workshop");
    assert_eq!((&workshop["venue"], &workshop["room"]), (&"Elsewhere than TABLOID".into(), &Value::Null));
}

#[test]
fn sessions_are_filtered_by_the_query_of_the_schedule() {
    let site = TestSite::open(&fixture("serverlessdays-tokyo-2023"), "2023-09-24T10:00");
    let whole = json(&site, "/sessions.json");
    for query in ["track=breakout-1", "format=keynote", "q=api", "room=main&format=talk", "q=nobody-says-so"] {
        let filtered = json(&site, &format!("/sessions.json?{query}"));
        let calendar = site.get(&format!("/schedule.ics?{query}")).body.replace("\r\n ", "");
        let addresses = calendar.lines().filter_map(|line| line.strip_prefix("URL:https://conference.test/sessions/"));
        assert!(slugs(&filtered).len() < slugs(&whole).len(), "{query}");
        assert_eq!(slugs(&filtered), addresses.collect::<Vec<_>>(), "{query}");
        assert!(filtered["url"].as_str().is_some_and(|url| url.contains("/sessions.json?")), "{query}");
    }
    assert_eq!(site.get("/sessions.json?utm_source=x").bytes, site.get("/sessions.json").bytes);
    let long = format!("/sessions.json?q={}", "x".repeat(3_000));
    assert_eq!(json(&site, &long)["count"], 0);
    assert_eq!(site.get("/fr/sessions.json?q=a").status, StatusCode::NOT_FOUND);
}

#[test]
fn the_conference_has_its_people_interviews_and_news() {
    let site = TestSite::built_in();
    let document = json(&site, "/en/conference.json");
    let edition = site.edition();
    let conference = &edition.site.as_ref().expect("there is a site").conference;
    for (field, count) in [
        ("speakers", conference.speakers.len()),
        ("interviews", conference.interviews.len()),
        ("news", conference.articles.len()),
        ("sponsors", conference.event.sponsors.len()),
        ("days", 2),
    ] {
        assert_eq!(document[field].as_array().map(Vec::len), Some(count), "{field}");
    }
    assert_eq!(document["venue"]["name"], "TABLOID");
    assert_eq!(document["timezone"], "Asia/Tokyo");
    assert_eq!(document["sessions"], "https://conference.test/en/sessions.json");
    // Every address of this site is answered.
    let mut addresses = BTreeSet::new();
    collect(&document, &mut addresses);
    assert!(addresses.len() > 30, "{}", addresses.len());
    for address in addresses {
        let path = address.strip_prefix("https://conference.test").expect("it is of this site");
        let path = path.split('#').next().expect("split gives at least one part");
        assert_eq!(site.get(path).status, StatusCode::OK, "{path}");
    }
}

/// The addresses of this site in a document.
fn collect(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.starts_with("https://conference.test") => _ = found.insert(text.clone()),
        Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, found)),
        _ => {}
    }
}

#[test]
fn without_the_address_of_the_site_addresses_are_paths() {
    let document = json(&TestSite::without_address(), "/en/sessions.json");
    assert_eq!(document["url"], "/en/sessions.json");
    assert_eq!(document["$schema"], "/schema/sessions.json");
    assert!(document["sessions"][0]["url"].as_str().is_some_and(|url| url.starts_with("/en/sessions/")));
}

#[test]
fn scripts_on_all_sites_may_read_exports_and_no_page() {
    let site = TestSite::built_in();
    let filtered = ["/sessions.json?format=talk", "/schedule.ics?format=talk", "/plan.ics?s=0j6tp"];
    let exports = ["/schedule.xml", "/en/sessions.json", "/schedule.ics", "/sessions/panel.ics", "/sitemap.xml"];
    for path in exports.into_iter().chain(filtered).chain(["/schema/session.json"]) {
        let answer = site.get(path);
        assert_eq!((answer.status, answer.header("access-control-allow-origin")), (StatusCode::OK, "*"), "{path}");
        let same = site.request_with(Method::GET, path, &[("if-none-match", answer.header("etag"))]);
        assert_eq!(same.status, StatusCode::NOT_MODIFIED, "{path}");
        assert_eq!(same.header("access-control-allow-origin"), "*", "{path}");
    }
    for path in
        ["/", "/schedule", "/schedule?format=talk", "/plan?s=0j6tp", "/en/sessions/panel", "/no-such-page", "/icon.svg"]
    {
        let answer = site.request_with(Method::GET, path, &[("origin", "https://other.example")]);
        assert_eq!(answer.headers.get("access-control-allow-origin"), None, "{path}");
    }
}

#[test]
fn datasets_depend_neither_on_the_moment_nor_on_the_reading() {
    let site = TestSite::built_in();
    for path in ["/schedule.xml", "/schedule.json", "/conference.json", "/sessions.json", "/sessions.json?format=talk"]
    {
        let before = site.get(path).bytes;
        site.reload();
        assert_eq!(site.at("2016-10-05T10:00").get(path).bytes, before, "{path}");
    }
}
