//! The items of a source, and their places in the content.

use crate::{Imported, Place, Places};

/// The items to add to the content.
#[derive(Debug, Default)]
pub(super) struct Joined {
    pub(super) imported: Imported,
    pub(super) places: Places,
    pub(super) gone: Vec<Place>,
}
