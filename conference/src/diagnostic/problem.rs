//! Problems as parsers report them, located by bytes instead of lines.

use std::{cell::RefCell, ops::Range};

use super::{
    lines::{Lines, Position},
    located::Diagnostic,
    message::Message,
    severity::Severity,
};
use crate::message;

/// The most problems that are reported for one file. A file with more is hardly content.
const MOST: usize = 200;

/// A problem, located by bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The severity.
    pub severity: Severity,
    /// See [`Diagnostic::code`].
    pub code: &'static str,
    /// Bytes of the whole file.
    pub span: Range<usize>,
    /// See [`Diagnostic::message`].
    pub message: Message,
    /// See [`Diagnostic::help`].
    pub help: Message,
}

impl Problem {
    /// Adds line and column.
    ///
    /// A span that ends on a later line is marked up to the end of its first line.
    pub fn locate(self, path: &str, file: &str) -> Diagnostic {
        self.locate_among(&Lines::of(file), path)
    }

    fn locate_among(self, lines: &Lines<'_>, path: &str) -> Diagnostic {
        let Position { line, column, source, marked } = lines.position(&self.span);
        Diagnostic {
            severity: self.severity,
            code: self.code,
            path: path.to_owned(),
            span: self.span,
            line,
            column,
            source,
            marked,
            message: self.message,
            help: self.help,
        }
    }
}

/// Collects the problems of one file.
///
/// Parsing continues after a problem, so that all problems are reported at once.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: RefCell<Vec<Problem>>,
    /// Links to other sites, for `check --external`.
    links: RefCell<Vec<(Range<usize>, String)>>,
}

impl Problems {
    /// Adds a problem.
    pub(crate) fn add(&self, problem: Problem) {
        self.found.borrow_mut().push(problem);
    }

    /// Adds problems.
    pub(crate) fn append(&self, problems: Vec<Problem>) {
        self.found.borrow_mut().extend(problems);
    }

    /// The problems as they were found.
    pub(crate) fn into_found(self) -> Vec<Problem> {
        self.found.into_inner()
    }

    /// Records a link to another site.
    pub(crate) fn add_link(&self, span: Range<usize>, url: &str) {
        self.links.borrow_mut().push((span, url.to_owned()));
    }

    /// Takes all recorded links to other sites.
    pub(crate) fn take_links(&self) -> Vec<(Range<usize>, String)> {
        self.links.take()
    }

    /// Adds an error.
    pub(crate) fn error(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.add(Problem { severity: Severity::Error, code, span, message: message.into(), help: help.into() });
    }

    /// Adds a warning.
    pub(crate) fn warning(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.add(Problem { severity: Severity::Warning, code, span, message: message.into(), help: help.into() });
    }

    /// Adds a note.
    pub(crate) fn note(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        self.add(Problem { severity: Severity::Note, code, span, message: message.into(), help: help.into() });
    }

    /// Takes all problems, with lines and columns.
    pub(crate) fn take(&self, path: &str, file: &str) -> Vec<Diagnostic> {
        let mut problems = self.found.take();
        if problems.is_empty() {
            return Vec::new();
        }
        problems.sort_by_key(|problem| (problem.span.start, problem.severity));
        let hidden = problems.len().saturating_sub(MOST);
        problems.truncate(MOST);
        let lines = Lines::of(file);
        let mut diagnostics: Vec<_> = problems.into_iter().map(|problem| problem.locate_among(&lines, path)).collect();
        if hidden > 0 {
            diagnostics.push(Diagnostic::of_file(
                Severity::Error,
                "too-many-problems",
                path,
                message!("the file has {hidden} more problems", "このファイルにはほかに{hidden}件の問題があります"),
                message!("mend those shown, and check again", "表示された問題を直してから、もう一度確認してください"),
            ));
        }
        diagnostics
    }
}

#[cfg(test)]
mod tests {
    use super::Problem;
    use crate::{diagnostic::Severity, message};

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
