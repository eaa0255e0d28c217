//! Remembers the people that the command line named, so that the next import of a text needs no option.
//!
//! The keys are `<key of the text> --speaker-<number> <words of the command line>`. They lead to the speakers, and to the
//! interview itself after the command line has named somebody else.

use std::collections::BTreeMap;

use conference::Slug;

use crate::{Item, Place, Places, Value};

/// Separates the key of a text from the rest; keys of names consist of letters and digits.
pub(super) const MARK: &str = "--speaker-";

/// A person that the command line named: the words, and the slug that they led to.
pub(super) type Asked = (String, Slug);

/// The people of each text of a source, in the order of the command line.
pub(super) fn lists<'p>(keys: impl Iterator<Item = (&'p String, &'p Place)>) -> Vec<Vec<Asked>> {
    let mut lists: BTreeMap<&str, Vec<Asked>> = BTreeMap::new();
    for (key, place) in keys {
        // Keys are sorted, and so are the numbers.
        if let (Some((text, (_, words))), Place::Speaker(slug)) = (split(key), place) {
            // The file of a slug may have another name now.
            let words = if Slug::parse(words).is_some() { slug.as_str() } else { words };
            lists.entry(text).or_default().push((words.to_owned(), slug.clone()));
        }
    }
    lists.into_values().collect()
}

/// The words of the command line; for the slug of a remembered person, those of the earlier command line, which may
/// tell more about the name.
pub(super) fn words(given: &[String], remembered: &[Asked]) -> Vec<String> {
    if given.is_empty() {
        return remembered.iter().map(|(words, _)| words.clone()).collect();
    }
    let known = |slug: &String| remembered.iter().find(|(_, known)| known.as_str() == slug).map(|(words, _)| words);
    given.iter().map(|words| known(words).unwrap_or(words).clone()).collect()
}

/// Remembers the people of an interview.
pub(super) fn remember(places: &mut Places, former: &Places, key: &str, asked: &[String], interview: &Item) {
    let own = format!("{key} {MARK}");
    for old in former.range(own.clone()..).map(|(old, _)| old).take_while(|old| old.starts_with(&own)) {
        places.insert(old.clone(), interview.place.clone());
    }
    let slug = |value: &Value| match value {
        Value::Plain(slug) => Slug::parse(slug),
        _ => None,
    };
    let field = interview.fields.iter().find(|field| matches!(field.name, "speaker" | "speakers"));
    let speakers: Vec<Slug> = match field.map(|field| &field.value) {
        Some(Value::List(several)) => several.iter().filter_map(slug).collect(),
        Some(one) => slug(one).into_iter().collect(),
        None => Vec::new(),
    };
    let keys = asked.iter().enumerate().map(|(number, words)| format!("{own}{:02} {words}", number + 1));
    places.extend(keys.zip(speakers.into_iter().map(Place::Speaker)));
}

/// The key of the text, the number and the words.
fn split(key: &str) -> Option<(&str, (&str, &str))> {
    let (text, asked) = key.split_once(&format!(" {MARK}"))?;
    Some((text, asked.split_once(' ')?))
}
