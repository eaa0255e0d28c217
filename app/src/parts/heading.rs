//! Headings whose level depends on their place.

use leptos::prelude::*;

/// The level of a heading in the outline of its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// Under the title of the page.
    Second,
    /// Under a section of the page.
    Third,
    /// Under day and time of the schedule.
    Fourth,
}

/// A heading of a class.
pub(crate) fn heading(level: Level, class: &'static str, inner: impl IntoView + 'static) -> AnyView {
    let inner = inner.into_any();
    match level {
        Level::Second => view! { <h2 class=class>{inner}</h2> }.into_any(),
        Level::Third => view! { <h3 class=class>{inner}</h3> }.into_any(),
        Level::Fourth => view! { <h4 class=class>{inner}</h4> }.into_any(),
    }
}
