//! The words of a search: typed by a visitor, folded, and compared with folded texts. `public/search.js` does the same in
//! browsers.

use std::ops::Range;

use memchr::memmem;

use crate::fold::{PROLONGED, fold, is_kana};

/// The most words of a search; further ones are left out.
const MOST_WORDS: usize = 16;

/// The folded words of a search: separated by spaces, or several words as one in quotation marks (`"…"`, `“…”`, `「…」`).
/// Words without a letter, a digit or a symbol such as an emoji are left out.
pub fn words(text: &str) -> Vec<Box<str>> {
    let mut words: Vec<Box<str>> = Vec::new();
    // Between quotation marks spaces are part of the word.
    for (place, part) in text.split(['"', '“', '”', '„', '＂', '「', '」', '『', '』']).enumerate() {
        let folded = fold(part);
        let parts = if place % 2 == 1 { vec![&*folded] } else { folded.split(' ').collect() };
        words.extend(parts.into_iter().filter(|word| word.chars().any(is_searchable)).map(Into::into));
    }
    words.truncate(MOST_WORDS);
    words
}

/// Whether a folded character alone can be searched for: a letter, a digit or a symbol, but no punctuation.
pub fn is_searchable(character: char) -> bool {
    match character {
        PROLONGED => false,
        _ if character.is_alphanumeric() => true,
        // ASCII, Latin-1, general punctuation, and that of Chinese and Japanese.
        '\0'..='\u{BF}' | '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{30FB}' => false,
        _ => !character.is_whitespace(),
    }
}

/// Whether a folded character belongs to a word of a script with spaces: such words are found by their beginning.
pub fn is_spaced(character: char) -> bool {
    matches!(character, '\0'..'\u{E00}' | '\u{1E00}'..'\u{2000}') && character.is_alphanumeric()
}

/// How many characters of a word are found as they are: the mark of a prolonged sound can only be missing after them.
const LITERAL: usize = 3;

/// The beginning of a folded word that every text with the word contains.
pub fn literal(word: &str) -> &str {
    word.char_indices().nth(LITERAL).map_or(word, |(place, _)| &word[..place])
}

/// Whether a folded text contains a folded word: see [`find`].
pub fn contains(text: &str, word: &str) -> bool {
    find(text, word).is_some()
}

/// The first place of a folded word in a folded text, in bytes.
///
/// A word that begins with a letter of a script with spaces is found at the beginning of a word only; Japanese is found
/// anywhere. After three kana the mark of a prolonged sound makes no difference: サーバレス is found as サーバーレス, but
/// ビル is not found in ビール.
pub fn find(text: &str, word: &str) -> Option<Range<usize>> {
    find_from(text, word, 0)
}

/// The first place that [`find`] would find from a place on.
pub fn find_from(text: &str, word: &str, mut from: usize) -> Option<Range<usize>> {
    let first = word.chars().next()?;
    let at_beginning = is_spaced(first);
    let literal = literal(word).len();
    loop {
        let place = from + memmem::find(&text.as_bytes()[from..], &word.as_bytes()[..literal])?;
        if !(at_beginning && text[..place].chars().next_back().is_some_and(is_spaced))
            && let Some(length) = matched(&text[place + literal..], &word[literal..], &word[..literal])
        {
            return Some(place..place + literal + length);
        }
        from = place + first.len_utf8();
    }
}

/// The bytes of a text that the rest of a word matches at its beginning, after `before` has matched.
fn matched(text: &str, rest: &str, before: &str) -> Option<usize> {
    let (mut texts, mut words) = (text.chars(), rest.chars());
    let mut last = before.chars().fold(0, count_kana);
    loop {
        let Some(wanted) = words.clone().next() else { return Some(text.len() - texts.as_str().len()) };
        let found = texts.clone().next();
        if found == Some(wanted) {
            texts.next();
            words.next();
            last = count_kana(last, wanted);
        } else if last >= LITERAL && found == Some(PROLONGED) {
            texts.next();
        } else if last >= LITERAL && wanted == PROLONGED {
            words.next();
            last = count_kana(last, wanted);
        } else {
            return None;
        }
    }
}

/// How many kana were matched without another character between them.
fn count_kana(before: usize, character: char) -> usize {
    if is_kana(character) { before + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{find, words};
    use crate::fold::fold;

    #[test]
    fn words_are_separated_by_spaces_and_joined_by_quotation_marks() {
        for (text, expected) in [
            ("AWS　Lambda", &["aws", "lambda"][..]),
            ("\"AWS Lambda\" 運用", &["aws lambda", "運用"]),
            ("「新しい 幹線」 “a b", &["新しい 幹線", "a b"]),
            ("+ 。 - \"\" ー", &[]),
            ("C++ 🎉 ①", &["c++", "🎉", "1"]),
        ] {
            let found = words(text);
            assert_eq!(found.iter().map(|word| &**word).collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(words(&"a ".repeat(100)).len(), 16);
    }

    #[test]
    fn a_word_is_found_as_people_type_it() {
        for (text, word, expected) in [
            ("AWSのServerless", "server", Some("server")),
            ("AWSのServerless", "less", None),
            ("Node.jsとjs", "js", Some("js")),
            ("C言語とC++", "c++", Some("c++")),
            ("東海道新幹線", "幹線", Some("幹線")),
            ("新しい幹線", "新幹線", None),
            ("サーバレス", "サーバーレス", Some("さーばれす")),
            ("ヒューマンインタフェース", "ｲﾝﾀｰﾌｪｰｽ", Some("いんたふぇーす")),
            ("エンドユーザー", "ユーザ", Some("ゆーざ")),
            ("サーバ", "サーバー", Some("さーば")),
            ("ビール", "ビル", None),
            ("ビル", "ビール", None),
            ("さささーばれす", "さーばーれす", Some("さーばれす")),
            ("", "a", None),
        ] {
            let (text, word) = (fold(text), fold(word));
            assert_eq!(find(&text, &word).map(|place| &text[place]), expected, "{text} {word}");
        }
    }
}
