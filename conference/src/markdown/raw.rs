//! Raw HTML through an allow-list: every tag is parsed, and written anew with its allowed attributes.
//!
//! Parsing tags before the sanitiser makes three things possible: omitted HTML is reported with its place; links and
//! images are resolved like those of Markdown; and an unclosed tag, comment or script cannot swallow the text after it.

mod tokens;

use std::collections::HashMap;

pub(super) use self::tokens::{CONTENT_IS_NO_TEXT, Tag, Token, tokens};

/// An allowed element.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: &'static str,
    pub(super) attributes: &'static [&'static str],
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Without content and end tag.
    Void,
    /// Phrasing content.
    Phrase,
    /// Flow content, beside paragraphs.
    Block,
    /// A block with an optional end tag, so that its depth cannot be counted.
    Implied,
}

/// Attributes that are allowed on every element.
pub(super) const EVERYWHERE: [&str; 3] = ["dir", "lang", "title"];

const fn void(name: &'static str, attributes: &'static [&'static str]) -> Element {
    Element { name, attributes, kind: Kind::Void }
}
const fn phrase(name: &'static str, attributes: &'static [&'static str]) -> Element {
    Element { name, attributes, kind: Kind::Phrase }
}
const fn block(name: &'static str, attributes: &'static [&'static str]) -> Element {
    Element { name, attributes, kind: Kind::Block }
}
const fn implied(name: &'static str, attributes: &'static [&'static str]) -> Element {
    Element { name, attributes, kind: Kind::Implied }
}

/// The allowed elements, with their attributes besides [`EVERYWHERE`]. No `h1`, ids, classes or styles: those belong to
/// the page.
#[rustfmt::skip]
pub(super) const ELEMENTS: &[Element] = &[
    phrase("a", &["href"]), phrase("abbr", &[]), phrase("b", &[]), phrase("bdi", &[]), phrase("bdo", &[]),
    block("blockquote", &[]), void("br", &[]), block("caption", &[]), phrase("cite", &[]), phrase("code", &[]),
    void("col", &["span"]), implied("colgroup", &["span"]), implied("dd", &[]), phrase("del", &["datetime"]),
    block("details", &["open"]), phrase("dfn", &[]), block("div", &[]), block("dl", &[]), implied("dt", &[]),
    phrase("em", &[]), block("figcaption", &[]), block("figure", &[]), block("h2", &[]), block("h3", &[]),
    block("h4", &[]), block("h5", &[]), block("h6", &[]), void("hr", &[]), phrase("i", &[]),
    void("img", &["alt", "height", "src", "width"]), phrase("ins", &["datetime"]), phrase("kbd", &[]),
    implied("li", &["value"]), phrase("mark", &[]), block("ol", &["reversed", "start"]), implied("p", &[]),
    block("pre", &[]), phrase("q", &[]), phrase("rp", &[]), phrase("rt", &[]), phrase("ruby", &[]), phrase("s", &[]),
    phrase("samp", &[]), phrase("small", &[]), phrase("span", &[]), phrase("strong", &[]), phrase("sub", &[]),
    block("summary", &[]), phrase("sup", &[]), block("table", &[]), implied("tbody", &[]),
    implied("td", &["colspan", "rowspan"]), implied("tfoot", &[]), implied("th", &["colspan", "rowspan", "scope"]),
    implied("thead", &[]), phrase("time", &["datetime"]), implied("tr", &[]), phrase("u", &[]), block("ul", &[]),
    phrase("var", &[]), void("wbr", &[]),
];

/// The open raw elements of a piece.
#[derive(Debug, Default)]
pub(super) struct Raw {
    /// Whether the piece contains raw HTML and has to be sanitised.
    pub(super) used: bool,
    /// The number of open elements by name.
    pub(super) open: HashMap<&'static str, usize>,
    pub(super) depth: usize,
    pub(super) too_deep: bool,
}

impl Raw {
    /// Whether a link is open.
    pub(super) fn in_link(&self) -> bool {
        self.open.get("a").is_some_and(|&count| count > 0)
    }
}

impl Element {
    pub(super) fn is_inline(&self) -> bool {
        self.kind == Kind::Phrase || matches!(self.name, "br" | "img" | "wbr")
    }

    pub(super) fn has(&self, attribute: &str) -> bool {
        self.attributes.contains(&attribute) || EVERYWHERE.contains(&attribute)
    }

    /// The allowed attributes of a tag; of duplicates the first, as in browsers.
    pub(super) fn allowed_attributes<'t>(&self, tag: &'t Tag<'_>) -> Vec<(&'t str, &'t str)> {
        let mut allowed: Vec<(&str, &str)> = Vec::new();
        for (name, value) in &tag.attributes {
            if self.has(name) && !allowed.iter().any(|(known, _)| known == name) {
                allowed.push((name, value));
            }
        }
        allowed
    }
}
