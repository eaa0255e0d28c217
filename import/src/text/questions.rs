//! Finds the questions of an interview, by the marks that people put before them.

mod marks;
mod strong;
mod turns;

use super::document::{Break, Content, Inline, Leaf, Mark, join, lines, plain, tidy, without_start};

pub(super) use marks::{ends_sentence, hyphens, is_asked, is_mark};

/// A part of an interview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// A block.
    Leaf(Leaf),
    /// A question.
    Question(Question),
}

/// A question, before it is known whether anything answers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    /// The line of the source where it begins, from 1.
    pub(super) line: usize,
    /// Its words.
    pub(super) words: Vec<Inline>,
    /// Who asks, where the source says so before each question.
    pub(super) asker: Option<String>,
}

/// An interview's parts, and how they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// In the order of the text.
    pub(super) parts: Vec<Part>,
    /// What to check about the questions.
    pub(super) check: Option<String>,
    /// Who asks, where the turns of a transcript have names; empty where only a label says so.
    pub(super) interviewer: Option<String>,
    /// Who answers, where the turns of a transcript have names.
    pub(super) answering: Vec<String>,
}

/// The name that stands before a line, if it is a turn.
pub(super) fn name_before(line: &str) -> Option<&str> {
    turns::named(line).map(|(name, _)| name)
}

/// What a line begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Sign {
    /// A question; how many bytes its mark takes, and who asks.
    Question(usize, Option<String>),
    /// An answer; how many bytes its mark takes, and what is written instead.
    Answer(usize, Option<String>),
}

/// How far a question goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Extent {
    /// To the end of its line.
    Line,
    /// To the end of its sentence.
    Sentence,
    /// To the next mark.
    Turn,
}

/// Finds the questions by the kind of mark that the text has most of.
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
    // A line of dashes among other marks is a pause, or an aside.
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
                Part::Question(Question { line: leaf.line, words: words.clone(), asker: None })
            }
            _ => Part::Leaf(leaf),
        };
        let check = "headings with a question mark were taken for the questions";
        return found(leaves.into_iter().map(part).collect(), check);
    }
    let check = "no questions were found: begin each with four hyphens and a space";
    found(leaves.into_iter().map(Part::Leaf).collect(), check)
}

/// The lines of a paragraph that stands on its own.
fn line_texts(leaf: &Leaf) -> Vec<String> {
    leaf.paragraph().map(|words| plain(words).lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// Divides paragraphs at the lines that begin with a sign.
fn divide(leaves: Vec<Leaf>, extent: Extent, sign: impl Fn(&str) -> Option<Sign>) -> Vec<Part> {
    let mut divider = Divider { parts: Vec::new(), asking: None };
    for leaf in leaves {
        let Leaf { line, within, content } = leaf;
        match content {
            Content::Paragraph(words) if within.is_empty() => {
                let mut group = Vec::new();
                for (words, end) in lines(words) {
                    divider.line(&mut group, (words, end), line, extent, &sign);
                }
                divider.paragraph(group, line);
                if extent != Extent::Turn {
                    divider.ask();
                }
            }
            content => {
                divider.ask();
                divider.parts.push(Part::Leaf(Leaf { line, within, content }));
            }
        }
    }
    divider.ask();
    divider.parts
}

type Line = (Vec<Inline>, Break);

struct Divider {
    parts: Vec<Part>,
    /// The question that is being read.
    asking: Option<Question>,
}

impl Divider {
    fn line(
        &mut self,
        group: &mut Vec<Line>,
        (words, end): Line,
        line: usize,
        extent: Extent,
        sign: &impl Fn(&str) -> Option<Sign>,
    ) {
        match sign(&plain(&words)) {
            Some(Sign::Question(length, asker)) => {
                self.paragraph(std::mem::take(group), line);
                let words = without_strong(without_start(words, length));
                match &mut self.asking {
                    Some(question) if extent == Extent::Turn => extend(question, words),
                    _ => {
                        self.ask();
                        self.asking = Some(Question { line, words, asker });
                    }
                }
                if extent == Extent::Line {
                    self.ask();
                }
            }
            Some(Sign::Answer(length, name)) => {
                self.paragraph(std::mem::take(group), line);
                self.ask();
                let mut words = without_start(words, length);
                if let Some(name) = name {
                    let label =
                        [Inline::Open(Mark::Strong), Inline::Text(name), Inline::Close, Inline::Text(" ".into())];
                    words.splice(0..0, label);
                }
                group.push((words, end));
            }
            None => match &mut self.asking {
                Some(question) if extent == Extent::Turn || !ends_sentence(&plain(last_line(&question.words))) => {
                    extend(question, without_strong(words));
                }
                _ => {
                    self.ask();
                    group.push((words, end));
                }
            },
        }
    }

    fn paragraph(&mut self, group: Vec<Line>, line: usize) {
        let words = tidy(join(group));
        if !words.is_empty() {
            self.parts.push(Part::Leaf(Leaf { line, within: Vec::new(), content: Content::Paragraph(words) }));
        }
    }

    /// Ends the question that is being read.
    fn ask(&mut self) {
        if let Some(question) = self.asking.take().filter(|question| !question.words.is_empty()) {
            self.parts.push(Part::Question(question));
        }
    }
}

/// The words after the last end of a line: of a question that never ends, not all of them are looked at with every line.
fn last_line(words: &[Inline]) -> &[Inline] {
    let end = words.iter().rposition(|inline| matches!(inline, Inline::Break(_)));
    end.map_or(words, |end| &words[end + 1..])
}

fn extend(question: &mut Question, words: Vec<Inline>) {
    if !question.words.is_empty() {
        question.words.push(Inline::Break(Break::Soft));
    }
    question.words.extend(words);
}

/// A question is set apart as a whole: that all of it is strong says nothing more.
fn without_strong(words: Vec<Inline>) -> Vec<Inline> {
    let mut open = Vec::new();
    let mut kept = Vec::with_capacity(words.len());
    for inline in words {
        match &inline {
            Inline::Open(mark) => {
                open.push(*mark == Mark::Strong);
                if *mark == Mark::Strong {
                    continue;
                }
            }
            Inline::Close if open.pop() == Some(true) => continue,
            _ => {}
        }
        kept.push(inline);
    }
    kept
}
