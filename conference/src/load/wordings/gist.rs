//! The gist of a question: its words without those that only carry the sentence. Questions that differ in these alone have the
//! same gist.

use crate::fold::{is_cjk, nfkc};

/// English words that carry a sentence.
const CARRIERS: [&str; 50] = [
    "a", "about", "am", "an", "and", "any", "are", "at", "be", "been", "can", "could", "did", "do", "does", "for",
    "had", "has", "have", "in", "is", "it", "its", "me", "of", "on", "our", "please", "s", "share", "so", "some",
    "tell", "that", "the", "then", "there", "this", "to", "us", "ve", "was", "we", "were", "will", "with", "would",
    "you", "your", "yourself",
];

/// Japanese words that ask: two questions with different ones are different.
const ASKING: [(&str, char); 16] = [
    ("どうして", '因'),
    ("なぜ", '因'),
    ("何故", '因'),
    ("どのように", '様'),
    ("どうやって", '様'),
    ("どの", '選'),
    ("どれ", '選'),
    ("どちら", '選'),
    ("いつ", '時'),
    ("どこ", '所'),
    ("誰", '人'),
    ("だれ", '人'),
    ("どなた", '人'),
    ("どう", '様'),
    ("いくつ", '数'),
    ("いくら", '数'),
];

/// Japanese words that deny.
const DENYING: [&str; 4] = ["ない", "なかっ", "ません", "なく"];

/// Japanese phrases that only ask for an answer, and words that are also written in kana.
const COURTESIES: [&str; 11] =
    ["教えて", "聞かせ", "お話し", "お願い", "何です", "何でし", "下さい", "事", "時", "方", "頂"];

/// The least weight of a gist: shorter questions are too general.
const LEAST: usize = 4;

/// A kind of letters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    /// Kanji and katakana, each as heavy as a half of another word.
    Japanese,
    /// Letters of words that stand apart, and digits.
    Spaced,
}

/// The gist of a question; `None` if it is too general to compare.
pub(in crate::load) fn gist(text: &str) -> Option<String> {
    let mut text =
        if text.chars().all(is_plain) { text.to_owned() } else { nfkc(text).to_lowercase().replace(['\'', '’'], "") };
    let mut gist = String::new();
    for (word, sign) in ASKING {
        if text.contains(word) {
            text = text.replace(word, "、");
            gist.push(sign);
        }
    }
    gist.extend(DENYING.iter().any(|word| text.contains(word)).then_some('否'));
    for phrase in COURTESIES {
        if text.contains(phrase) {
            text = text.replace(phrase, "、");
        }
    }
    let mut weight = 0;
    for (script, word) in words(&text) {
        match script {
            Script::Japanese => weight += word.chars().count(),
            Script::Spaced if CARRIERS.contains(&word) => continue,
            Script::Spaced => weight += 2,
        }
        let is_plural = script == Script::Spaced && word.len() > 3 && word.is_ascii() && !word.ends_with("ss");
        gist.push_str(if is_plural { word.trim_end_matches('s') } else { word });
        if script == Script::Spaced {
            gist.push(' ');
        }
    }
    (weight >= LEAST).then_some(gist)
}

/// Whether a letter is written in one way only; most questions have no others.
fn is_plain(letter: char) -> bool {
    matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | '\u{4E00}'..='\u{9FFF}' | '、' | '。' | '？' | 'a'..='z' | '0'..='9' | ' ')
}

/// The words of a text without its hiragana.
fn words(text: &str) -> impl Iterator<Item = (Script, &str)> {
    let script = |letter: char| match letter {
        '\u{3041}'..='\u{309f}' => None,
        letter if is_cjk(letter) && letter.is_alphanumeric() || letter == 'ー' => Some(Script::Japanese),
        letter if letter.is_alphanumeric() => Some(Script::Spaced),
        _ => None,
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find(|letter| script(letter).is_some())?;
        let kind = script(rest[start..].chars().next()?)?;
        let word = &rest[start..];
        let end = word.find(|letter| script(letter) != Some(kind)).unwrap_or(word.len());
        rest = &word[end..];
        Some((kind, &word[..end]))
    })
}

#[cfg(test)]
mod tests {
    use super::gist;

    #[test]
    fn questions_that_differ_in_their_phrasing_have_the_same_gist() {
        for (one, other) in [
            ("日本でのご予定は？", "日本での予定を教えてください。"),
            ("最初に書いたプログラムは何ですか？", "最初に書いたプログラムは何でしたか"),
            ("サーバーレスで困ったことは？", "ｻｰﾊﾞｰﾚｽで困った事を教えて下さい"),
            ("What are your plans in Japan?", "So, what are your plan in Japan"),
            ("What was your first program?", "What was the first program?"),
            ("Why did you choose serverless?", "Why did you choose Serverless!"),
        ] {
            assert!(gist(one).is_some(), "{one}");
            assert_eq!(gist(one), gist(other), "{one} {other}");
        }
    }

    #[test]
    fn questions_about_other_things_have_another_gist() {
        for (one, other) in [
            ("日本でのご予定は？", "京都でのご予定は？"),
            ("サーバーレスをなぜ選びましたか？", "サーバーレスをどこで選びましたか？"),
            ("サーバーレスが向く処理は？", "サーバーレスが向かない処理は？"),
            ("What do you like about Rust?", "What do you like about Java?"),
            ("Why did you choose serverless?", "When did you choose serverless?"),
            ("What should a beginner learn?", "What should a beginner not learn?"),
            ("最初に書いたプログラムは？", "最後に書いたプログラムは？"),
        ] {
            assert_ne!(gist(one), gist(other), "{one} {other}");
        }
    }

    #[test]
    fn general_questions_have_none() {
        for text in ["なぜですか？", "具体的には？", "Why?", "And then?", "それはどういうことですか？", ""]
        {
            assert_eq!(gist(text), None, "{text}");
        }
    }
}
