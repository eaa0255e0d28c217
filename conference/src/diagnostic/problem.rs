//! Problems before their places are written out, as parsers report them.

use std::{cell::RefCell, ops::Range};

use super::{Diagnostic, Lines, Severity};

/// The most problems of one file that are written out; a file with more is most likely no content at all.
const MOST: usize = 200;

/// A problem before its place is written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// See [`Diagnostic::code`].
    pub code: &'static str,
    /// Bytes of the whole file.
    pub span: Range<usize>,
    /// See [`Diagnostic::message`].
    pub message: String,
    /// See [`Diagnostic::help`].
    pub help: String,
}

impl Problem {
    /// Writes out the place in a file.
    ///
    /// A span that ends on a later line is marked to the end of its first line.
    pub fn locate(self, path: &str, file: &str) -> Diagnostic {
        Lines::of(file).locate(self, path)
    }
}

/// The problems found in one file so far.
///
/// Reading never stops at the first one; what reads a part of a file adds to this and goes on.
#[derive(Debug, Default)]
pub(crate) struct Problems(RefCell<Vec<Problem>>);

impl Problems {
    /// Adds a problem.
    pub(crate) fn add(&self, problem: Problem) {
        self.0.borrow_mut().push(problem);
    }

    /// Adds an error.
    pub(crate) fn error(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(Problem { severity: Severity::Error, code, span, message: message.into(), help: help.into() });
    }

    /// Adds a warning.
    pub(crate) fn warning(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(Problem { severity: Severity::Warning, code, span, message: message.into(), help: help.into() });
    }

    /// Adds a note.
    pub(crate) fn note(
        &self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(Problem { severity: Severity::Note, code, span, message: message.into(), help: help.into() });
    }

    /// Takes all problems, with their places in the file written out.
    pub(crate) fn take(&self, path: &str, file: &str) -> Vec<Diagnostic> {
        let mut problems = self.0.take();
        if problems.is_empty() {
            return Vec::new();
        }
        problems.sort_by_key(|problem| (problem.span.start, problem.severity));
        let hidden = problems.len().saturating_sub(MOST);
        problems.truncate(MOST);
        let lines = Lines::of(file);
        let mut diagnostics: Vec<_> = problems.into_iter().map(|problem| lines.locate(problem, path)).collect();
        if hidden > 0 {
            diagnostics.push(Diagnostic::of_file(
                Severity::Error,
                "too-many-problems",
                path,
                format!("the file has {hidden} more problems"),
                "mend those shown, and check again",
            ));
        }
        diagnostics
    }
}
