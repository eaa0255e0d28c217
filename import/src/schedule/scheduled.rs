//! The items of a schedule, and how many there may be.

use super::programme::Coverage;
use crate::{Imported, Places};

/// The most sessions that are read, and the most people. The largest events have a tenth of it.
pub(super) const MOST: usize = 20_000;

/// What a schedule comes to.
#[derive(Debug)]
pub(crate) struct Scheduled {
    pub(crate) imported: Imported,
    /// Where what it calls by a key is put.
    pub(crate) places: Places,
    pub(crate) coverage: Coverage,
}
