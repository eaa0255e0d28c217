//! Splits interviews at their questions: lines that start with `---- `, as in the organiser's blog.
//!
//! The events of the whole file are split, not its text, so that reference links and footnotes work across pieces, and
//! code cannot contain questions.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd};

use super::{heading_id, inline, rendering::Rendering, spanned::Spanned};
use crate::message;

/// A piece of an interview.
#[derive(Debug)]
pub(super) enum Block<'a> {
    /// Other content.
    Prose(Vec<Spanned<'a>>),
    /// A heading that starts a section.
    Heading { level: HeadingLevel, id: Option<String>, words: Vec<Spanned<'a>>, span: Range<usize> },
    /// A question without its hyphens.
    Question { id: Option<String>, words: Vec<Spanned<'a>>, span: Range<usize> },
}

impl Block<'_> {
    /// Takes the explicit ids.
    pub(super) fn claim_ids(&mut self, rendering: &mut Rendering<'_>) {
        match self {
            Self::Prose(events) => heading_id::claim(events, rendering),
            Self::Heading { id, words, .. } | Self::Question { id, words, .. } => {
                *id = heading_id::claim_at_end(words, rendering);
            }
        }
    }
}

/// Splits the events of an interview at its questions and its headings of levels 1 and 2.
pub(super) fn split<'a>(events: Vec<Spanned<'a>>, rendering: &mut Rendering<'_>) -> Vec<Block<'a>> {
    let mut splitter = Splitter { rendering, blocks: Vec::new(), prose: Vec::new() };
    let mut events = events.into_iter();
    let mut depth = 0_usize;
    while let Some((event, span)) = events.next() {
        match event {
            Event::Start(Tag::Paragraph) if depth == 0 => {
                let lines = up_to(&mut events, TagEnd::Paragraph);
                splitter.paragraph(lines, span);
            }
            Event::Start(Tag::Heading { level: level @ (HeadingLevel::H1 | HeadingLevel::H2), .. }) if depth == 0 => {
                let words = up_to(&mut events, TagEnd::Heading(level));
                splitter.report_near_miss(&words);
                splitter.report_underlined(&span);
                splitter.push(Block::Heading { level, id: None, words, span });
            }
            Event::Rule if depth == 0 && splitter.is_empty_question(&span) => {
                splitter.push(Block::Question { id: None, words: Vec::new(), span });
            }
            event => {
                match &event {
                    Event::Start(_) => depth += 1,
                    Event::End(_) => depth = depth.saturating_sub(1),
                    _ => {}
                }
                splitter.prose.push((event, span));
            }
        }
    }
    splitter.cut();
    let blocks = splitter.blocks;
    report_hidden_questions(&blocks, rendering);
    blocks
}

/// Reports questions without an empty line before them: Markdown makes them part of the list, table or footnote above.
fn report_hidden_questions(blocks: &[Block<'_>], rendering: &mut Rendering<'_>) {
    let prose = blocks.iter().filter_map(|block| match block {
        Block::Prose(events) => Some(events.as_slice()),
        Block::Heading { .. } | Block::Question { .. } => None,
    });
    let hidden: Vec<_> =
        prose.chain(rendering.footnotes.texts()).flat_map(|events| hidden_questions(events, rendering.file)).collect();
    for span in hidden {
        let message =
            message!("this question is part of the block above it", "この質問は上のブロックの一部になっています");
        rendering.error(
            "question-in-block",
            span,
            message,
            message!("put an empty line before it", "前に空行を入れてください"),
        );
    }
}

fn hidden_questions(events: &[Spanned<'_>], file: &str) -> Vec<Range<usize>> {
    let mut hidden = Vec::new();
    // Code and comments contain no questions.
    let mut is_prose = true;
    for (event, span) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_prose = false,
            Event::Html(html) if html.contains("<!--") => is_prose = false,
            Event::End(TagEnd::CodeBlock | TagEnd::HtmlBlock) => is_prose = true,
            Event::Text(text) | Event::Html(text) if is_prose && is_marked(text) && starts_line(file, span.start) => {
                hidden.push(span.start..span.start + text.trim_end().len());
            }
            _ => {}
        }
    }
    hidden
}

/// Takes the events up to the end of the element, without the end.
fn up_to<'a>(events: &mut impl Iterator<Item = Spanned<'a>>, end: TagEnd) -> Vec<Spanned<'a>> {
    events.take_while(|(event, _)| *event != Event::End(end)).collect()
}

struct Splitter<'p, 'q, 'a> {
    rendering: &'p mut Rendering<'q>,
    blocks: Vec<Block<'a>>,
    prose: Vec<Spanned<'a>>,
}

impl<'a> Splitter<'_, '_, 'a> {
    fn cut(&mut self) {
        if !self.prose.is_empty() {
            self.blocks.push(Block::Prose(std::mem::take(&mut self.prose)));
        }
    }

    fn push(&mut self, block: Block<'a>) {
        self.cut();
        self.blocks.push(block);
    }

