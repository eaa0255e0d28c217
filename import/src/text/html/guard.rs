//! Guards the tokenizer against tags with very many attributes, as it compares each attribute with all others.

use std::borrow::Cow;

/// The approximate limit of attributes of a tag.
const ATTRIBUTES: usize = 100;

/// The limit of a tag's length in bytes. Inline styles and pictures make tags long.
const LONGEST: usize = 1 << 20;

/// Escapes tags above the limits, so that they become text.
pub(super) fn guarded(html: &str) -> Cow<'_, str> {
    let mut guarded = String::new();
    let mut done = 0;
    let mut place = 0;
    while let Some(start) = html[place..].find('<').map(|found| place + found) {
        let (end, is_harmless) = scan(html.as_bytes(), start + 1);
        place = end;
        if !is_harmless {
            guarded.push_str(&html[done..start]);
            guarded.push_str(&html[start..end].replace('<', "&lt;"));
            done = end;
        }
    }
    if done == 0 {
        return Cow::Borrowed(html);
    }
    guarded.push_str(&html[done..]);
    Cow::Owned(guarded)
}

/// Finds the end of a tag, or the place where it is given up, and whether it can be read.
fn scan(html: &[u8], start: usize) -> (usize, bool) {
    if !html.get(start).is_some_and(|&first| first.is_ascii_alphabetic() || first == b'/') {
        return (start, true);
    }
    let mut attributes = 0;
    let mut quote = None;
    for (place, &byte) in html.iter().enumerate().skip(start) {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return (place + 1, true),
            (None, b'"' | b'\'') => {
                attributes += 1;
                quote = Some(byte);
            }
            (None, b'/') => attributes += 1,
            (None, _) if byte.is_ascii_whitespace() => attributes += 1,
            _ => {}
        }
        // At an ASCII character, so that no character is cut.
        if (attributes > 2 * ATTRIBUTES || place - start > LONGEST) && byte.is_ascii() {
            return (place + 1, false);
        }
    }
    (html.len(), false)
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn tags_without_end_are_words() {
        assert_eq!(guarded("<p class=\"a>b\">c</p> 1 < 2"), "<p class=\"a>b\">c</p> 1 < 2");
        assert_eq!(guarded("<p>a</p><a href='b"), "<p>a</p>&lt;a href='b");
        let many: String = (0..1000).map(|number| format!(" a{number}='>'")).collect();
        assert!(guarded(&format!("<a{many}>")).starts_with("&lt;a a0"));
    }
}
