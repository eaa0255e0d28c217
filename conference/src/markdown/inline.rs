//! Finds ruby, bare URLs and line breaks within text.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::fold::is_cjk;

use super::{escape, spanned::Spanned};

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Inline<'t> {
    /// Plain words.
    Words(&'t str),
    /// `{base|reading}`.
    Ruby {
        /// The base text.
        base: &'t str,
        /// Its reading.
        reading: &'t str,
    },
    /// A bare URL, `https://…`.
    Address(&'t str),
}

/// Splits a text into its parts, in linear time.
pub(super) fn parts(text: &str) -> impl Iterator<Item = Inline<'_>> {
    let mut done = 0;
    let mut found = None;
    std::iter::from_fn(move || {
        if let Some((part, end)) = found.take() {
            done = end;
            return Some(part);
        }
        let start = done;
        let mut from = start;
        while let Some(place) = text.as_bytes()[from..].iter().position(|byte| matches!(byte, b'{' | b'h')) {
            let place = from + place;
            let before = text[..place].chars().next_back();
            if let Some((part, length)) = ruby(&text[place..], before).or_else(|| address(&text[place..], before)) {
                if place == start {
                    done = place + length;
                    return Some(part);
                }
                found = Some((part, place + length));
                return Some(Inline::Words(&text[start..place]));
            }
            from = place + 1;
        }
        done = text.len();
        (start < done).then(|| Inline::Words(&text[start..]))
    })
}

/// Appends a text without its ruby readings.
pub(super) fn words(out: &mut String, text: &str) {
    for part in parts(text) {
        match part {
            Inline::Words(text) | Inline::Ruby { base: text, .. } | Inline::Address(text) => escape::words(out, text),
        }
    }
}

/// Parses ruby at the start of a text; returns it with its length in bytes.
///
/// The base must contain an ideograph, as `{a|b}` is code or mathematics. `${…}`, `#{…}`, `%{…}` and `{{…}}` are
/// templates.
fn ruby(text: &str, before: Option<char>) -> Option<(Inline<'_>, usize)> {
    let inside = text.strip_prefix('{')?;
    let inside = &inside[..inside.find(['{', '}'])?];
    let closed = text[1 + inside.len()..].starts_with('}');
    let (base, reading) = inside.split_once('|')?;
    let is_template = matches!(before, Some('$' | '#' | '%' | '{'));
    let is_reading = !reading.trim().is_empty() && !reading.contains('|');
    let is_ruby = closed && !is_template && is_reading && base.chars().any(is_ideograph);
    is_ruby.then_some((Inline::Ruby { base, reading }, inside.len() + 2))
}

/// The offset of the bar of ruby at the start of a text.
pub(super) fn ruby_bar(text: &str, before: Option<char>) -> Option<usize> {
    match ruby(text, before)? {
        // A bar that the author escaped needs no other backslash.
        (Inline::Ruby { base, .. }, _) if !base.ends_with('\\') => Some(1 + base.len()),
        _ => None,
    }
}

