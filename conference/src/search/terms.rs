//! The terms of folded texts: every word of scripts with spaces, and pairs of characters of the others.

use std::cmp::Ordering;

use crate::{
    fold::{PROLONGED, is_kana},
    words::{is_searchable, is_spaced},
};

/// The most characters of a word in a term; the others are compared in the text.
const LONGEST: usize = 24;

/// A part of a searched word, as the index knows it. A text contains the word only if it has all parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sought {
    /// The term itself.
    Exactly(String),
    /// Any term that begins like this.
    Beginning(String),
}

/// A stretch of a text.
enum Run<'t> {
    /// Letters and digits of a script with spaces.
    Spaced(&'t str),
    /// Letters and digits of a script without.
    Unspaced(&'t str),
    /// A symbol, such as an emoji.
    Symbol(&'t str),
}

/// Calls a function with every term of a folded text, some of them several times.
pub(super) fn of_text(text: &str, mut term: impl FnMut(&str)) {
    for run in runs(text) {
        match run {
            Run::Spaced(word) => term(shortened(word)),
            Run::Symbol(symbol) => term(symbol),
            Run::Unspaced(run) => {
                let mut pair = String::new();
                for character in without_prolonged(run) {
                    pair.push(character);
                    if pair.len() > character.len_utf8() {
                        term(&pair);
                        pair.drain(..pair.len() - character.len_utf8());
                    }
                }
                // The last character of a run begins no pair.
                if !pair.is_empty() {
                    term(&pair);
                }
            }
        }
    }
}

/// The parts of a folded word.
pub(super) fn of_word(word: &str) -> Vec<Sought> {
    let mut sought = Vec::new();
    let mut runs = runs(word).peekable();
    while let Some(run) = runs.next() {
        match run {
            Run::Spaced(run) => {
                // A visitor may go on typing at the end.
                let is_open = runs.peek().is_none() && word.ends_with(run) || shortened(run).len() < run.len();
                let term = shortened(run).to_owned();
                sought.push(if is_open { Sought::Beginning(term) } else { Sought::Exactly(term) });
            }
            Run::Symbol(symbol) => sought.push(Sought::Exactly(symbol.to_owned())),
            Run::Unspaced(run) => {
                let characters: Vec<char> = without_prolonged(run).collect();
                match characters[..] {
                    [] => {}
                    [one] => sought.push(Sought::Beginning(one.into())),
                    _ => sought.extend(characters.windows(2).map(|pair| Sought::Exactly(pair.iter().collect()))),
                }
            }
        }
    }
    sought
}

/// Whether every text with the parts of a folded word has the word itself.
pub(super) fn are_exact(word: &str, sought: &[Sought]) -> bool {
    let mut runs = runs(word);
    let (Some(run), None) = (runs.next(), runs.next()) else { return false };
    match run {
        Run::Spaced(run) => run.len() == word.len() && shortened(run).len() == run.len(),
        Run::Symbol(run) => run.len() == word.len(),
        // A mark of a prolonged sound may stand between two kana.
        Run::Unspaced(run) => {
            let is_whole = run.len() == word.len() && !run.contains(PROLONGED);
            is_whole && sought.len() == 1 && (run.chars().count() == 1 || !run.chars().next().is_some_and(is_kana))
        }
    }
}

fn shortened(word: &str) -> &str {
    word.char_indices().nth(LONGEST).map_or(word, |(place, _)| &word[..place])
}

/// The characters of a run without the marks of prolonged sounds.
fn without_prolonged(run: &str) -> impl Iterator<Item = char> {
    run.chars().filter(|character| *character != PROLONGED)
}

fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|character| !is_searchable(character) && character != PROLONGED);
        let first = rest.chars().next()?;
        let is_unspaced = |character: char| character.is_alphanumeric() && !is_spaced(character);
        let length = |belongs: &dyn Fn(char) -> bool| {
            rest.char_indices().find(|(_, character)| !belongs(*character)).map_or(rest.len(), |(place, _)| place)
        };
        let (run, after) = rest.split_at(if is_spaced(first) {
            length(&is_spaced)
        } else if is_unspaced(first) {
            length(&is_unspaced)
        } else {
            first.len_utf8()
        });
        rest = after;
        Some(if is_spaced(first) {
            Run::Spaced(run)
        } else if is_unspaced(first) {
            Run::Unspaced(run)
        } else {
            Run::Symbol(run)
        })
    })
}

/// The order of two terms by their UTF-16 code units, in which JavaScript compares strings. It is that of their bytes, unless one
/// of the first characters in which they differ lies beyond U+FFFF: its surrogates come before U+E000 to U+FFFF.
pub(super) fn order(one: &str, other: &str) -> Ordering {
    let same = common(one, other);
    match (one.as_bytes().get(same), other.as_bytes().get(same)) {
        (Some(0xee..), Some(0xee..)) => one.encode_utf16().cmp(other.encode_utf16()),
        (one, other) => one.cmp(&other),
    }
}

/// The length of the beginning that two terms share, in bytes.
pub(super) fn common(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Sought, are_exact, of_text, of_word, order};
    use crate::fold::fold;

    proptest! {
        #[test]
        fn terms_are_in_the_order_of_javascript(one in "[aé新\u{d7ff}\u{e000}\u{ffff}𠮷🎉]{0,4}", other in "[aé新\u{d7ff}\u{e000}\u{ffff}𠮷🎉]{0,4}") {
            prop_assert_eq!(order(&one, &other), one.encode_utf16().cmp(other.encode_utf16()));
        }
    }

    #[test]
    fn words_and_pairs_are_the_terms_of_a_text() {
        for (text, expected) in [
            ("AWS Lambda、運用する。", &["aws", "lambda", "運用", "用す", "する", "る"][..]),
            ("サーバーレス", &["さば", "ばれ", "れす", "す"]),
            ("5G時代🎉C++", &["5g", "時代", "代", "🎉", "c"]),
            ("ー", &[]),
        ] {
            let mut terms = Vec::new();
            of_text(&fold(text), |term| terms.push(term.to_owned()));
            assert_eq!(terms, expected, "{text}");
        }
    }

    #[test]
    fn a_word_is_sought_by_its_parts() {
        let exactly = |term: &str| Sought::Exactly(term.to_owned());
        let beginning = |term: &str| Sought::Beginning(term.to_owned());
        for (word, expected, exact) in [
            ("lambda", vec![beginning("lambda")], true),
            ("c++", vec![exactly("c")], false),
            ("node.js", vec![exactly("node"), beginning("js")], false),
            ("線", vec![beginning("線")], true),
            ("幹線", vec![exactly("幹線")], true),
            ("新幹線", vec![exactly("新幹"), exactly("幹線")], false),
            // ビール has the pair as well.
            ("びる", vec![exactly("びる")], false),
            ("🎉", vec![exactly("🎉")], true),
            ("aws版", vec![exactly("aws"), beginning("版")], false),
        ] {
            let sought = of_word(word);
            assert_eq!(sought, expected, "{word}");
            assert_eq!(are_exact(word, &sought), exact, "{word}");
        }
    }
}
