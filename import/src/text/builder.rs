//! Builds a flat document from the input of a reader, for any nesting.

use super::document::{Break, Container, Content, DEEPEST_MARKS, Inline, Kind, Leaf, Mark, tidy};

/// The deepest nesting of containers; deeper ones are left out.
const DEEPEST: usize = 8;

/// A document under construction.
#[derive(Debug, Default)]
pub(super) struct Builder {
    /// The current line of the source, from 1.
    pub(super) line: usize,
    leaves: Vec<Leaf>,
    within: Vec<Container>,
    /// The number of open containers that were left out.
    beyond: usize,
    numbers: usize,
    inlines: Vec<Inline>,
    started: usize,
    open: Vec<Mark>,
    /// The number of open marks that were left out.
    marks_beyond: usize,
    comments: Vec<String>,
    /// The cells of the current table.
    rows: Option<Vec<Vec<Vec<Inline>>>>,
}

impl Builder {
    /// Adds text.
    pub(super) fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.note_start();
        match self.inlines.last_mut() {
            Some(Inline::Text(last)) => last.push_str(text),
            _ => self.inlines.push(Inline::Text(text.to_owned())),
        }
    }

    /// Adds any other inline element but a mark.
    pub(super) fn push(&mut self, inline: Inline) {
        self.note_start();
        self.inlines.push(inline);
    }

    /// Ends a line.
    pub(super) fn end_line(&mut self, end: Break) {
        // After `<br>` the source usually has a line break, too.
        if end == Break::Hard || !matches!(self.inlines.last(), Some(Inline::Break(_))) {
            self.inlines.push(Inline::Break(end));
        }
    }

    /// Opens a mark.
    pub(super) fn open(&mut self, mark: Mark) {
        let is_link = |mark: &Mark| matches!(mark, Mark::Link(_));
        if self.open.len() == DEEPEST_MARKS
            || self.open.iter().any(|open| *open == mark || is_link(open) && is_link(&mark))
        {
            self.marks_beyond += 1;
            return;
        }
        self.note_start();
        self.open.push(mark.clone());
        self.inlines.push(Inline::Open(mark));
    }

    /// Closes the innermost mark.
    pub(super) fn close(&mut self) {
        if self.marks_beyond > 0 {
            self.marks_beyond -= 1;
        } else if self.open.pop().is_some() {
            self.inlines.push(Inline::Close);
        }
    }

    /// Marks the place of a picture, which cannot be fetched.
    pub(super) fn picture(&mut self, what: &str) {
        let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
        self.comments.push(format!(
            "A picture was here: {what} (to show it, put its file beside this one and write ![what it shows](its-name))"
        ));
    }

    /// Whether there is unfinished inline content.
    pub(super) fn has_text(&self) -> bool {
        !self.inlines.is_empty()
    }

    /// Whether the unfinished inline content has words.
    pub(super) fn has_words(&self) -> bool {
        self.inlines.iter().any(|inline| match inline {
            Inline::Text(text) | Inline::Code(text) => !text.trim().is_empty(),
            Inline::Note(_) => true,
            _ => false,
        })
    }

    /// Whether no mark is open.
    pub(super) fn is_unmarked(&self) -> bool {
        self.open.is_empty() && self.marks_beyond == 0
    }

    /// The number of open containers, including those left out.
    pub(super) fn depth(&self) -> usize {
        self.within.len() + self.beyond
    }

    /// Ends a paragraph; within a cell, a line.
    pub(super) fn end_paragraph(&mut self) {
        if self.in_table() {
            if self.has_text() {
                self.end_line(Break::Soft);
            }
            return;
        }
        let inlines = self.take();
        self.add_text(Content::Paragraph, inlines);
    }

    /// Ends a heading.
    pub(super) fn end_heading(&mut self, level: u8) {
        if self.in_table() {
            return self.end_paragraph();
        }
        let inlines = self.take();
        self.add_text(|inlines| Content::Heading(level.clamp(1, 6), inlines), inlines);
    }

    /// Adds a block without inline content.
    pub(super) fn block(&mut self, content: Content) {
        self.end_paragraph();
        self.leaves.push(Leaf { line: self.line, within: self.within.clone(), content });
    }

    /// A unique number, for a list.
    pub(super) fn number(&mut self) -> usize {
        self.numbers += 1;
        self.numbers
    }

    /// Begins a container; `None` if it is left out.
    pub(super) fn enter(&mut self, kind: Kind) -> Option<Container> {
        let container = Container { number: self.number(), kind };
        self.resume(container).then_some(container)
    }

    /// Continues a container that has ended; `false` if it is left out.
    pub(super) fn resume(&mut self, container: Container) -> bool {
        self.end_paragraph();
        if self.within.len() == DEEPEST {
            self.beyond += 1;
            return false;
        }
        self.within.push(container);
        true
    }

    /// Ends the innermost container.
    pub(super) fn leave(&mut self) {
        self.end_paragraph();
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.within.pop();
        }
    }

    /// Begins a table.
    pub(super) fn start_table(&mut self) {
        self.end_paragraph();
        self.started = self.line;
        self.rows.get_or_insert_default();
    }

    /// Begins a row of a table.
    pub(super) fn start_row(&mut self) {
        self.rows.get_or_insert_default().push(Vec::new());
    }

    /// Ends a cell.
    pub(super) fn end_cell(&mut self) {
        let cell = self.take();
        let rows = self.rows.get_or_insert_default();
        if rows.is_empty() {
            rows.push(Vec::new());
        }
        rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
    }

    /// Whether a table is being read.
    pub(super) fn in_table(&self) -> bool {
        self.rows.is_some()
    }

    /// Ends a table; content outside of cells becomes a paragraph.
    pub(super) fn end_table(&mut self) {
        let rows: Vec<_> = self.rows.take().unwrap_or_default().into_iter().filter(|row| !row.is_empty()).collect();
        if rows.iter().flatten().any(|cell| !cell.is_empty()) {
            self.leaves.push(Leaf { line: self.line, within: self.within.clone(), content: Content::Table(rows) });
        }
        self.end_paragraph();
    }

    /// Returns the document.
    pub(super) fn finish(mut self) -> Vec<Leaf> {
        if self.in_table() {
            self.end_table();
        }
        self.end_paragraph();
        self.leaves
    }

    fn note_start(&mut self) {
        if self.inlines.is_empty() {
            self.started = self.line;
        }
    }

    fn take(&mut self) -> Vec<Inline> {
        self.inlines.extend(self.open.drain(..).map(|_| Inline::Close));
        self.marks_beyond = 0;
        tidy(std::mem::take(&mut self.inlines))
    }

    fn add_text(&mut self, content: impl FnOnce(Vec<Inline>) -> Content, inlines: Vec<Inline>) {
        if !inlines.is_empty() {
            self.leaves.push(Leaf { line: self.started, within: self.within.clone(), content: content(inlines) });
        }
        // A comment would include the rest of its line, so it stands alone.
        if self.rows.is_none() {
            for comment in std::mem::take(&mut self.comments) {
                let content = Content::Comment(comment);
                self.leaves.push(Leaf { line: self.line, within: self.within.clone(), content });
            }
        }
    }
}
