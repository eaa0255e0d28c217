//! Renders Markdown as sanitised HTML, plain text and reading time; interviews as questions and answers.
//!
//! [`flanking`] prepares emphasis beside CJK punctuation, [`events`] parses once and tidies the events of the parser,
//! [`questions`] splits an interview at its questions and headings, and a [`writer`] writes each piece as HTML and
//! plain text. Footnotes, ids and problems belong to the [`rendering`], which all pieces of a file share.

mod addresses;
mod escape;
mod events;
mod flanking;
mod footnotes;
mod heading_id;
mod ids;
mod image;
mod inline;
mod labels;
mod links;
mod near;
mod numbering;
mod questions;
mod raw;
mod reading;
mod rendered;
mod rendering;
mod resolve;
mod sanitise;
mod source;
mod spanned;
mod tables;
#[cfg(test)]
mod tests;
mod transcript;
mod unclosed;
mod writer;

use crate::{Body, ReadingTime, Transcript};

use self::{
    flanking::Prepared,
    rendering::{BodyKind, Rendering},
    writer::{Piece, Writer},
};

pub(crate) use heading_id::nearly;
pub(crate) use ids::is_allowed as is_id;
pub(crate) use image::{Image, Remark};
pub(crate) use rendered::{Anchor, QuestionId, Rendered};
pub(crate) use resolve::{Resolve, Target};
pub(crate) use source::Source;

/// The ids of an interview's questions, in order.
pub(crate) fn question_ids(source: &Source<'_>) -> Vec<QuestionId> {
    /// Ids do not depend on links.
    struct Anywhere;
    impl Resolve for Anywhere {
        fn link(&self, _: &str) -> Target {
            Target::External
        }
        fn image(&self, _: &str) -> Image {
            Image::Elsewhere
        }
    }
    let prepared = Prepared::new(source);
    let mut rendering = Rendering::new(source, &Anywhere);
    transcribe(&prepared, &mut rendering);
    rendering.questions
}

/// Renders the body of an event, a session or a speaker.
pub(crate) fn article(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Body> {
    prose(source, resolve, BodyKind::Prose)
}

/// Renders the body of news, in which links on lines of their own become cards.
pub(crate) fn news(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Body> {
    prose(source, resolve, BodyKind::News)
}

fn prose(source: &Source<'_>, resolve: &dyn Resolve, kind: BodyKind) -> Rendered<Body> {
    let prepared = Prepared::new(source);
    let mut rendering = Rendering::new(source, resolve);
    rendering.kind = kind;
    let mut events = events::read(&prepared, &mut rendering);
    heading_id::claim(&mut events, &mut rendering);
    if kind == BodyKind::News {
        numbering::check(&events, &mut rendering);
    }
    let mut writer = Writer::new(&mut rendering);
    writer.write(&events);
    let headings = std::mem::take(&mut writer.headings);
    let mut piece = writer.finish();
    if let Some((notes, text)) = writer::footnotes::write(&mut rendering) {
        piece.append(Piece { html: notes.html, text });
    }
    let reading_time = ReadingTime::of(&piece.text);
    rendering.finish(Body { html: piece.html, text: piece.text, headings, reading_time })
}

/// Renders the body of an interview: its introduction, sections, questions and answers.
pub(crate) fn interview(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Transcript> {
    let prepared = Prepared::new(source);
    let mut rendering = Rendering::new(source, resolve);
    let transcript = transcribe(&prepared, &mut rendering);
    rendering.finish(transcript)
}

fn transcribe<'a>(prepared: &'a Prepared<'a>, rendering: &mut Rendering<'a>) -> Transcript {
    let events = events::read(prepared, rendering);
    let mut blocks = questions::split(events, rendering);
    blocks.iter_mut().for_each(|block| block.claim_ids(rendering));
    transcript::write(&blocks, rendering)
}
