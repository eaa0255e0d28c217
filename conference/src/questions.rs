//! Questions that several people answered. A question is its id: interviews with the same id have the same question.

use crate::{Slug, Text};

/// A question that several people answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedQuestion {
    /// Its id in every interview, and the last segment of its URL.
    pub id: String,
    /// Its words: those of a series, or else those of the first interview.
    pub text: Text,
    /// The interviews with an answer, by person as in the list of speakers; those of one person by publication.
    pub interviews: Vec<Slug>,
}
