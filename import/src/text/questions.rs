//! Finds the questions of an interview by their marks.

mod divide;
mod found;
mod marks;
mod strong;
mod turns;

use super::{
    document::{Content, Leaf, plain},
    part::{InterviewPart, Question},
};

use self::divide::{Extent, Sign, divide};

pub(super) use found::Found;
pub(super) use marks::{ends_sentence, hyphens, is_asked, is_mark};

/// The name before a line, if it is a turn.
pub(super) fn name_before(line: &str) -> Option<&str> {
    turns::named(line).map(|(name, _)| name)
}

/// Finds the questions by the most frequent kind of mark.
pub(super) fn find(leaves: Vec<Leaf>) -> Found {
    let texts: Vec<Vec<String>> = leaves.iter().map(line_texts).collect();
    let all = || texts.iter().flatten().map(String::as_str);
    let count = |is_marked: &dyn Fn(&str) -> bool| all().filter(|line| is_marked(line)).count();
    let found = |parts, check: &str| Found {
        parts,
        check: (!check.is_empty()).then(|| check.to_owned()),
        interviewer: None,
        answering: Vec::new(),
    };
    let exact = count(&|line| hyphens(line).is_some());
    let near = count(&|line| hyphens(line).is_none() && marks::near_hyphens(line).is_some());
    let asked = count(&is_asked);
    let cast = turns::cast(&leaves);
    let turns = cast.as_ref().map_or(0, |cast| cast.questions);
    // A line of dashes among other marks is a pause or an aside.
    if exact > 0 && exact >= asked || near > asked.max(turns) {
        let check = if near > 0 { "some questions begin with other signs than four hyphens and a space" } else { "" };
        let sign = |line: &str| marks::near_hyphens(line).map(|length| Sign::Question(length, None));
        return found(divide(leaves, Extent::Line, sign), check);
    }
    if asked > 0 {
        let sign = |line: &str| {
            let question = marks::asked(line).map(|length| Sign::Question(length, None));
            question.or_else(|| marks::answered(line).map(|length| Sign::Answer(length, None)))
        };
        let check = "the questions were found by their `Q`: look where each ends";
        return found(divide(leaves, Extent::Sentence, sign), check);
    }
    if let Some(cast) = cast {
        return turns::divide(leaves, cast);
    }
    if all().filter(|line| marks::dashes(line).is_some()).count() > 1 {
        let sign = |line: &str| marks::dashes(line).map(|length| Sign::Question(length, None));
        let check = "the questions were found by the dashes before them";
        return found(divide(leaves, Extent::Line, sign), check);
    }
    if strong::are_questions(&leaves) {
        return found(strong::divide(leaves), "lines in bold were taken for the questions");
    }
    let asks = |leaf: &Leaf| match &leaf.content {
        Content::Heading(_, words) => plain(words).trim_end().ends_with(['?', '？']),
        _ => false,
    };
    if leaves.iter().filter(|leaf| asks(leaf)).count() > 1 {
        let part = |leaf: Leaf| match leaf.content {
            Content::Heading(_, ref words) if asks(&leaf) => {
                InterviewPart::Question(Question { line: leaf.line, words: words.clone(), asker: None })
            }
            _ => InterviewPart::Leaf(leaf),
        };
        let check = "headings with a question mark were taken for the questions";
        return found(leaves.into_iter().map(part).collect(), check);
    }
    let check = "no questions were found: begin each with four hyphens and a space";
    found(leaves.into_iter().map(InterviewPart::Leaf).collect(), check)
}

/// The lines of a paragraph outside of containers.
fn line_texts(leaf: &Leaf) -> Vec<String> {
    leaf.paragraph().map(|words| plain(words).lines().map(str::to_owned).collect()).unwrap_or_default()
}
