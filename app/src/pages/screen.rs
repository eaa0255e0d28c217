//! The screen in front of a room: legible from far away, and without links, because people touch displays.

mod changes;
mod codes;

use conference::{Slug, WHOLE_EVENT};
use leptos::prelude::*;

use self::{changes::changes, codes::codes};
use super::missing::Missing;
use crate::{
    board::Board,
    context::{Context, context},
    interval::{Interval, midnight},
    parts::{Clock, Live, Style, Timed, group, head_of_live, tagged},
    shell::{Frame, Shell},
};

#[component]
pub(super) fn ScreenPage(room: Slug) -> AnyView {
    let context = context();
    let messages = context.messages;
    let event = &context.conference.event;
    let (board, own) = match event.room(&room) {
        Some(own) => (Board::in_front_of(&context.conference, &own.id), Some(own)),
        None if event.rooms.is_empty() && room.as_str() == WHOLE_EVENT => {
            (Board::whole_event(&context.conference), None)
        }
        None => return view! { <Missing/> }.into_any(),
    };
    let name = own.map_or(&event.name, |own| &own.name);
    let of_event = own.map(|_| view! { <p class="screen-event">{tagged(&context, &event.name)}</p> });
    let [running, next] = Timed::of(&context, &board);
    let title = own.map_or(messages.screens, |own| context.text(&own.name)).to_owned();
    let empty = board.first().is_none().then(|| view! { <p class="closing">{messages.no_sessions}</p> });
    // Several sessions can be the subject of a shared room: its code leads to all of them.
    let codes = if own.is_some_and(|own| !own.shared) { codes(&context, &board) } else { codes::of_all(&context) };
    let changes = changes(&context, own.map(|own| &own.id));
    let main = view! {
        <div class="screen-head"><h1>{tagged(&context, name)}</h1>{of_event}<Clock/></div>
        <div class="stage">
            {closings(&context, &board)}{empty}
            {group(&context, &board, "running", messages.now_running, &running, Style::Screen)}
            {group(&context, &board, "next", messages.next_here, &next, Style::Screen)}
        </div>
        {codes}
        {changes}
    }
    .into_any();
    let (description, head) = (context.text(&event.name).to_owned(), head_of_live(&context));
    view! {
        <Shell title={Some(title)} description=description kind="screen" sheet=Some("/live.css") frame=Frame::Bare head=head>
            <Live>{main}</Live>
        </Shell>
    }
    .into_any()
}

/// Sentences for the time after the last session of a day, and after the last one of all.
fn closings(context: &Context, board: &Board<'_>) -> AnyView {
    let messages = context.messages;
    let nights = board.nights().map(|(night, session)| {
        (Interval { until: Some(midnight(session.start)), ..night }, messages.no_more_sessions_today)
    });
    let end = Board::whole_event(&context.conference).last_end();
    let last = board.last_end().zip(end).map(|(last, end)| (Interval::between(last, end), messages.no_more_sessions));
    let thanks = end.filter(|_| board.first().is_some()).map(|end| (Interval::from(end), messages.thanks));
    let closings = nights.chain(last).chain(thanks).filter(|(interval, _)| interval.is_needed(context));
    let closings = closings.map(|(interval, text)| {
        let (from, until, hidden) = interval.attributes(context);
        view! { <p class="closing" data-from=from data-until=until hidden=hidden>{text}</p> }
    });
    closings.collect_view().into_any()
}
