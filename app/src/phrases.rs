//! The phrases of titles, between which their lines break.

use std::ops::Range;

use conference::fold::is_cjk;

/// The phrases of a text; one for a language without marked phrases.
pub(crate) fn phrases(text: &str, language: &str) -> Vec<Range<usize>> {
    if language == "ja" { ranges(text) } else { std::iter::once(0..text.len()).collect() }
}

/// The phrases of a Japanese text. Latin words keep together, and no line begins or ends with a character that may not
/// stand there (JIS X 4051). A phrase that is longer than a line of a phone may break where the script changes.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let (mut ranges, mut start, mut end) = (Vec::new(), 0, 0);
    let phrases = budoux::parse(budoux::models::default_japanese_model(), text);
    for piece in phrases.iter().flat_map(|phrase| pieces(phrase)) {
        if let (Some(before), Some(after)) = (text[start..end].chars().next_back(), piece.chars().next())
            && (is_cjk(before) || is_cjk(after))
            && !before.is_whitespace()
            && !after.is_whitespace()
            && !OPENING.contains(before)
            && !NOT_AT_START.contains(after)
        {
            ranges.push(start..end);
            start = end;
        }
        end += piece.len();
    }
    ranges.push(start..text.len());
    ranges
}

/// A phrase in one piece or, if it is long, in pieces of one script.
fn pieces(phrase: &str) -> Vec<&str> {
    let width: usize = phrase.chars().map(|c| if is_cjk(c) { 2 } else { 1 }).sum();
    if width <= LONG {
        return vec![phrase];
    }
    let (mut pieces, mut rest) = (Vec::new(), phrase);
    let mut before = None;
    for (place, c) in phrase.char_indices() {
        let script = Script::of(c);
        if script.is_some() && before.is_some() && script != before {
            let (piece, after) = rest.split_at(place - (phrase.len() - rest.len()));
            pieces.push(piece);
            rest = after;
        }
        before = script;
    }
    pieces.push(rest);
    pieces
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Katakana,
    Kanji,
}

impl Script {
    /// The script of a word that stands for itself; hiragana belong to the word before them.
    fn of(c: char) -> Option<Self> {
        match c {
            'ァ'..='ヺ' | 'ー' => Some(Self::Katakana),
            '々' | '\u{3400}'..='\u{9FFF}' => Some(Self::Kanji),
            c if c.is_alphanumeric() && !is_cjk(c) => Some(Self::Latin),
            _ => None,
        }
    }
}

/// In half-width characters.
const LONG: usize = 20;
const OPENING: &str = "（［｛〔〈《「『【‘“([{";
const NOT_AT_START: &str =
    "）］｝〕〉》」』】’”)]}、。，．・：；？！,.:;?!ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〜～…‥";

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn titles_break_between_phrases() {
        for (title, expected) in [
            ("サーバーレスの運用を考える", "サーバーレスの|運用を|考える"),
            ("Zombie Apocalypse Workshop", "Zombie Apocalypse Workshop"),
            ("「サーバーレス」とは何か？", "「サーバーレス」とは|何か？"),
            ("(ServerlessConfセッション紹介)", "(ServerlessConf|セッション|紹介)"),
            ("", ""),
        ] {
            let phrases: Vec<_> = ranges(title).into_iter().map(|range| &title[range]).collect();
            assert_eq!(phrases.join("|"), expected);
        }
    }
}
