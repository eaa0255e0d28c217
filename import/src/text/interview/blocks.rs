//! Writes the blocks of an interview, and reads their words.

use crate::text::{
    document::{Content, Inline, Leaf, plain},
    part::InterviewPart,
    write::Writer,
};

pub(super) fn write(writer: &mut Writer, part: &InterviewPart) {
    match part {
        InterviewPart::Leaf(leaf) => writer.leaf(leaf),
        InterviewPart::Question(question) => writer.question(&question.words),
    }
}

/// The text of a block on one line.
pub(super) fn words_of(leaf: &Leaf) -> String {
    let inlines: &[Inline] = match &leaf.content {
        Content::Paragraph(words) | Content::Heading(_, words) => words,
        _ => &[],
    };
    plain(inlines).split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn picture_check(body: &str) -> Option<String> {
    let count = body.matches("<!-- A picture was here: ").count();
    (count > 0)
        .then(|| format!("pictures could not be fetched: comments in the text mark their places, {count} of them"))
}
