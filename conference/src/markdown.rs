//! Markdown becomes sanitised HTML, plain words and reading time; an interview becomes questions and answers.
//!
//! The way of a text: [`flanking`] helps emphasis beside CJK punctuation, [`events`] parses once and tidies what the
//! parser reports, [`questions`] cuts an interview at its questions and headings, and a [`writer`] turns each piece into
//! HTML and words. Footnotes, ids and problems are the [`page`]'s, so that they work across the pieces.

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
mod page;
mod questions;
mod raw;
mod reading;
mod sanitise;
#[cfg(test)]
mod tests;
mod transcript;
mod writer;

use std::ops::Range;

use crate::{
    Body, Language, ReadingTime, Transcript,
    diagnostic::{Message, Problem},
};

use self::{
    flanking::Prepared,
    page::{Form, Page},
    writer::Writer,
};

pub(crate) use heading_id::nearly;
pub(crate) use image::{Image, Remark};

/// The Markdown of one file.
#[derive(Clone, Debug)]
pub(crate) struct Source<'a> {
    /// The whole file.
    pub(crate) file: &'a str,
    /// The bytes of the body in `file`, front matter excluded.
    pub(crate) body: Range<usize>,
    /// The language of the text: labels that are read out follow it.
    pub(crate) language: &'a Language,
}

/// Where the links and images of a text lead.
///
/// Asked once for each destination, in document order, and only where this module cannot know: `https:`, `http:` and
/// `mailto:` links need no answer, and other schemes are refused without asking.
pub(crate) trait Resolve {
    /// Where a link leads.
    fn link(&self, destination: &str) -> Target;
    /// The file that an image shows.
    fn image(&self, destination: &str) -> Image;
    /// Who took the picture that a figure shows, and on which terms it is shown.
    fn credit(&self, _destination: &str) -> Option<&str> {
        None
    }
}

/// What a destination turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A page or a file of this conference.
    Internal {
        /// Its URL, without fragment.
        url: String,
        /// The path of the item or file below the content folder.
        path: String,
        /// The fragment as written, without `#`.
        fragment: Option<String>,
        /// What could be better about the file.
        remarks: Vec<Remark>,
    },
    /// An address elsewhere, to be kept as written: `https:`, `http:` or `mailto:`.
    External,
    /// A place in the same file.
    SameFile {
        /// The fragment as written, without `#`.
        fragment: String,
    },
    /// It leads nowhere: an error.
    Broken {
        /// The code of the problem.
        code: &'static str,
        /// What is wrong, a sentence without full stop.
        message: Message,
        /// What to do, a sentence without full stop.
        help: Message,
    },
}

/// What came of a file's Markdown: always a value, and everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rendered<T> {
    /// The body or transcript.
    pub(crate) value: T,
    /// In the order of the text.
    pub(crate) problems: Vec<Problem>,
    /// Links to places in other items: to be checked when the ids of every item are known.
    pub(crate) anchors: Vec<Anchor>,
    /// The addresses of other sites, and where they stand, in bytes of the whole file.
    pub(crate) external: Vec<(Range<usize>, String)>,
    /// Every id on it. None contains an underscore, so that ids of the page which do can never clash.
    pub(crate) ids: Vec<String>,
}

/// A link to a place in another item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// Where the link stands, in bytes of the whole file.
    pub(crate) span: Range<usize>,
    /// The path of the item, as the [`Target`] gave it.
    pub(crate) path: String,
    /// The id, percent-decoded.
    pub(crate) fragment: String,
}

/// The id of a question, and where the question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QuestionId {
    /// The id.
    pub(crate) id: String,
    /// Whether the author wrote it; otherwise it comes from the words.
    pub(crate) given: bool,
    /// The question's words, in bytes of the whole file.
    pub(crate) span: Range<usize>,
}

/// The ids of an interview's questions, in order.
pub(crate) fn question_ids(source: &Source<'_>) -> Vec<QuestionId> {
    /// Where links lead does not matter to ids.
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
    let mut page = Page::new(source, &Anywhere);
    transcribe(&prepared, &mut page);
    page.questions
}

/// Renders the body of an event, a session or a speaker.
pub(crate) fn article(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Body> {
    prose(source, resolve, Form::Prose)
}

/// Renders the body of news: links on lines of their own are cards.
pub(crate) fn news(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Body> {
    prose(source, resolve, Form::News)
}

fn prose(source: &Source<'_>, resolve: &dyn Resolve, form: Form) -> Rendered<Body> {
    let prepared = Prepared::new(source);
    let mut page = Page::new(source, resolve);
    page.form = form;
    let mut events = events::read(&prepared, &mut page);
    heading_id::claim(&mut events, &mut page);
    if form == Form::News {
        numbering::check(&events, &mut page);
    }
    let mut writer = Writer::new(&mut page);
    writer.write(&events);
    let headings = std::mem::take(&mut writer.headings);
    let mut piece = writer.finish();
    if let Some(notes) = footnotes::write(&mut page) {
        piece.append(notes);
    }
    let reading_time = ReadingTime::of(&piece.text);
    page.finish(Body { html: piece.html, text: piece.text, headings, reading_time })
}

/// Renders the body of an interview: its introduction, sections, questions and answers.
pub(crate) fn interview(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Transcript> {
    let prepared = Prepared::new(source);
    let mut page = Page::new(source, resolve);
    let transcript = transcribe(&prepared, &mut page);
    page.finish(transcript)
}

fn transcribe<'a>(prepared: &'a Prepared<'a>, page: &mut Page<'a>) -> Transcript {
    let events = events::read(prepared, page);
    let mut blocks = questions::split(events, page);
    blocks.iter_mut().for_each(|block| block.claim_ids(page));
    transcript::write(&blocks, page)
}
