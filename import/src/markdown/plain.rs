//! Converts plain text into Markdown.

/// Converts plain text into Markdown that renders the same words. Line breaks are kept, and addresses become links.
pub fn from_plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut result = String::with_capacity(text.len() + text.len() / 8);
    let mut lines = text.trim().lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim();
        result.push_str(&escape_line(line));
        let goes_on = lines.peek().is_some_and(|next| !next.trim().is_empty());
        // A hard break: in plain text every line break is intended.
        result.push_str(if goes_on && !line.is_empty() { "\\\n" } else { "\n" });
    }
    result.truncate(result.trim_end().len());
    result
}

/// Escapes a line, so that every character is literal.
pub(super) fn escape_line(line: &str) -> String {
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

/// Escapes characters that begin a list, heading or rule at the start of a line.
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

/// Splits a word into a web address and the punctuation after it.
fn address(word: &str) -> Option<(&str, &str)> {
    let rest = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"))?;
    let end = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'']).len();
    let url = &word[..end];
    let plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'\\' | b'`' | b'"'));
    (plain && rest.starts_with(|first: char| first.is_ascii_alphanumeric()) && !url.ends_with("//"))
        .then(|| (url, &word[end..]))
}
