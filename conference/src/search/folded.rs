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
        let mut place = 0;
        while place < original.len() {
            let run = ascii_run(&original.as_bytes()[place..]);
            let end = if run > 0 { place + run } else { cluster_end(original, place) };
            let cluster = &original[place..end];
            if run == 0 && cluster.chars().all(char::is_whitespace) {
                if !folded.text.is_empty() {
                    space.get_or_insert(place);
                }
                place = end;
                continue;
            }
            if let Some(space) = space.take() {
                folded.text.push(' ');
                folded.places.push(space as u32);
            }
            if run > 0 {
                folded.text.extend(cluster.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
                folded.places.extend(place as u32..end as u32);
            } else {
                folded.push(cluster);
                folded.places.resize(folded.text.len(), place as u32);
            }
            place = end;
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

/// How many visible ASCII characters a text begins with that no mark follows. Most texts in Latin script consist of them, and
/// each stands for itself.
fn ascii_run(text: &[u8]) -> usize {
    let run = text.iter().take_while(|byte| byte.is_ascii_graphic()).count();
    if text.get(run).is_none_or(u8::is_ascii) { run } else { run.saturating_sub(1) }
}

/// The end of a character with the marks that normalisation may join with it.
fn cluster_end(text: &str, start: usize) -> usize {
    let mut characters = text[start..].char_indices().skip(1);
    characters.find(|(_, next)| !joins(*next)).map_or(text.len(), |(place, _)| start + place)
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
