//! A text without its notation: what every reader makes, and what the interview is found in.
//!
//! Flat on purpose: a block names the containers it is in, and marks are opened and closed, so that nothing here or after
//! it recurses into what a source nests.

/// How many marks may be open at once; further ones are left out. Far below what our own Markdown takes.
pub(super) const DEEPEST_MARKS: usize = 6;

/// A block that holds no other blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The line of the source where it begins, from 1.
    pub(super) line: usize,
    /// The quotations, list items and notes around it, the outermost first.
    pub(super) within: Vec<Container>,
    /// What it is.
    pub(super) content: Content,
}

/// What a block can be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading, of level 1 to 6.
    Heading(u8, Vec<Inline>),
    /// Lines to be kept as they are, and the language they are in.
    Code(String, String),
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Vec<Inline>>>),
    /// A line across.
    Rule,
    /// A note to whoever edits the file, which readers do not see: the place of a picture.
    Comment(String),
}

/// A block around others; equal numbers mean the same one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Container {
    /// Different for each.
    pub(super) number: usize,
    /// What it is.
    pub(super) kind: Kind,
}

/// What is around other blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A quotation.
    Quote,
    /// An item of the list with this number; in an ordered list with its place.
    Item(usize, Option<u64>),
    /// The text of a footnote.
    Note(usize),
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    /// Words.
    Text(String),
    /// Code.
    Code(String),
    /// The start of a mark; every one is closed, the innermost first.
    Open(Mark),
    /// The end of the innermost mark that is open.
    Close,
    /// The end of a line.
    Break(Break),
    /// A reference to a footnote.
    Note(usize),
}

/// What words can be marked as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// What is no longer so.
    Strike,
    /// A link to an address of the web or of a mailbox.
    Link(String),
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// Because it was long enough.
    Soft,
    /// Because the author wants a new one.
    Hard,
}

impl Leaf {
    /// The running text of a paragraph that stands on its own.
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

/// The words alone; lines stay lines.
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

/// The lines of running text, with how each but the last ended; marks that go over several are repeated on each.
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

/// Puts lines together again.
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

/// Takes so many bytes of words from the start.
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

/// Takes away what nobody would see: marks around nothing, and blanks and line ends at both ends.
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
    // From the end, marks that close there stay.
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
