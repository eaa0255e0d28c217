//! Days, times and the note that goes with them.

use conference::Session;
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::text::tagged;
use crate::{
    context::{Context, context},
    dates,
};

/// A moment as text, machine-readable.
pub(crate) fn moment(context: &Context, moment: DateTime, label: String) -> impl IntoView + use<> {
    let machine = dates::machine(moment, &context.conference.event.timezone);
    view! { <time datetime=machine>{label}</time> }
}

/// The days on which a text was published and updated, machine-readable.
pub(crate) fn publication(context: &Context, published: DateTime, updated: Option<DateTime>) -> impl IntoView + use<> {
    let messages = context.messages;
    let day = |of: DateTime| moment(context, of, dates::date(messages, of.date()));
    let updated = updated.map(|updated| {
        let label = format!("{}: ", messages.updated);
        view! { <span>{label}{day(updated)}</span> }
    });
    view! { {day(published)}{updated} }
}

/// "10:10–11:00", machine-readable.
#[component]
pub(crate) fn SessionTime<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let zone = &context.conference.event.timezone;
    let start = view! { <time datetime=dates::machine(session.start, zone)>{dates::time(session.start)}</time> };
    let end = session.end.filter(|end| *end != session.start).map(|end| {
        view! { "–"<time datetime=dates::machine(end, zone)>{dates::time(end)}</time> }
    });
    view! { <span class="times">{start}{end}</span> }
}

/// The organisers' notice that stands on every page with times.
#[component]
pub(crate) fn Notice() -> impl IntoView {
    let context = context();
    let notice = context.conference.event.notice.as_ref();
    notice.map(|notice| view! { <p class="notice" role="note">{tagged(&context, notice)}</p> })
}
