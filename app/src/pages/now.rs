//! Every room with the sessions that run and those that come next.

use conference::url::Page;
use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::{
    board::{Board, Place, is_under_way},
    context::{Context, context},
    dates,
    event_status::statuses,
    interval::Interval,
    parts::{Live, Notice, Style, Timed, group, head_of_live, tagged},
    shell::Shell,
};

#[component]
pub(super) fn NowPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let whole = Board::whole_event(conference);
    let boards = Board::all(conference).iter().map(|board| section(&context, board, whole.last_end())).collect_view();
    let body = if conference.sessions.is_empty() {
        view! { <p>{messages.no_sessions}</p> }.into_any()
    } else {
        view! { {as_of(&context, &whole)}{sentences(&context, &whole)}<div class="boards">{boards}</div> }.into_any()
    };
    let schedule = context.url(&Page::Schedule(Default::default()));
    let screens = context.url(&Page::Screens);
    let (description, head) = (context.text(&conference.event.name).to_owned(), head_of_live(&context));
    view! {
        <Shell title={Some(messages.now_page.to_owned())} description=description kind="now" sheet=Some("/live.css") head=head>
            <h1>{messages.now_page}</h1>
            <Live>{body}</Live>
            <Notice/>
            <p class="more"><a href=schedule>{messages.whole_schedule}</a></p>
            <p class="for-organizers"><a href=screens>{messages.screens}</a></p>
        </Shell>
    }
}

/// The moment of the page, during the event. The script replaces it with the time of day.
fn as_of(context: &Context, whole: &Board<'_>) -> AnyView {
    let day = dates::short_day(context.messages, context.now.date());
    let text =
        is_under_way(&context.conference, context.now).then(|| context.messages.as_of(&day, &dates::time(context.now)));
    let (from, until, hidden) = whole.hours().unwrap_or_default().attributes(context);
    view! { <p class="as-of clock" data-clock="" data-from=from data-until=until hidden=hidden>{text}</p> }.into_any()
}

/// Sentences for the time before, between and after the days of the event.
fn sentences(context: &Context, whole: &Board<'_>) -> AnyView {
    let needed = statuses(context, whole).filter(|(interval, _)| interval.is_needed(context));
    let sentences = needed.map(|(interval, text)| {
        let (from, until, hidden) = interval.attributes(context);
        view! { <p class="now-status" data-from=from data-until=until hidden=hidden>{text}</p> }
    });
    sentences.collect_view().into_any()
}

/// A place with its sessions. A room is shown as long as the event lasts, another place only if it has sessions.
fn section(context: &Context, board: &Board<'_>, end: Option<DateTime>) -> AnyView {
    let messages = context.messages;
    let (name, is_room) = match board.place {
        Place::Room(id) => (context.conference.event.room(id).map(|room| tagged(context, &room.name)), true),
        Place::Everywhere => (Some(messages.for_everybody.into_any()), false),
        Place::Elsewhere(name) => (Some(tagged(context, name)), false),
        Place::WholeEvent => (Some(messages.sessions.into_any()), true),
    };
    let [running, next] = Timed::of(context, board);
    let is_empty = !running.iter().chain(&next).any(|item| item.interval.contains(context.now));
    let over = board.last_end().filter(|_| is_room).zip(end).map(|(last, end)| Interval::between(last, end));
    let over = over.filter(|over| over.is_needed(context)).map(|over| {
        let (from, until, hidden) = over.attributes(context);
        view! { <p class="remark" data-from=from data-until=until hidden=hidden>{messages.no_more_sessions}</p> }
    });
    let none = board.first().is_none().then(|| view! { <p class="remark">{messages.no_sessions}</p> });
    let during = end.map(Interval::until).unwrap_or_default();
    let (_, until, is_over) = during.attributes(context);
    let sessions = view! {
        <h2>{name}</h2>
        {group(context, board, "running", messages.now_running, &running, Style::Page)}
        {group(context, board, "next", messages.next_sessions, &next, Style::Page)}
    };
    if is_room {
        view! { <section class="board" data-until=until hidden=is_over>{sessions}{over}{none}</section> }.into_any()
    } else {
        view! { <section class="board" data-group="" hidden=is_empty>{sessions}</section> }.into_any()
    }
}
