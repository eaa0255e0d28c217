//! Counts the words and characters of a text for the reading time.

use crate::{ReadingTime, fold::is_cjk};

impl ReadingTime {
    /// Counts the characters of scripts without spaces (kana and ideographs, no punctuation), and the words of other
    /// scripts.
    pub(crate) fn of(text: &str) -> Self {
        let mut counted = Self::default();
        let mut in_word = false;
        for character in text.chars() {
            if is_counted_alone(character) {
                counted.characters += 1;
                in_word = false;
            } else if !belongs_to_word(character) {
                in_word = false;
            } else if !in_word && character.is_alphanumeric() {
                counted.words += 1;
                in_word = true;
            }
        }
        counted
    }
}

fn is_counted_alone(character: char) -> bool {
    match character {
        '\0'..='\u{2FFF}' => false,
        // Most Japanese characters, without a lookup in Unicode's tables.
        'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '\u{4E00}'..='\u{9FFF}' => true,
        // Full-width Latin letters and digits form words.
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '０'..='９' => false,
        _ => is_cjk(character) && character.is_alphanumeric(),
    }
}

/// Letters, digits, apostrophes and combining marks.
fn belongs_to_word(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(character, '\'' | '’')
        || !character.is_ascii() && !character.is_whitespace() && !is_cjk(character) && !is_punctuation(character)
}

fn is_punctuation(character: char) -> bool {
    matches!(character, '\u{A0}'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{2190}'..='\u{2BFF}')
}

#[cfg(test)]
mod tests {
    use crate::ReadingTime;

    #[test]
    fn counts_characters_and_words() {
        for (text, characters, words) in [
            ("", 0, 0),
            ("運用は、なくならない。", 9, 0),
            ("サーバーレス", 6, 0),
            ("don't stop — it's 2016!", 0, 4),
            ("AWS Lambdaで動く", 3, 2),
            ("ＡＷＳの話", 2, 1),
            ("low-code a.b\nc", 0, 5),
            ("हिन्दी में", 0, 2),
            ("서버리스 컨퍼런스", 0, 2),
            ("…！？ --- 👍", 0, 0),
        ] {
            assert_eq!(ReadingTime::of(text), ReadingTime { characters, words }, "{text}");
        }
    }
}
