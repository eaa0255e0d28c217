//! The parts of an interview: its questions, and the blocks between them.

use super::document::{Inline, Leaf};

/// A part of an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum InterviewPart {
    /// A block.
    Leaf(Leaf),
    /// A question.
    Question(Question),
}

/// A question, before it is known whether anything answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// The line of the source where it begins, from 1.
    pub(super) line: usize,
    /// Its words.
    pub(super) words: Vec<Inline>,
    /// Who asks, where the source says so before each question.
    pub(super) asker: Option<String>,
}
