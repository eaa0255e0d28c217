//! The digests of files as they were read. Time and length tell whether a file has changed since, because nobody reads
//! it again.

use std::{collections::HashMap, fs::Metadata, time::SystemTime};

/// The files beside the content, as they were when they were read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stamps(HashMap<String, Stamp>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    digest: [u8; 32],
    modified: Option<SystemTime>,
    length: u64,
}

impl Stamps {
    /// Adds a file with the digest of its bytes.
    pub(super) fn add(&mut self, path: &str, digest: [u8; 32], metadata: &Metadata) {
        self.0.insert(path.to_owned(), Stamp::of(digest, metadata));
    }

    /// Whether a file has changed since its bytes had this digest.
    pub(crate) fn is_other(&self, path: &str, digest: [u8; 32], metadata: &Metadata) -> bool {
        self.0.get(path) != Some(&Stamp::of(digest, metadata))
    }
}

impl Stamp {
    fn of(digest: [u8; 32], metadata: &Metadata) -> Self {
        Self { digest, modified: metadata.modified().ok(), length: metadata.len() }
    }
}
