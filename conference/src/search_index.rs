//! Which texts a word may be found in, without looking at them: an index of their trigrams.

use std::collections::HashMap;

/// Length of what is indexed, in bytes of UTF-8: three letters of Latin script, or one of Japanese.
const LENGTH: usize = 3;

/// An index of texts, each known by its place.
#[derive(Debug)]
pub struct SearchIndex {
    /// The places of the texts that contain it, a bit each.
    trigrams: HashMap<[u8; LENGTH], Box<[u64]>>,
    texts: usize,
}

impl SearchIndex {
    /// The index of these texts.
    pub fn of<'t>(texts: impl ExactSizeIterator<Item = &'t str>) -> Self {
        let count = texts.len();
        let mut trigrams: HashMap<[u8; LENGTH], Box<[u64]>> = HashMap::new();
        for (place, text) in texts.enumerate() {
            for trigram in text.as_bytes().array_windows() {
                let places = trigrams.entry(*trigram).or_insert_with(|| vec![0; count.div_ceil(64)].into());
                places[place / 64] |= 1 << (place % 64);
            }
        }
        Self { trigrams, texts: count }
    }

    /// For each text whether it may contain all words: where it says no, at least one is missing.
    pub fn candidates<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<bool> {
        let mut candidates = vec![u64::MAX; self.texts.div_ceil(64)];
        for word in words {
            for trigram in word.as_bytes().array_windows::<LENGTH>() {
                match self.trigrams.get(trigram) {
                    Some(places) => candidates.iter_mut().zip(places).for_each(|(all, places)| *all &= places),
                    None => candidates.fill(0),
                }
            }
        }
        (0..self.texts).map(|place| candidates[place / 64] >> (place % 64) & 1 == 1).collect()
    }

    /// About what it takes in memory, in bytes.
    pub fn weight(&self) -> usize {
        self.trigrams.len() * (self.texts.div_ceil(64) * size_of::<u64>() + 32)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::SearchIndex;

    proptest! {
        #[test]
        fn no_text_with_all_words_is_missed(
            texts in prop::collection::vec("[ab日本 ]{0,12}", 0..70), words in prop::collection::vec("[ab日本]{0,5}", 0..3)
        ) {
            let index = SearchIndex::of(texts.iter().map(String::as_str));
            let candidates = index.candidates(words.iter().map(String::as_str));
            prop_assert_eq!(candidates.len(), texts.len());
            for (text, candidate) in texts.iter().zip(candidates) {
                prop_assert!(candidate || words.iter().any(|word| !text.contains(word)), "{:?} {:?}", text, words);
            }
        }
    }

    #[test]
    fn texts_without_a_part_of_a_word_are_left_out() {
        let index = SearchIndex::of(["serverless 運用", "server", "less"].into_iter());
        for (words, expected) in [
            (&["server"][..], [true, true, false]),
            (&["server", "less"], [true, false, false]),
            (&["lambda"], [false; 3]),
            (&["用"], [true, false, false]),
            // Too short to be known.
            (&["ss"], [true; 3]),
            (&[], [true; 3]),
        ] {
            assert_eq!(index.candidates(words.iter().copied()), expected, "{words:?}");
        }
    }
}
