//! Source files as text.

use crate::diagnostic::Problems;

/// A source file as text, with the problems found in it so far.
#[derive(Debug)]
pub(in crate::load) struct Document<'a> {
    /// The path below the content folder.
    pub(in crate::load) path: &'a str,
    /// `None` if the bytes are not text, which is reported.
    pub(in crate::load) text: Option<&'a str>,
    /// The BLAKE3 digest of the file.
    pub(in crate::load) digest: [u8; 32],
    /// The problems found so far.
    pub(in crate::load) problems: Problems,
}
