//! The notation-independent document that every reader makes.
//!
//! The document is flat, so that no step recurses into nested input: each block lists its containers, and marks are
//! opened and closed.

/// The most marks that may be open at once; further ones are left out. Our own Markdown supports far more.
pub(super) const DEEPEST_MARKS: usize = 6;

/// A leaf block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The line of the source where it begins, from 1.
    pub(super) line: usize,
    /// Its quotations, list items and notes, the outermost first.
    pub(super) within: Vec<Container>,
    /// The content.
    pub(super) content: Content,
}

/// The content of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading, of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// A code block, with its language.
    Code(String, String),
    /// A table of rows and cells; the first row is the header.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A thematic break.
    Rule,
    /// A comment for editors, which readers do not see: the place of a picture.
    Comment(String),
}

/// A container of blocks; equal numbers mean the same container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Container {
    /// A unique number.
    pub(super) number: usize,
    /// The kind.
    pub(super) kind: Kind,
}

/// The kind of a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A quotation.
    Quote,
    /// An item of the list with this number; in an ordered list, with its position.
    Item(usize, Option<u64>),
    /// The text of a footnote.
    Note(usize),
}

/// An inline element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// Words.
    Text(String),
    /// Code.
    Code(String),
    /// The start of a mark. Every mark is closed, the innermost first.
    Open(Mark),
    /// The end of the innermost open mark.
    Close,
    /// A line break.
    Break(Break),
    /// A reference to a footnote.
    Note(usize),
}

/// A mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Struck-out text.
    Strike,
    /// A link to a web address or a mailbox.
    Link(String),
}

/// The kind of a line break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// A wrapped line.
    Soft,
    /// An intended line break.
    Hard,
}

impl Leaf {
    /// The inline content of a paragraph outside of containers.
    pub(super) fn paragraph(&self) -> Option<&[Inline]> {
        match &self.content {
            Content::Paragraph(inlines) if self.within.is_empty() => Some(inlines),
            _ => None,
        }
    }

    /// Whether it is the text of a footnote.
    pub(super) fn is_note(&self) -> bool {
        self.within.iter().any(|container| matches!(container.kind, Kind::Note(_)))
    }
}

/// The text without markup, with its line breaks.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut plain = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => plain.push_str(text),
            Inline::Break(_) => plain.push('\n'),
            Inline::Open(_) | Inline::Close | Inline::Note(_) => {}
        }
    }
    plain
}

/// Splits inline content into lines, with the line break after each. Marks over several lines are repeated on each.
pub(super) fn lines(inlines: Vec<Inline>) -> Vec<(Vec<Inline>, Break)> {
    let mut lines = Vec::new();
    let mut line = Vec::new();
    let mut open: Vec<Mark> = Vec::with_capacity(DEEPEST_MARKS);
    for inline in inlines {
        match &inline {
            Inline::Open(mark) => open.push(mark.clone()),
            Inline::Close => _ = open.pop(),
            Inline::Break(end) => {
                line.extend(open.iter().map(|_| Inline::Close));
                let next = open.iter().cloned().map(Inline::Open).collect();
                lines.push((tidy(std::mem::replace(&mut line, next)), *end));
                continue;
            }
            _ => {}
        }
        line.push(inline);
    }
    lines.push((tidy(line), Break::Soft));
    lines
}

/// Joins lines.
pub(super) fn join(lines: impl IntoIterator<Item = (Vec<Inline>, Break)>) -> Vec<Inline> {
    let mut joined = Vec::new();
    let mut end = None;
    for (line, next) in lines {
        joined.extend(end.map(Inline::Break));
        joined.extend(line);
        end = Some(next);
    }
    joined
}

/// Removes a number of bytes from the start of the text.
pub(super) fn without_start(mut inlines: Vec<Inline>, mut bytes: usize) -> Vec<Inline> {
    for inline in &mut inlines {
        let (Inline::Text(text) | Inline::Code(text)) = inline else { continue };
        let taken = bytes.min(text.len());
        text.drain(..taken);
        bytes -= taken;
        if bytes == 0 {
            break;
        }
    }
    tidy(inlines)
}

/// Removes invisible parts: empty marks, and blanks and line breaks at both ends.
pub(super) fn tidy(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut tidy: Vec<Inline> = Vec::with_capacity(inlines.len());
    let mut started = false;
    for mut inline in inlines {
        match &mut inline {
            Inline::Text(text) => {
                if !started {
                    *text = text.trim_start().to_owned();
                }
                if text.is_empty() {
                    continue;
                }
                started = true;
            }
            Inline::Code(text) if text.is_empty() => continue,
            Inline::Break(_) if !started => continue,
            Inline::Close if matches!(tidy.last(), Some(Inline::Open(_))) => {
                tidy.pop();
                continue;
            }
            Inline::Code(_) | Inline::Note(_) => started = true,
            _ => {}
        }
        tidy.push(inline);
    }
    // From the end; marks that close there are kept.
    let mut place = tidy.len();
    while place > 0 {
        place -= 1;
        match &mut tidy[place] {
            Inline::Close => {}
            Inline::Break(_) => _ = tidy.remove(place),
            Inline::Text(text) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
                tidy.remove(place);
            }
            _ => break,
        }
    }
    drop_empty_marks(tidy)
}

fn drop_empty_marks(inlines: Vec<Inline>) -> Vec<Inline> {
    let mut kept: Vec<Inline> = Vec::with_capacity(inlines.len());
    for inline in inlines {
        if inline == Inline::Close && matches!(kept.last(), Some(Inline::Open(_))) {
            kept.pop();
        } else {
            kept.push(inline);
        }
    }
    kept
}
