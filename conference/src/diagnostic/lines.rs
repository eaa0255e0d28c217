//! Converts byte offsets into lines and columns.

use std::ops::Range;

/// The longest line that is shown in full, in bytes; longer lines are cut around the mark.
const LONGEST: usize = 4096;
/// The bytes of a cut line that are shown before and after the start of the mark.
const AROUND: usize = 600;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// A line and a column, with the text of the line.
pub(super) struct Position {
    /// From 1.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
    /// The text of the line; of a very long line, the part around the mark.
    pub(super) source: String,
    /// The marked bytes of `source`.
    pub(super) marked: Range<usize>,
}

/// The line starts of a file: computed once, used for many offsets.
pub(super) struct Lines<'a> {
    file: &'a str,
    /// The offset of each line. A byte order mark is not part of the first line.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a file.
    pub(super) fn of(file: &'a str) -> Self {
        let first = if file.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(file.match_indices('\n').map(|(place, _)| place + 1)).collect();
        Self { file, starts }
    }

    /// Finds the line and column of a span. A span over several lines is marked up to the end of its first line.
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

/// Cuts a very long line around its mark; otherwise the diagnostics of a file with a single line would fill the memory
/// with copies of it.
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

/// Rounds down to the nearest character boundary.
fn floor(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}
