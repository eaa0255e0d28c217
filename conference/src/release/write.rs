//! Writes a release as YAML.

use std::fmt::Write as _;

use jiff::civil::DateTime;

use super::{Change, Facts, Release};
use crate::{Slug, Text};

/// The beginning of a new file.
const BEGINNING: &str = "\
# The changes of the programme that attendees were told of. `serverlessconf release` adds to the end of this file; keep
# it under version control.
releases:
";

/// The text of the file with one more release; `text` is the present one, of which every byte is kept.
pub fn add(text: Option<&str>, release: &Release) -> String {
    let mut text = text.filter(|text| !text.trim().is_empty()).unwrap_or(BEGINNING).to_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    // `strftime` writes no fraction, which would be noise.
    text.push_str(&format!("  - time: {}\n", release.time.strftime("%Y-%m-%dT%H:%M:%SZ")));
    if let Some(message) = &release.message {
        text.push_str(&format!("    message: {}\n", written(message)));
    }
    text.push_str("    sessions:\n");
    for Change { session, sequence, was, now } in &release.changes {
        text.push_str(&format!("      {session}:\n        sequence: {sequence}\n"));
        for (name, facts) in [("was", was), ("now", now)] {
            if let Some(facts) = facts {
                text.push_str(&format!("        {name}: {}\n", line(facts)));
            }
        }
    }
    text
}

/// Facts in one line, so that a comparison of two versions of the file shows them below each other.
fn line(facts: &Facts) -> String {
    let moment = |moment: DateTime| match moment.second() {
        0 => moment.strftime("%Y-%m-%d %H:%M").to_string(),
        _ => moment.strftime("%Y-%m-%d %H:%M:%S").to_string(),
    };
    let mut line = format!("{{ title: {}, start: {}", written(&facts.title), moment(facts.start));
    let end = facts.end.map(|end| format!(", end: {}", moment(end)));
    let room = facts.room.as_ref().map(|room| format!(", room: {room}"));
    let venue = facts.venue.as_ref().map(|venue| format!(", venue: {}", written(venue)));
    let people = facts.people.iter().map(Slug::as_str).collect::<Vec<_>>().join(", ");
    let people = (!people.is_empty()).then(|| format!(", people: [{people}]"));
    let canceled = facts.canceled.then(|| ", canceled: true".to_owned());
    line.extend([end, room, venue, people, canceled].into_iter().flatten());
    line.push_str(" }");
    line
}

/// A text in each of its languages, the original first. A string of JSON is one of YAML, too.
fn written(text: &Text) -> String {
    let mut written = String::from("{");
    for (language, text) in text.iter() {
        let comma = if written.len() > 1 { "," } else { "" };
        let text = serde_json::Value::from(text.as_str());
        _ = write!(written, "{comma} {language}: {text}");
    }
    written.push_str(" }");
    written
}
