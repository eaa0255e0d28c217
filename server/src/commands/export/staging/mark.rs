//! The list of the files that an export wrote, which lies among them.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

use crate::representation::COMPRESSION;

/// The file that marks a folder of ours and lists the files of the export among those of others.
pub(super) const MARK: &str = ".serverlessconf-export.json";

/// The content of the mark.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Mark {
    pub(super) files: BTreeSet<PathBuf>,
    /// The compressed files among them. Earlier versions of the program did not list them.
    #[serde(default)]
    pub(super) forms: BTreeMap<PathBuf, Seal>,
}

/// A digest of a compressed file, of its original and of the way in which it was compressed: as long as it is the same, the file
/// need not be made again.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Seal(String);

impl Seal {
    pub(super) fn new(original: &blake3::Hash, compressed: &[u8]) -> Self {
        let mut digest = blake3::Hasher::new_derive_key(COMPRESSION);
        digest.update(original.as_bytes()).update(compressed);
        Self(digest.finalize().to_hex()[..16].to_owned())
    }
}

impl Mark {
    /// The mark of a folder; `None` if no export wrote it. A damaged one lists no files.
    pub(super) fn read(folder: &Path) -> Option<Self> {
        let text = fs::read_to_string(folder.join(MARK)).ok()?;
        Some(serde_json::from_str(&text).unwrap_or_default())
    }

    pub(super) fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let text = serde_json::to_string(self).context("the list of files cannot be written")?;
        fs::write(folder.join(MARK), text + "\n").context("the list of files cannot be written")
    }
}

/// Whether an export wrote the folder.
pub(in crate::commands::export) fn is_export(folder: &Path) -> bool {
    folder.join(MARK).is_file()
}
