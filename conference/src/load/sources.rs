//! The input of loading: source files, and the audience they are loaded for.

use bytes::Bytes;
use jiff::{civil::DateTime, tz::TimeZone};

use crate::Asset;

/// A Markdown file of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// The path below the content folder, with `/`: `program/event.md`.
    pub path: String,
    bytes: Bytes,
    digest: [u8; 32],
}

impl SourceFile {
    /// A file at a path below the content folder, with `/`: `program/event.md`.
    pub fn new(path: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        let digest = *blake3::hash(&bytes).as_bytes();
        Self { path: path.into(), bytes, digest }
    }

    /// The bytes on disk.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }

    /// The BLAKE3 digest of the bytes.
    pub fn digest(&self) -> &[u8; 32] {
        &self.digest
    }
}

/// All inputs of a conference. The order of the files does not matter.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The Markdown files.
    pub files: Vec<SourceFile>,
    /// The other files, such as photographs.
    pub assets: Vec<Asset>,
}

/// The audience of a conference.
#[derive(Clone, Copy)]
pub enum Audience<'a> {
    /// Visitors, at the current time in the event's time zone. Drafts and items that are published later are left out.
    Visitors(&'a dyn Fn(&TimeZone) -> DateTime),
    /// Organisers, who see everything.
    Organizers,
}
