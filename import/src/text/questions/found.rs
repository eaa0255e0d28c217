//! The questions of an interview, and how they were found.

use crate::text::part::InterviewPart;

/// The parts of an interview, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::text) struct Found {
    /// In the order of the text.
    pub(in crate::text) parts: Vec<InterviewPart>,
    /// The remark on the questions.
    pub(in crate::text) check: Option<String>,
    /// The interviewer, if the turns of a transcript have names; empty if there is only a label.
    pub(in crate::text) interviewer: Option<String>,
    /// The interviewees, if the turns of a transcript have names.
    pub(in crate::text) answering: Vec<String>,
    /// The level from which headings are parts of answers, if the questions are headings themselves.
    pub(in crate::text) detail: Option<u8>,
}
