//! The island of the schedule: filters while one types and clicks, without a request.
//!
//! The server renders form, chips and list. The island reads the `data-*` attributes of the cards, keeps no data of its own, and
//! writes no markup: a new chip or mark is a copy of the one that the server rendered as a model. Signals, effects and views in
//! the browser would make the module half as large again (docs/decisions/filtering.md).

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

use leptos::{
    html::Div,
    prelude::*,
    tachys::{html::node_ref::NodeRefContainer, renderer::types::Element},
};

/// Wraps the filter form and the list of sessions, and makes the form immediate.
#[island]
pub(crate) fn ScheduleFilter(children: Children) -> impl IntoView {
    // In the browser they are elements of the server: asking Leptos for them would only walk past them.
    #[cfg(feature = "hydrate")]
    let children = || drop(children);
    view! { <div class="schedule-filter" node_ref=TakesOver>{children()}</div> }
}

/// Hands the element of the island to its behaviour, as a [`NodeRef`] would with a signal, an effect and an executor.
#[derive(Clone, Copy)]
struct TakesOver;

impl NodeRefContainer<Div> for TakesOver {
    #[cfg(feature = "hydrate")]
    fn load(self, root: &Element) {
        behaviour::take_over(root.clone());
    }

    /// Never called: the server has no elements.
    #[cfg(not(feature = "hydrate"))]
    fn load(self, _: &Element) {}
}
