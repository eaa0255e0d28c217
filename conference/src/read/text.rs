//! Reads texts in one or several languages.

use super::field_reader::FieldReader;
use crate::{
    Language, Text,
    diagnostic::{Problems, words},
    front_matter::{Node, Value},
    message,
    nearest::list_of,
};

impl<'a> FieldReader<'a> {
    /// Reads a text: one for all languages, or one for each language.
    pub(crate) fn text(&self, node: &'a Node) -> Option<Text> {
        let map = match &node.value {
            Value::Map(map) => map,
            Value::List(_) => {
                let written = self.file.get(node.span.clone()).unwrap_or_default();
                let help = match written.starts_with('[') && !written.contains(['\n', '"']) {
                    true => message!("put it in quotes: `\"{written}\"`", "引用符で囲んでください: `\"{written}\"`"),
                    false => message!(
                        "write one text, or one a language: `{{ ja: 受付, en: Registration }}`",
                        "文を1つか、言語ごとに1つずつ書いてください: `{{ ja: 受付, en: Registration }}`"
                    ),
                };
                self.problems.error(
                    "wrong-type",
                    node.span.clone(),
                    message!("this must be a text, but is a list", "ここには文を書きますが、リストになっています"),
                    help,
                );
                return None;
            }
            _ => {
                let text = self.scalar(node, words!("a text", "文"), "\"…\"")?;
                return Some(Text::new(self.default_language(), text.to_owned()));
            }
        };
        let mut texts = Vec::new();
        for entry in &map.0 {
            let Some(language) = self.known_language(&entry.name, entry.place.clone()) else { continue };
            if entry.node.value == Value::Empty {
                self.problems.error(
                    "empty-value",
                    entry.place.clone(),
                    message!("the text for `{language}` is empty", "`{language}`の文が空です"),
                    message!("write the text, or remove the language", "文を書くか、その言語を消してください"),
                );
            } else if let Some(text) = self.scalar(&entry.node, words!("a text", "文"), "\"…\"") {
                texts.push((language, text.to_owned()));
            }
        }
        // The original first, independent of the order in the file.
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
        Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
        None => message!(
            "use {known}, or add the language to `languages` in program/event.md; a text that is no list of languages needs quotes",
            "{known}を使うか、program/event.md の`languages`に言語を追加してください。言語の一覧でない文は引用符で囲みます",
            known = list_of(&known)
        ),
    };
    problems.error(
        "unknown-language",
        place,
        message!("`{tag}` is no language of the event", "`{tag}`はイベントの言語ではありません"),
        help,
    );
}
