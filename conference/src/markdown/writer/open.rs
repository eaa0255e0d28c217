//! The open heading and the open table.

use pulldown_cmark::Alignment;

/// The open heading.
pub(super) struct OpenHeading {
    pub(super) level: u8,
    pub(super) id: Option<String>,
    pub(super) html: usize,
    pub(super) words: usize,
    /// Whether it is part of the outline, and not inside a quotation or a list.
    pub(super) in_outline: bool,
    /// Whether raw HTML precedes it.
    pub(super) raw_before: bool,
}

/// The open table.
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
