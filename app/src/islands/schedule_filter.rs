//! The island of the schedule: filters while one types and clicks, without a request.
//!
//! The server renders form, chips and list. The island reads the `data-*` attributes of the cards, keeps no data of its own, and
//! writes no markup: a new chip or mark is a copy of the one that the server rendered as a model. Signals and views in the
//! browser would be a fifth of the module (docs/decisions/filtering.md).

#[cfg(feature = "hydrate")]
mod address;
#[cfg(feature = "hydrate")]
mod behaviour;
#[cfg(feature = "hydrate")]
mod calendar;
#[cfg(feature = "hydrate")]
mod cards;
#[cfg(feature = "hydrate")]
mod chips;
#[cfg(feature = "hydrate")]
mod clock;
#[cfg(feature = "hydrate")]
mod form;

use leptos::{html::Div, prelude::*};

/// Wraps the filter form and the list of sessions, and makes the form immediate.
#[island]
pub(crate) fn ScheduleFilter(children: Children) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    root.on_load(|root| behaviour::take_over(root.into()));
    view! { <div class="schedule-filter" node_ref=root>{children()}</div> }
}
