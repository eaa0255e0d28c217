//! Recognises content files by their front matter alone, wherever they are.

use super::{event, files::Kind, interview, item::Schema, news, series, session, speaker};
use crate::{
    Format, Slug,
    diagnostic::{Message, Problems},
    front_matter::{Cut, Map, Value, cut, parse},
};

/// A text that is a file of this program's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recognised {
    /// The kind of item: "a session".
    pub name: Message,
    /// The place of such files: `program/sessions/`.
    pub place: &'static str,
}

/// Recognises a file of this program's content by fields that other tools do not write.
///
/// Texts of interviews may begin with the fields of a speaker or an article. Such a file is recognised only if it has
/// neither questions nor turns of speakers.
pub fn recognise(text: &str) -> Option<Recognised> {
    let Cut::Found(layout) = cut(text) else { return None };
    let map = parse(text, layout.yaml, &Problems::default())?;
    let body = &text[layout.body];
    let known = |schema: &Schema, place| Recognised { name: schema.owner.into(), place };
    let folder = |schema, kind: Kind| known(schema, kind.folder());
    if ["timezone", "days", "languages"].iter().all(|name| map.has(name)) {
        return Some(known(&event::SCHEMA, "program/event.md"));
    }
    let is_format = |text: &str| Format::ALL.iter().any(|format| format.name() == text);
    if map.has("title") && map.has("start") && map.text("format").is_some_and(is_format) {
        return Some(folder(&session::SCHEMA, Kind::Session));
    }
    let is_date = |text: &str| text.len() >= 10 && text.starts_with(|first: char| first.is_ascii_digit());
    if map.fits(&interview::SCHEMA)
        && map.has("title")
        && map.text("published").is_some_and(is_date)
        && (map.is_slug("speaker") || map.is_slug("speakers"))
    {
        return Some(folder(&interview::SCHEMA, Kind::Interview));
    }
    if map.fits(&series::SCHEMA) && map.has("name") && map.has("questions") {
        return Some(folder(&series::SCHEMA, Kind::Series));
    }
    if body.lines().any(is_of_interview) {
        return None;
    }
    if map.fits(&speaker::SCHEMA) && map.has("name") {
        return Some(folder(&speaker::SCHEMA, Kind::Speaker));
    }
    let is_article = map.fits(&news::SCHEMA) && map.has("title") && map.text("published").is_some_and(is_date);
    is_article.then(|| folder(&news::SCHEMA, Kind::News))
}

/// Whether a line is a question, or begins with the name of a speaker or a field.
fn is_of_interview(line: &str) -> bool {
    let line = line.trim().trim_matches('*');
    let name = line.find([':', '：']).filter(|end| !line[*end..].starts_with("://"));
    line.starts_with("---- ")
        || line.ends_with(['?', '？'])
        || name.is_some_and(|end| (1..=20).contains(&line[..end].chars().count()))
}

impl Map {
    fn value(&self, name: &str) -> Option<&Value> {
        let entry = self.0.iter().find(|entry| entry.name == name)?;
        Some(&entry.node.value).filter(|value| **value != Value::Empty)
    }

    fn has(&self, name: &str) -> bool {
        self.value(name).is_some()
    }

    fn text(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether the value of a field is a slug, or a list of slugs.
    fn is_slug(&self, name: &str) -> bool {
        let is_slug = |value: &Value| matches!(value, Value::Text(text) if Slug::parse(text).is_some());
        match self.value(name) {
            Some(Value::List(nodes)) => !nodes.is_empty() && nodes.iter().all(|node| is_slug(&node.value)),
            Some(value) => is_slug(value),
            None => false,
        }
    }

    /// Whether a kind of item has all of the fields.
    fn fits(&self, schema: &Schema) -> bool {
        let known = |name: &str| schema.texts.iter().chain(schema.others).any(|field| *field == name);
        self.0.iter().all(|entry| known(&entry.name))
    }
}

#[cfg(test)]
mod tests {
    use super::recognise;

    #[test]
    fn content_files_are_recognised_and_posts_of_others_are_not() {
        for (text, place) in [
            (
                "---\nname: A\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja]\nroms: []\n---\n",
                Some("program/event.md"),
            ),
            ("---\ntitle: A\nformat: talk\nstart: 2016-10-01 10:00\n---\nWhy?\n", Some("program/sessions")),
            ("---\ntitle: A\nspeaker: hana\npublished: 2016-10-01\n---\n---- Why?\n\nSo.\n", Some("interviews")),
            ("---\ntitle: A\nspeakers: [hana, taro]\npublished: 2016-10-01\ndraft: true\n---\n", Some("interviews")),
            ("---\nname: Hana Example\nrole: Engineer\n---\nShe builds.\n", Some("program/speakers")),
            ("---\ntitle: A\nspeaker: Hana Example\npublished: 2016-10-01\n---\n---- Why?\n\nSo.\n", None),
            ("---\ntitle: A\nspeaker: hana\npublished: true\ntopics: [a]\n---\n", None),
            ("---\nname: A\nquestions: [{ id: a, text: Why? }]\n---\nWhy?\n", Some("interviews/series")),
            ("---\nname: Hana Example\n---\nWho is she? A developer.\n", Some("program/speakers")),
            ("---\ntitle: A\npublished: 2016-10-01\ntags: [a]\n---\nNews.\n\nhttps://example.org/\n", Some("news")),
            ("---\ntitle: A\npublished: 2016-10-01\n---\n**Hana:** Words.\n", None),
            ("---\ntitle: A\npublished: 2016-10-01\n---\n名前：例田花子\n\nWords.\n", None),
            ("---\ntitle: A\npublished: 2016-10-01\n---\n### Why?\n\nWords.\n", None),
            ("---\ntitle: A\npublished: 2016-10-01T10:00:00Z\nlayout: post\n---\nNews.\n", None),
            ("---\ntitle: A\nformat: markdown\nstart: 1\n---\n", None),
            ("---\nname: Hana Example\n---\n---- Why?\n\nSo.\n", None),
            ("---\nname: [\n---\n", None),
            ("name: Hana Example\n", None),
            ("", None),
        ] {
            assert_eq!(recognise(text).map(|found| found.place), place, "{text}");
        }
    }
}
