//! A file in the plan of an import.

use conference::diagnostic::Message;
use import::{Item, merge::Merged};

/// A file of the source, and the decision about it.
pub(super) struct File {
    /// Its path on disk.
    pub(super) path: String,
    /// The path that the import would give it.
    pub(super) usual: String,
    /// Its text according to the source.
    pub(super) source: String,
    /// The same as an item.
    pub(super) item: Item,
    /// The text that the last import wrote.
    pub(super) written: Option<String>,
    /// The text on disk.
    pub(super) present: Option<String>,
    pub(super) merged: Merged,
    /// The errors for which it is held back.
    pub(super) reasons: Vec<Message>,
}

impl File {
    /// Whether the file on disk changes.
    pub(super) fn changes(&self) -> bool {
        self.merged.text.is_some() && self.merged.text != self.present
    }
}
