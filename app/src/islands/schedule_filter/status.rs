//! How many sessions are shown.

use leptos::prelude::*;

use super::state::FilterState;

/// The number in words, which screen readers announce when it changes.
#[island]
pub(crate) fn FilterStatus() -> impl IntoView {
    let FilterState { status, .. } = expect_context();
    view! { <p class="filter-status" role="status" tabindex="-1">{move || status.get()}</p> }
}
