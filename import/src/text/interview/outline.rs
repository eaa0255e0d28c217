//! Finds the title and the headings.

use super::{blocks::words_of, given::Guess};
use crate::text::{
    document::{Content, Inline, Leaf, join, lines, plain},
    part::InterviewPart,
    profile, questions,
};

/// The longest title in characters.
const LONGEST: usize = 120;

/// Turns lines such as "Quick Chat" or まとめ into headings.
pub(super) fn find_sections(leaves: &mut [Leaf]) {
    let level = levels(leaves).filter(|&level| level > 1).min().unwrap_or(2);
    for leaf in leaves {
        if leaf.paragraph().is_none() || !profile::is_section(&words_of(leaf)) {
            continue;
        }
        if let Content::Paragraph(words) = &mut leaf.content {
            // Marks that imitate a heading.
            words.retain(|inline| matches!(inline, Inline::Text(_) | Inline::Code(_)));
            leaf.content = Content::Heading(level, std::mem::take(words));
        }
    }
}

/// Takes the title out of a text.
pub(super) fn take_title(leaves: &mut Vec<Leaf>, given: Option<&str>) -> Option<Guess> {
    let first = leaves.iter().position(|leaf| !matches!(leaf.content, Content::Comment(_) | Content::Rule));
    first.into_iter().for_each(|first| set_apart(leaves, first));
    let leaf = first.map(|first| &leaves[first]).filter(|leaf| leaf.within.is_empty());
    let words = leaf.map(words_of).unwrap_or_default();
    let given = given.map(str::trim).filter(|title| !title.is_empty());
    let is_title = match (given, leaf.map(|leaf| &leaf.content)) {
        (Some(title), Some(_)) => title == words,
        (None, Some(Content::Heading(level, _))) => {
            let is_first = *level == 1 || levels(leaves).filter(|other| other <= level).count() == 1;
            is_first && !profile::is_section(&words)
        }
        (None, Some(Content::Paragraph(inlines))) => {
            let is_line = !inlines.iter().any(|inline| matches!(inline, Inline::Break(_)));
            let is_sentence = words.ends_with(['。', '.', '、', ',', '：', ':']);
            let is_short = words.chars().count() <= LONGEST;
            leaves.len() > 1
                && is_line
                && is_short
                && !is_sentence
                && !questions::is_mark(&words)
                && !is_turn(&words, leaves)
                && !profile::is_field(&words)
        }
        _ => false,
    };
    let check = leaf
        .filter(|leaf| given.is_none() && matches!(leaf.content, Content::Paragraph(_)))
        .map(|_| "the first line of the source was taken for the title".to_owned());
    if let (true, Some(first)) = (is_title, first) {
        leaves.remove(first);
    }
    match given {
        Some(title) => Some((title.split_whitespace().collect::<Vec<_>>().join(" "), None)),
        None => is_title.then_some((words, check)),
    }
}

/// Separates the first line from a profile without an empty line between them.
fn set_apart(leaves: &mut Vec<Leaf>, first: usize) {
    let Some(words) = leaves[first].paragraph() else { return };
    let mut texts = plain(words).lines().map(profile::is_field).collect::<Vec<_>>().into_iter();
    if texts.next() != Some(false) || texts.next() != Some(true) {
        return;
    }
    let mut all = lines(words.to_vec()).into_iter();
    let title = join(all.next());
    let rest = join(all);
    let line = leaves[first].line;
    let paragraph = |line, words| Leaf { line, within: Vec::new(), content: Content::Paragraph(words) };
    leaves.splice(first..=first, [paragraph(line, title), paragraph(line + 1, rest)]);
}

/// Whether a line is a turn of a speaker with several turns.
fn is_turn(words: &str, leaves: &[Leaf]) -> bool {
    let Some(name) = questions::name_before(words) else { return false };
    let turns = leaves.iter().filter(|leaf| leaf.paragraph().is_some());
    turns.filter(|leaf| questions::name_before(&words_of(leaf)) == Some(name)).count() > 1
}

fn levels(leaves: &[Leaf]) -> impl Iterator<Item = u8> {
    leaves.iter().filter(|leaf| leaf.within.is_empty()).filter_map(|leaf| match leaf.content {
        Content::Heading(level, _) => Some(level),
        _ => None,
    })
}

/// The highest level of a heading in an answer, as one of level 2 ends the answer.
const OF_ANSWERS: u8 = 3;

/// Shifts the headings, so that the highest level is 2. Those of answers, from the level `detail` or from the level of a
/// heading with which an answer begins, stay below it.
pub(super) fn leveled(mut parts: Vec<InterviewPart>, detail: Option<u8>) -> Vec<InterviewPart> {
    let level_of = |part: &InterviewPart| match part {
        InterviewPart::Leaf(Leaf { content: Content::Heading(level, words), .. }) => {
            Some(*level).filter(|_| !profile::is_section(&plain(words)))
        }
        _ => None,
    };
    let begins = parts.windows(2).filter_map(|pair| match pair {
        [InterviewPart::Question(_), next] => level_of(next).filter(|level| *level >= OF_ANSWERS),
        _ => None,
    });
    let detail = begins.chain(detail).min();
    let headings = |parts: &mut [InterviewPart], change: &mut dyn FnMut(&mut u8)| {
        for part in parts {
            if let InterviewPart::Leaf(Leaf { content: Content::Heading(level, _), .. }) = part {
                change(level);
            }
        }
    };
    let is_detail = |level: u8| detail.is_some_and(|detail| level >= detail);
    let (mut least, mut least_detail) = (6, 6);
    headings(&mut parts, &mut |level| match is_detail(*level) {
        true => least_detail = least_detail.min(*level),
        false => least = least.min(*level),
    });
    headings(&mut parts, &mut |level| {
        *level = match is_detail(*level) {
            true => (*level - least_detail + OF_ANSWERS).clamp(OF_ANSWERS, 6),
            false => (*level - least + 2).clamp(2, 6),
        };
    });
    parts
}
