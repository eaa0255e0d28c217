//! Splits paragraphs at the marks of questions and answers.

use super::marks::ends_sentence;
use crate::text::{
    document::{Break, Content, Inline, Leaf, Mark, join, lines, plain, tidy, without_start},
    part::{InterviewPart, Question},
};

/// The mark at the start of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A question: the length of its mark in bytes, and the interviewer.
    Question(usize, Option<String>),
    /// An answer: the length of its mark in bytes, and its replacement.
    Answer(usize, Option<String>),
}

/// The extent of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// To the end of its line.
    Line,
    /// To the end of its sentence.
    Sentence,
    /// To the next mark.
    Turn,
}

/// Splits paragraphs at lines with marks.
pub(super) fn divide(leaves: Vec<Leaf>, extent: Extent, sign: impl Fn(&str) -> Option<Sign>) -> Vec<InterviewPart> {
    let mut divider = Divider { extent, sign, parts: Vec::new(), asking: None };
    for leaf in leaves {
        let Leaf { line, within, content } = leaf;
        match content {
            Content::Paragraph(words) if within.is_empty() => {
                let mut group = Vec::new();
                for (words, end) in lines(words) {
                    divider.line(&mut group, (words, end), line);
                }
                divider.paragraph(group, line);
                if extent != Extent::Turn {
                    divider.ask();
                }
            }
            content => {
                divider.ask();
                divider.parts.push(InterviewPart::Leaf(Leaf { line, within, content }));
            }
        }
    }
    divider.ask();
    divider.parts
}

type Line = (Vec<Inline>, Break);

struct Divider<S> {
    extent: Extent,
    sign: S,
    parts: Vec<InterviewPart>,
    /// The unfinished question.
    asking: Option<Question>,
}

impl<S: Fn(&str) -> Option<Sign>> Divider<S> {
    fn line(&mut self, group: &mut Vec<Line>, (words, end): Line, line: usize) {
        let extent = self.extent;
        match (self.sign)(&plain(&words)) {
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
            self.parts.push(InterviewPart::Leaf(Leaf { line, within: Vec::new(), content: Content::Paragraph(words) }));
        }
    }

    /// Finishes the question.
    fn ask(&mut self) {
        if let Some(question) = self.asking.take().filter(|question| !question.words.is_empty()) {
            self.parts.push(InterviewPart::Question(question));
        }
    }
}

/// The words after the last line break, so that a very long question is not searched again with every line.
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

/// Removes strong marks: a question is set apart as a whole.
pub(super) fn without_strong(words: Vec<Inline>) -> Vec<Inline> {
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
