//! Days, times and the note that goes with them.

use conference::Session;
use jiff::civil::DateTime;
use leptos::prelude::*;

use super::tagged;
use crate::{context::Context, dates};

/// A moment as text, machine-readable.
pub(crate) fn moment(context: Context<'_>, moment: DateTime, label: String) -> impl IntoView + use<> {
    let machine = dates::machine(moment, &context.conference.event.timezone);
    view! { <time datetime=machine>{label}</time> }
}

/// "10:10–11:00", machine-readable.
pub(crate) fn session_time(context: Context<'_>, session: &Session) -> impl IntoView + use<> {
    let zone = &context.conference.event.timezone;
    let start = view! { <time datetime=dates::machine(session.start, zone)>{dates::time(session.start)}</time> };
    let end = session.end.filter(|end| *end != session.start).map(|end| {
        view! { "–"<time datetime=dates::machine(end, zone)>{dates::time(end)}</time> }
    });
    view! { <span class="times">{start}{end}</span> }
}

/// What the organisers want to be known wherever times are shown.
pub(crate) fn notice(context: Context<'_>) -> Option<impl IntoView + use<>> {
    let notice = context.conference.event.notice.as_ref()?;
    Some(view! { <p class="notice" role="note">{tagged(context, notice)}</p> })
}
