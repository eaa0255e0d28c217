//! Questions in bold without other marks.

use super::{divide::without_strong, marks::ends_asking};
use crate::text::{
    document::{Content, Inline, Leaf, Mark, join, lines, plain, tidy},
    part::{InterviewPart, Question},
    profile,
};

/// Whether the lines in bold are questions: there are several, and most of them end as one.
pub(super) fn are_questions(leaves: &[Leaf]) -> bool {
    let bold = leaves.iter().filter_map(Leaf::paragraph).filter_map(|words| {
        let (first, _) = lines(words.to_vec()).into_iter().next()?;
        is_bold(&first).then(|| ends_asking(&plain(&first)))
    });
    let (count, asking) = bold.fold((0, 0), |(count, asking), asks| (count + 1, asking + usize::from(asks)));
    count > 1 && 2 * asking > count
}

/// Splits paragraphs at lines in bold at their beginning.
pub(super) fn divide(leaves: Vec<Leaf>) -> Vec<InterviewPart> {
    let mut parts = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        let Some(words) = leaf.paragraph() else {
            parts.push(InterviewPart::Leaf(leaf));
            continue;
        };
        let all = lines(words.to_vec());
        let count = all.iter().take_while(|(line, _)| is_bold(line)).count();
        if count == 0 {
            parts.push(InterviewPart::Leaf(leaf));
            continue;
        }
        let mut all = all.into_iter();
        let words = without_strong(join(all.by_ref().take(count)));
        parts.push(InterviewPart::Question(Question { line: leaf.line, words, asker: None }));
        let rest = tidy(join(all));
        if !rest.is_empty() {
            let content = Content::Paragraph(rest);
            parts.push(InterviewPart::Leaf(Leaf { line: leaf.line + count, within: Vec::new(), content }));
        }
    }
    parts
}

/// Whether a whole line is bold, and not a line of a profile.
fn is_bold(line: &[Inline]) -> bool {
    let mut open: Vec<bool> = Vec::new();
    let mut says = false;
    for inline in line {
        match inline {
            Inline::Open(mark) => open.push(*mark == Mark::Strong),
            Inline::Close => _ = open.pop(),
            Inline::Text(text) | Inline::Code(text) => {
                if !text.trim().is_empty() && !open.contains(&true) {
                    return false;
                }
                says |= text.chars().any(char::is_alphanumeric);
            }
            Inline::Break(_) | Inline::Note(_) => {}
        }
    }
    says && !profile::is_field(&plain(line))
}
