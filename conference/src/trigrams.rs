//! A trigram index of texts: it tells which texts may contain a word, without reading them.

use std::collections::HashMap;

/// The length of an indexed sequence in bytes of UTF-8: three Latin letters, or one Japanese character.
const LENGTH: usize = 3;

/// A trigram index of texts, which are identified by their positions.
#[derive(Debug)]
pub struct TrigramIndex {
    /// For each trigram, a bit set of the texts that contain it.
    trigrams: HashMap<[u8; LENGTH], Box<[u64]>>,
    texts: usize,
}

impl TrigramIndex {
    /// Builds the index.
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

    /// For each text, whether it may contain all words; `false` means that at least one is missing.
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

    /// The approximate memory use in bytes.
    pub fn weight(&self) -> usize {
        self.trigrams.len() * (self.texts.div_ceil(64) * size_of::<u64>() + 32)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::TrigramIndex;

    proptest! {
        #[test]
        fn no_text_with_all_words_is_missed(
            texts in prop::collection::vec("[ab日本 ]{0,12}", 0..70), words in prop::collection::vec("[ab日本]{0,5}", 0..3)
        ) {
            let index = TrigramIndex::of(texts.iter().map(String::as_str));
            let candidates = index.candidates(words.iter().map(String::as_str));
            prop_assert_eq!(candidates.len(), texts.len());
            for (text, candidate) in texts.iter().zip(candidates) {
                prop_assert!(candidate || words.iter().any(|word| !text.contains(word)), "{:?} {:?}", text, words);
            }
        }
    }

    #[test]
    fn texts_without_a_part_of_a_word_are_left_out() {
        let index = TrigramIndex::of(["serverless 運用", "server", "less"].into_iter());
        for (words, expected) in [
            (&["server"][..], [true, true, false]),
            (&["server", "less"], [true, false, false]),
            (&["lambda"], [false; 3]),
            (&["用"], [true, false, false]),
            // Too short for the index.
            (&["ss"], [true; 3]),
            (&[], [true; 3]),
        ] {
            assert_eq!(index.candidates(words.iter().copied()), expected, "{words:?}");
        }
    }
}
