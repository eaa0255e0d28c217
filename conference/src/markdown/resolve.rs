//! The interface by which rendering asks the caller to resolve links and images.

use super::image::{Image, Remark};
use crate::diagnostic::Message;

/// Resolves the links and images of a text.
///
/// Called once for each destination, in document order, unless the scheme decides: `https:`, `http:` and `mailto:` need
/// no resolving, and other schemes are rejected.
pub(crate) trait Resolve {
    /// Resolves a link.
    fn link(&self, destination: &str) -> Target;
    /// Resolves an image.
    fn image(&self, destination: &str) -> Image;
    /// The credit line of a picture.
    fn credit(&self, _destination: &str) -> Option<&str> {
        None
    }
}

/// A resolved destination.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A page or asset of this conference.
    Internal {
        /// Its URL, without fragment.
        url: String,
        /// The path of the item or file below the content folder.
        path: String,
        /// The fragment as written, without `#`.
        fragment: Option<String>,
        /// Suggestions for improving the file.
        remarks: Vec<Remark>,
    },
    /// An address elsewhere, which is kept as written: `https:`, `http:` or `mailto:`.
    External,
    /// A fragment of the same file.
    SameFile {
        /// The fragment as written, without `#`.
        fragment: String,
    },
    /// A broken link: an error.
    Broken {
        /// The code of the problem.
        code: &'static str,
        /// The problem, as a sentence without full stop.
        message: Message,
        /// The suggestion, as a sentence without full stop.
        help: Message,
    },
}
