//! Reads texts in one or several languages.

use super::Reader;
use crate::{
    Language, Text,
    diagnostic::Problems,
    front_matter::{Node, Value},
};

impl<'a> Reader<'a> {
    /// Reads a text: one for all languages, or one a language.
    pub(crate) fn text(&self, node: &'a Node) -> Option<Text> {
        let Value::Map(map) = &node.value else {
            let text = self.scalar(node, "a text", "\"…\"")?;
            return Some(Text::new(self.default_language(), text.to_owned()));
        };
        let mut texts = Vec::new();
        for entry in &map.0 {
            let Some(language) = self.known_language(&entry.name, entry.place.clone()) else { continue };
            if entry.node.value == Value::Empty {
                self.problems.error(
                    "empty-value",
                    entry.place.clone(),
                    format!("the text for `{language}` is empty"),
                    "write the text, or remove the language",
                );
            } else if let Some(text) = self.scalar(&entry.node, "a text", "\"…\"") {
                texts.push((language, text.to_owned()));
            }
        }
        // The original comes first, whatever the order in the file.
        let order = |language: &Language| self.languages.and_then(|all| all.iter().position(|known| known == language));
        texts.sort_by_key(|(language, _)| order(language));
        let mut texts = texts.into_iter();
        let (language, text) = texts.next()?;
        let mut read = Text::new(language, text);
        texts.for_each(|(language, text)| read.insert(language, text));
        Some(read)
    }

    /// Reads a language of the event.
    pub(crate) fn known_language(&self, tag: &str, place: std::ops::Range<usize>) -> Option<Language> {
        let Some(languages) = self.languages else { return Language::parse(tag) };
        let known = languages.iter().find(|language| language.as_str() == tag).cloned();
        if known.is_none() {
            report_unknown_language(tag, languages, place, self.problems);
        }
        known
    }
}

fn report_unknown_language(tag: &str, languages: &[Language], place: std::ops::Range<usize>, problems: &Problems) {
    let known: Vec<_> = languages.iter().map(Language::as_str).collect();
    let meant = super::choice::language_meant(tag).filter(|meant| known.contains(meant));
    let help = match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!(
            "use {}, or add the language to `languages` in program/event.md; \
             a text that is no list of languages needs quotes",
            super::list_of(&known)
        ),
    };
    problems.error("unknown-language", place, format!("`{tag}` is no language of the event"), help);
}
