//! Splits raw HTML into tags and text, in linear time for any input.

use std::ops::Range;

/// A token of raw HTML. Comments and declarations produce none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) enum Token<'t> {
    /// Text, with entities as written.
    Text(&'t str),
    /// A start tag.
    Open(Tag<'t>),
    /// An end tag; its name in lower case.
    Close(String),
    /// An unclosed comment, or an unclosed element whose content is dropped: it would hide the rest.
    Unclosed(Range<usize>),
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::markdown) struct Tag<'t> {
    /// The name in lower case.
    pub(in crate::markdown) name: String,
    /// Names in lower case; values with entities as written.
    pub(in crate::markdown) attributes: Vec<(String, &'t str)>,
    /// Its bytes in the raw HTML.
    pub(in crate::markdown) span: Range<usize>,
}

/// Elements whose content is not text and is dropped with them.
pub(in crate::markdown) const CONTENT_IS_NO_TEXT: [&str; 15] = [
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "xmp",
];

/// Tokenises raw HTML.
pub(in crate::markdown) fn tokens(html: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut text = 0;
    while let Some(start) = html[at..].find('<').map(|place| at + place) {
        let rest = &html[start..];
        let mut hides = None;
        let (token, end) = match rest.as_bytes().get(1) {
            Some(b'!' | b'?') => match declaration(rest) {
                Some(length) => (None, start + length),
                None => (unclosed(html, start..start + 4), html.len()),
            },
            Some(b'/') if starts_with_letter(&rest[2..]) => {
                let name = name(&rest[2..]).to_ascii_lowercase();
                let end = rest.find('>').map_or(html.len(), |end| start + end + 1);
                (Some(Token::Close(name)), end)
            }
            Some(_) if starts_with_letter(&rest[1..]) => match open(rest, start) {
                Some(tag) if CONTENT_IS_NO_TEXT.contains(&tag.name.as_str()) => {
                    let span = tag.span.clone();
                    let length = content(&html[span.end..], &tag.name);
                    hides = if length.is_none() { unclosed(html, span.clone()) } else { None };
                    (Some(Token::Open(tag)), length.map_or(html.len(), |length| span.end + length))
                }
                Some(tag) => {
                    let end = tag.span.end;
                    (Some(Token::Open(tag)), end)
                }
                // An unclosed tag: the rest is text, and is not searched again.
                None => break,
            },
            _ => {
                at = start + 1;
                continue;
            }
        };
        if text < start {
            tokens.push(Token::Text(&html[text..start]));
        }
        tokens.extend(token);
        tokens.extend(hides);
        at = end;
        text = end;
    }
    if text < html.len() {
        tokens.push(Token::Text(&html[text..]));
    }
    tokens
}

fn starts_with_letter(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
}

fn name(text: &str) -> &str {
    let end = text.find(|character: char| character.is_ascii_whitespace() || matches!(character, '/' | '>'));
    &text[..end.unwrap_or(text.len())]
}

/// An unclosed token, unless nothing follows it.
fn unclosed(html: &str, span: Range<usize>) -> Option<Token<'_>> {
    let hidden = html.get(span.end..).unwrap_or_default();
    (!hidden.trim().is_empty()).then_some(Token::Unclosed(span))
}

/// The length of a comment or declaration; `None` if it is unclosed.
fn declaration(html: &str) -> Option<usize> {
    let (from, end) = if html.starts_with("<!--") {
        // "<!-->" is a complete comment.
        (2, "-->")
    } else if html.starts_with("<![CDATA[") {
        (0, "]]>")
    } else {
        (0, ">")
    };
    html[from..].find(end).map(|place| from + place + end.len())
}

/// The length of an element's content with its end tag; `None` if it is unclosed.
fn content(html: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(place) = html[at..].find("</").map(|place| at + place) {
        let after = &html[place + 2..];
        if after.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name)) {
            return after.find('>').map(|end| place + 2 + end + 1);
        }
        at = place + 2;
    }
    None
}

/// Parses the start tag at the beginning of a text; `None` if it is unclosed.
fn open(html: &str, start: usize) -> Option<Tag<'_>> {
    let name = name(&html[1..]);
    let mut attributes = Vec::new();
    let mut at = 1 + name.len();
    loop {
        at += blank(&html[at..], |byte| byte == b'/');
        let rest = &html[at..];
        let first = rest.chars().next()?;
        if first == '>' {
            return Some(Tag { name: name.to_ascii_lowercase(), attributes, span: start..start + at + 1 });
        }
        let ends = |character: char| character.is_ascii_whitespace() || matches!(character, '/' | '>' | '=');
        let end = rest[first.len_utf8()..].find(ends).map_or(rest.len(), |end| first.len_utf8() + end);
        at += end;
        let attribute = rest[..end].to_ascii_lowercase();
        let after = at + blank(&html[at..], |_| false);
        if !html[after..].starts_with('=') {
            attributes.push((attribute, ""));
            continue;
        }
        at = after + 1;
        at += blank(&html[at..], |_| false);
        let rest = &html[at..];
        let (value, length) = match rest.chars().next()? {
            quote @ ('"' | '\'') => {
                let end = rest[1..].find(quote)?;
                (&rest[1..1 + end], end + 2)
            }
            _ => {
                let ends = |character: char| character.is_ascii_whitespace() || character == '>';
                let end = rest.find(ends)?;
                (&rest[..end], end)
            }
        };
        attributes.push((attribute, value));
        at += length;
    }
}

fn blank(text: &str, also: impl Fn(u8) -> bool) -> usize {
    text.bytes().take_while(|&byte| byte.is_ascii_whitespace() || also(byte)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag<'t>(name: &str, attributes: &[(&str, &'t str)], span: Range<usize>) -> Token<'t> {
        let attributes = attributes.iter().map(|&(name, value)| (name.to_owned(), value)).collect();
        Token::Open(Tag { name: name.to_owned(), attributes, span })
    }

    #[test]
    fn reads_tags_as_browsers_do() {
        for (html, expected) in [
            ("a < b", vec![Token::Text("a < b")]),
            ("<B>a</b >c", vec![tag("b", &[], 0..3), Token::Text("a"), Token::Close("b".into()), Token::Text("c")]),
            (
                "<img SRC=a.png alt='b > c'\nwidth = \"3\" hidden/>",
                vec![tag("img", &[("src", "a.png"), ("alt", "b > c"), ("width", "3"), ("hidden", "")], 0..47)],
            ),
            ("<a/href=x>", vec![tag("a", &[("href", "x")], 0..10)]),
            ("<a =x>", vec![tag("a", &[("=x", "")], 0..6)]),
            ("a<!-- <b> -->c<!-->d<?x?>e<!DOCTYPE html>f", ["a", "c", "d", "e", "f"].map(Token::Text).to_vec()),
            ("a<!-- b", vec![Token::Text("a"), Token::Unclosed(1..5)]),
            ("<!--", vec![]),
            ("<script>a</b></SCRIPT>c", vec![tag("script", &[], 0..8), Token::Text("c")]),
            ("<style>a", vec![tag("style", &[], 0..7), Token::Unclosed(0..7)]),
            ("<style>", vec![tag("style", &[], 0..7)]),
            ("a<b title=\"c", vec![Token::Text("a<b title=\"c")]),
            ("a</b", vec![Token::Text("a"), Token::Close("b".into())]),
            ("<日本>", vec![Token::Text("<日本>")]),
        ] {
            assert_eq!(tokens(html), expected, "{html}");
        }
    }
}
