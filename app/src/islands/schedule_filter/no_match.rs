//! The note that no session matches.

use leptos::prelude::*;

use super::state::FilterState;

/// The note, shown if there is nothing else.
#[island]
pub(crate) fn NoMatch(children: Children) -> impl IntoView {
    let FilterState { is_empty, .. } = expect_context();
    view! { <div class="no-match" hidden=move || !is_empty.get()>{children()}</div> }
}
