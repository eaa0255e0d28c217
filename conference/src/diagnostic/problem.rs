//! Problems before their places are written out, as parsers report them.

use std::{cell::RefCell, ops::Range};

use super::{Diagnostic, Lines, Message, Severity};
use crate::message;

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
    pub message: Message,
    /// See [`Diagnostic::help`].
    pub help: Message,
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
pub(crate) struct Problems {
    found: RefCell<Vec<Problem>>,
    /// The addresses of other sites, which only a request can check.
    links: RefCell<Vec<(Range<usize>, String)>>,
}

impl Problems {
    /// Adds a problem.
    pub(crate) fn add(&self, problem: Problem) {
        self.found.borrow_mut().push(problem);
    }

    /// Takes down an address of another site.
    pub(crate) fn add_link(&self, span: Range<usize>, url: &str) {
        self.links.borrow_mut().push((span, url.to_owned()));
    }

    /// Takes all addresses of other sites.
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

    /// Takes all problems, with their places in the file written out.
    pub(crate) fn take(&self, path: &str, file: &str) -> Vec<Diagnostic> {
        let mut problems = self.found.take();
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
                message!("the file has {hidden} more problems", "このファイルにはほかに{hidden}件の問題があります"),
                message!("mend those shown, and check again", "表示された問題を直してから、もう一度確認してください"),
            ));
        }
        diagnostics
    }
}
