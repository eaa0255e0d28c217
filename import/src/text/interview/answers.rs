//! Makes sure that every question has an answer, as one without is an error for the loader.

use crate::text::{
    document::{Content, Inline, Leaf, Mark, plain},
    part::{InterviewPart, Question},
};

/// Turns questions without answer into paragraphs, and returns their words.
pub(super) fn complete(parts: Vec<InterviewPart>) -> (Vec<InterviewPart>, Vec<String>) {
    // From the end: whether an answer follows.
    let mut answered = vec![false; parts.len()];
    let mut follows = false;
    for (place, part) in parts.iter().enumerate().rev() {
        match part {
            InterviewPart::Question(_) => {
                answered[place] = follows;
                follows = false;
            }
            InterviewPart::Leaf(leaf) => match &leaf.content {
                Content::Comment(_) => {}
                Content::Heading(level, _) => follows = *level > 2 || !leaf.within.is_empty(),
                _ => follows = true,
            },
        }
    }
    let mut unanswered = Vec::new();
    let complete = parts.into_iter().zip(answered).map(|(part, is_answered)| match part {
        InterviewPart::Question(question) if !is_answered => {
            unanswered.push(plain(&question.words).replace('\n', " "));
            InterviewPart::Leaf(paragraph(question))
        }
        part => part,
    });
    let complete = complete.collect();
    (complete, unanswered)
}

fn paragraph(question: Question) -> Leaf {
    let Question { line, mut words, asker } = question;
    if let Some(asker) = asker {
        let label =
            [Inline::Open(Mark::Strong), Inline::Text(format!("{asker}:")), Inline::Close, Inline::Text(" ".into())];
        words.splice(0..0, label);
    }
    Leaf { line, within: Vec::new(), content: Content::Paragraph(words) }
}