    /// Splits a paragraph: lines that are questions become questions, the others stay paragraphs.
    fn paragraph(&mut self, events: Vec<Spanned<'a>>, span: Range<usize>) {
        let mut lines: Vec<Line<'a>> = Vec::new();
        for line in lines_of(events) {
            let is_question = self.is_question(&line.events);
            if !is_question {
                self.report_near_miss(&line.events);
            }
            match lines.last_mut() {
                Some(last) if !is_question && !last.is_question => {
                    last.events.extend(last.end.take());
                    last.events.extend(line.events);
                    last.end = line.end;
                }
                _ => lines.push(Line { is_question, ..line }),
            }
        }
        for mut line in lines {
            if line.is_question {
                let span = span_of(&line.events, &span);
                strip_hyphens(&mut line.events);
                self.push(Block::Question { id: None, words: line.events, span });
            } else if !line.events.is_empty() {
                self.prose.push((Event::Start(Tag::Paragraph), span.clone()));
                self.prose.extend(line.events);
                self.prose.push((Event::End(TagEnd::Paragraph), span.clone()));
            }
        }
    }

    fn is_question(&self, line: &[Spanned<'_>]) -> bool {
        match line.first() {
            Some((Event::Text(text), span)) => is_marked(text) && starts_line(self.rendering.file, span.start),
            _ => false,
        }
    }

    /// Reports a line or heading that looks like a question. It stays text, as that may be intended.
    fn report_near_miss(&mut self, words: &[Spanned<'_>]) {
        let Some((Event::Text(text), span)) = words.first() else { return };
        let Some(meant) = meant_as_question(text) else { return };
        let span = span.start..span.start + text.trim_end().len();
        let message = message!(
            "this looks like a question, but is shown as text",
            "質問のようですが、普通の文として表示されます"
        );
        self.rendering.warning(
            "near-question",
            span,
            message,
            message!(
                "write four hyphens and a space: `---- {meant}`",
                "ハイフン4つと空白で始めてください: `---- {meant}`"
            ),
        );
    }

    /// Reports text that became a heading because of hyphens below it: usually a rule between two answers was intended.
    fn report_underlined(&mut self, heading: &Range<usize>) {
        let source = self.rendering.file[heading.clone()].trim_end();
        let Some((words, line)) = source.rsplit_once('\n') else { return };
        if source.starts_with('#') || !line.trim().starts_with('-') {
            return;
        }
        let span = heading.start..heading.start + words.trim_end().len();
        let message = message!(
            "the hyphens below make this a heading, and no part of an answer",
            "下のハイフンのために、答えではなく見出しになっています"
        );
        let help = message!(
            "put an empty line above the hyphens; for a heading, write `##` before its words instead",
            "ハイフンの上に空行を入れてください。見出しなら、代わりに`##`を前に書きます"
        );
        self.rendering.warning("underlined-heading", span, message, help);
    }

    /// Whether a rule is an empty question: four hyphens or more, followed by a blank.
    fn is_empty_question(&self, rule: &Range<usize>) -> bool {
        let line = self.rendering.file[rule.start..].lines().next().unwrap_or_default();
        is_marked(line) && line.ends_with([' ', '\t'])
    }
}

/// A line of a paragraph, or several lines that cannot be split.
struct Line<'a> {
    events: Vec<Spanned<'a>>,
    /// The line break at its end.
    end: Option<Spanned<'a>>,
    is_question: bool,
}

/// Splits a paragraph into lines; line breaks within emphasis or links do not split it.
fn lines_of(events: Vec<Spanned<'_>>) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut depth = 0_usize;
    for (event, span) in events {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::SoftBreak | Event::HardBreak if depth == 0 => {
                let events = std::mem::take(&mut line);
                lines.push(Line { events, end: Some((event, span)), is_question: false });
                continue;
            }
            _ => {}
        }
        line.push((event, span));
    }
    lines.push(Line { events: line, end: None, is_question: false });
    lines
}

/// Whether only blanks precede an offset on its line: no backslash, and no marker of a quotation or list.
fn starts_line(file: &str, place: usize) -> bool {
    let before = file[..place].trim_end_matches([' ', '\t']);
    before.chars().next_back().is_none_or(|last| matches!(last, '\n' | '\r'))
}

/// Whether a line starts with four hyphens or more, and a blank.
fn is_marked(line: &str) -> bool {
    let after = line.trim_start_matches('-');
    line.len() - after.len() >= 4 && after.starts_with([' ', '\t', '\u{3000}'])
}

/// The words of a question with too few hyphens, other dashes, or no space after them.
fn meant_as_question(text: &str) -> Option<&str> {
    // Characters that keyboards and input methods produce instead of hyphens. Two of them are a dash.
    let is_hyphen = |character: char| matches!(character, '-' | '－' | 'ー' | '−' | '—' | '–' | '―' | '─');
    let words = text.trim_start_matches(is_hyphen);
    let hyphens = text.chars().take_while(|&character| is_hyphen(character)).count();
    let words = words.trim();
    (hyphens >= 3 && !words.is_empty()).then_some(words)
}

fn strip_hyphens(words: &mut [Spanned<'_>]) {
    if let Some((Event::Text(text), _)) = words.first_mut() {
        *text = text.trim_start_matches('-').trim_start().to_owned().into();
    }
}

fn span_of(events: &[Spanned<'_>], otherwise: &Range<usize>) -> Range<usize> {
    match (events.first(), events.last()) {
        (Some((_, first)), Some((_, last))) => first.start..last.end,
        _ => otherwise.clone(),
    }
}

/// Whether nothing of it is visible.
pub(super) fn is_blank(words: &[Spanned<'_>]) -> bool {
    inline::first_visible(words).is_none()
}
