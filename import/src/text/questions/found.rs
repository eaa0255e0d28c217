//! The questions of an interview, and how they were found.

use crate::text::part::InterviewPart;

/// An interview's parts, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::text) struct Found {
    /// In the order of the text.
    pub(in crate::text) parts: Vec<InterviewPart>,
    /// What to check about the questions.
    pub(in crate::text) check: Option<String>,
    /// Who asks, where the turns of a transcript have names; empty where only a label says so.
    pub(in crate::text) interviewer: Option<String>,
    /// Who answers, where the turns of a transcript have names.
    pub(in crate::text) answering: Vec<String>,
}
