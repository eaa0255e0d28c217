//! The days of the schedule, their slots, and the sessions in them.

use std::collections::HashSet;

use conference::{Session, filter::SessionFilter};
use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

use super::day_bar::{DayBar, neighbour_link, time_link};
use crate::{
    context::Context,
    dates,
    parts::{Level, SessionCard, Shown, moment, tagged},
    stylesheet::{PRINTED_LANES, SCROLLING_LANES, day_id, lanes, slot_id},
};

/// How a day is laid out on wide screens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Rooms as columns, times as rows.
    Grid,
    List,
}

/// Whether a schedule shows all sessions or those of a filter. Rows of a filtered grid have no height of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    Whole,
    Filtered,
}

/// All days, each session shown or hidden.
pub(super) fn days(context: &Context, filter: &SessionFilter, sessions: &[(&Session, Shown)]) -> AnyView {
    let extent = if filter.is_empty() { Extent::Whole } else { Extent::Filtered };
    let days: Vec<_> = by_day(sessions).collect();
    let day = |(place, sessions): (usize, &&[(&Session, Shown)])| {
        let neighbour = |place: Option<usize>| {
            let sessions = days.get(place?)?;
            Some((sessions[0].0.start.date(), any_shown(sessions)))
        };
        day(context, extent, sessions, [neighbour(place.checked_sub(1)), neighbour(Some(place + 1))])
    };
    days.iter().enumerate().map(day).collect_view().into_any()
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

/// The layout of a day with these sessions: sessions of one room have no columns.
pub(super) fn layout<'s>(shown: impl Iterator<Item = &'s Session>) -> Layout {
    let rooms: HashSet<_> = shown.filter_map(|session| session.room.as_ref()).collect();
    if rooms.len() > 1 { Layout::Grid } else { Layout::List }
}

/// A day of the schedule, between the days before and after it.
fn day(
    context: &Context,
    extent: Extent,
    sessions: &[(&Session, Shown)],
    [before, after]: [Option<(Date, Shown)>; 2],
) -> AnyView {
    let date = sessions[0].0.start.date();
    let layout = layout(sessions.iter().filter(|(_, shown)| *shown == Shown::Yes).map(|(session, _)| *session));
    let neighbour = |neighbour: Option<(Date, Shown)>| {
        neighbour.map(|(neighbour, shown)| neighbour_link(context, date, neighbour, shown))
    };
    let times = by_slot(sessions).map(|sessions| time_link(sessions[0].0.start, any_shown(sessions)));
    let links = [neighbour(before), neighbour(after)].into_iter().flatten().chain(times);
    let links = links.collect_view().into_any();
    let slots = by_slot(sessions).map(|sessions| slot(context, sessions)).collect_view().into_any();
    around_slots(context, date, extent, layout, any_shown(sessions), links, slots)
}

/// A day around the links of its bar and around its slots.
pub(super) fn around_slots(
    context: &Context,
    date: Date,
    extent: Extent,
    layout: Layout,
    shown: Shown,
    links: AnyView,
    slots: AnyView,
) -> AnyView {
    let several = context.conference.event.rooms.len() > 1;
    let lanes = if several { lanes(&context.conference, date) } else { 0 };
    let mut class = String::from("timetable");
    for (condition, name) in [
        (several, " rooms"),
        (lanes > PRINTED_LANES, " many"),
        (extent == Extent::Filtered, " filtered"),
        (several && layout == Layout::Grid, " grid"),
    ] {
        class.push_str(if condition { name } else { "" });
    }
    let id = day_id(date);
    // A grid that scrolls can be scrolled with the keyboard.
    let scrolls = several && layout == Layout::Grid && lanes > SCROLLING_LANES;
    let label = scrolls.then(|| dates::short_day(context.messages, date));
    view! {
        <section class="day" id=id.clone() hidden={shown == Shown::No}>
            <DayBar date=date>{links}</DayBar>
            <div
                class=class
                data-grid=several.then(|| id.clone())
                role=scrolls.then_some("group")
                tabindex=scrolls.then_some("0")
                aria-label=label
            >
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
