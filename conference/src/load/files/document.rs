//! A source file as text.

use crate::diagnostic::Problems;

/// A source file as text, with the problems found in it so far.
#[derive(Debug)]
pub(in crate::load) struct Document<'a> {
    /// The path below the content folder.
    pub(in crate::load) path: &'a str,
    /// `None` where the bytes are no text; that is reported.
    pub(in crate::load) text: Option<&'a str>,
    /// What is wrong with it.
    pub(in crate::load) problems: Problems,
}
