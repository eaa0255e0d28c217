//! Writes text as YAML: without quotes if that is safe, in double quotes otherwise.

use std::fmt::Write as _;

/// The longest comment, in characters.
const LONGEST_COMMENT: usize = 300;

/// The context of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// After the name of a field, up to the end of the line.
    Block,
    /// Between brackets.
    Flow,
}

/// Cleans a value for front matter: it becomes one line, without characters that cannot be shown.
pub(crate) fn clean(text: &str) -> String {
    let invisible = |character: char| {
        (character.is_control() && !character.is_whitespace())
            || matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let mut cleaned = String::with_capacity(text.len());
    let mut breaks = false;
    for character in text.chars().filter(|&character| !invisible(character)) {
        // A line break and the spaces around it become one space; other spaces stay.
        if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') {
            breaks = true;
            continue;
        }
        if breaks {
            cleaned.truncate(cleaned.trim_end().len());
            if character.is_whitespace() {
                continue;
            }
            cleaned.push(' ');
            breaks = false;
        }
        cleaned.push(character);
    }
    cleaned.trim().to_owned()
}

/// A value, quoted if necessary.
pub(super) fn scalar(text: &str, style: Style) -> String {
    let text = clean(text);
    if is_safe(&text, style) { text } else { quoted(&text) }
}

/// A value by the importer, unquoted unless it could be misread.
pub(super) fn plain(text: &str, style: Style) -> String {
    let text = clean(text);
    // A date with a time, such as `2016-10-01 14:15`, cannot be mistaken for a field.
    let safe = text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.chars().all(|character| character.is_ascii_alphanumeric() || " :/_+.-".contains(character))
        && !text.contains(": ")
        && !text.ends_with(':')
        && !(style == Style::Flow && text.contains(':'));
    if safe { text } else { quoted(&text) }
}

/// The name of a field.
pub(super) fn key(name: &str) -> String {
    let safe = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && !is_reserved(name);
    if safe { name.to_owned() } else { quoted(&clean(name)) }
}

/// The text of a comment: on one line, and cut to the longest length.
pub(super) fn comment(text: &str) -> String {
    let text = clean(text);
    match text.char_indices().nth(LONGEST_COMMENT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

/// Whether a text keeps its meaning without quotes, for this program and for other YAML parsers.
fn is_safe(text: &str, style: Style) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let inner = |character: char| match character {
        ',' | '[' | ']' | '{' | '}' => style == Style::Block,
        '"' | '\\' | '`' => false,
        // No-break spaces and invisible characters would not be noticed by editors.
        _ => character == ' ' || !(character.is_whitespace() || is_unprintable(character)),
    };
    first.is_alphanumeric()
        && text.len() <= 1000
        && text.chars().all(inner)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !(style == Style::Flow && text.contains(':'))
        && !is_reserved(text)
        && !looks_like_a_number(text)
}

fn is_reserved(text: &str) -> bool {
    const WORDS: [&str; 9] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Numbers, dates and times, which other programs would not read as text.
fn looks_like_a_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
        && text.chars().all(|character| character.is_ascii_hexdigit() || "xo_.:+-TZ ".contains(character))
}

fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{ffff}')
}

/// A text in double quotes, with invisible characters escaped.
fn quoted(text: &str) -> String {
    let mut result = String::with_capacity(text.len() + 2);
    result.push('"');
    for character in text.chars() {
        match character {
            '"' => result.push_str("\\\""),
            '\\' => result.push_str("\\\\"),
            '\u{200d}' => result.push(character), // holds emoji together
            _ if character != ' ' && character != '\u{3000}' && character.is_whitespace()
                || is_unprintable(character) =>
            {
                _ = write!(result, "\\u{:04X}", u32::from(character));
            }
            _ => result.push(character),
        }
    }
    result.push('"');
    result
}
