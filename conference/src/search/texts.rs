//! The texts of an item in one language, field by field.

use super::html_text::push_text;
use crate::{Language, Speaker, Text, fold::is_cjk};

/// A field of a document, the one that counts most first. Every word of a search is in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    /// The title of an item, or the name of a person with its reading.
    Title,
    /// The people with their readings and organisations, and the tags.
    Person,
    /// A question.
    Question,
    /// Everything else.
    Text,
}

/// How many fields a document has.
pub(super) const FIELDS: usize = 4;

/// The texts of an item in one language: title, people, question and the rest. The first line of a title is shown, further
/// lines are only found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts(pub [String; FIELDS]);

/// Collects the texts of an item in a language.
pub(super) struct Collector<'c> {
    pub(super) texts: Texts,
    pub(super) language: &'c Language,
    /// The languages in which the item has texts of its own.
    pub(super) languages: Vec<&'c Language>,
}

impl Collector<'_> {
    pub(super) fn add(&mut self, field: Field, text: &str) {
        let own = &mut self.texts.0[field as usize];
        if !text.is_empty() && !own.lines().any(|line| line == text) {
            if !own.is_empty() && !own.ends_with('\n') {
                own.push('\n');
            }
            own.push_str(text);
        }
    }

    /// Adds a text in the language, and in those in which the item has no text of its own.
    pub(super) fn add_text(&mut self, field: Field, text: &Text) {
        self.add(field, text.text(self.language));
        for (language, other) in text.iter() {
            if !self.languages.contains(&language) {
                self.add(field, other);
            }
        }
    }

    pub(super) fn add_html(&mut self, html: &str) {
        let own = &mut self.texts.0[Field::Text as usize];
        if !own.is_empty() && !own.ends_with('\n') {
            own.push('\n');
        }
        push_text(html, own);
    }

    /// Adds the names of a person in all languages, as people mix them in a query, the reading and the organisation.
    pub(super) fn add_person(&mut self, field: Field, person: &Speaker) {
        self.add(field, person.name.text(self.language));
        person.name.iter().for_each(|(_, name)| self.add(field, name));
        person.reading.iter().for_each(|reading| self.add(field, reading));
        // Most people type a Japanese name without the space.
        let all = person.name.iter().map(|(_, name)| name).chain(&person.reading);
        for name in all.filter(|name| name.chars().any(is_cjk) && name.contains(char::is_whitespace)) {
            self.add(field, &name.split_whitespace().collect::<String>());
        }
        person.organization.iter().for_each(|name| self.add_text(Field::Person, name));
    }
}
