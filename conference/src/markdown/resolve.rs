//! Where links and images lead: asked of the caller, who knows the files.

use super::image::{Image, Remark};
use crate::diagnostic::Message;

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
