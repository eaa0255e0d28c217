//! Lines and columns of places in a file.

use super::{Diagnostic, Problem};

/// The longest line that is shown whole, in bytes; of a longer one the surroundings of the mark are.
const LONGEST: usize = 4096;
/// How much of a longer line is shown before and after the start of the mark, in bytes.
const AROUND: usize = 600;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The lines of a file, for finding many places in it.
pub(crate) struct Lines<'a> {
    file: &'a str,
    /// Where each line begins; a byte order mark is no part of the first.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a file.
    pub(crate) fn of(file: &'a str) -> Self {
        let first = if file.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let starts = std::iter::once(first).chain(file.match_indices('\n').map(|(place, _)| place + 1)).collect();
        Self { file, starts }
    }

    /// Writes out the place of a problem.
    pub(crate) fn locate(&self, problem: Problem, path: &str) -> Diagnostic {
        let start = floor(self.file, problem.span.start).max(self.starts[0]);
        let line = self.starts.partition_point(|&first| first <= start);
        let first = self.starts[line - 1];
        let last = self.starts.get(line).map_or(self.file.len(), |&next| next - 1);
        let text = self.file[first..last].trim_end_matches('\r');
        let within = |place: usize| floor(self.file, place).saturating_sub(first).min(text.len());
        let marked = within(start)..within(problem.span.end).max(within(start));
        let column = text[..marked.start].chars().count() + 1;
        let (source, marked) = shorten(text, marked);
        Diagnostic {
            severity: problem.severity,
            code: problem.code,
            path: path.to_owned(),
            span: problem.span,
            line,
            column,
            source,
            marked,
            message: problem.message,
            help: problem.help,
        }
    }
}

/// Cuts a very long line around its mark, so that a file of one line does not fill the memory with copies of it.
fn shorten(text: &str, marked: std::ops::Range<usize>) -> (String, std::ops::Range<usize>) {
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

#[cfg(test)]
mod tests {
    use crate::{
        diagnostic::{Problem, Severity},
        message,
    };

    fn check(file: &str, marked: &str, expected: (usize, usize, &str)) {
        let start = file.find(marked).expect("the text to mark is in the file");
        let span = start..start + marked.len();
        let problem = Problem {
            severity: Severity::Error,
            code: "test",
            span,
            message: message!("", ""),
            help: message!("", ""),
        };
        let found = problem.locate("x.md", file);
        assert_eq!((found.line, found.column, &found.source[found.marked.clone()]), expected, "{file:?}");
        assert!(!found.source.contains(['\r', '\n', '\u{feff}']), "{file:?}");
    }

    #[test]
    fn columns_are_characters() {
        check("a\n受付の部屋\n", "部屋", (2, 4, "部屋"));
        check("abc", "c", (1, 3, "c"));
        check("a\nb", "b", (2, 1, "b"));
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_are_no_columns() {
        check("\u{feff}受付", "付", (1, 2, "付"));
        check("\u{feff}受付", "\u{feff}受", (1, 1, "受"));
        check("a\r\n受付\r\nc", "付\r\nc", (2, 2, "付"));
        check("a\r\n\r\nc", "\r\nc", (2, 1, ""));
    }

    #[test]
    fn places_outside_the_file_are_moved_into_it() {
        let problem = |span| Problem {
            severity: Severity::Error,
            code: "test",
            span,
            message: message!("", ""),
            help: message!("", ""),
        };
        assert_eq!(problem(90..99).locate("x.md", "受\n").line, 2);
        assert_eq!(problem(1..2).locate("x.md", "受").column, 1);
        assert_eq!(problem(0..0).locate("x.md", "").line, 1);
    }

    #[test]
    fn a_very_long_line_is_cut_around_the_mark() {
        let file = format!("{}部屋{}", "あ".repeat(5_000), "い".repeat(5_000));
        let start = 15_000;
        let problem = Problem {
            severity: Severity::Error,
            code: "test",
            span: start..start + 6,
            message: message!("", ""),
            help: message!("", ""),
        };
        let found = problem.locate("x.md", &file);
        assert_eq!((found.column, &found.source[found.marked.clone()]), (5_001, "部屋"));
        assert!(found.source.len() < 2_000 && found.source.starts_with('…') && found.source.ends_with('…'));
    }
}
