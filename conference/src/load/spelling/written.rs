//! The prose of a file, in which names are looked for.

use std::{collections::BTreeSet, ops::Range};

use super::{is_latin, pairs, words};
use crate::load::item::Item;

/// The prose of a file: its body, and the front matter fields with sentences.
pub(super) struct Written<'t> {
    pub(super) text: &'t str,
    places: Vec<Range<usize>>,
}

/// The fields with sentences.
const SENTENCES: [&str; 2] = ["title", "summary"];

/// The prose of an item in all its languages, the original first.
pub(super) fn texts<'i>(item: &'i Item<'_>) -> impl Iterator<Item = Written<'i>> {
    let translations = item.translations.iter().map(|translation| {
        let text = translation.text;
        let sentences = translation.texts.iter().filter(|text| SENTENCES.contains(&text.name));
        let line = |start: usize| start..text[start..].find('\n').map_or(text.len(), |length| start + length);
        let places = sentences.map(|text| line(text.place.end)).chain([translation.body.clone()]).collect();
        Written { text, places }
    });
    let sentences = item.map.0.iter().filter(|entry| SENTENCES.contains(&entry.name.as_str()));
    let places = sentences.map(|entry| entry.node.span.clone()).chain([item.layout.body.clone()]).collect();
    [Written { text: item.text, places }].into_iter().chain(translations)
}

impl<'t> Written<'t> {
    fn pieces(&self) -> impl Iterator<Item = (usize, &'t str)> {
        self.places.iter().map(|place| (place.start, &self.text[place.clone()]))
    }

    /// The Latin words with their offsets, without those in addresses.
    pub(super) fn words(&self) -> impl Iterator<Item = (usize, &'t str)> {
        let joins = |character: Option<char>| matches!(character, Some('/' | '@' | '_' | '#' | '='));
        let words =
            self.pieces().flat_map(|(start, piece)| words(piece).map(move |(place, word)| (start + place, word)));
        words.filter(move |(start, word)| {
            let (before, after) = (&self.text[..*start], &self.text[start + word.len()..]);
            !joins(before.chars().next_back()) && !joins(after.chars().next())
        })
    }

    /// The capitalised words beside a word, in lower case.
    pub(super) fn neighbours(&self, start: usize, word: &str) -> impl Iterator<Item = String> {
        let joins = |character: char| character == '-' || character.is_whitespace();
        let capitalised = |word: &str| word.starts_with(char::is_uppercase).then(|| word.to_lowercase());
        let before = self.text[..start].strip_suffix(joins).unwrap_or_default();
        let after = self.text[start + word.len()..].strip_prefix(joins).unwrap_or_default();
        let before = before.rsplit(|letter| !is_latin(letter)).next().and_then(capitalised);
        before.into_iter().chain(after.split(|letter| !is_latin(letter)).next().and_then(capitalised))
    }

    /// All pairs of adjacent characters: most family names have two.
    pub(super) fn pairs(&self) -> impl Iterator<Item = &'t str> {
        self.pieces().flat_map(|(_, piece)| pairs(piece))
    }

    /// Finds a Japanese name that is not part of a longer word in the same script.
    pub(super) fn find_name(&self, name: &str, rest: &BTreeSet<&str>) -> Option<usize> {
        let is_kanji = |character: char| matches!(character, '々' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}');
        let places =
            self.pieces().flat_map(|(start, piece)| piece.match_indices(name).map(move |(place, _)| start + place));
        let mut places = places.filter(|start| {
            let (before, after) = (&self.text[..*start], &self.text[start + name.len()..]);
            let begins = !before.ends_with(is_kanji);
            let ends = !after.starts_with(is_kanji) || after.starts_with(['氏', '様', '君']);
            let goes_on = rest.iter().any(|rest| after.starts_with(rest));
            let went_before = rest.iter().any(|rest| before.ends_with(rest));
            (begins || went_before) && (ends || goes_on)
        });
        places.next()
    }
}
