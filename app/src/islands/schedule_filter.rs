//! The island of the schedule: filters while one types and clicks, without a request.
//!
//! The server renders form and list; the island reads the `data-*` attributes of the cards and keeps no data of its own.

#[cfg(feature = "hydrate")]
mod address;
#[cfg(feature = "hydrate")]
mod behaviour;
#[cfg(feature = "hydrate")]
mod cards;
mod chips;
#[cfg(feature = "hydrate")]
mod clock;
#[cfg(feature = "hydrate")]
mod form;
mod no_match;
#[cfg(feature = "ssr")]
mod server;
mod state;
mod status;

use leptos::{html::Div, prelude::*};

#[cfg(feature = "hydrate")]
use self::behaviour::Behaviour;
#[cfg(feature = "ssr")]
use self::server::Behaviour;
#[cfg(feature = "ssr")]
pub(crate) use self::{
    chips::Chips,
    no_match::NoMatch,
    state::{Chip, FilterState, Words},
    status::FilterStatus,
};

/// Wraps the filter form, the list of sessions and the islands that show the state of the filter, and makes the form immediate.
#[island]
pub(crate) fn ScheduleFilter(children: Children) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let behaviour = Behaviour::start(root);
    view! {
        <div
            class="schedule-filter"
            node_ref=root
            on:input=move |event| behaviour.input(&event)
            on:submit=move |event| behaviour.submit(&event)
            on:click=move |event| behaviour.click(&event)
        >
            {children()}
        </div>
    }
}
