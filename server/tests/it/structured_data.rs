//! Structured data: the facts that pages tell search engines as JSON-LD.

use std::{fs, path::Path};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::site::{TestSite, copy, fixture, program};

const OPENING: &str = "<script type=\"application/ld+json\">";

/// The things that a page tells, in its order; nothing for a page without a block.
fn things(site: &TestSite, path: &str) -> Vec<Value> {
    let body = site.get(path).body;
    let mut blocks = body.split(OPENING).skip(1).map(|rest| rest.split("</script>").next().unwrap_or_default());
    let Some(block) = blocks.next() else { return Vec::new() };
    assert_eq!(blocks.next(), None, "{path} has one block");
    let document: Value = serde_json::from_str(block).expect("the block is JSON");
    assert_eq!(document["@context"], "https://schema.org", "{path}");
    document["@graph"].as_array().expect("a list").clone()
}

/// The first thing of a page.
fn subject(site: &TestSite, path: &str) -> Value {
    things(site, path).into_iter().next().expect("the page says something")
}

fn small() -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    folder
}

fn edit(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).expect("readable");
    assert!(text.contains(from), "{text}");
    fs::write(folder.join(file), text.replace(from, to)).expect("writable");
}

fn release(folder: &Path) {
    assert!(program().args(["release", "--yes"]).arg(folder).status().expect("the program runs").success());
}

const SESSION: &str = "program/sessions/first-functions.md";

