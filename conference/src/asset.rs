//! Files beside the Markdown files, and the renditions of those that are pictures.

use crate::picture::{Content, Operation, Renditions, Role};

/// A file beside the Markdown files, such as a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// The path below the content folder, with `/`.
    pub path: String,
    /// The BLAKE3 digest of its bytes.
    pub digest: [u8; 32],
    /// How many bytes it has.
    pub length: u64,
    /// What it shows.
    pub content: Content,
}

impl Asset {
    /// The picture that it is, in the renditions for a place.
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
    /// How it is made.
    pub operation: Operation,
}
