//! Escapes text for HTML.
//!
//! Escapes exactly the characters that an HTML serialiser escapes, so that sanitising our own markup changes no byte.

/// A brace or bar that the author escaped: it is literal and not part of ruby.
pub(super) const LITERAL_OPEN: char = '\u{FDD1}';
/// See [`LITERAL_OPEN`].
pub(super) const LITERAL_BAR: char = '\u{FDD2}';
/// See [`LITERAL_OPEN`].
pub(super) const LITERAL_CLOSE: char = '\u{FDD3}';

/// Marks a brace or bar as literal.
pub(super) fn literal(character: char) -> char {
    match character {
        '{' => LITERAL_OPEN,
        '|' => LITERAL_BAR,
        '}' => LITERAL_CLOSE,
        other => other,
    }
}

/// The visible character; `None` if HTML does not allow it.
fn visible(character: char) -> Option<char> {
    match character {
        LITERAL_OPEN => Some('{'),
        LITERAL_BAR => Some('|'),
        LITERAL_CLOSE => Some('}'),
        '\n' | '\t' => Some(character),
        '\u{FDD0}'..='\u{FDEF}' => None,
        _ if character.is_control() => None,
        _ if u32::from(character) & 0xFFFE == 0xFFFE => None,
        _ => Some(character),
    }
}

/// Appends plain words.
pub(super) fn words(out: &mut String, text: &str) {
    escape(out, text, |_| None);
}

/// Appends escaped text.
pub(super) fn text(out: &mut String, text: &str) {
    escape(out, text, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\u{A0}' => Some("&nbsp;"),
        _ => None,
    });
}

/// Appends an escaped attribute value for double quotes.
pub(super) fn attribute(out: &mut String, value: &str) {
    escape(out, value, |character| match character {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\u{A0}' => Some("&nbsp;"),
        _ => None,
    });
}

fn escape(out: &mut String, text: &str, entity: impl Fn(char) -> Option<&'static str>) {
    let mut rest = text;
    while let Some(place) = rest.bytes().position(is_remarkable) {
        out.push_str(&rest[..place]);
        rest = &rest[place..];
        let Some(character) = rest.chars().next() else { break };
        rest = &rest[character.len_utf8()..];
        match entity(character) {
            Some(entity) => out.push_str(entity),
            None => out.extend(visible(character)),
        }
    }
    out.push_str(rest);
}

/// Whether a character that starts with this byte may have to be escaped or dropped. Most do not.
fn is_remarkable(byte: u8) -> bool {
    // Beyond ASCII, these bytes start U+0080 to U+00BF, U+F000 to U+FFFF, and everything above U+FFFF.
    matches!(byte, 0..=0x1F | b'"' | b'&' | b'<' | b'>' | 0x7F | 0xC2 | 0xEF | 0xF0..)
}

/// Percent-encodes characters that a URL cannot contain. Keeps existing encodings and letters of all scripts.
pub(super) fn url(url: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=".contains(&byte);
    if url.bytes().all(is_plain) {
        return url.to_owned();
    }
    let mut out = String::with_capacity(url.len());
    // Brackets are allowed only around the host of an IPv6 address.
    let host_end = url.find("://").map_or(0, |scheme| {
        let host = scheme + 3;
        url[host..].find(['/', '?', '#']).map_or(url.len(), |end| host + end)
    });
    for (place, character) in url.char_indices() {
        let kept = match character {
            '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => false,
            '[' | ']' => place < host_end,
            '%' => url.as_bytes().get(place + 1..place + 3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)),
            _ => !character.is_whitespace() && visible(character) == Some(character),
        };
        if kept {
            out.push(character);
        } else {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                out.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    out
}

/// Decodes percent-encoding; text that would not be UTF-8 is left unchanged.
pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_keep_what_they_may_hold() {
        for (written, expected) in [
            ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
            ("https://[::1]/[a] b", "https://[::1]/%5Ba%5D%20b"),
            ("https://例え.jp/日本語", "https://例え.jp/日本語"),
            ("a%20b%zz\"<>", "a%20b%25zz%22%3C%3E"),
            ("全角\u{3000}空白\u{1}", "全角%E3%80%80空白%01"),
        ] {
            assert_eq!(url(written), expected);
        }
    }

    #[test]
    fn decodes_what_is_percent_encoded() {
        for (written, expected) in
            [("%E5%95%8F", "問"), ("a%2", "a%2"), ("%", "%"), ("%zz", "%zz"), ("%FF", "%FF"), ("問%20い", "問 い")]
        {
            assert_eq!(percent_decoded(written), expected);
        }
    }

    #[test]
    fn what_html_cannot_hold_is_left_out() {
        let mut out = String::new();
        text(&mut out, "a<b>&\u{a0}\"\u{0}\u{1}\u{fdd0}\u{ffff}\u{1ffff}\u{fdd1}\n");
        assert_eq!(out, "a&lt;b&gt;&amp;&nbsp;\"{\n");
    }
}
