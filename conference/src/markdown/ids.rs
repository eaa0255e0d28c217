//! Ids: derived from words, unique, and independent of positions.

use std::{borrow::Cow, collections::HashMap};

use unicode_normalization::char::is_combining_mark;

use crate::fold;

/// The ids of one page.
#[derive(Debug, Default)]
pub(super) struct Ids {
    /// Each id, with the number for its next duplicate.
    taken: HashMap<String, usize>,
    /// The ids in the order in which they were taken.
    order: Vec<String>,
}

impl Ids {
    /// Takes an id; `false` if it is taken.
    pub(super) fn claim(&mut self, id: &str) -> bool {
        if self.taken.contains_key(id) {
            return false;
        }
        self.taken.insert(id.to_owned(), 2);
        self.order.push(id.to_owned());
        true
    }

    /// Takes an id, or the next free one of `id-2`, `id-3`, ….
    pub(super) fn derive(&mut self, id: &str) -> String {
        let mut derived = id.to_owned();
        while !self.claim(&derived) {
            let number = self.taken.get_mut(id).map_or(2, |next| std::mem::replace(next, *next + 1));
            derived = format!("{id}-{number}");
        }
        derived
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.taken.contains_key(id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(String::as_str)
    }

    pub(super) fn into_vec(self) -> Vec<String> {
        self.order
    }
}

/// Derives an id from words: letters and digits of all scripts in lower case, hyphens for spaces, no punctuation.
pub(super) fn from_words(words: &str, fallback: &str) -> String {
    // Most words are normalised already; the lookup in Unicode's tables would take longer than everything else.
    let normal = if words.chars().all(is_normal) { Cow::Borrowed(words) } else { Cow::Owned(fold::nfkc(words)) };
    let mut id = String::with_capacity(words.len());
    for character in normal.chars().flat_map(char::to_lowercase) {
        if is_letter(character) {
            id.push(character);
        } else if (character.is_whitespace() || character == '-') && !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    id.truncate(id.trim_end_matches('-').len());
    if id.is_empty() { fallback.to_owned() } else { id }
}

/// Whether an explicit id is valid: letters and digits of any script, and hyphens.
pub(crate) fn is_allowed(id: &str) -> bool {
    id.chars().all(|character| is_letter(character) || character == '-') && id.chars().any(char::is_alphanumeric)
}

/// Whether an id is that of words which were there before: with a number at its end.
pub(super) fn is_numbered(id: &str, words: &str) -> bool {
    let number = id.strip_prefix(words).and_then(|rest| rest.strip_prefix('-'));
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a character is a letter, a digit or a combining mark.
fn is_letter(character: char) -> bool {
    is_japanese_letter(character) || character.is_alphanumeric() || is_combining_mark(character)
}

/// Whether normalisation leaves a character unchanged, or turns it into another character that is dropped.
fn is_normal(character: char) -> bool {
    character.is_ascii()
        || is_japanese_letter(character)
        || matches!(character, '、' | '。' | '？' | '！' | '「' | '」')
}

fn is_japanese_letter(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '\u{4E00}'..='\u{9FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_the_words_of_all_scripts() {
        for (words, expected) in [
            ("Quick Chat", "quick-chat"),
            ("サーバーレスの運用", "サーバーレスの運用"),
            ("ＡＷＳ　Ｌａｍｂｄａとは？", "aws-lambdaとは"),
            ("  a - b_c (d)!  ", "a-bc-d"),
            ("low-code", "low-code"),
            ("Über Straße", "über-straße"),
            ("हिन्दी", "हिन्दी"),
            ("#①", "1"),
            ("？！", "section"),
            ("- -", "section"),
        ] {
            assert_eq!(from_words(words, "section"), expected, "{words}");
            assert!(is_allowed(expected));
        }
    }

    #[test]
    fn namesakes_are_numbered() {
        let mut ids = Ids::default();
        assert!(ids.claim("a-3"));
        assert!(!ids.claim("a-3"));
        let derived: Vec<_> = ["a", "a", "a", "b", "a", "a-2"].map(|id| ids.derive(id)).to_vec();
        assert_eq!(derived, ["a", "a-2", "a-4", "b", "a-5", "a-2-2"]);
    }

    #[test]
    fn refuses_ids_that_would_need_escaping() {
        for bad in ["", "-", "a b", "a\"b", "a_b", "a.b", "a#b", "あ　い"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }
}