fn is_ideograph(character: char) -> bool {
    matches!(character, '々' | '〆' | '〇' | 'ヶ' | '\u{2E80}'..='\u{2FDF}' | '\u{3400}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Parses a bare URL at the start of a text; returns it with its length in bytes.
fn address(text: &str, before: Option<char>) -> Option<(Inline<'_>, usize)> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    if before.is_some_and(|before| before.is_ascii_alphanumeric()) || !host.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let scheme = text.len() - host.len();
    let ends = |character: char| match character {
        '<' | '>' | '"' | '`' | '{' | '|' | '}' | '\\' | '^' => true,
        _ if character.is_ascii() => !character.is_ascii_graphic(),
        // In Japanese no space follows a URL.
        _ => is_cjk(character) || !character.is_alphanumeric(),
    };
    let address = &text[..scheme + host.find(ends).unwrap_or(host.len())];
    let address = without_punctuation(address);
    (address.len() > scheme).then_some((Inline::Address(address), address.len()))
}

/// Removes trailing punctuation, which belongs to the sentence, and a closing parenthesis that the URL did not open.
fn without_punctuation(address: &str) -> &str {
    let bytes = address.as_bytes();
    let count = |byte: u8| bytes.iter().filter(|&&other| other == byte).count();
    let mut unopened = count(b')').saturating_sub(count(b'('));
    let mut end = bytes.len();
    while let Some(last) = bytes[..end].last() {
        match last {
            b'_' if is_closed(&address[..end]) => break,
            b'.' | b',' | b':' | b';' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'~' | b']' => end -= 1,
            b')' if unopened > 0 => {
                unopened -= 1;
                end -= 1;
            }
            _ => break,
        }
    }
    &address[..end]
}

/// Whether the underscores at the end of an address belong to its last part, as those of `/__init__`.
fn is_closed(address: &str) -> bool {
    let part = address.rsplit('/').next().unwrap_or_default();
    part.starts_with('_') && !part.trim_matches('_').is_empty()
}

/// The first visible character up to the end of the line or block.
pub(super) fn first_visible(events: &[Spanned<'_>]) -> Option<char> {
    for (event, _) in events {
        match event {
            Event::Text(text) if !text.is_empty() => {
                return match ruby(text, None) {
                    Some((Inline::Ruby { base, .. }, _)) => base.chars().next(),
                    _ => text.chars().next(),
                };
            }
            Event::Code(text) => return text.chars().next(),
            Event::Text(_) | Event::InlineHtml(_) => {}
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) => {}
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{Inline::*, *};

    #[test]
    fn ruby_has_an_ideograph_and_a_reading() {
        let ruby = |base, reading| vec![Ruby { base, reading }];
        for (text, expected) in [
            ("{漢字|かんじ}", ruby("漢字", "かんじ")),
            ("{時々|ときどき}", ruby("時々", "ときどき")),
            ("{今日|today}", ruby("今日", "today")),
            ("a{漢字|かんじ}", vec![Words("a"), Ruby { base: "漢字", reading: "かんじ" }]),
            ("{a{漢字|かんじ}", vec![Words("{a"), Ruby { base: "漢字", reading: "かんじ" }]),
        ] {
            assert_eq!(parts(text).collect::<Vec<_>>(), expected, "{text}");
        }
        for text in [
            "{proxy+}",
            "!ImportValue",
            "${変数}",
            "${a|b}",
            "${変数|値}",
            "#{変数|値}",
            "{{変数|値}}",
            "{a|b}",
            "{かな|カナ}",
            "{漢字|}",
            "{漢字| }",
            "{漢字}",
            "{漢字|かん|じ}",
            "{漢字|かんじ",
            "{|}",
            "{漢字\u{FDD2}かんじ}",
            "\u{FDD1}漢字|かんじ}",
        ] {
            assert_eq!(parts(text).collect::<Vec<_>>(), [Words(text)], "{text}");
        }
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        for (text, address) in [
            ("https://example.org", "https://example.org"),
            ("見よhttps://example.org/a_b?c=d&e#f。次", "https://example.org/a_b?c=d&e#f"),
            ("（https://example.org/a）", "https://example.org/a"),
            ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
            ("https://example.org/a, b", "https://example.org/a"),
            ("https://example.org/...!?", "https://example.org/"),
            ("https://example.orgを見よ", "https://example.org"),
            ("https://example.org/é…", "https://example.org/é"),
            ("http://a", "http://a"),
            ("https://example.org/__init__", "https://example.org/__init__"),
            ("https://example.org/a_", "https://example.org/a"),
            ("https://example.org/_", "https://example.org/"),
        ] {
            let found = parts(text).find(|part| matches!(part, Address(_)));
            assert_eq!(found, Some(Address(address)), "{text}");
        }
        for text in ["https://", "https:///a", "xhttps://a", "https//a", "ftp://a", "http", "https://。"] {
            assert_eq!(parts(text).collect::<Vec<_>>(), [Words(text)], "{text}");
        }
    }
}
