//! Reads Markdown of blog posts, including the bracket notation of Hatena Blog.
//!
//! The Markdown is parsed and written anew instead of copied, so that missing pictures, raw HTML and links to other
//! files of the blog are always converted.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{
    builder::Builder,
    document::{Break, Content, Inline, Kind, Leaf, Mark},
    escape, hatena, html,
    notes::Notes,
};

/// Reads a text.
pub(super) fn read(text: &str) -> Vec<Leaf> {
    let text = set_apart_questions(text);
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reader = MarkdownReader {
        builder: Builder::default(),
        notes: Notes::default(),
        words: String::new(),
        ..MarkdownReader::default()
    };
    let (mut line, mut counted) = (1, 0);
    for (event, span) in Parser::new_ext(&text, options).into_offset_iter() {
        if let Some(passed) = text.get(counted..span.start) {
            line += passed.bytes().filter(|&byte| byte == b'\n').count();
            counted = span.start;
        }
        reader.builder.line = line;
        reader.take(event);
    }
    reader.flush();
    reader.notes.append(reader.builder)
}

/// Separates questions from a list or table above, to which Markdown would add them.
fn set_apart_questions(text: &str) -> String {
    let mut apart = String::with_capacity(text.len() + 64);
    let mut fence: Option<&str> = None;
    for line in text.split_inclusive('\n') {
        let start = line.trim_start_matches(' ');
        let run = start.len() - start.trim_start_matches(['`', '~']).len();
        match fence {
            Some(open) if start.starts_with(open) => fence = None,
            None if run >= 3 => fence = start.get(..3),
            None if super::questions::hyphens(line).is_some() => apart.push('\n'),
            _ => {}
        }
        apart.push_str(line);
    }
    apart
}

#[derive(Debug, Default)]
struct MarkdownReader {
    builder: Builder,
    notes: Notes,
    /// Text that is not added yet, as the parser splits it at every special character.
    words: String,
    code: Option<(String, String)>,
    raw: String,
    /// The numbers of the open lists, and the next position in ordered ones.
    lists: Vec<(usize, Option<u64>)>,
    /// The addresses of pictures and dropped links, with their text so far.
    pictures: Vec<(String, String)>,
    links: Vec<Option<String>>,
}

impl MarkdownReader {
    fn take(&mut self, event: Event<'_>) {
        if let Event::Text(text) = &event {
            match (&mut self.code, self.pictures.last_mut()) {
                (Some((_, code)), _) => code.push_str(text),
                (None, Some((words, _))) => words.push_str(text),
                (None, None) => self.words.push_str(text),
            }
            return;
        }
        self.flush();
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(end) => self.end(end),
            Event::Code(code) => self.builder.push(Inline::Code(code.into_string())),
            Event::Html(text) => self.raw.push_str(&text),
            Event::InlineHtml(tag) => html::inline_tag(&tag, &mut self.builder),
            Event::SoftBreak => self.builder.end_line(Break::Soft),
            Event::HardBreak => self.builder.end_line(Break::Hard),
            Event::Rule => self.builder.block(Content::Rule),
            Event::FootnoteReference(label) => {
                let number = self.notes.refer(&label);
                self.builder.push(Inline::Note(number));
            }
            Event::TaskListMarker(done) => self.builder.text(if done { "☑ " } else { "☐ " }),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.builder.text(&text),
            Event::Text(_) => {}
        }
    }

    fn flush(&mut self) {
        if !self.words.is_empty() {
            let words = std::mem::take(&mut self.words);
            hatena::words(&words, &mut self.builder, &mut self.notes);
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::BlockQuote(_) => _ = self.builder.enter(Kind::Quote),
            Tag::CodeBlock(kind) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info.split_whitespace().next().unwrap_or_default(),
                    CodeBlockKind::Indented => "",
                };
                self.code = Some((language.to_owned(), String::new()));
            }
            Tag::List(first) => {
                self.builder.end_paragraph();
                let number = self.builder.number();
                self.lists.push((number, first));
            }
            Tag::Item => {
                let (list, place) = self.lists.last_mut().map_or((0, None), |(list, next)| {
                    let place = *next;
                    *next = next.map(|next| next + 1);
                    (*list, place)
                });
                self.builder.enter(Kind::Item(list, place));
            }
            Tag::FootnoteDefinition(label) => {
                let number = self.notes.define(&label);
                self.builder.enter(Kind::Note(number));
            }
            Tag::Table(_) => self.builder.start_table(),
            Tag::TableHead | Tag::TableRow => self.builder.start_row(),
            Tag::Emphasis => self.builder.open(Mark::Emphasis),
            Tag::Strong => self.builder.open(Mark::Strong),
            Tag::Strikethrough => self.builder.open(Mark::Strike),
            Tag::Link { dest_url, link_type, .. } => {
                let address = match link_type {
                    pulldown_cmark::LinkType::Email => format!("mailto:{dest_url}"),
                    _ => dest_url.into_string(),
                };
                if escape::is_address(&address) {
                    self.builder.open(Mark::Link(address));
                    self.links.push(None);
                } else {
                    self.links.push(Some(address));
                }
            }
            Tag::Image { dest_url, .. } => self.pictures.push((String::new(), dest_url.into_string())),
            _ => {}
        }
    }

    fn end(&mut self, end: TagEnd) {
        match end {
            TagEnd::Paragraph => self.builder.end_paragraph(),
            TagEnd::Heading(level) => self.builder.end_heading(level_of(level)),
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::FootnoteDefinition => self.builder.leave(),
            TagEnd::List(_) => _ = self.lists.pop(),
            TagEnd::CodeBlock => {
                if let Some((language, code)) = self.code.take() {
                    self.builder.block(Content::Code(language, code));
                }
            }
            TagEnd::HtmlBlock => {
                let raw = std::mem::take(&mut self.raw);
                html::read_into(&raw, &mut self.builder, &mut self.notes);
            }
            TagEnd::Table => self.builder.end_table(),
            TagEnd::TableCell => self.builder.end_cell(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough => self.builder.close(),
            TagEnd::Link => match self.links.pop() {
                // Usually a link to another file of the blog: the address is kept, as the text may refer to it.
                Some(Some(address)) if !address.is_empty() && !address.starts_with('#') => {
                    self.builder.text(&format!(" ({address})"));
                }
                Some(Some(_)) => {}
                _ => self.builder.close(),
            },
            TagEnd::Image => {
                if let Some((words, address)) = self.pictures.pop() {
                    self.builder.picture(&format!("{words} {address}"));
                }
            }
            _ => {}
        }
    }
}

fn level_of(level: HeadingLevel) -> u8 {
    level as u8
}
