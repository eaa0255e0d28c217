//! Parses Markdown, and tidies the parser's events: adjacent text is merged, spans refer to the file, nesting is
//! bounded, footnotes are separated.

use std::{borrow::Cow, ops::Range};

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

use super::{
    escape,
    flanking::{JOINER, Prepared},
    near,
    rendering::Rendering,
    spanned::Spanned,
    unclosed::{self, Unclosed},
};
use crate::message;

/// The deepest nesting of blocks and inline markup: far beyond any text, and far from overflowing the stack.
pub(super) const DEEPEST: usize = 48;

/// The most brackets of a body that are examined; a text with more is no prose.
const MOST_BRACKETS: usize = 2_000;

/// Parses a body. Footnote definitions go to the rendering; the other events are returned.
///
/// Adjacent text is merged, joiners are removed, and braces and bars that the author escaped are marked as literal.
pub(super) fn read<'a>(prepared: &'a Prepared<'_>, rendering: &mut Rendering<'a>) -> Vec<Spanned<'a>> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reader = EventReader {
        prepared,
        rendering,
        events: Vec::new(),
        outer: Vec::new(),
        open: Vec::new(),
        depth: 0,
        text: Cow::Borrowed(""),
        text_span: None,
        in_code: false,
        in_table: false,
        too_deep: None,
        block_end: 0,
        brackets: 0,
    };
    for (event, range) in Parser::new_ext(&prepared.text, options).into_offset_iter() {
        reader.take(event, range);
    }
    reader.flush();
    if let Some(span) = reader.too_deep {
        let help = message!("write it with at most {DEEPEST} levels", "入れ子は{DEEPEST}段までにしてください");
        reader.rendering.error(
            "nested-too-deeply",
            span,
            message!("this is nested too deeply, and its markup is left out", "入れ子が深すぎるため、書式は省かれます"),
            help,
        );
    }
    reader.events
}

struct EventReader<'r, 'a> {
    prepared: &'a Prepared<'a>,
    rendering: &'r mut Rendering<'a>,
    events: Vec<Spanned<'a>>,
    /// The events around a footnote definition, with its label and span.
    outer: Vec<(CowStr<'a>, Range<usize>, Vec<Spanned<'a>>)>,
    /// For every open tag, whether it was kept.
    open: Vec<bool>,
    depth: usize,
    /// Text that is not emitted yet, and its bytes in the prepared text.
    text: Cow<'a, str>,
    text_span: Option<Range<usize>>,
    in_code: bool,
    in_table: bool,
    too_deep: Option<Range<usize>>,
    /// The end of the innermost paragraph, heading, cell or item.
    block_end: usize,
    /// The number of brackets so far that are no links.
    brackets: usize,
}

