//! The heading and the table that are being written.

use pulldown_cmark::Alignment;

/// A heading whose words are being written.
pub(super) struct OpenHeading {
    pub(super) level: u8,
    pub(super) id: Option<String>,
    pub(super) html: usize,
    pub(super) words: usize,
    /// Whether it belongs to the outline, and not to a quotation or a list.
    pub(super) in_outline: bool,
    /// Whether there was raw HTML before it.
    pub(super) raw_before: bool,
}

/// The table that is being written.
pub(super) struct Table {
    pub(super) alignments: Vec<Alignment>,
    pub(super) column: usize,
    pub(super) part: TablePart,
    /// The end tag of the open cell.
    pub(super) cell: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TablePart {
    Head,
    BeforeRows,
    Rows,
}
