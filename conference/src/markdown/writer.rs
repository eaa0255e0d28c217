//! Writes events as HTML and plain text, in one pass and without recursion.

mod blocks;
mod card;
pub(super) mod footnotes;
mod media;
mod open;
mod raw_html;
mod table;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{Heading, fold::is_cjk};

use super::{
    escape,
    inline::{self, Inline},
    links,
    raw::Raw,
    rendering::{BodyKind, Rendering},
    sanitise,
    spanned::Spanned,
};

use self::open::{OpenHeading, Table};

/// Writes a piece of a body.
pub(super) struct Writer<'w, 'a> {
    pub(super) rendering: &'w mut Rendering<'a>,
    pub(super) html: String,
    /// The text without markup, with one line for each block.
    pub(super) words: String,
    /// The headings so far, without those inside other blocks.
    pub(super) headings: Vec<Heading>,
    /// The number of levels by which headings are lowered: headings of an answer are below its question.
    pub(super) lowered: u8,
    /// Whether a heading is being written, which cannot contain blocks.
    pub(super) in_line: bool,
    /// The last visible character of the line.
    pub(super) last: Option<char>,
    pub(super) raw: Raw,
    heading: Option<OpenHeading>,
    table: Option<Table>,
    /// The end tags of the open links.
    links: Vec<&'static str>,
    /// The number of open blocks and inline elements.
    depth: usize,
}

/// A finished piece of a body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// Sanitised HTML.
    pub(super) html: String,
    /// The text without markup.
    pub(super) text: String,
}

impl Piece {
    /// Appends the following piece.
    pub(super) fn append(&mut self, other: Self) {
        for (all, more) in [(&mut self.html, other.html), (&mut self.text, other.text)] {
            if !all.is_empty() && !more.is_empty() {
                all.push('\n');
            }
            all.push_str(&more);
        }
    }
}

impl<'w, 'a> Writer<'w, 'a> {
    pub(super) fn new(rendering: &'w mut Rendering<'a>) -> Self {
        Self {
            rendering,
            html: String::new(),
            words: String::new(),
            headings: Vec::new(),
            lowered: 0,
            in_line: false,
            last: None,
            raw: Raw::default(),
            heading: None,
            table: None,
            links: Vec::new(),
            depth: 0,
        }
    }

    /// Returns the result: sanitised if it contains raw HTML, and well-formed by construction otherwise.
    pub(super) fn finish(self) -> Piece {
        let html = if self.raw.used { sanitise::clean(&self.html) } else { self.html };
        Piece { html: trimmed(html), text: trimmed(self.words) }
    }

