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

/// A question, with or without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// Its first line in the source, from 1.
    pub(super) line: usize,
    /// Its words.
    pub(super) words: Vec<Inline>,
    /// The interviewer, if the source names one before each question.
    pub(super) asker: Option<String>,
}
