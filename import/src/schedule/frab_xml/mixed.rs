//! A text of XHTML elements, in which other parts may be escaped HTML: `&lt;p&gt;a&lt;/p&gt;<p>b</p>`.
//!
//! The text as a whole decides whether `<b>` between the elements is a tag or words about a tag. Within code it is words.

use quick_xml::escape::escape;

use crate::markdown::is_element;

/// A text, piece by piece.
#[derive(Debug, Default)]
pub(super) struct Mixed {
    pieces: Vec<Piece>,
    /// The open elements; `true` for code.
    open: Vec<bool>,
}

#[derive(Debug)]
enum Piece {
    /// A tag of an element.
    Tag(String),
    /// Words between elements, or within one.
    Words { words: String, depth: usize },
    /// Words within code.
    Code(String),
}

/// Elements without end tag.
const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];

impl Mixed {
    pub(super) fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        let attributes = attributes.iter().map(|(name, value)| format!(" {name}=\"{}\"", escape(value)));
        self.pieces.push(Piece::Tag(format!("<{name}{}>", attributes.collect::<String>())));
        let is_code = self.is_code() || matches!(name, "code" | "pre" | "kbd" | "samp" | "tt");
        self.open.push(is_code);
    }

    pub(super) fn close(&mut self, name: &str) {
        self.open.pop();
        if !VOID.contains(&name) {
            self.pieces.push(Piece::Tag(format!("</{name}>")));
        }
    }

    /// Adds words, which the parser splits at every entity.
    pub(super) fn words(&mut self, more: &str) {
        let (depth, is_code) = (self.open.len(), self.is_code());
        match self.pieces.last_mut() {
            Some(Piece::Words { words, .. }) if !is_code => words.push_str(more),
            Some(Piece::Code(words)) if is_code => words.push_str(more),
            _ if is_code => self.pieces.push(Piece::Code(more.to_owned())),
            _ => self.pieces.push(Piece::Words { words: more.to_owned(), depth }),
        }
    }

    /// Whether there are elements.
    pub(super) fn has_elements(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Tag(_)))
    }

    /// The text as HTML.
    pub(super) fn html(&self) -> String {
        let words = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Words { words, .. } => Some(words.as_str()),
            _ => None,
        });
        let is_escaped = has_markup(&words.collect::<Vec<_>>().join(" "));
        let html = self.pieces.iter().map(|piece| match piece {
            Piece::Tag(tag) => tag.clone(),
            Piece::Words { words, depth } if is_escaped => tags_kept(words, *depth == 0),
            Piece::Words { words, .. } | Piece::Code(words) => escape(words).into_owned(),
        });
        html.collect::<String>().trim().to_owned()
    }

    fn is_code(&self) -> bool {
        self.open.last().copied().unwrap_or_default()
    }
}

/// Whether words contain HTML: an element with start and end, a line break, or a block at their beginning.
fn has_markup(words: &str) -> bool {
    let mut open: Vec<String> = Vec::new();
    let start = words.trim_start();
    for tag in tags(words) {
        let name = tag.name.to_ascii_lowercase();
        let is_block = matches!(name.as_str(), "p" | "div" | "ul" | "ol" | "blockquote" | "table");
        let is_first = std::ptr::eq(tag.text.as_ptr(), start.as_ptr());
        if tag.is_end && open.contains(&name) || VOID.contains(&name.as_str()) || is_block && is_first && !tag.is_end {
            return true;
        }
        // Longer lists would only cost time.
        if !tag.is_end && !open.contains(&name) {
            open.push(name);
        }
    }
    false
}

/// Words as HTML: known tags stay, and everything else is escaped. Between elements, entities stay as well.
fn tags_kept(words: &str, keeps_entities: bool) -> String {
    let mut html = String::with_capacity(words.len());
    let mut done = 0;
    let mut has_tags = false;
    let plain = |words: &str, keeps: bool| {
        let escaped = escape(words);
        if keeps { escaped.replace("&amp;", "&") } else { escaped.into_owned() }
    };
    let all: Vec<Tag<'_>> = tags(words).collect();
    has_tags |= !all.is_empty();
    for tag in all {
        html.push_str(&plain(&words[done..tag.start], keeps_entities || has_tags));
        html.push_str(tag.text);
        done = tag.start + tag.text.len();
    }
    html.push_str(&plain(&words[done..], keeps_entities || has_tags));
    html
}

/// A tag in words.
struct Tag<'w> {
    start: usize,
    text: &'w str,
    name: &'w str,
    is_end: bool,
}

/// The tags of known elements.
fn tags(words: &str) -> impl Iterator<Item = Tag<'_>> {
    let ends: Vec<usize> = words.match_indices('>').map(|(place, _)| place).collect();
    words.match_indices('<').filter_map(move |(start, _)| {
        let after = &words[start + 1..];
        let name = after.strip_prefix('/').unwrap_or(after);
        let length = name.find(|next: char| !next.is_ascii_alphanumeric())?;
        let (name, rest) = name.split_at(length);
        let is_known = is_element(&name.to_ascii_lowercase()) || VOID.contains(&name.to_ascii_lowercase().as_str());
        let is_tag = is_known && rest.starts_with(|next: char| next.is_whitespace() || matches!(next, '>' | '/'));
        let end = *ends.get(ends.partition_point(|end| *end < start))?;
        let text = &words[start..=end];
        (is_tag && !text[1..].contains('<')).then_some(Tag { start, text, name, is_end: after.starts_with('/') })
    })
}

#[cfg(test)]
mod tests {
    use super::has_markup;

    #[test]
    fn words_about_tags_are_no_markup() {
        for (words, expected) in [
            ("<p>a</p>", true),
            (" <P>a", true),
            ("a<br>b", true),
            ("a <b>b</b> c", true),
            ("Use the <b> tag", false),
            ("1 < 2 and 3 > 2", false),
            ("Vec<T> and Option<Vec<T>>", false),
            ("</p> ends it, <p> begins it", false),
            ("<title>a</title>", false),
            ("<b <i>", false),
            ("", false),
        ] {
            assert_eq!(has_markup(words), expected, "{words}");
        }
    }
}
