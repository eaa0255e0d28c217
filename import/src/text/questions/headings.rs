//! Questions that are headings.

use crate::text::{
    document::{Content, Leaf, plain},
    part::{InterviewPart, Question},
};

/// Whether a block is a heading that ends with a question mark.
pub(super) fn asks(leaf: &Leaf) -> bool {
    match &leaf.content {
        Content::Heading(_, words) => leaf.within.is_empty() && plain(words).trim_end().ends_with(['?', '？']),
        _ => false,
    }
}

/// The level of the highest headings below the questions: those belong to answers.
pub(super) fn detail(leaves: &[Leaf]) -> Option<u8> {
    let levels = leaves.iter().filter(|leaf| asks(leaf)).filter_map(|leaf| match leaf.content {
        Content::Heading(level, _) => Some(level),
        _ => None,
    });
    levels.max().map(|level| level.saturating_add(1))
}

/// A block as a part of an interview.
pub(super) fn part(leaf: Leaf) -> InterviewPart {
    match leaf.content {
        Content::Heading(_, ref words) if asks(&leaf) => {
            InterviewPart::Question(Question { line: leaf.line, words: words.clone(), asker: None })
        }
        _ => InterviewPart::Leaf(leaf),
    }
}
