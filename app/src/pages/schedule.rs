//! The schedule: one list in time order, a filter above it, and on wide screens a grid of rooms and times.

mod choices;
mod filter_form;
mod prepared;

use choices::choices;
use conference::{Session, filter::SessionFilter, url::Page};
use filter_form::{chips, filter_form, no_match};
use jiff::civil::{Date, DateTime};
use leptos::prelude::*;
pub use prepared::{FilteredSchedule, Pieces, PreparedSchedule};

use crate::{
    context::Context,
    dates,
    islands::ScheduleFilter,
    parts::{Level, Shown, moment, notice, session_card, tagged},
    shell::{Content, Interaction},
    stylesheet::{day_id, slot_id},
};

pub(super) fn schedule(context: Context<'_>, filter: &SessionFilter) -> Content {
    let matcher = filter.matcher(conference::fold::nfkc);
    let shown = |session: &Session| if matcher.matches(&session.facets) { Shown::Yes } else { Shown::No };
    let shown: Vec<_> = context.conference.sessions.iter().map(|session| (session, shown(session))).collect();
    let count = shown.iter().filter(|(_, shown)| *shown == Shown::Yes).count();
    let days = by_day(&shown).map(|sessions| day(context, filter, sessions)).collect_view();
    around(context, filter, count, choices(context, filter), days.into_any())
}

/// The page around the choices of its filter and its days, of which so many sessions are shown.
fn around(context: Context<'_>, filter: &SessionFilter, count: usize, choices: AnyView, days: AnyView) -> Content {
    let messages = context.messages;
    let conference = context.conference;
    let all = conference.sessions.len();
    let status = if filter.is_empty() { messages.session_count(all) } else { messages.shown_of(count, all) };
    let body = if all == 0 {
        view! { <p>{messages.no_sessions}</p> }.into_any()
    } else {
        let inner = view! {
            {filter_form(context, filter, choices)}
            {chips(context, filter)}
            <p
                class="filter-status"
                role="status"
                tabindex="-1"
                data-all=messages.session_count(all)
                data-some=messages.shown_of_template(all)
            >
                {status}
            </p>
            {now_link(context, filter)}
            {days}
            {no_match(context, count)}
        }
        .into_any();
        view! { <ScheduleFilter>{inner}</ScheduleFilter> }.into_any()
    };
    let main = view! { <h1>{messages.schedule}</h1>{notice(context)}{body} };
    Content {
        title: Some(messages.schedule.to_owned()),
        description: format!("{} · {}", messages.session_count(all), context.text(&conference.event.name)),
        kind: "schedule",
        page: Some(Page::Schedule(filter.clone())),
        interaction: if all == 0 { Interaction::Static } else { Interaction::Islands },
        main: main.into_any(),
    }
}

/// While the event is on: the way to what runs now, or comes next on the same day. The island keeps it right.
fn now_link(context: Context<'_>, filter: &SessionFilter) -> impl IntoView + use<> {
    let mut today = context.conference.sessions_on(context.now.date());
    let slot = today.find(|session| !session.canceled && session.end.unwrap_or(session.start) > context.now);
    let href = slot.map(|slot| format!("#{}", slot_id(slot.start)));
    let messages = context.messages;
    view! {
        <p
            class="now-link"
            hidden=!filter.is_empty()
            data-ticks=context.ticks.then_some("")
            data-label=messages.now_running
        >
            <a class="button" hidden=href.is_none() href=href>{messages.jump_to_now}</a>
        </p>
    }
}

/// The sessions of each day.
fn by_day<T: AsSession>(sessions: &[T]) -> impl Iterator<Item = &[T]> {
    sessions.chunk_by(|first, second| first.session().start.date() == second.session().start.date())
}

/// The sessions of each start time.
fn by_slot<T: AsSession>(sessions: &[T]) -> impl Iterator<Item = &[T]> {
    sessions.chunk_by(|first, second| first.session().start == second.session().start)
}

/// A session, with what is to be done with it.
trait AsSession {
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

fn day(context: Context<'_>, filter: &SessionFilter, sessions: &[(&Session, Shown)]) -> AnyView {
    let slots = by_slot(sessions).map(|sessions| slot(context, sessions)).collect_view();
    let date = sessions[0].0.start.date();
    around_slots(context, date, filter.is_empty(), any_shown(sessions), slots.into_any())
}

fn around_slots(context: Context<'_>, date: Date, is_grid: bool, shown: Shown, slots: AnyView) -> AnyView {
    let several = context.conference.event.rooms.len() > 1;
    let class = match (several, is_grid) {
        (true, true) => "timetable rooms grid",
        (true, false) => "timetable rooms",
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
fn room_names(context: Context<'_>, date: Date) -> Option<impl IntoView + use<>> {
    let event = &context.conference.event;
    let names = event
        .rooms
        .iter()
        .filter(|room| context.conference.sessions_on(date).any(|session| session.room.as_ref() == Some(&room.id)))
        .map(|room| view! { <p class=format!("room-name room-{}", room.id)>{tagged(context, &room.name)}</p> })
        .collect_view();
    (event.rooms.len() > 1).then(|| view! { <div class="room-names" aria-hidden="true">{names}</div> })
}

fn slot(context: Context<'_>, sessions: &[(&Session, Shown)]) -> AnyView {
    let cards = sessions.iter().map(|(session, shown)| session_card(context, session, Level::Fourth, *shown));
    around_cards(context, sessions[0].0.start, any_shown(sessions), cards.collect_view().into_any())
}

fn around_cards(context: Context<'_>, start: DateTime, shown: Shown, cards: AnyView) -> AnyView {
    view! {
        <section class="slot" hidden={shown == Shown::No}>
            <h3 class="slot-time" id=slot_id(start)>{moment(context, start, dates::time(start))}</h3>
            <div class="slot-sessions">{cards}</div>
        </section>
    }
    .into_any()
}

fn any_shown(sessions: &[(&Session, Shown)]) -> Shown {
    let any = sessions.iter().any(|(_, shown)| *shown == Shown::Yes);
    if any { Shown::Yes } else { Shown::No }
}
