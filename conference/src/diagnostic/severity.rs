//! How severe a problem is.

use super::message::{Words, words};

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
