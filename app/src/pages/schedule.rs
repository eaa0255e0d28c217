//! The schedule: one list in time order, a filter above it, and on wide screens a grid of rooms and times.

mod choices;
mod day_bar;
mod days;
mod filter_form;
mod fragments;
mod place;

use conference::{filter::SessionFilter, url::Page};
use days::days;
use filter_form::{Chips, FilterForm, NoMatch};
use leptos::prelude::*;
use place::place;

pub(super) use choices::choices;
pub use fragments::{Fragments, Frame, ScheduleFragments, Selection};

use crate::{
    context::context,
    filter_words::in_words,
    islands::ScheduleFilter,
    parts::{CalendarPanel, LastRelease, Notice, NowMark, Shown},
    shell::{Interaction, Shell},
    stylesheet::slot_id,
};

/// The whole schedule.
#[component]
pub(super) fn SchedulePage(filter: SessionFilter) -> impl IntoView {
    let context = context();
    let matcher = filter.matcher();
    let conference = &context.conference;
    let sessions = conference.sessions.iter().enumerate();
    let shown: Vec<_> =
        sessions.map(|(place, session)| (session, Shown::if_true(conference.matches(&matcher, place)))).collect();
    let count = shown.iter().filter(|(_, shown)| *shown == Shown::Yes).count();
    let (choices, days) = (choices(&context, &filter), days(&context, &filter, &shown));
    view! { <Around filter=filter count=count choices=choices days=days/> }
}

/// The schedule without the choices of its filter and without its days, of which so many sessions are shown: fragments that
/// other schedules share come into their places.
#[component]
pub(super) fn ScheduleFrame(filter: SessionFilter, count: usize) -> impl IntoView {
    view! { <Around filter=filter count=count choices=place() days=place()/> }
}

/// The page around the choices of its filter and its days.
#[component]
fn Around(filter: SessionFilter, count: usize, choices: AnyView, days: AnyView) -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let all = conference.sessions.len();
    let status = if filter.is_empty() { messages.session_count(all) } else { messages.shown_of(count, all) };
    let body = if all == 0 {
        view! { <p>{messages.no_sessions}</p> }.into_any()
    } else {
        let inner = view! {
            <FilterForm filter=&filter choices=choices/>
            <Chips filter=&filter/>
            <div class="status-line">
                <p class="filter-status" role="status" tabindex="-1">{status}</p>
                <NowLink filter=&filter/>
            </div>
            {days}
            <NoMatch count=count/>
        }
        .into_any();
        view! { <ScheduleFilter>{inner}</ScheduleFilter> }.into_any()
    };
    let words = (!filter.is_empty()).then(|| in_words(&context, &filter));
    let title = messages.schedule_title(words.as_deref());
    let description = format!("{} · {}", messages.session_count(all), context.text(&conference.event.name));
    let plan = (all > 0).then(|| {
        let href = context.url(&Page::Plan(Default::default()));
        view! { <p class="plan-link"><a href=href>{messages.make_plan}</a></p> }
    });
    let interaction = if all == 0 { Interaction::Static } else { Interaction::Islands };
    view! {
        <Shell title={Some(title)} description=description kind="schedule" interaction=interaction>
            <h1>{messages.schedule}</h1>
            <LastRelease/>
            <Notice/>
            <div class="schedule-ways">{plan}<CalendarPanel/></div>
            {body}
        </Shell>
    }
}

/// During the event, the way to the session that runs or comes next on the same day. The island keeps it right. The link to
/// `/now` is always there.
#[component]
fn NowLink<'a>(filter: &'a SessionFilter) -> impl IntoView + use<> {
    let context = context();
    let mut today = context.conference.sessions_on(context.now.date());
    let slot = today.find(|session| !session.canceled && session.end.unwrap_or(session.start) > context.now);
    let href = slot.map(|slot| format!("#{}", slot_id(slot.start)));
    let (messages, now_page) = (context.messages, context.url(&Page::Now));
    // The island marks other cards with a copy.
    let model = context.ticks.then(|| view! { <NowMark shown=Shown::No/> });
    view! {
        <p
            class="now-link"
            hidden=!filter.is_empty()
            data-ticks=context.ticks.then_some("")
        >
            <a class="button" hidden=href.is_none() href=href>{messages.jump_to_now}</a>
            <a class="to-now" href=now_page>{messages.now_page}</a>
            {model}
        </p>
    }
}
