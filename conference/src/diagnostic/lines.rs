//! Lines and columns of places in a file.

use std::ops::Range;

/// The longest line that is shown whole, in bytes; of a longer one the surroundings of the mark are.
const LONGEST: usize = 4096;
/// How much of a longer line is shown before and after the start of the mark, in bytes.
const AROUND: usize = 600;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A place in a file as people find it.
pub(super) struct Position {
    /// From 1.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
    /// The line itself, or the part of a very long one around the mark.
    pub(super) source: String,
    /// The marked bytes of `source`.
    pub(super) marked: Range<usize>,
}

/// The lines of a file, for finding many places in it.
pub(super) struct Lines<'a> {
    file: &'a str,
    /// Where each line begins; a byte order mark is no part of the first.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a file.
    pub(super) fn of(file: &'a str) -> Self {
        let first = if file.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(file.match_indices('\n').map(|(place, _)| place + 1)).collect();
        Self { file, starts }
    }

    /// Finds the line and column where a span starts. A span that ends on a later line is marked to the end of its first line.
    pub(super) fn position(&self, span: &Range<usize>) -> Position {
        let start = floor(self.file, span.start).max(self.starts[0]);
        let line = self.starts.partition_point(|&first| first <= start);
        let first = self.starts[line - 1];
        let last = self.starts.get(line).map_or(self.file.len(), |&next| next - 1);
        let text = self.file[first..last].trim_end_matches('\r');
        let within = |place: usize| floor(self.file, place).saturating_sub(first).min(text.len());
        let marked = within(start)..within(span.end).max(within(start));
        let column = text[..marked.start].chars().count() + 1;
        let (source, marked) = shorten(text, marked);
        Position { line, column, source, marked }
    }
}

/// Cuts a very long line around its mark, so that a file of one line does not fill the memory with copies of it.
fn shorten(text: &str, marked: Range<usize>) -> (String, Range<usize>) {
    if text.len() <= LONGEST {
        return (text.to_owned(), marked);
    }
    let from = floor(text, marked.start.saturating_sub(AROUND));
    let to = floor(text, marked.start + AROUND);
    let before = if from > 0 { "…" } else { "" };
    let after = if to < text.len() { "…" } else { "" };
    let moved = |place: usize| place.min(to) - from + before.len();
    (format!("{before}{}{after}", &text[from..to]), moved(marked.start)..moved(marked.end))
}

/// The nearest boundary of a character at or before a place.
fn floor(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}
