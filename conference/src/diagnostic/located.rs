//! A problem with its file, line and column.

use std::ops::Range;

use super::{message::Message, severity::Severity};

/// One problem of one file, with its place written out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name of the kind of problem: `unknown-field`, `speaker-twice`.
    pub code: &'static str,
    /// The path of the file below the content folder.
    pub path: String,
    /// The bytes of the file it is about; empty at the place where something is missing.
    pub span: Range<usize>,
    /// The line, from 1; 0 where the problem is of the whole file or folder.
    pub line: usize,
    /// The column in characters, from 1; 0 where the problem is of the whole file or folder.
    pub column: usize,
    /// The line itself, without its end. Of a very long line only the part around the mark, with `…` where it is cut.
    pub source: String,
    /// The part of `source` the caret marks, in bytes of it.
    pub marked: Range<usize>,
    /// What is wrong, a sentence without full stop.
    pub message: Message,
    /// What to do, a sentence without full stop.
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