#[test]
fn the_home_page_is_the_event_with_its_sessions() {
    let event = subject(&TestSite::built_in(), "/en/");
    assert_eq!(event["@type"], "Event");
    assert_eq!(event["url"], "https://conference.test/en/");
    assert_eq!(event["startDate"], "2016-09-30T17:00+09:00");
    assert_eq!(event["location"]["name"], "TABLOID");
    assert_eq!(event["organizer"], json!({ "@type": "Organization", "name": "Section-9" }));
    assert_eq!(event["offers"], Value::Null);
    let sessions = event["subEvent"].as_array().expect("a list");
    let named = |name: &str| sessions.iter().find(|session| session["name"] == name);
    let panel = named("Serverless Geeks Panel").expect("it is listed");
    assert_eq!(panel["startDate"], "2016-10-01T18:20+09:00");
    assert_eq!(panel["endDate"], "2016-10-01T19:20+09:00");
    assert_eq!(panel["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(panel["location"]["containedInPlace"]["name"], "TABLOID");
    let people = panel["performer"].as_array().expect("a list");
    assert_eq!(people.len(), 4, "three speakers and the moderator");
    assert_eq!(people[3]["url"], "https://conference.test/en/speakers/naoya-ito");
    assert!(named("Break").is_none() && named("Lunch").is_none(), "breaks are no events");
}

#[test]
fn a_session_belongs_to_the_same_event_in_every_language() {
    let site = TestSite::built_in();
    let [japanese, english] = ["/sessions/panel", "/en/sessions/panel"].map(|path| subject(&site, path));
    assert_eq!(japanese["name"], "パネルディスカッション");
    assert_eq!(english["superEvent"]["name"], "ServerlessConf Tokyo");
    assert_eq!(japanese["superEvent"]["@id"], english["superEvent"]["@id"]);
    assert_eq!(subject(&site, "/")["@id"], english["superEvent"]["@id"]);
    let elsewhere = subject(&site, "/en/sessions/zombie-apocalypse-workshop");
    assert_eq!(elsewhere["location"]["name"], "Elsewhere than TABLOID");
}

#[test]
fn people_and_texts_are_profiles_and_articles() {
    let site = TestSite::built_in();
    let profile = subject(&site, "/en/speakers/allan-espinosa");
    assert_eq!(profile["@type"], "ProfilePage");
    let person = &profile["mainEntity"];
    assert_eq!(
        (&person["name"], &person["jobTitle"], &person["worksFor"]["name"], &person["sameAs"]),
        (
            &json!("Allan Espinosa"),
            &json!("DevOps Support Engineer"),
            &json!("Engine Yard"),
            &json!(["https://twitter.com/AllanEspinosa"])
        )
    );
    let interview = subject(&site, "/interviews/allan-espinosa");
    assert_eq!(interview["@type"], "Article");
    assert_eq!((&interview["inLanguage"], &interview["position"]), (&json!("ja"), &json!(5)));
    assert_eq!(interview["author"], json!({ "@type": "Person", "name": "吉田真吾" }));
    assert_eq!(interview["about"][0]["name"], "Allan Espinosa");
    assert_eq!(interview["about"][1]["@type"], "Event");
    assert_eq!(interview["isPartOf"]["name"], "ServerlessConfセッション紹介");
    assert_eq!(interview["datePublished"], "2016-09-25T00:00+09:00");
    let news = subject(&site, "/en/news/weekly-2016-09-25");
    assert_eq!((&news["@type"], &news["inLanguage"]), (&json!("Article"), &json!("en")));
    assert_eq!(news["keywords"], json!(["weekly", "aws", "api-gateway", "cloudformation"]));
}

#[test]
fn items_have_the_way_from_the_home_page() {
    let site = TestSite::built_in();
    for (path, list) in [
        ("/en/sessions/panel", "schedule"),
        ("/en/speakers/naoya-ito", "speakers"),
        ("/en/interviews/allan-espinosa", "interviews"),
        ("/en/news/weekly-2016-09-25", "news"),
    ] {
        let way = things(&site, path).pop().expect("the page says something");
        assert_eq!(way["@type"], "BreadcrumbList", "{path}");
        let items: Vec<_> = way["itemListElement"].as_array().expect("a list").iter().map(|one| &one["item"]).collect();
        let own = format!("https://conference.test{path}");
        assert_eq!(items, ["https://conference.test/en/", &format!("https://conference.test/en/{list}"), &*own]);
    }
}

#[test]
fn the_status_of_a_session_follows_its_releases() {
    let folder = small();
    release(folder.path());
    edit(folder.path(), SESSION, "start: 2016-10-01 10:10\nend: 10:45", "start: 2016-10-01 11:00\nend: 11:35");
    release(folder.path());
    // A later change of another kind leaves the former start in place.
    edit(folder.path(), "program/sessions/first-functions.en.md", "First Functions", "Functions, first");
    fs::remove_file(folder.path().join("program/sessions/opening.md")).expect("it was there");
    release(folder.path());
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    let moved = subject(&site, "/en/sessions/first-functions");
    assert_eq!(moved["eventStatus"], "https://schema.org/EventRescheduled");
    assert_eq!(moved["startDate"], "2016-10-01T11:00+09:00");
    assert_eq!(moved["previousStartDate"], json!(["2016-10-01T10:10+09:00"]));
    let withdrawn = subject(&site, "/en/sessions/opening");
    assert_eq!((&withdrawn["name"], &withdrawn["startDate"]), (&json!("Opening"), &json!("2016-10-01T10:00+09:00")));
    assert_eq!(withdrawn["eventStatus"], "https://schema.org/EventCancelled");
    edit(folder.path(), SESSION, "format: talk", "format: talk\ncanceled: true");
    let canceled = TestSite::open(folder.path(), "2016-10-02T10:00");
    assert_eq!(subject(&canceled, "/sessions/first-functions")["eventStatus"], "https://schema.org/EventCancelled");
    assert_eq!(subject(&canceled, "/")["subEvent"][0]["eventStatus"], "https://schema.org/EventCancelled");
}

#[test]
fn pages_without_a_subject_and_sites_without_an_address_say_nothing() {
    let site = TestSite::built_in();
    for path in ["/schedule", "/en/schedule?format=talk", "/plan", "/now", "/no-such-page", "/sessions/no-such-session"]
    {
        assert!(!site.get(path).body.contains(OPENING), "{path}");
    }
    let unknown = TestSite::without_address();
    for path in ["/", "/sessions/panel", "/en/interviews/allan-espinosa"] {
        assert!(!unknown.get(path).body.contains(OPENING), "{path}");
    }
    let below = subject(&TestSite::below("/2016"), "/2016/en/sessions/panel");
    assert_eq!(below["url"], "https://conference.test/2016/en/sessions/panel");
}

#[test]
fn careless_content_stays_within_the_block() {
    let folder = small();
    let title = format!("</script><script>alert(1)</script> ]]> & <!-- 😀 {}", "長".repeat(10_000));
    fs::write(
        folder.path().join("program/sessions/hostile.md"),
        format!("---\ntitle: {}\nformat: talk\nstart: 2016-10-01 12:00\n---\n\n本文です。\n", json!(title)),
    )
    .expect("writable");
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    assert_eq!(subject(&site, "/sessions/hostile")["name"], title);
    let sessions = subject(&site, "/")["subEvent"].as_array().expect("a list").clone();
    assert!(sessions.iter().any(|session| session["name"] == title && session["endDate"] == Value::Null));
}

#[test]
fn a_large_programme_does_not_burden_the_home_page() {
    let folder = small();
    for number in 0..101 {
        let session = format!("---\ntitle: S{number}\nformat: talk\nstart: 2016-10-01 12:00\n---\n\n本文です。\n");
        fs::write(folder.path().join(format!("program/sessions/s{number}.md")), session).expect("writable");
    }
    let site = TestSite::open(folder.path(), "2016-10-02T10:00");
    assert_eq!(subject(&site, "/")["subEvent"], Value::Null);
    assert_eq!(subject(&site, "/sessions/s7")["superEvent"]["@id"], "https://conference.test/#event");
}

#[test]
fn a_text_that_changed_says_when() {
    let site = TestSite::open(&fixture("feeds"), "2016-10-04T10:00");
    assert_eq!(subject(&site, "/interviews/renamed")["dateModified"], "2016-10-03T00:00+02:00");
}
