//! What is wrong with a source file, where, and what to do.

mod lines;
mod message;
mod problem;
mod report;

use std::ops::Range;

pub use message::{Message, ReportLanguage, Speak};
pub use problem::Problem;
pub use report::{Count, Style, render};

pub(crate) use lines::Lines;
pub(crate) use message::{Words, words};
pub(crate) use problem::Problems;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The item cannot be published as it stands.
    Error,
    /// It can be published, but is probably not what was meant.
    Warning,
    /// Worth knowing; nothing to do.
    Note,
}

impl Severity {
    /// Its name in reports for people.
    pub(crate) fn words(self) -> Words {
        match self {
            Self::Error => words!("error", "エラー"),
            Self::Warning => words!("warning", "警告"),
            Self::Note => words!("note", "補足"),
        }
    }

    /// Its name in reports for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

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
