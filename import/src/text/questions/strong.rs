//! Questions in bold without other marks.

use super::{divide::without_strong, marks::ends_asking};
use crate::text::{
    document::{Content, Inline, Leaf, Mark, join, lines, plain, tidy},
    part::{InterviewPart, Question},
    profile,
};

/// The number of questions in bold: several, of which most end as questions do.
pub(super) fn count(leaves: &[Leaf]) -> usize {
    let bold = leaves.iter().filter_map(Leaf::paragraph).filter_map(|words| {
        let (first, _) = lines(words.to_vec()).into_iter().next()?;
        match is_bold(&first) {
            true => Some(ends_asking(&plain(&first))),
            false => leading(&first).map(|_| true),
        }
    });
    let (count, asking) = bold.fold((0, 0), |(count, asking), asks| (count + 1, asking + usize::from(asks)));
    if count > 1 && 2 * asking > count { count } else { 0 }
}

/// Splits paragraphs at lines in bold at their beginning, and at questions in bold before their answers.
pub(super) fn divide(leaves: Vec<Leaf>) -> Vec<InterviewPart> {
    let mut parts = Vec::with_capacity(leaves.len());
    for leaf in leaves {
        let Some(words) = leaf.paragraph() else {
            parts.push(InterviewPart::Leaf(leaf));
            continue;
        };
        let all = lines(words.to_vec());
        let count = all.iter().take_while(|(line, _)| is_bold(line)).count();
        let (words, rest) = match count {
            0 => match leading(words) {
                Some(end) => (words[..end].to_vec(), words[end..].to_vec()),
                None => {
                    parts.push(InterviewPart::Leaf(leaf));
                    continue;
                }
            },
            count => {
                let mut all = all.into_iter();
                (join(all.by_ref().take(count)), join(all))
            }
        };
        let words = tidy(without_strong(words));
        parts.push(InterviewPart::Question(Question { line: leaf.line, words, asker: None }));
        let rest = tidy(rest);
        if !rest.is_empty() {
            let content = Content::Paragraph(rest);
            parts.push(InterviewPart::Leaf(Leaf { line: leaf.line + count, within: Vec::new(), content }));
        }
    }
    parts
}

/// The end of the words in bold at the beginning of a line, if they ask and words in another style follow.
fn leading(line: &[Inline]) -> Option<usize> {
    if line.first() != Some(&Inline::Open(Mark::Strong)) {
        return None;
    }
    let mut depth = 0_usize;
    let close = line.iter().position(|inline| {
        match inline {
            Inline::Open(_) => depth += 1,
            Inline::Close => depth -= 1,
            _ => {}
        }
        depth == 0
    })?;
    let asks = ends_asking(&plain(&line[..close]));
    (asks && plain(&line[close..]).contains(char::is_alphanumeric)).then_some(close + 1)
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
