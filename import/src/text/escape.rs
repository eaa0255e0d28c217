//! Escapes words as Markdown that renders the same words, with no unnecessary escapes.

use conference::fold::is_cjk;

/// The position of words, as far as it affects escaping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    /// In a paragraph.
    Running,
    /// In the text of a link.
    Link,
    /// In a table cell.
    Cell,
}

/// Appends escaped words to Markdown. `out` has the text before them on the line.
pub(super) fn words(out: &mut String, text: &str, position: Position) {
    let mut rest = text.chars();
    let mut before = out.chars().next_back();
    // Trailing number signs of a heading would be removed.
    let closing = text.trim_end_matches(['#', ' ']).len();
    if out.ends_with(']') && text.starts_with([':', '(']) {
        out.push('\\');
    } else if starts_line(out) {
        let skipped = line_start(out, text);
        for _ in 0..skipped {
            before = rest.next();
        }
    }
    while let Some(character) = rest.next() {
        let after = rest.as_str();
        let next = after.chars().next();
        let escaped = match character {
            '\\' => next.is_none_or(|next| next.is_ascii_punctuation()),
            '`' | '*' | '[' => true,
            ']' => position == Position::Link,
            '_' => !is_word(before) || !is_word(next),
            '~' => before == Some('~') || next == Some('~'),
            '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
            '&' => is_entity(after),
            '{' => next.is_none_or(|next| next == '#'),
            // A link may follow.
            '!' => next.is_none(),
            '#' => text.len() - after.len() > closing,
            '|' => position == Position::Cell,
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(match character {
            '\n' | '\t' => ' ',
            other => other,
        });
        before = Some(character);
    }
}

/// Whether the line has only blanks so far.
fn starts_line(out: &str) -> bool {
    out.is_empty() || out.ends_with('\n')
}

fn is_word(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphanumeric)
}

/// Escapes characters that have a meaning only at the start of a line; returns their number of bytes.
fn line_start(out: &mut String, text: &str) -> usize {
    let line = text.split('\n').next().unwrap_or_default();
    let Some(first) = line.chars().next() else { return 0 };
    // A line that would turn the line above into a table header or a heading.
    if line.contains(['-', '=']) && line.chars().all(|character| matches!(character, '-' | '=' | ':' | '|' | ' ')) {
        for character in line.chars() {
            if matches!(character, '-' | '=') {
                out.push('\\');
            }
            out.push(character);
        }
        return line.chars().count();
    }
    match first {
        '#' | '>' | '+' | '-' | '=' | '|' | ':' => out.push('\\'),
        '~' if line.starts_with("~~") => out.push('\\'),
        '0'..='9' => {
            let digits = line.bytes().take_while(u8::is_ascii_digit).count();
            if line[digits..].starts_with(['.', ')']) {
                out.push_str(&line[..digits]);
                out.push('\\');
                out.push_str(&line[digits..=digits]);
                return digits + 1;
            }
            return 0;
        }
        _ => return 0,
    }
    out.push(first);
    1
}

/// Whether an ampersand begins an entity.
fn is_entity(after: &str) -> bool {
    let name: String = after.chars().take(34).take_while(|&character| character != ';').collect();
    let ends = after[name.len()..].starts_with(';');
    ends && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

/// An address as a link destination.
pub(super) fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for (place, character) in address.char_indices() {
        match character {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '`' => out.push_str("%60"),
            '*' => out.push_str("%2A"),
            '|' => out.push_str("%7C"),
            '&' if is_entity(&address[place + 1..]) => out.push_str("&amp;"),
            _ if character.is_whitespace() => out.push_str("%20"),
            _ if character.is_control() => {}
            _ => out.push(character),
        }
    }
    out
}

/// Whether an address is a web address or a mailbox, so that it can be linked.
pub(super) fn is_address(address: &str) -> bool {
    let lower: String = address.chars().take(8).collect::<String>().to_ascii_lowercase();
    let host = |scheme: &str| address.get(scheme.len()..).filter(|_| lower.starts_with(scheme));
    match host("https://").or_else(|| host("http://")) {
        Some(host) => {
            let is_whole = url::Url::parse(address).is_ok();
            is_whole && host.starts_with(char::is_alphanumeric) && !address.chars().any(is_private)
        }
        None => host("mailto:").is_some_and(|mailbox| mailbox.contains('@') && !mailbox.contains(char::is_whitespace)),
    }
}

/// Noncharacters and control characters, which our own Markdown reserves.
fn is_private(character: char) -> bool {
    character.is_control() || matches!(character, '\u{FDD0}'..='\u{FDEF}')
}

/// Whether two lines are joined without a space.
pub(super) fn joins(before: Option<char>, after: Option<char>) -> bool {
    matches!((before, after), (Some(before), Some(after)) if is_cjk(before) && is_cjk(after))
}

#[cfg(test)]
mod tests {
    use super::{Position::*, *};

    #[test]
    fn only_what_would_mean_something_is_escaped() {
        for (text, position, expected) in [
            ("ふつうの文です。C++ & Rust, 10~20人 (2016)!", Running, "ふつうの文です。C++ & Rust, 10~20人 (2016)\\!"),
            ("snake_case and _x_", Running, "snake_case and \\_x\\_"),
            ("*a* `b` [c](d) <e> &amp; ~~f~~", Running, "\\*a\\* \\`b\\` \\[c](d) \\<e> \\&amp; \\~\\~f\\~\\~"),
            ("- a", Running, "\\- a"),
            ("---- 質問", Running, "\\---- 質問"),
            ("---|:--", Running, "\\-\\-\\-|:\\-\\-"),
            ("12. a", Running, "12\\. a"),
            ("2016年", Running, "2016年"),
            ("# a", Running, "\\# a"),
            ("C#", Running, "C\\#"),
            ("a ##", Running, "a \\#\\#"),
            ("a {#b} {漢字|かんじ} {proxy+}", Running, "a \\{#b} {漢字|かんじ} {proxy+}"),
            ("a]|", Link, "a\\]|"),
            ("a]|", Cell, "a]\\|"),
            ("C:\\a \\\\", Running, "C:\\a \\\\\\\\"),
        ] {
            let mut out = String::new();
            words(&mut out, text, position);
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn addresses_of_scripts_and_files_are_none() {
        for good in ["https://example.org/", "HTTP://例.jp/a", "mailto:hana@example.org"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "/entry/a",
            "https://",
            "https:///a",
            "//example.org",
            "mailto:x",
            "",
            "httpſ://",
            "https://example.or27</start>",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
        assert_eq!(
            destination("https://example.org/a_(b) c?d=e&copy;=f"),
            "https://example.org/a_%28b%29%20c?d=e&amp;copy;=f"
        );
    }
}
