//! Finds the questions of an interview by their marks.

mod divide;
mod found;
mod headings;
mod marks;
mod strong;
mod turns;

use super::{
    document::{Leaf, plain},
    part::InterviewPart,
};

use self::divide::{Extent, Sign, divide};

pub(super) use found::Found;
pub(super) use marks::{ends_sentence, hyphens, is_asked, is_mark};

/// The name before a line, if it is a turn.
pub(super) fn name_before(line: &str) -> Option<&str> {
    turns::named(line).map(|(name, _)| name)
}

/// The kinds of marks before questions; of equally frequent ones, the first is believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Hyphens,
    Asked,
    Turns,
    Dashes,
    Strong,
    Headings,
}

/// Finds the questions by the most frequent kind of mark in the whole text.
pub(super) fn find(leaves: Vec<Leaf>) -> Found {
    let texts: Vec<Vec<String>> = leaves.iter().map(line_texts).collect();
    let count = |is_marked: &dyn Fn(&str) -> bool| texts.iter().flatten().filter(|line| is_marked(line)).count();
    let several = |count: usize| if count > 1 { count } else { 0 };
    let found = |parts, check: &str| Found {
        parts,
        check: (!check.is_empty()).then(|| check.to_owned()),
        interviewer: None,
        answering: Vec::new(),
        detail: None,
    };
    let exact = count(&|line| hyphens(line).is_some());
    let near = count(&|line| hyphens(line).is_none() && marks::near_hyphens(line).is_some());
    let asked = count(&is_asked);
    let cast = turns::cast(&leaves);
    let turns = cast.as_ref().map_or(0, |cast| cast.questions);
    // A line of dashes among other marks is a pause or an aside.
    let hyphens = if exact > 0 || near > asked.max(turns) { exact + near } else { 0 };
    let weights = [
        // The notation of this site means nothing else.
        (Kind::Hyphens, hyphens + exact),
        (Kind::Asked, asked),
        (Kind::Turns, turns),
        (Kind::Dashes, several(count(&|line| marks::dashes(line).is_some()))),
        (Kind::Strong, strong::count(&leaves)),
        (Kind::Headings, several(leaves.iter().filter(|leaf| headings::asks(leaf)).count())),
    ];
    let heaviest = weights.into_iter().rev().max_by_key(|(_, weight)| *weight).filter(|(_, weight)| *weight > 0);
    match (heaviest.map(|(kind, _)| kind), cast) {
        (Some(Kind::Hyphens), _) => {
            let check =
                if near > 0 { "some questions begin with other signs than four hyphens and a space" } else { "" };
            let sign = |line: &str| marks::near_hyphens(line).map(|length| Sign::Question(length, None));
            found(divide(leaves, Extent::Line, sign), check)
        }
        (Some(Kind::Asked), _) => {
            let sign = |line: &str| {
                let question = marks::asked(line).map(|length| Sign::Question(length, None));
                question.or_else(|| marks::answered(line).map(|length| Sign::Answer(length, None)))
            };
            let check = "the questions were found by their `Q`: look where each ends";
            found(divide(leaves, Extent::Sentence, sign), check)
        }
        (Some(Kind::Turns), Some(cast)) => turns::divide(leaves, cast),
        (Some(Kind::Dashes), _) => {
            let sign = |line: &str| marks::dashes(line).map(|length| Sign::Question(length, None));
            found(divide(leaves, Extent::Line, sign), "the questions were found by the dashes before them")
        }
        (Some(Kind::Strong), _) => found(strong::divide(leaves), "lines in bold were taken for the questions"),
        (Some(Kind::Headings), _) => {
            let check = "headings with a question mark were taken for the questions";
            let detail = headings::detail(&leaves);
            Found { detail, ..found(leaves.into_iter().map(headings::part).collect(), check) }
        }
        (Some(Kind::Turns) | None, _) => {
            let check = "no questions were found: begin each with four hyphens and a space";
            found(leaves.into_iter().map(InterviewPart::Leaf).collect(), check)
        }
    }
}

/// The lines of a paragraph outside of containers.
fn line_texts(leaf: &Leaf) -> Vec<String> {
    leaf.paragraph().map(|words| plain(words).lines().map(str::to_owned).collect()).unwrap_or_default()
}
