//! Folded text that knows the places of its characters in the text that people read.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::fold::push_folded;

/// A folded text.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The text, folded as by [`fold`](crate::fold::fold).
    pub(super) text: String,
    /// For every byte of the folded text, the place of its character in the original.
    places: Vec<u32>,
    /// The length of the original in bytes.
    length: usize,
}

impl Folded {
    /// Folds a text, one character with its marks after the other.
    pub(super) fn of(original: &str) -> Self {
        let mut folded = Self { length: original.len(), ..Self::default() };
        folded.text.reserve(original.len());
        folded.places.reserve(original.len());
        // The place of white space that is not yet known to have text after it.
        let mut space = None;
        for (place, cluster) in clusters(original) {
            if cluster.chars().all(char::is_whitespace) {
                if !folded.text.is_empty() {
                    space.get_or_insert(place);
                }
                continue;
            }
            if let Some(space) = space.take() {
                folded.text.push(' ');
                folded.places.push(space as u32);
            }
            match cluster.as_bytes() {
                [byte] => folded.text.push(byte.to_ascii_lowercase().into()),
                _ => folded.push(cluster),
            }
            folded.places.resize(folded.text.len(), place as u32);
        }
        folded
    }

    fn push(&mut self, cluster: &str) {
        let mut characters = cluster.chars();
        if let (Some(character @ ('ぁ'..='ん' | 'ァ'..='ヶ' | '一'..='鿿')), None) =
            (characters.next(), characters.next())
        {
            return push_folded(character, &mut self.text);
        }
        for character in cluster.nfkc() {
            // Some signs are normalised to a space and a mark.
            if character.is_whitespace() {
                if !self.text.ends_with(' ') && !self.text.is_empty() {
                    self.text.push(' ');
                }
            } else {
                push_folded(character, &mut self.text);
            }
        }
    }

    /// The place in the original of a range of the folded text.
    pub(super) fn original(&self, range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        let place = |at: usize| self.places.get(at).map_or(self.length, |&place| place as usize);
        // A cluster that gives several characters belongs to the range as a whole.
        let last = self.places.get(range.end.saturating_sub(1)).copied();
        let after = (range.end..self.places.len()).find(|&at| Some(self.places[at]) != last);
        place(range.start)..after.map_or(self.length, place)
    }
}

/// The characters of a text, each with the marks that normalisation may join with it.
fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = rest.next()?;
        while rest.next_if(|(_, next)| joins(*next)).is_some() {}
        let end = rest.peek().map_or(text.len(), |(place, _)| *place);
        Some((start, &text[start..end]))
    })
}

/// Whether a character may be joined with the one before it: marks, voicing marks of half width, vowels and final
/// consonants of Hangul.
fn joins(character: char) -> bool {
    match character {
        '\0'..='\u{2FF}' => false,
        'ﾞ' | 'ﾟ' | '\u{1160}'..='\u{11FF}' => true,
        'ぁ'..='ゖ' | 'ァ'..='ー' | '一'..='鿿' => false,
        _ => is_combining_mark(character),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Folded;
    use crate::fold::fold;

    proptest! {
        #[test]
        fn it_is_the_folded_text(text in "[ ａA1が\u{3099}ｶﾞパ髙①㍿—ー😀é\u{301}\\n]{0,20}") {
            let folded = Folded::of(&text);
            prop_assert_eq!(folded.text.trim_end(), fold(&text));
        }
    }

    #[test]
    fn places_lead_back_to_the_original() {
        for (text, found, original) in [
            ("AWS  Lambda", "s l", "S  L"),
            ("ｻｰﾊﾞｰﾚｽの話", "ばーれ", "ﾊﾞｰﾚ"),
            ("㍿山田", "会", "㍿"),
            ("髙橋", "高", "髙"),
            ("終わり", "り", "り"),
        ] {
            let folded = Folded::of(text);
            let start = folded.text.find(found).expect("the test has it");
            let place = folded.original(&(start..start + found.len()));
            assert_eq!(&text[place], original, "{text}");
        }
    }
}
