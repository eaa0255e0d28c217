//! The days of the schedule, their slots, and the sessions in them.

use conference::{Session, filter::SessionFilter};
use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

use crate::{
    context::Context,
    dates,
    parts::{Level, SessionCard, Shown, moment, tagged},
    stylesheet::{day_id, slot_id},
};

/// How a day is laid out on wide screens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Rooms as columns, times as rows. A filter would leave gaps in it.
    Grid,
    List,
}

/// All days, each session shown or hidden.
pub(super) fn days(context: &Context, filter: &SessionFilter, sessions: &[(&Session, Shown)]) -> AnyView {
    let layout = if filter.is_empty() { Layout::Grid } else { Layout::List };
    by_day(sessions).map(|sessions| day(context, layout, sessions)).collect_view().into_any()
}

/// The sessions of each day.
pub(super) fn by_day<T: AsSession>(sessions: &[T]) -> impl Iterator<Item = &[T]> {
    sessions.chunk_by(|first, second| first.session().start.date() == second.session().start.date())
}

/// The sessions of each start time.
pub(super) fn by_slot<T: AsSession>(sessions: &[T]) -> impl Iterator<Item = &[T]> {
    sessions.chunk_by(|first, second| first.session().start == second.session().start)
}

/// A session, alone or with its state.
pub(super) trait AsSession {
    fn session(&self) -> &Session;
}

impl AsSession for (&Session, Shown) {
    fn session(&self) -> &Session {
        self.0
    }
}

impl AsSession for &Session {
    fn session(&self) -> &Session {
        self
    }
}

fn day(context: &Context, layout: Layout, sessions: &[(&Session, Shown)]) -> AnyView {
    let slots = by_slot(sessions).map(|sessions| slot(context, sessions)).collect_view();
    around_slots(context, sessions[0].0.start.date(), layout, any_shown(sessions), slots.into_any())
}

/// A day around its slots.
pub(super) fn around_slots(context: &Context, date: Date, layout: Layout, shown: Shown, slots: AnyView) -> AnyView {
    let several = context.conference.event.rooms.len() > 1;
    let class = match (several, layout) {
        (true, Layout::Grid) => "timetable rooms grid",
        (true, Layout::List) => "timetable rooms",
        (false, _) => "timetable",
    };
    let id = day_id(date);
    view! {
        <section class="day" id=id.clone() hidden={shown == Shown::No}>
            <h2><time datetime=date.to_string()>{dates::day(context.messages, date)}</time></h2>
            <div class=class data-grid=several.then(|| id.clone())>
                {room_names(context, date)}
                {slots}
            </div>
        </section>
    }
    .into_any()
}

/// The names above the columns of the grid; every card names its room itself, so they are only for the eye.
fn room_names(context: &Context, date: Date) -> Option<impl IntoView + use<>> {
    let event = &context.conference.event;
    let names = event
        .rooms
        .iter()
        .filter(|room| context.conference.sessions_on(date).any(|session| session.room.as_ref() == Some(&room.id)))
        .map(|room| view! { <p class=format!("room-name room-{}", room.id)>{tagged(context, &room.name)}</p> })
        .collect_view();
    (event.rooms.len() > 1).then(|| view! { <div class="room-names" aria-hidden="true">{names}</div> })
}

fn slot(context: &Context, sessions: &[(&Session, Shown)]) -> AnyView {
    let cards = sessions.iter().map(|(session, shown)| {
        view! { <SessionCard session=*session level=Level::Fourth shown=*shown/> }
    });
    around_cards(context, sessions[0].0.start, any_shown(sessions), cards.collect_view().into_any())
}

/// A slot around its sessions.
pub(super) fn around_cards(context: &Context, start: DateTime, shown: Shown, cards: AnyView) -> AnyView {
    view! {
        <section class="slot" hidden={shown == Shown::No}>
            <h3 class="slot-time" id=slot_id(start)>{moment(context, start, dates::time(start))}</h3>
            <div class="slot-sessions">{cards}</div>
        </section>
    }
    .into_any()
}

fn any_shown(sessions: &[(&Session, Shown)]) -> Shown {
    Shown::if_true(sessions.iter().any(|(_, shown)| *shown == Shown::Yes))
}
