//! A problem with its file, line and column.

use std::ops::Range;

use super::{message::Message, severity::Severity};

/// A problem of a file, with line and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The severity.
    pub severity: Severity,
    /// A stable code for this kind of problem: `unknown-field`, `speaker-twice`.
    pub code: &'static str,
    /// The path of the file below the content folder.
    pub path: String,
    /// The bytes that the problem is about; empty if something is missing there.
    pub span: Range<usize>,
    /// The line, from 1; 0 for a problem of the whole file or folder.
    pub line: usize,
    /// The column in characters, from 1; 0 for a problem of the whole file or folder.
    pub column: usize,
    /// The text of the line, without line end. A very long line is cut around the mark, with `…` at the cuts.
    pub source: String,
    /// The bytes of `source` under the carets.
    pub marked: Range<usize>,
    /// The problem, as a sentence without full stop.
    pub message: Message,
    /// The suggestion, as a sentence without full stop.
    pub help: Message,
}

impl Diagnostic {
    /// A problem of a whole file or folder.
    pub(crate) fn of_file(
        severity: Severity,
        code: &'static str,
        path: &str,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) -> Self {
        Self {
            severity,
            code,
            path: path.to_owned(),
            span: 0..0,
            line: 0,
            column: 0,
            source: String::new(),
            marked: 0..0,
            message: message.into(),
            help: help.into(),
        }
    }
}
