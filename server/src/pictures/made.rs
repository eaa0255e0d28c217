//! A finished rendition.

use std::path::PathBuf;

/// A rendition.
#[derive(Debug)]
pub enum Made {
    /// A file in the cache.
    File(PathBuf),
    /// Bytes that could not be stored in the cache.
    Bytes(Vec<u8>),
}
