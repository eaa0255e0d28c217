//! The result of rendering one file.

use std::ops::Range;

use crate::diagnostic::Problem;

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
    /// The path of the item, as [`super::Target`] gave it.
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
