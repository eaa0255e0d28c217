//! Sessions by day, as plans list them.

use conference::{
    Session,
    url::{Page, schedule_anchor},
};
use jiff::civil::{Date, DateTime};
use leptos::prelude::*;

use crate::{
    context::Context,
    dates,
    parts::{MovedFrom, Place, Places, SessionTime, Star, names, title},
};

/// The parts of a session in a plan that differ from one list to another.
pub(super) struct Item {
    /// The box to choose it.
    pub(super) choice: Option<AnyView>,
    pub(super) notes: Option<AnyView>,
    pub(super) action: Option<AnyView>,
}

/// The days with their sessions, which are sorted by start. `plan.js` copies days and sessions of this form.
pub(super) fn days<'s>(context: &Context, sessions: impl Iterator<Item = (&'s Session, Item)>) -> AnyView {
    let mut days: Vec<(Date, Vec<AnyView>)> = Vec::new();
    for (session, item) in sessions {
        let date = session.start.date();
        if days.last().is_none_or(|(last, _)| *last != date) {
            days.push((date, Vec::new()));
        }
        if let Some((_, items)) = days.last_mut() {
            items.push(view(context, session, item));
        }
    }
    let days = days.into_iter().map(|(date, items)| {
        let day = dates::day(context.messages, date);
        view! {
            <section class="plan-day">
                <h2><time datetime=date.to_string()>{day}</time></h2>
                <ol class="plan-list">{items}</ol>
            </section>
        }
    });
    days.collect_view().into_any()
}

fn view(context: &Context, session: &Session, item: Item) -> AnyView {
    let messages = context.messages;
    let (_, lang) = context.tagged(&session.title);
    let mut class = "plan-item".to_owned();
    if let Some(track) = &session.track {
        class.push_str(&format!(" track-{track}"));
    }
    let people = (!session.speakers.is_empty()).then(|| view! { <span>{names(context, &session.speakers)}</span> });
    let canceled = session.canceled.then(|| view! { <strong class="canceled">{messages.canceled}</strong>" " });
    view! {
        <li
            class=class
            data-code=session.code.to_string()
            data-start=minutes(session.start)
            data-end=session.end.map(minutes)
            data-room=session.room.as_ref().map(ToString::to_string)
            data-canceled=session.canceled.then_some("")
        >
            {item.notes}
            <div class="plan-session">
                {item.choice}
                <p class="plan-time"><SessionTime session=session/></p>
                <div>
                    <h3 class="session-title" id=schedule_anchor(&session.slug)>
                        <a href=context.url(&Page::Session(session.slug.clone())) lang=lang>{title(context, &session.title)}</a>
                    </h3>
                    <MovedFrom session=session/>
                    <p class="session-marks">
                        {canceled}
                        <Place session=session places=Places::Distinct/>
                        {people}
                    </p>
                </div>
                {item.action}
                <Star session=session/>
            </div>
        </li>
    }
    .into_any()
}

/// A time of the event as minutes, from which the script computes overlaps and pauses.
fn minutes(moment: DateTime) -> i64 {
    moment.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0)).as_mins()
}
