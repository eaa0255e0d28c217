//! Rendered Markdown: the body of an item, and the transcript of an interview.

use std::ops::Range;

/// The length to which the text of a body is cut, in bytes: longer than any description in any script.
const BEGINNING: usize = 2_000;

/// A Markdown body as sanitised HTML, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Sanitised HTML; empty for an empty body.
    pub html: String,
    /// The words without markup; blocks are separated by line feeds. For sessions, speakers and news only the beginning
    /// is kept, for descriptions, with an ellipsis in the place of the rest.
    pub text: String,
    /// The headings in document order.
    pub headings: Vec<Heading>,
    /// How long it takes to read.
    pub reading_time: ReadingTime,
}

impl Body {
    /// Drops all words but the first ones: a large conference has as much text as HTML, and descriptions are short.
    pub(crate) fn keep_beginning(&mut self) {
        if self.text.len() > BEGINNING {
            self.text.truncate(self.text.floor_char_boundary(BEGINNING - '…'.len_utf8()));
            self.text.push('…');
        }
        self.text.shrink_to_fit();
    }
}

/// A heading of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6, as written in Markdown; level 1 is reserved for the title.
    pub level: u8,
    /// The id, unique on its page.
    pub id: String,
    /// The words, as sanitised inline HTML.
    pub html: String,
    /// The words alone.
    pub text: String,
}

/// The body of an interview: an introduction, then sections with questions and answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transcript {
    /// Sanitised HTML before the first heading or question.
    pub introduction: String,
    /// In document order. Questions before the first heading are in a section without heading.
    pub sections: Vec<Section>,
    /// The footnotes of all parts.
    pub footnotes: Footnotes,
    /// How long it takes to read.
    pub reading_time: ReadingTime,
}

impl Transcript {
    /// Every question, in document order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.parts).filter_map(|part| match part {
            Part::Question(question) => Some(question),
            Part::Prose(_) => None,
        })
    }
}

/// The footnotes of an interview, in the order of their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Footnotes {
    /// Their list, as sanitised HTML; empty if there are none.
    pub html: String,
    /// Each footnote.
    pub notes: Vec<Footnote>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// The bytes of its text in the HTML of the list.
    pub place: Range<usize>,
    /// The questions that refer to it with their words or answers, by their positions in [`Transcript::questions`]; `None`
    /// stands for the other parts. A reference in another footnote counts for
    /// the first part that refers to that one.
    pub referrers: Vec<Option<usize>>,
}

impl Footnotes {
    /// The HTML of each footnote to which a question refers, by its position, or another part if it is `None`.
    pub fn of(&self, referrer: Option<usize>) -> impl Iterator<Item = &str> {
        self.notes
            .iter()
            .filter(move |note| note.referrers.contains(&referrer))
            .map(|note| &self.html[note.place.clone()])
    }
}

/// A section of an interview: a heading, and the prose and questions below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Its heading, if it has one. Deeper headings stay inside the prose.
    pub heading: Option<Heading>,
    /// Prose and questions in document order.
    pub parts: Vec<Part>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Sanitised HTML that answers no question.
    Prose(String),
    /// A question with its answer.
    Question(Question),
}

/// A question of the interviewer with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The stable id: given as `{#id}`, or derived from the words (never from the position).
    pub id: String,
    /// Whether an earlier question of the interview has the same words, so that the id ends with a number. Such an id depends
    /// on the position, and other interviews with it have another question.
    pub is_repeated: bool,
    /// The question, as sanitised inline HTML.
    pub html: String,
    /// The question's words alone.
    pub text: String,
    /// The answer, as sanitised HTML.
    pub answer: String,
}

impl Question {
    /// Whether it is the question that other interviews have under this id.
    pub fn is_shared_as(&self, id: &str) -> bool {
        !self.is_repeated && self.id == id
    }
}

/// How long a text takes to read: 500 Japanese characters or 220 words of a spaced script a minute, both added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadingTime {
    /// Characters of scripts without spaces.
    pub characters: usize,
    /// Words of scripts with spaces.
    pub words: usize,
}

impl ReadingTime {
    /// Whole minutes, rounded up; at least 1 unless the text is empty.
    pub fn minutes(self) -> usize {
        // A minute is 500 × 220 units; a character counts 220 of them and a word 500.
        (self.characters * 220 + self.words * 500).div_ceil(500 * 220)
    }
}

#[cfg(test)]
mod tests {
    use super::ReadingTime;

    #[test]
    fn mixed_text_adds_both_rates() {
        for (characters, words, minutes) in
            [(0, 0, 0), (1, 0, 1), (500, 0, 1), (501, 0, 2), (0, 220, 1), (500, 220, 2), (250, 110, 1), (5_000, 0, 10)]
        {
            assert_eq!(ReadingTime { characters, words }.minutes(), minutes, "{characters} + {words}");
        }
    }
}
