//! Reads schedules of a site in both formats.

use std::{fs, path::Path, sync::Arc};

use axum::http::StatusCode;
use conference::Conference;
use serde_json::Value;

use crate::site::TestSite;

/// The schedule in JSON.
pub(super) fn json(site: &TestSite, path: &str) -> Value {
    let answer = site.get(path);
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/json"), "{path}");
    serde_json::from_str(&answer.body).expect("it is JSON")
}

/// The schedule in XML.
pub(super) fn xml(site: &TestSite, path: &str) -> String {
    let answer = site.get(path);
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "application/xml"), "{path}");
    answer.body
}

/// The sessions of a schedule in JSON with the index of their day and the name of the list they are in.
pub(super) fn events(document: &Value) -> Vec<(u64, String, Value)> {
    let days = document["schedule"]["conference"]["days"].as_array().expect("days");
    let of_day = |day: &Value| {
        let index = day["index"].as_u64().expect("a number");
        let rooms = day["rooms"].as_object().expect("rooms").clone();
        let of_room = move |(room, events): (String, Value)| {
            let events = events.as_array().expect("a list").clone();
            events.into_iter().map(move |event| (index, room.clone(), event))
        };
        rooms.into_iter().flat_map(of_room)
    };
    days.iter().flat_map(of_day).collect()
}

pub(super) fn event<'e>(events: &'e [(u64, String, Value)], title: &str) -> &'e (u64, String, Value) {
    events.iter().find(|(_, _, event)| event["title"] == title).unwrap_or_else(|| panic!("{title} is there"))
}

/// The texts of an element of XML, in document order, with the entities that the writer uses resolved.
pub(super) fn texts(xml: &str, name: &str) -> Vec<String> {
    let (opening, closing) = (format!("<{name}>"), format!("</{name}>"));
    let texts = xml.split(&*opening).skip(1).filter_map(|rest| rest.split(&*closing).next());
    let resolved = |text: &str| {
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
        text.replace("&amp;", "&")
    };
    texts.map(resolved).collect()
}

/// The values of an attribute of elements of a name.
pub(super) fn attributes(xml: &str, element: &str, name: &str) -> Vec<String> {
    let (opening, value) = (format!("<{element} "), format!(" {name}=\""));
    let tags = xml.split(&*opening).skip(1).filter_map(|rest| rest.split('>').next());
    tags.filter_map(|tag| Some(format!(" {tag}").split(&*value).nth(1)?.split('"').next()?.to_owned())).collect()
}

pub(super) fn conference(site: &TestSite) -> Arc<Conference> {
    site.edition().site.as_ref().expect("there is a site").conference.clone()
}

/// A site of two days in Berlin, on which the clocks are set back, with these sessions.
pub(super) fn nights(folder: &Path, event: &str, sessions: &[(&str, &str)]) -> TestSite {
    let write = |path: String, text: String| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let common = "name: Night\ntimezone: Europe/Berlin\ndays: [2016-10-29, 2016-10-30]\nlanguages: [en]\n";
    write("program/event.md".to_owned(), format!("---\n{common}{event}---\n"));
    for (name, fields) in sessions {
        let text = if fields.contains("---\n") { (*fields).to_owned() } else { format!("{fields}\n---\n") };
        write(format!("program/sessions/{name}.md"), format!("---\nformat: social\n{text}"));
    }
    TestSite::open(folder, "2016-10-29T10:00")
}
