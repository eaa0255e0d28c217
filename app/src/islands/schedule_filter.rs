//! The island of the schedule: filters as one types and clicks, without a request.

#[cfg(feature = "hydrate")]
mod cards;
#[cfg(feature = "hydrate")]
mod clock;
#[cfg(feature = "hydrate")]
mod form;
#[cfg(feature = "hydrate")]
mod page;

use leptos::{html::Div, prelude::*};

/// Wraps the filter form and the list of sessions, both rendered by the server, and makes the form immediate.
///
/// It reads the `data-*` attributes of the cards and keeps no data of its own.
#[island]
pub(crate) fn ScheduleFilter(children: Children) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    root.on_load(page::start);
    view! { <div class="schedule-filter" node_ref=root>{children()}</div> }
}
