//! What the islands of the filter show: set by the server for its HTML, and by [`ScheduleFilter`](super::ScheduleFilter) in the
//! browser.

use leptos::prelude::*;

/// The state of the filter, a context of the islands.
#[derive(Clone, Copy)]
pub(crate) struct FilterState {
    /// The active filters.
    pub(crate) chips: RwSignal<Vec<Chip>>,
    /// How many sessions are shown, in words.
    pub(crate) status: RwSignal<String>,
    /// Whether no session is shown.
    pub(crate) is_empty: RwSignal<bool>,
    /// The words of the interface that change with the state.
    pub(crate) words: StoredValue<Words>,
}

/// An active filter.
#[derive(Clone)]
pub(crate) struct Chip {
    pub(crate) label: String,
    /// The name of the facet, or of the free text.
    pub(crate) facet: String,
    pub(crate) value: String,
    /// The schedule without it.
    pub(crate) href: String,
}

/// Words with `{}` in the place of a label or a number.
pub(crate) struct Words {
    /// The name of the list of chips.
    pub(crate) active_filters: String,
    /// The name of a chip.
    pub(crate) remove_filter: String,
}
