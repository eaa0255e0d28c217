//! What visitors get of items that are published later, moved, or were removed.

use std::{fs, sync::Arc};

use app::Preview;
use axum::http::StatusCode;

use crate::site::{TestSite, copy, fixture};

const LATER: &str = "---
title: Later
speaker: taro
published: 2016-10-05 10:00
aliases: [former]
---

---- Why?

Because.
";

/// The smallest conference with an interview that is published on 5 October, and further files.
fn content(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    copy(&fixture("minimal"), folder.path());
    let speakers = fs::read_dir(folder.path().join("program/speakers")).expect("there are speakers");
    let mut names: Vec<_> = speakers.map(|entry| entry.expect("readable").file_name()).collect();
    names.sort();
    let speaker = names[0].to_string_lossy().split('.').next().expect("a stem").to_owned();
    let later = LATER.replace("taro", &speaker);
    for (path, text) in [("interviews/later.md", later.as_str())].iter().chain(files) {
        fs::write(folder.path().join(path), text).expect("the folder can be written");
    }
    folder
}

#[test]
fn a_page_appears_when_its_minute_comes_without_a_restart() {
    let folder = content(&[]);
    let before = TestSite::open(folder.path(), "2016-10-05T09:59");
    assert_eq!(before.get("/interviews/later").status, StatusCode::NOT_FOUND);
    assert!(!before.get("/interviews").body.contains("Later"));
    let after = before.at("2016-10-05T10:00");
    assert_eq!(after.get("/interviews/later").status, StatusCode::OK);
    assert!(after.get("/interviews").body.contains("Later"));
    assert!(after.get("/").body.contains("Later"));
}

#[test]
fn previews_show_what_is_not_published_with_a_mark() {
    let folder = content(&[]);
    let path = folder.path().join("interviews/later.md");
    let text = fs::read_to_string(&path).expect("it was written");
    let preview = TestSite::open_for(Preview::On, folder.path(), "2016-10-05T09:59");
    for page in ["/interviews", "/interviews/later"] {
        assert!(preview.get(page).body.contains("class=\"unpublished\""), "{page}");
    }
    assert!(!preview.at("2016-10-05T10:00").get("/interviews/later").body.contains("class=\"unpublished\""));
    fs::write(&path, text.replace("aliases", "draft: true\naliases")).expect("the folder can be written");
    preview.reload();
    assert!(preview.at("2016-10-06T10:00").get("/interviews/later").body.contains("class=\"unpublished\""));
    let visitors = TestSite::open(folder.path(), "2016-10-06T10:00");
    assert_eq!(visitors.get("/interviews/later").status, StatusCode::NOT_FOUND);
    assert_eq!(visitors.get("/interviews/former").status, StatusCode::NOT_FOUND);
}

#[test]
fn former_names_redirect() {
    let folder = content(&[]);
    let site = TestSite::open(folder.path(), "2016-10-06T10:00");
    let answer = site.get("/interviews/former");
    assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT);
    assert_eq!(answer.header("location"), "/interviews/later");
    assert_eq!(site.at("2016-10-05T09:00").get("/interviews/former").status, StatusCode::PERMANENT_REDIRECT);
    let before = TestSite::open(folder.path(), "2016-10-05T09:00");
    assert_eq!(before.get("/interviews/former").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_removed_item_says_why() {
    let reason = "---\nremoved: At the speaker's <request>.\n---\n";
    let folder = content(&[("interviews/gone.md", reason)]);
    let answer = TestSite::open(folder.path(), "2016-10-06T10:00").get("/interviews/gone");
    assert_eq!(answer.status, StatusCode::GONE);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.main().contains("At the speaker's &lt;request&gt;."), "{}", answer.main());
    assert!(answer.body.contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(answer.main().contains("href=\"/schedule\""));
}

#[test]
fn what_keeps_an_item_back_is_looked_for_once() {
    let folder = content(&[("program/speakers/other.md", "---\nname: 次郎\n---\n\n話します。\n")]);
    let text =
        LATER.replace("taro", "other").replace("aliases: [former]\n", "").replace("2016-10-05 10:00", "2016-09-01");
    fs::write(folder.path().join("interviews/other.md"), text).expect("the folder can be written");
    let before = TestSite::open(folder.path(), "2016-10-05T09:59");
    assert_eq!(before.get("/interviews/other").status, StatusCode::OK);
    fs::remove_file(folder.path().join("program/speakers/other.md")).expect("it was written");
    let after = before.at("2016-10-05T10:00");
    // The interview whose speaker is gone stays as it was; requests do not read everything again and again.
    assert_eq!(after.get("/interviews/other").status, StatusCode::OK);
    let edition = after.edition();
    assert_eq!(after.get("/interviews/other").status, StatusCode::OK);
    assert!(Arc::ptr_eq(&edition, &after.edition()));
}

#[test]
fn a_canceled_session_is_never_on() {
    let session = "---\ntitle: Off\nformat: talk\nstart: DAY 10:00\nduration: 30m\ncanceled: true\n---\n\nx\n";
    let folder = content(&[]);
    let event = fs::read_to_string(folder.path().join("program/event.md")).expect("there is an event");
    let days = event.lines().find(|line| line.starts_with("days:")).expect("it has days");
    let day = days.trim_start_matches(|character: char| !character.is_ascii_digit());
    let day = &day[..10];
    fs::write(folder.path().join("program/sessions/off.md"), session.replace("DAY", day)).expect("writable");
    let answer = TestSite::open(folder.path(), &format!("{day}T10:10")).get("/schedule");
    assert!(answer.body.contains("Off"));
    let card = answer.opening_tags("article", "is-canceled");
    assert!(card.len() == 1 && !card[0].contains("is-now"), "{card:?}");
}
