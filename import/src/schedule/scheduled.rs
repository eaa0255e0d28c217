//! The result of importing a schedule, and its limits.

use super::programme::Coverage;
use crate::{Imported, Places};

/// The most sessions and the most people; ten times the size of the largest events.
pub(super) const MOST: usize = 20_000;

/// The result of importing a schedule.
#[derive(Debug)]
pub(crate) struct Scheduled {
    pub(crate) imported: Imported,
    /// The places of items by their keys.
    pub(crate) places: Places,
    pub(crate) coverage: Coverage,
}
