//! The sentence around a found word, and the marks of found words.

use std::ops::Range;

use super::folded::Folded;
use crate::words::{find, find_from};

/// The most of a sentence that is shown before the word, in columns: Japanese characters take two.
const BEFORE: usize = 80;
/// The most that is shown, in columns.
const LONGEST: usize = 280;

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its characters.
    pub text: String,
    /// Whether it was searched for.
    pub is_marked: bool,
}

/// A text in stretches, with every occurrence of the folded words marked.
pub(super) fn marked(text: &str, words: &[Box<str>]) -> Vec<Run> {
    let folded = Folded::of(text);
    let mut places: Vec<Range<usize>> = Vec::new();
    for word in words {
        let mut from = 0;
        while let Some(found) = find_from(&folded.text, word, from) {
            places.push(folded.original(&found));
            from = found.end;
        }
    }
    places.sort_by_key(|place| place.start);
    let mut runs = Vec::new();
    let mut end = 0;
    let mut push = |text: &str, is_marked| {
        if !text.is_empty() {
            // A line end between two blocks is a space in one line.
            runs.push(Run { text: text.replace('\n', " "), is_marked });
        }
    };
    for place in places {
        if place.end > end {
            push(&text[end..place.start.max(end)], false);
            push(&text[place.start.max(end)..place.end], true);
            end = place.end;
        }
    }
    push(&text[end..], false);
    runs
}

/// The sentence of a text with the first of the folded words that it has, and some of those after it; the beginning of the
/// text if it has none. What is left out is marked by an ellipsis.
pub(super) fn excerpt(text: &str, folded: &Folded, words: &[Box<str>]) -> Vec<Run> {
    let found = words.iter().find_map(|word| find(&folded.text, word)).map(|found| folded.original(&found));
    let found = found.unwrap_or(0..0);
    let (start, is_cut) = start(text, found.start);
    let (end, is_cut_after) = end(text, start, found.end);
    let mut runs = marked(text[start..end].trim(), words);
    if is_cut {
        runs.insert(0, Run { text: "…".to_owned(), is_marked: false });
    }
    if is_cut_after {
        runs.push(Run { text: "…".to_owned(), is_marked: false });
    }
    runs
}

/// The beginning of the sentence with a place, or a place shortly before it.
fn start(text: &str, place: usize) -> (usize, bool) {
    let (mut start, mut columns) = (place, 0);
    for (before, character) in text[..place].char_indices().rev() {
        if is_end(character, text[start..].chars().next()) {
            return (start, false);
        }
        columns += columns_of(character);
        if columns > BEFORE {
            return (start, true);
        }
        start = before;
    }
    (start, false)
}

/// The end of the last sentence that is shown whole, or the place to which the text is cut.
fn end(text: &str, start: usize, found: usize) -> (usize, bool) {
    let (mut columns, mut sentence) = (0, None);
    for (place, character) in text[start..].char_indices() {
        let place = start + place;
        columns += columns_of(character);
        if columns > LONGEST {
            return sentence.map_or((place, true), |end| (end, false));
        }
        let after = place + character.len_utf8();
        if after >= found && is_end(character, text[after..].chars().next()) {
            sentence = Some(after);
        }
    }
    (text.len(), false)
}

fn columns_of(character: char) -> usize {
    if character < '\u{2E80}' { 1 } else { 2 }
}

/// Whether a sentence ends with a character, before another one.
fn is_end(character: char, next: Option<char>) -> bool {
    match character {
        '。' | '！' | '？' | '\n' => true,
        '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Folded, Run, excerpt, marked};
    use crate::words::words;

    fn shown(runs: &[Run]) -> String {
        runs.iter().map(|run| if run.is_marked { format!("[{}]", run.text) } else { run.text.clone() }).collect()
    }

    #[test]
    fn words_are_marked_as_they_are_written() {
        for (text, query, expected) in [
            ("AWSのサーバーレスとServerless", "ｻｰﾊﾞﾚｽ server", "AWSの[サーバーレス]と[Server]less"),
            ("serverserver server", "server", "[server]server [server]"),
            ("新幹線の幹線", "幹線 新幹", "[新幹][線]の[幹線]"),
            ("㍿山田", "会社", "[㍿]山田"),
            ("何もない", "ある", "何もない"),
        ] {
            assert_eq!(shown(&marked(text, &words(query))), expected, "{text}");
        }
    }

    #[test]
    fn an_excerpt_is_the_sentence_with_the_word() {
        let long = format!("{}運用{}", "あ".repeat(100), "い".repeat(200));
        let cut = format!("…{}[運用]{}…", "あ".repeat(40), "い".repeat(98));
        for (text, query, expected) in [
            ("一つ目。二つ目の運用です。三つ目。", "運用", "二つ目の[運用]です。三つ目。"),
            ("First. Second one, v1.5 ok! Third.", "v1.5", "Second one, [v1.5] ok! Third."),
            ("一行目\n二行目の話\n三行目", "二行", "[二行]目の話 三行目"),
            (&long, "運用", &cut),
            ("何もない。", "ある", "何もない。"),
            ("", "ある", ""),
        ] {
            let excerpt = excerpt(text, &Folded::of(text), &words(query));
            assert_eq!(shown(&excerpt), expected, "{text}");
        }
    }
}
