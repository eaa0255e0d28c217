//! What is wrong with a source file, where, and what to do.

use std::ops::Range;

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
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One problem of one file.
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
    /// The column in characters, from 1.
    pub column: usize,
    /// The line itself, without its end.
    pub source: String,
    /// The part of `source` the caret marks, in bytes of it.
    pub marked: Range<usize>,
    /// What is wrong, a sentence without full stop.
    pub message: String,
    /// What to do, a sentence without full stop.
    pub help: String,
}

/// A problem before its place is written out: what a parser reports.
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
        let start = floor_char_boundary(file, self.span.start);
        let line_start = file[..start].rfind('\n').map_or(0, |place| place + 1);
        // A byte order mark is no column.
        let first = if file[line_start..].starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let line_start = line_start + first;
        let line_end = file[start..].find('\n').map_or(file.len(), |place| start + place).max(line_start);
        let source = file[line_start..line_end].trim_end_matches('\r');
        let within = |place: usize| floor_char_boundary(file, place).saturating_sub(line_start).min(source.len());
        let marked = within(start)..within(self.span.end).max(within(start));
        Diagnostic {
            severity: self.severity,
            code: self.code,
            path: path.to_owned(),
            line: file[..start].matches('\n').count() + 1,
            column: source[..marked.start].chars().count() + 1,
            source: source.to_owned(),
            marked,
            span: self.span,
            message: self.message,
            help: self.help,
        }
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

fn floor_char_boundary(text: &str, place: usize) -> usize {
    let mut place = place.min(text.len());
    while !text.is_char_boundary(place) {
        place -= 1;
    }
    place
}
