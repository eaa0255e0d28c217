//! Assets: files beside the Markdown files. Pictures among them are shown as renditions.

use crate::picture::{Content, Operation, Renditions, Role};

/// An asset: a file beside the Markdown files, such as a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The path below the content folder, with `/`.
    pub path: String,
    /// The BLAKE3 digest of its bytes.
    pub digest: [u8; 32],
    /// Its size in bytes.
    pub length: u64,
    /// Its content, detected by the server.
    pub content: Content,
}

impl Asset {
    /// Whether the file itself has a URL. A photograph has none: the file says where it was taken, and only its renditions
    /// are served.
    pub fn is_served(&self) -> bool {
        matches!(self.content, Content::File | Content::Image { .. })
    }

    /// The renditions of the picture for a role; `None` for other files.
    pub fn renditions(&self, role: Role) -> Option<Renditions> {
        match &self.content {
            Content::Picture(picture) => Some(picture.renditions(self.digest, role)),
            _ => None,
        }
    }
}

/// A rendition of a picture, and the file it is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendition {
    /// The path of the file below the content folder, with `/`.
    pub path: String,
    /// The operation that makes it.
    pub operation: Operation,
}
