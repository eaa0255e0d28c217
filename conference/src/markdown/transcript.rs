//! Builds a transcript of sections, questions and answers from the blocks of an interview.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;

use crate::{Heading, Part, Question, ReadingTime, Section, Transcript, message};

use super::{
    ids,
    questions::{self, Block},
    rendered::QuestionId,
    rendering::Rendering,
    spanned::Spanned,
    writer::{self, Piece, Writer},
};

/// Builds the transcript of an interview.
pub(super) fn write(blocks: &[Block<'_>], rendering: &mut Rendering<'_>) -> Transcript {
    let mut builder = Builder { rendering, transcript: Transcript::default(), words: String::new(), asked: None };
    for block in blocks {
        match block {
            Block::Prose(events) => builder.prose(events),
            Block::Heading { level, id, words, span } => builder.heading(*level, id.as_deref(), words, span),
            Block::Question { id, words, span } => builder.question(id.as_deref(), words, span),
        }
    }
    builder.finish()
}

struct Builder<'p, 'a> {
    rendering: &'p mut Rendering<'a>,
    transcript: Transcript,
    /// The words without markup.
    words: String,
    /// The span of the open question, which the following text answers.
    asked: Option<Range<usize>>,
}

impl Builder<'_, '_> {
    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, words: &[Spanned<'_>], span: &Range<usize>) {
        self.check_answer();
        self.rendering.footnotes.asked = None;
        let level = self.rendering.outline_level(level, span);
        let piece = self.line(words);
        let id = id.map_or_else(|| self.rendering.ids.derive(&ids::from_words(&piece.text, "section")), str::to_owned);
        self.add_words(&piece.text);
        let heading = Some(Heading { level, id, html: piece.html, text: piece.text });
        self.transcript.sections.push(Section { heading, parts: Vec::new() });
    }

    fn question(&mut self, id: Option<&str>, words: &[Spanned<'_>], span: &Range<usize>) {
        self.check_answer();
        self.rendering.footnotes.asked = None;
        if questions::is_blank(words) {
            let help = message!(
                "write the question after the hyphens; for a line write `---` without a blank after it",
                "ハイフンの後に質問を書いてください。罫線なら、後に空白を付けずに`---`と書きます"
            );
            self.rendering.error(
                "empty-question",
                span.clone(),
                message!("this question has no words", "質問の文がありません"),
                help,
            );
            return;
        }
        self.rendering.footnotes.asked = Some(self.rendering.questions.len());
        let piece = self.line(words);
        let given = id.is_some();
        let wanted = ids::from_words(&piece.text, "question");
        let id = id.map_or_else(|| self.derive_id(&wanted, span), str::to_owned);
        // `serverlessconf fmt` makes derived ids explicit, so an explicit one may be numbered, too.
        let is_repeated = ids::is_numbered(&id, &wanted);
        let (text, span) = (piece.text.clone(), span.clone());
        self.rendering.questions.push(QuestionId { id: id.clone(), given, is_repeated, text, span: span.clone() });
        self.add_words(&piece.text);
        let question = Question { id, is_repeated, html: piece.html, text: piece.text, answer: String::new() };
        self.section().parts.push(Part::Question(question));
        self.asked = Some(span);
    }

    fn derive_id(&mut self, wanted: &str, span: &Range<usize>) -> String {
        let id = self.rendering.ids.derive(wanted);
        if id != wanted {
            let message = message!(
                "the id `{wanted}` is taken, so this question gets `{id}`, which depends on its place",
                "id`{wanted}`は使われているため、この質問は順番で変わる`{id}`になります"
            );
            let help = message!(
                "give it an id that stays: `---- Question? {{#stable-id}}`",
                "変わらないidを付けてください: `---- 質問？ {{#stable-id}}`"
            );
            self.rendering.warning("duplicate-question", span.clone(), message, help);
        }
        id
    }

    fn prose(&mut self, events: &[Spanned<'_>]) {
        let has_heading = self.transcript.sections.last().is_some_and(|section| section.heading.is_some());
        let mut writer = Writer::new(self.rendering);
        // Questions are one level below the heading of their section, and headings in answers are below the question.
        writer.lowered = u8::from(has_heading && self.asked.is_some());
        writer.write(events);
        let piece = writer.finish();
        self.add_words(&piece.text);
        let Some(section) = self.transcript.sections.last_mut() else {
            add_line(&mut self.transcript.introduction, &piece.html);
            return;
        };
        match section.parts.last_mut() {
            Some(Part::Question(question)) if self.asked.is_some() => add_line(&mut question.answer, &piece.html),
            Some(Part::Prose(prose)) => add_line(prose, &piece.html),
            _ if piece.html.is_empty() => {}
            _ => section.parts.push(Part::Prose(piece.html)),
        }
    }

    /// Writes words that stay on one line, as in headings and questions.
    fn line(&mut self, words: &[Spanned<'_>]) -> Piece {
        let mut writer = Writer::new(self.rendering);
        writer.in_line = true;
        writer.write(words);
        writer.finish()
    }

    /// The current section; before the first heading, one without heading.
    fn section(&mut self) -> &mut Section {
        let sections = &mut self.transcript.sections;
        if sections.is_empty() {
            sections.push(Section::default());
        }
        // Not empty after the push above.
        let last = sections.len() - 1;
        &mut sections[last]
    }

    fn add_words(&mut self, words: &str) {
        add_line(&mut self.words, words);
    }

    /// Reports the last question if it has no answer.
    fn check_answer(&mut self) {
        let Some(span) = self.asked.take() else { return };
        let part = self.transcript.sections.last().and_then(|section| section.parts.last());
        if matches!(part, Some(Part::Question(question)) if question.answer.is_empty()) {
            let help = message!(
                "write the answer below it; a question ends with its line",
                "下に答えを書いてください。質問はその行で終わります"
            );
            self.rendering.error(
                "question-without-answer",
                span,
                message!("this question has no answer", "質問に答えがありません"),
                help,
            );
        }
    }

    fn finish(mut self) -> Transcript {
        self.check_answer();
        if let Some((notes, text)) = writer::footnotes::write(self.rendering) {
            self.add_words(&text);
            self.transcript.footnotes = notes;
        }
        // These live as long as the conference; built piece by piece, they have spare capacity.
        self.transcript.sections.shrink_to_fit();
        self.transcript.sections.iter_mut().for_each(|section| section.parts.shrink_to_fit());
        self.transcript.reading_time = ReadingTime::of(&self.words);
        self.transcript
    }
}

/// Appends a line or block.
fn add_line(text: &mut String, line: &str) {
    if !text.is_empty() && !line.is_empty() {
        text.push('\n');
    }
    text.push_str(line);
}