    /// Writes events; may be called repeatedly.
    pub(super) fn write(&mut self, events: &[Spanned<'_>]) {
        let mut rest = events;
        while let Some(((event, span), after)) = rest.split_first() {
            rest = match event {
                Event::Start(Tag::CodeBlock(kind)) => self.code_block(kind, after),
                Event::Start(Tag::HtmlBlock) => self.html_block(after),
                Event::Start(Tag::Image { .. }) => self.inline_image(rest),
                Event::Start(Tag::Paragraph) => match self.figure(rest).or_else(|| self.cards_of_news(rest)) {
                    Some(after_paragraph) => after_paragraph,
                    None => {
                        self.start(&Tag::Paragraph, span, after);
                        after
                    }
                },
                Event::Start(tag) => {
                    self.start(tag, span, after);
                    after
                }
                Event::End(end) => {
                    self.end(end);
                    after
                }
                leaf => {
                    self.leaf(leaf, span, after);
                    after
                }
            };
        }
    }

    /// Cards are only for news, which are collections of links; elsewhere a link on its own line is a sentence.
    fn cards_of_news<'e, 'v>(&mut self, events: &'e [Spanned<'v>]) -> Option<&'e [Spanned<'v>]> {
        if self.rendering.kind == BodyKind::News && self.depth == 0 { self.cards(events) } else { None }
    }

    fn start(&mut self, tag: &Tag<'_>, span: &Range<usize>, after: &[Spanned<'_>]) {
        match tag {
            Tag::Paragraph if self.depth == 0 && is_emphasised(after) => self.open_block("<p class=\"editorial\">"),
            Tag::Paragraph => self.open_block("<p>"),
            Tag::BlockQuote(_) => self.open_block("<blockquote>\n"),
            Tag::List(number) => self.open_list(*number),
            Tag::Item => self.open_item(after),
            Tag::Heading { level, id, .. } => self.open_heading(*level, id.as_deref(), span),
            Tag::Table(alignments) => self.open_table(alignments),
            Tag::TableHead => self.open_table_head(),
            Tag::TableRow => self.open_table_row(),
            Tag::TableCell => self.open_table_cell(after),
            Tag::Emphasis => self.html.push_str("<em>"),
            Tag::Strong => self.html.push_str("<strong>"),
            Tag::Strikethrough => self.html.push_str("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                let link = self.rendering.link(&links::destination(*link_type, dest_url), span);
                self.links.push(if link.is_some() { "</a>" } else { "" });
                if let Some(link) = link {
                    link.open(&mut self.html, title);
                }
            }
            // Handled elsewhere, or not enabled in the parser.
            _ => {}
        }
        self.depth += 1;
    }

    fn end(&mut self, end: &TagEnd) {
        self.depth = self.depth.saturating_sub(1);
        match end {
            TagEnd::Paragraph => self.html.push_str("</p>\n"),
            TagEnd::BlockQuote(_) => self.html.push_str("</blockquote>\n"),
            TagEnd::List(true) => self.html.push_str("</ol>\n"),
            TagEnd::List(false) => self.html.push_str("</ul>\n"),
            TagEnd::Item => self.html.push_str("</li>\n"),
            TagEnd::Heading(_) => self.close_heading(),
            TagEnd::Table => self.close_table(),
            TagEnd::TableHead => self.close_table_head(),
            TagEnd::TableRow => self.close_table_row(),
            TagEnd::TableCell => self.close_table_cell(),
            TagEnd::Emphasis => self.html.push_str("</em>"),
            TagEnd::Strong => self.html.push_str("</strong>"),
            TagEnd::Strikethrough => self.html.push_str("</del>"),
            TagEnd::Link => self.html.push_str(self.links.pop().unwrap_or_default()),
            _ => {}
        }
    }

    fn leaf(&mut self, event: &Event<'_>, span: &Range<usize>, after: &[Spanned<'_>]) {
        match event {
            Event::Text(text) => self.text(text, span),
            Event::Code(code) => {
                self.html.push_str("<code>");
                self.plain(code);
                self.html.push_str("</code>");
            }
            Event::SoftBreak => self.soft_break(after),
            Event::HardBreak => {
                self.html.push_str("<br>\n");
                self.words.push(' ');
                self.last = None;
            }
            Event::Rule => self.open_block("<hr>\n"),
            Event::InlineHtml(html) => {
                let start = span.start;
                self.raw(html, &|part| start + part.start..start + part.end);
            }
            Event::FootnoteReference(label) => self.footnote_reference(label),
            Event::TaskListMarker(true) => self.checkbox(" checked=\"\"", self.rendering.labels.done),
            Event::TaskListMarker(false) => self.checkbox("", self.rendering.labels.open),
            // Handled elsewhere, or not enabled in the parser.
            _ => {}
        }
    }

    /// Writes text with ruby and bare URLs.
    fn text(&mut self, text: &str, span: &Range<usize>) {
        for part in inline::parts(text) {
            match part {
                Inline::Words(words) => self.plain(words),
                Inline::Ruby { base, reading } => {
                    self.html.push_str("<ruby>");
                    self.plain(base);
                    self.html.push_str("<rp>(</rp><rt>");
                    escape::text(&mut self.html, reading.trim());
                    self.html.push_str("</rt><rp>)</rp></ruby>");
                }
                Inline::Address(address) if self.links.is_empty() && !self.raw.in_link() => {
                    self.rendering.bare_link(address, span).open(&mut self.html, "");
                    self.plain(address);
                    self.html.push_str("</a>");
                }
                Inline::Address(address) => self.plain(address),
            }
        }
    }

    /// Writes plain words.
    pub(super) fn plain(&mut self, words: &str) {
        escape::text(&mut self.html, words);
        escape::words(&mut self.words, words);
        self.last = words.chars().next_back().or(self.last);
    }

    fn soft_break(&mut self, after: &[Spanned<'_>]) {
        let is_joined = self.last.is_some_and(is_cjk) && inline::first_visible(after).is_some_and(is_cjk);
        if !is_joined {
            self.html.push('\n');
            self.words.push(' ');
        }
    }

    /// Starts a new line of the plain text.
    pub(super) fn separate_words(&mut self) {
        if !self.words.is_empty() && !self.words.ends_with('\n') {
            self.words.truncate(self.words.trim_end_matches(' ').len());
            self.words.push('\n');
        }
        self.last = None;
    }

    /// Starts a block with its tag.
    fn open_block(&mut self, tag: &str) {
        if !self.html.is_empty() && !self.html.ends_with('\n') {
            self.html.push('\n');
        }
        self.html.push_str(tag);
        self.separate_words();
    }
}

/// Whether a paragraph is emphasised as a whole, as remarks of editors are. Emphasis by marks is for a few words.
fn is_emphasised(paragraph: &[Spanned<'_>]) -> bool {
    let mut depth = 0_usize;
    let mut events = paragraph.iter().map(|(event, _)| event);
    for event in events.by_ref() {
        match event {
            Event::Start(Tag::Emphasis) if depth == 0 => depth = 1,
            _ if depth == 0 => return false,
            Event::Start(_) => depth += 1,
            Event::End(TagEnd::Emphasis) if depth == 1 => break,
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    events.next() == Some(&Event::End(TagEnd::Paragraph))
}

fn trimmed(mut text: String) -> String {
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
    // It lives as long as the conference; built piece by piece, it has spare capacity.
    text.shrink_to_fit();
    text
}