impl<'a> EventReader<'_, 'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match event {
            Event::Text(text) if !self.in_code => self.take_text(&text, range),
            // A single tilde is often a wave dash (10~20), so only two mean strikethrough.
            Event::Start(Tag::Strikethrough) if self.is_lone_tilde(&range) => {
                self.take_text("~", range.start..range.start + 1);
            }
            Event::End(TagEnd::Strikethrough) if self.is_lone_tilde(&range) => {
                self.take_text("~", range.end - 1..range.end);
            }
            Event::Start(tag) => self.start(tag, &range),
            Event::End(end) => self.end(end, &range),
            other => self.push(self.without_joiners(other), &range),
        }
    }

    fn is_lone_tilde(&self, range: &Range<usize>) -> bool {
        !self.prepared.text[range.clone()].starts_with("~~")
    }

    fn take_text(&mut self, text: &str, range: Range<usize>) {
        let whole: &'a str = &self.prepared.text;
        let escaped = whole[..range.start].ends_with('\\');
        if text.ends_with('[') && !escaped {
            self.check_footnote(&range);
            self.check_unclosed(&range);
        }
        let (first, rest) = match text.chars().next() {
            // In a table every bar has to be escaped, so the escape has no further meaning.
            Some(first) if escaped && !(first == '|' && self.in_table) => (Some(first), &text[first.len_utf8()..]),
            _ => (None, text),
        };
        let is_entity = whole[range.clone()] != *text;
        if self.text_span.is_none() && first.is_none() && !is_entity && self.prepared.is_original() {
            // The most common case: nothing to change or copy.
            self.text = Cow::Borrowed(&whole[range.clone()]);
        } else {
            let words = self.text.to_mut();
            words.extend(first.map(escape::literal));
            if is_entity {
                words.extend(rest.chars().map(escape::literal));
            } else {
                words.extend(rest.split(JOINER));
            }
        }
        match &mut self.text_span {
            Some(span) => span.end = range.end,
            None => self.text_span = Some(range),
        }
    }

    /// The parser treats a reference to an undefined footnote as text.
    fn check_footnote(&mut self, bracket: &Range<usize>) {
        let after = &self.prepared.text[bracket.end..];
        let Some(label) = after.strip_prefix('^') else { return };
        let end = label.find(|character: char| character.is_whitespace() || matches!(character, '[' | ']'));
        let Some(end) = end.filter(|&end| end > 0 && label[end..].starts_with(']')) else { return };
        let span = self.prepared.in_file(&(bracket.start..bracket.end + 1 + end + 1));
        let label = label[..end].replace(JOINER, "");
        let help = message!(
            "write it on a line of its own: `[^{label}]: …`; or write `\\[^{label}]` for these signs",
            "脚注の本文を別の行に書いてください: `[^{label}]: …`。この記号をそのまま出すなら`\\[^{label}]`と書きます"
        );
        self.rendering.warning(
            "missing-footnote",
            span,
            message!("the footnote `{label}` has no text", "脚注`{label}`の本文がありません"),
            help,
        );
    }

    /// The parser treats a link that is never closed as text.
    fn check_unclosed(&mut self, bracket: &Range<usize>) {
        self.brackets += 1;
        if self.brackets > MOST_BRACKETS {
            return;
        }
        let bracket = unclosed::mark(bracket);
        let end = self.block_end.max(bracket.end);
        if let Some(Unclosed { message, help }) = unclosed::find(&self.prepared.text[bracket.start..end]) {
            self.rendering.warning("unclosed-link", self.prepared.in_file(&bracket), message, help);
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: &Range<usize>) {
        let kept = self.depth < DEEPEST;
        self.open.push(kept);
        match &tag {
            Tag::CodeBlock(_) => self.in_code = true,
            Tag::Table(_) => self.in_table = true,
            Tag::Paragraph | Tag::Heading { .. } | Tag::TableCell | Tag::Item => self.block_end = range.end,
            _ => {}
        }
        if !kept {
            self.too_deep.get_or_insert_with(|| self.prepared.in_file(range));
            return;
        }
        self.depth += 1;
        if let Tag::Link { dest_url, .. } = &tag
            && self.text_span.is_some()
            && self.text.ends_with('！')
        {
            let span = self.prepared.in_file(&(range.start - '！'.len_utf8()..range.end));
            near::check_image(dest_url, span, self.rendering);
        }
        match tag {
            Tag::FootnoteDefinition(label) => {
                self.flush();
                let label = self.clean(label);
                let outside = std::mem::take(&mut self.events);
                self.outer.push((label, self.prepared.in_file(range), outside));
            }
            tag => self.push(self.without_joiners(Event::Start(tag)), range),
        }
    }

    fn end(&mut self, end: TagEnd, range: &Range<usize>) {
        match end {
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::Table => self.in_table = false,
            _ => {}
        }
        if self.open.pop() != Some(true) {
            return;
        }
        self.depth -= 1;
        if end != TagEnd::FootnoteDefinition {
            self.push(Event::End(end), range);
            return;
        }
        self.flush();
        let Some((label, span, outside)) = self.outer.pop() else { return };
        let events = std::mem::replace(&mut self.events, outside);
        if let Some(label) = self.rendering.footnotes.define(&label, span.clone(), events) {
            let message = message!("the footnote `{label}` has a text already", "脚注`{label}`の本文はすでにあります");
            self.rendering.warning(
                "duplicate-footnote",
                span,
                message,
                message!("give it a label of its own", "別のラベルを付けてください"),
            );
        }
    }

    fn push(&mut self, event: Event<'a>, range: &Range<usize>) {
        self.flush();
        self.events.push((event, self.prepared.in_file(range)));
    }

    fn flush(&mut self) {
        if let Some(span) = self.text_span.take() {
            let text = std::mem::take(&mut self.text);
            near::check(&text, &self.prepared.in_file(&span), self.rendering);
            near::check_emphasis(&text, &self.prepared.in_file(&span), self.rendering);
            self.events.push((Event::Text(text.into()), self.prepared.in_file(&span)));
        }
    }

    fn without_joiners(&self, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Text(text) => Event::Text(self.clean(text)),
            Event::Code(text) => Event::Code(self.clean(text)),
            Event::Html(html) => Event::Html(self.clean(html)),
            Event::InlineHtml(html) => Event::InlineHtml(self.clean(html)),
            Event::FootnoteReference(label) => Event::FootnoteReference(self.clean(label)),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(self.clean(info))))
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: self.clean(dest_url), title: self.clean(title), id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Image { link_type, dest_url: self.clean(dest_url), title: self.clean(title), id })
            }
            other => other,
        }
    }

    fn clean(&self, text: CowStr<'a>) -> CowStr<'a> {
        if self.prepared.is_original() || !text.contains(JOINER) { text } else { text.replace(JOINER, "").into() }
    }
}
