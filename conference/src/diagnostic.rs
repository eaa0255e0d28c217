//! Diagnostics: problems of source files, with their places and suggestions.

mod lines;
mod located;
mod message;
mod problem;
mod report;
mod severity;

pub use located::Diagnostic;
pub use message::{Message, ReportLanguage, Speak};
pub use problem::Problem;
pub use report::{Count, Style, help_word, render};
pub use severity::Severity;

pub(crate) use message::{Words, words};
pub(crate) use problem::Problems;
