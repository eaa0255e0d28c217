//! The elements of HTML that blogs use.

/// The meaning of an element to the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Begins and ends a paragraph.
    Block,
    Heading(u8),
    List(Order),
    Item,
    Term,
    Description,
    Quote,
    Preformatted,
    Table,
    Row,
    Cell,
    Break,
    Rule,
    Picture,
    Frame,
    Anchor,
    Strong,
    Emphasis,
    Strike,
    Code,
    Ruby,
    RubyText,
    RubyParenthesis,
    /// A quotation within a sentence.
    Quoted,
    Superscript,
    Subscript,
    /// A recording or another file that is shown in the page.
    Media,
    Caption,
    /// A field of a form.
    Field,
    Script,
    /// Has no words: styles, drawings.
    Hidden,
    /// Has no meaning in Markdown.
    Span,
}

/// Whether a list is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Ordered,
    Unordered,
}

impl Element {
    /// The element with a name in lower case.
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "p" | "div" | "section" | "article" | "header" | "footer" | "main" | "aside" | "nav" | "figure"
            | "figcaption" | "center" | "address" | "details" | "summary" | "html" | "head" | "body" | "form"
            | "fieldset" => Self::Block,
            "caption" => Self::Caption,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "ul" | "menu" | "dl" => Self::List(Order::Unordered),
            "ol" => Self::List(Order::Ordered),
            "li" => Self::Item,
            "dt" => Self::Term,
            "dd" => Self::Description,
            "blockquote" => Self::Quote,
            "pre" => Self::Preformatted,
            "table" => Self::Table,
            "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "br" => Self::Break,
            "hr" => Self::Rule,
            "img" => Self::Picture,
            "iframe" => Self::Frame,
            "a" => Self::Anchor,
            "strong" | "b" => Self::Strong,
            "em" | "i" => Self::Emphasis,
            "s" | "del" | "strike" => Self::Strike,
            "code" | "tt" | "kbd" | "samp" => Self::Code,
            "ruby" => Self::Ruby,
            "rt" => Self::RubyText,
            "rp" => Self::RubyParenthesis,
            "script" => Self::Script,
            "style" | "svg" => Self::Hidden,
            "q" => Self::Quoted,
            "input" => Self::Field,
            "sup" => Self::Superscript,
            "sub" => Self::Subscript,
            "video" | "audio" | "source" | "object" | "embed" => Self::Media,
            "span" | "cite" | "small" | "big" | "u" | "font" | "ins" | "mark" | "abbr" | "time" | "dfn" | "var"
            | "label" | "noscript" | "rb" | "bdi" | "bdo" | "wbr" | "tbody" | "thead" | "tfoot" | "colgroup"
            | "col" | "meta" | "link" | "button" | "path" | "param" | "nobr" => Self::Span,
            _ => return None,
        })
    }
}

/// Whether a tag of this name is read within text of another notation.
pub(super) fn is_inline(name: &str) -> bool {
    use Element::{
        Anchor, Break, Emphasis, Picture, Quoted, Ruby, RubyParenthesis, RubyText, Span, Strike, Strong, Subscript,
        Superscript,
    };
    matches!(
        Element::of(name),
        Some(
            Anchor
                | Break
                | Emphasis
                | Picture
                | Quoted
                | Ruby
                | RubyParenthesis
                | RubyText
                | Span
                | Strike
                | Strong
                | Subscript
                | Superscript
        )
    )
}

/// Whether an element of this name exists.
pub(super) fn is_known(name: &str) -> bool {
    Element::of(name).is_some()
}
