//! The Markdown of one file.

use std::ops::Range;

use crate::Language;

/// The Markdown of one file.
#[derive(Clone, Debug)]
pub(crate) struct Source<'a> {
    /// The whole file.
    pub(crate) file: &'a str,
    /// The bytes of the body in `file`, front matter excluded.
    pub(crate) body: Range<usize>,
    /// The language of the text, and of the labels in it.
    pub(crate) language: &'a Language,
}
