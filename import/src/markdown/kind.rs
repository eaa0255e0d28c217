//! Decides whether a text is HTML or Markdown.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};

/// The elements that editors of HTML write, except line breaks, which Markdown has as well.
const ELEMENTS: [&str; 38] = [
    "a",
    "b",
    "blockquote",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "i",
    "iframe",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "s",
    "section",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "u",
    "ul",
    "font",
];

/// The elements with which a text in HTML begins.
const BLOCKS: [&str; 12] = ["blockquote", "div", "dl", "h1", "h2", "h3", "h4", "ol", "p", "pre", "section", "table"];

/// The beginning of a text that is HTML, whatever else it contains.
const MARK: &str = "<body>";

/// A text that [`is_html`] for certain.
pub(crate) fn marked_as_html(html: &str) -> String {
    format!("{MARK}{html}</body>")
}

/// Whether editors of HTML write elements of this name, which is in lower case.
pub(crate) fn is_element(name: &str) -> bool {
    ELEMENTS.contains(&name)
}

/// Whether a text is HTML rather than Markdown: more of its markup is HTML. A single tag within Markdown does not
/// decide, and tags within code are words.
pub fn is_html(text: &str) -> bool {
    if !text.contains('<') {
        return false;
    }
    if text.starts_with(MARK) {
        return true;
    }
    let (mut tags, mut breaks, mut markdown) = (0, 0, 0);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut is_code = false;
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => (markdown, is_code) = (markdown + 1, true),
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => is_code = false,
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {}
            Event::Start(
                Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Heading { .. }
                | Tag::Item
                | Tag::BlockQuote(_)
                | Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::TableRow,
            )
            | Event::Code(_) => markdown += 1,
            // Indented HTML looks like code.
            Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) if !is_code => {
                for name in names(&text) {
                    tags += usize::from(ELEMENTS.contains(&name.as_str()));
                    breaks += usize::from(name == "br");
                }
            }
            _ => {}
        }
    }
    let pairs = usize::div_ceil(tags, 2);
    let begins = names(text.trim_start()).next().is_some_and(|name| BLOCKS.contains(&name.as_str()));
    let begins = begins && text.trim_start().starts_with('<');
    match markdown {
        0 => tags + breaks > 0,
        _ => pairs > markdown || begins && pairs >= markdown,
    }
}

/// The names of the tags in a text, in lower case.
fn names(text: &str) -> impl Iterator<Item = String> {
    text.split('<').skip(1).filter_map(|after| {
        let name = after.strip_prefix('/').unwrap_or(after);
        let end = name.find(|next: char| !next.is_ascii_alphanumeric())?;
        let ends = name[end..].starts_with(|next: char| next.is_whitespace() || matches!(next, '>' | '/'));
        (ends && name.contains('>')).then(|| name[..end].to_ascii_lowercase())
    })
}
