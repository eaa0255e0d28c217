//! How severe a problem is.

use super::message::{ReportLanguage, Words, words};

/// The severity of a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The item cannot be published.
    Error,
    /// The item can be published, but is probably not as intended.
    Warning,
    /// Information; no action is needed.
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

    /// Its name in reports in a language.
    pub fn text(self, language: ReportLanguage) -> &'static str {
        self.words().text(language)
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
