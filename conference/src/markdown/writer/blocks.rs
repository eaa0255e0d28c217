//! Headings, lists, code and raw HTML.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};

use crate::{
    Heading,
    markdown::{escape, ids, sanitise, spanned::Spanned},
};

use super::{Writer, open::OpenHeading};

impl Writer<'_, '_> {
    pub(super) fn open_heading(&mut self, level: HeadingLevel, id: Option<&str>, span: &Range<usize>) {
        let level = self.rendering.outline_level(level, span);
        self.open_block("");
        self.heading = Some(OpenHeading {
            level: (level + self.lowered).min(6),
            id: id.map(str::to_owned),
            html: self.html.len(),
            words: self.words.len(),
            in_outline: self.depth == 0,
            raw_before: std::mem::take(&mut self.raw.used),
        });
        self.in_line = true;
    }

    pub(super) fn close_heading(&mut self) {
        let Some(heading) = self.heading.take() else { return };
        let mut inner = self.html.split_off(heading.html);
        if self.raw.used {
            inner = sanitise::clean(&inner);
        }
        self.raw.used |= heading.raw_before;
        self.in_line = false;
        let inner = inner.trim();
        let text = self.words[heading.words..].trim().to_owned();
        let id = heading.id.unwrap_or_else(|| self.rendering.ids.derive(&ids::from_words(&text, "section")));
        let level = heading.level;
        self.html.push_str(&format!("<h{level} id=\"{id}\">{inner}</h{level}>\n"));
        if heading.in_outline {
            self.headings.push(Heading { level, id, html: inner.to_owned(), text });
        }
    }

    pub(super) fn open_list(&mut self, number: Option<u64>) {
        match number {
            None => self.open_block("<ul>\n"),
            Some(1) => self.open_block("<ol>\n"),
            Some(start) => self.open_block(&format!("<ol start=\"{start}\">\n")),
        }
    }

    pub(super) fn open_item(&mut self, after: &[Spanned<'_>]) {
        let mut inside = after.iter().map(|(event, _)| event);
        let first = match inside.next() {
            Some(Event::Start(Tag::Paragraph)) => inside.next(),
            other => other,
        };
        let is_task = matches!(first, Some(Event::TaskListMarker(_)));
        self.open_block(if is_task { "<li class=\"task\">" } else { "<li>" });
    }

    pub(super) fn checkbox(&mut self, checked: &str, label: &str) {
        self.html.push_str(&format!("<input type=\"checkbox\" disabled=\"\"{checked} aria-label=\"{label}\"> "));
    }

    /// Writes a code block, and returns the events after it.
    pub(super) fn code_block<'e, 'v>(
        &mut self,
        kind: &CodeBlockKind<'_>,
        events: &'e [Spanned<'v>],
    ) -> &'e [Spanned<'v>] {
        let language = match kind {
            CodeBlockKind::Fenced(info) => language(info),
            CodeBlockKind::Indented => "",
        };
        // A focusable element, so that it can be scrolled with the keyboard.
        self.open_block("<pre tabindex=\"0\"");
        for (name, prefix, after) in [(" data-language", "", "><code"), (" class", "language-", ">")] {
            if !language.is_empty() {
                self.html.push_str(&format!("{name}=\"{prefix}"));
                escape::attribute(&mut self.html, language);
                self.html.push('"');
            }
            self.html.push_str(after);
        }
        let mut rest = events;
        while let Some(((event, _), after)) = rest.split_first() {
            rest = after;
            match event {
                Event::Text(code) => self.plain(code),
                _ => break,
            }
        }
        self.html.push_str("</code></pre>\n");
        self.separate_words();
        rest
    }

    /// Writes a block of raw HTML, and returns the events after it.
    pub(super) fn html_block<'e, 'v>(&mut self, events: &'e [Spanned<'v>]) -> &'e [Spanned<'v>] {
        let mut html = String::new();
        // The offsets of each line in the block and in the file, which differ within a quotation.
        let mut lines = Vec::new();
        let mut rest = events;
        while let Some(((event, span), after)) = rest.split_first() {
            rest = after;
            let Event::Html(line) = event else { break };
            lines.push((html.len(), span.clone()));
            html.push_str(line);
        }
        let place = |at: usize| {
            let line = lines.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            lines.get(line).map_or(at, |(start, span)| (span.start + at - start).min(span.end))
        };
        self.open_block("");
        self.raw(&html, &|part| place(part.start)..place(part.end));
        self.separate_words();
        rest
    }
}

/// The language of a code fence: its first word, without the suffixes of tools (`rust,ignore`, `js:app.js`, `{1-3}`).
fn language(info: &str) -> &str {
    info.trim_start().split([' ', '\t', ',', ':', '{']).next().unwrap_or_default()
}
