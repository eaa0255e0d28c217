//! The filter properties of sessions.

use std::collections::HashSet;

use crate::{
    Session, Slug, Speaker, Text,
    filter::{Facet, SEPARATOR},
    fold::fold,
};

/// The facet values of a session; its interviews must be linked already.
pub(super) fn values(session: &Session) -> [String; Facet::ALL.len()] {
    Facet::ALL.map(|facet| value(session, facet))
}

/// The searchable text of a session; its body must still have all words.
pub(super) fn text<'s>(session: &Session, speaker: impl Fn(&Slug) -> Option<&'s Speaker>) -> String {
    let mut words = Words::default();
    words.add_all(&session.title);
    for person in session.people().filter_map(speaker) {
        words.add_all(&person.name);
        person.reading.iter().for_each(|reading| words.add(reading));
        person.organization.iter().for_each(|organization| words.add_all(organization));
    }
    session.tags.iter().for_each(|tag| words.add(tag));
    session.body.iter().for_each(|(_, body)| words.add(&body.text));
    words.distinct()
}

fn value(session: &Session, facet: Facet) -> String {
    let optional = |value: Option<&str>| value.unwrap_or_default().to_owned();
    match facet {
        Facet::Day => session.start.date().to_string(),
        Facet::Format => session.format.name().to_owned(),
        Facet::Track => optional(session.track.as_ref().map(Slug::as_str)),
        Facet::Language => optional(session.language.as_ref().map(crate::Language::as_str)),
        Facet::Level => optional(session.level.map(crate::Level::name)),
        Facet::Tag => join(session.tags.iter().map(String::as_str)),
        Facet::Speaker => join(session.people().map(Slug::as_str)),
        Facet::Room => optional(session.room.as_ref().map(Slug::as_str)),
        Facet::Starred => String::new(),
        Facet::Interview => optional((!session.interviews.is_empty()).then_some("yes")),
    }
}

fn join<'v>(values: impl Iterator<Item = &'v str>) -> String {
    let mut joined = String::new();
    for value in values {
        if !joined.is_empty() {
            joined.push(SEPARATOR);
        }
        joined.push_str(value);
    }
    joined
}

/// Folded text, with spaces between the pieces.
#[derive(Default)]
struct Words(String);

impl Words {
    fn add(&mut self, text: &str) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(&fold(text));
    }

    fn add_all(&mut self, text: &Text) {
        text.iter().for_each(|(_, text)| self.add(text));
    }

    /// Removes repeated words. Queries are matched word by word, so nothing is found less; every card of the schedule
    /// carries this text, and in Latin script half of it is repetition.
    fn distinct(self) -> String {
        let mut seen = HashSet::new();
        let mut distinct = String::with_capacity(self.0.len());
        for word in self.0.split(' ').filter(|word| seen.insert(*word)) {
            if !distinct.is_empty() {
                distinct.push(' ');
            }
            distinct.push_str(word);
        }
        distinct.shrink_to_fit();
        distinct
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Words;

    proptest! {
        #[test]
        fn words_are_found_as_often_as_in_the_whole_text(text in "[ab日本 ]{0,60}", word in "[ab日本]{1,4}") {
            let mut words = Words::default();
            words.add(&text);
            let whole = words.0.clone();
            let distinct = words.distinct();
            prop_assert_eq!(distinct.contains(&word), whole.contains(&word));
            let mut sorted: Vec<_> = distinct.split(' ').collect();
            sorted.sort_unstable();
            prop_assert!(sorted.windows(2).all(|pair| pair[0] != pair[1]), "{}", distinct);
        }
    }
}
