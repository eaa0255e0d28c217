//! The result of rendering one file.

use std::ops::Range;

use crate::diagnostic::Problem;

/// The result of rendering a file: always a value, with all problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rendered<T> {
    /// The body or transcript.
    pub(crate) value: T,
    /// In the order of the text.
    pub(crate) problems: Vec<Problem>,
    /// Links with a fragment to other items: checked when the ids of all items are known.
    pub(crate) anchors: Vec<Anchor>,
    /// Links to other sites, with their bytes in the file.
    pub(crate) external: Vec<(Range<usize>, String)>,
    /// The questions of an interview, in their order.
    pub(crate) questions: Vec<QuestionId>,
    /// All ids of the file. None contains an underscore, so they never clash with the ids of the page itself.
    pub(crate) ids: Vec<String>,
}

/// A link with a fragment to another item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Anchor {
    /// The span of the link, in bytes of the file.
    pub(crate) span: Range<usize>,
    /// The path of the item, as [`super::Target`] gave it.
    pub(crate) path: String,
    /// The id, percent-decoded.
    pub(crate) fragment: String,
}

/// A question with its id and its span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QuestionId {
    /// The id.
    pub(crate) id: String,
    /// Whether the id is explicit; otherwise it was derived from the words.
    pub(crate) given: bool,
    /// Whether an earlier question has the same words, so that the id ends with a number.
    pub(crate) is_repeated: bool,
    /// The words.
    pub(crate) text: String,
    /// The span of the question's words, in bytes of the file.
    pub(crate) span: Range<usize>,
}
