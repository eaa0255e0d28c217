//! The bar of a day: it stays in sight, and leads to the times of the day and to the days beside it.

use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    dates,
    parts::Shown,
    stylesheet::{day_id, slot_id},
};

/// The bar with its links.
#[component]
pub(super) fn DayBar(date: Date, children: Children) -> impl IntoView {
    let messages = context().messages;
    let [before, day, after] = dates::day_parts(messages, date);
    let year = |text: String| (!text.is_empty()).then(|| view! { <span class="year">{text}</span> });
    view! {
        <div class="day-bar">
            <h2><time datetime=date.to_string()>{year(before)}{day.clone()}{year(after)}</time></h2>
            <nav aria-label=messages.times_of(&day)><ul>{children()}</ul></nav>
        </div>
    }
}

/// The link to a time of the day.
pub(super) fn time_link(start: DateTime, shown: Shown) -> AnyView {
    view! { <li hidden={shown == Shown::No}><a href=format!("#{}", slot_id(start))>{dates::time(start)}</a></li> }
        .into_any()
}

/// The link from one day to another.
pub(super) fn neighbour_link(context: &Context, from: Date, to: Date, shown: Shown) -> AnyView {
    let day = dates::short_day(context.messages, to);
    let arrow = if to < from { "←" } else { "→" };
    view! {
        <li hidden={shown == Shown::No}>
            <a class="to-day" href=format!("#{}", day_id(to)) aria-label=day.clone() title=day>{arrow}</a>
        </li>
    }
    .into_any()
}
