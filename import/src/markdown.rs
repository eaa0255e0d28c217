//! The texts of a source as Markdown that this site can show.

mod html;
mod safe;

pub use html::{is_html, to_markdown};
pub use safe::mend;

/// A plain text as Markdown that shows exactly its words: line ends stay, and addresses become links.
pub fn from_plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut result = String::with_capacity(text.len() + text.len() / 8);
    let mut lines = text.trim().lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim();
        result.push_str(&escape_line(line));
        let goes_on = lines.peek().is_some_and(|next| !next.trim().is_empty());
        // A hard break: who writes plain text means every line end.
        result.push_str(if goes_on && !line.is_empty() { "\\\n" } else { "\n" });
    }
    result.truncate(result.trim_end().len());
    result
}

/// One line of words, every character of which stands for itself.
fn escape_line(line: &str) -> String {
    let mut result = String::with_capacity(line.len() + 8);
    for (place, word) in line.split(' ').enumerate() {
        if place > 0 {
            result.push(' ');
        }
        match address(word) {
            Some((url, rest)) => {
                result.push('<');
                result.push_str(url);
                result.push('>');
                escape_into(&mut result, rest);
            }
            None if place == 0 => escape_start(&mut result, word),
            None => escape_into(&mut result, word),
        }
    }
    result
}

/// What begins a list, a heading or a rule at the beginning of a line does not begin one here.
fn escape_start(result: &mut String, word: &str) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    match word.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => {
            result.push_str(&word[..digits]);
            result.push('\\');
            result.push_str(&word[digits..=digits]);
            escape_into(result, &word[digits + 1..]);
        }
        Some(b'-' | b'+' | b'=') if digits == 0 => {
            result.push('\\');
            result.push_str(&word[..1]);
            escape_into(result, &word[1..]);
        }
        _ => escape_into(result, word),
    }
}

fn escape_into(result: &mut String, words: &str) {
    for character in words.chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&' | '^'
        ) {
            result.push('\\');
        }
        result.push(character);
    }
}

/// The web address that a word is, and the punctuation after it.
fn address(word: &str) -> Option<(&str, &str)> {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"))?;
    let end = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'']).len();
    let url = &word[..end];
    let plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'\\' | b'`' | b'"'));
    (plain && rest.starts_with(|first: char| first.is_ascii_alphanumeric()) && !url.ends_with("//"))
        .then(|| (url, &word[end..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{from_plain, mend, to_markdown};

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

        #[test]
        fn plain_text_and_html_never_need_mending(text in r#"([\[\]()!<>#{}\\/a-z0-9.:"|`~*_+=^& \n-]|<!--|<b|</p>|<a href=|https://a\.b|---- |\{#|!\[|漢){0,40}"#) {
            for mut body in [from_plain(&text), to_markdown(&text)] {
                let (before, mut checks) = (body.clone(), Vec::new());
                mend(&mut [(&mut body, &mut checks)]);
                prop_assert_eq!((body, checks), (before, vec![]));
            }
        }
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(from_plain(text), expected);
    }

    #[test]
    fn words_stay_words() {
        check("Learn *this*, _that_ & <b>more</b>", "Learn \\*this\\*, \\_that\\_ \\& \\<b\\>more\\</b\\>");
        check(
            "# No heading\n- no list\n1. no list\n---\n===",
            "\\# No heading\\\n\\- no list\\\n1\\. no list\\\n\\---\\\n\\===",
        );
        check("---- Question?", "\\---- Question?");
        check("{漢字|かんじ} [a](b)", "\\{漢字\\|かんじ\\} \\[a\\](b)");
    }

    #[test]
    fn lines_and_paragraphs_stay() {
        check("one\r\ntwo\r\n\r\n  three  \n\n\n", "one\\\ntwo\n\nthree");
        check("", "");
    }

    #[test]
    fn addresses_become_links() {
        check("See https://example.org/a_b?c=1.", "See <https://example.org/a_b?c=1>.");
        check("http:// or https://<script>", "http:// or https://\\<script\\>");
    }
}
