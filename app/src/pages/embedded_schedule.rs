//! The schedule in a frame on another site: a quiet list without scripts, whose links open the site.

use conference::{
    Session,
    url::{EMBED_SCRIPT, EmbeddedSchedule, FrameHeight, Page},
};
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    dates, filter_words,
    parts::{Notice, Place, Places, SessionTime, has_place, tagged, title},
    shell::{Frame, Shell},
};

#[component]
pub(super) fn EmbeddedSchedulePage(schedule: EmbeddedSchedule) -> impl IntoView {
    let context = context();
    let (messages, conference) = (context.messages, &context.conference);
    let EmbeddedSchedule { filter, height } = schedule;
    let sessions = conference.filtered(&filter);
    let days = sessions.chunk_by(|one, other| one.start.date() == other.start.date());
    let days = days.map(|sessions| day(&context, sessions)).collect_view();
    let none = match (conference.sessions.is_empty(), sessions.is_empty()) {
        (true, _) => Some(messages.no_sessions),
        (false, true) => Some(messages.no_match),
        (false, false) => None,
    };
    let none = none.map(|text| view! { <p>{text}</p> });
    let words = (!filter.is_empty()).then(|| filter_words::in_words(&context, &filter));
    let name = messages.schedule_title(words.as_deref());
    let href = context.url(&Page::Schedule(filter));
    let event = tagged(&context, &conference.event.name);
    let script =
        (height == FrameHeight::Fitted).then(|| view! { <script src=EMBED_SCRIPT data-frame="" async></script> });
    view! {
        <Shell
            title={Some(name.clone())}
            description=context.text(&conference.event.name).to_owned()
            kind="embedded-schedule"
            sheet=Some("/embed.css")
            frame=Frame::Bare
            head=script.into_any()
        >
            <h1><a href=href target="_blank" rel="noopener"><span class="event">{event}</span>" "{name}</a></h1>
            <Notice/>
            {days}{none}
        </Shell>
    }
}

fn day(context: &Context, sessions: &[&Session]) -> AnyView {
    let date = sessions[0].start.date();
    let items = sessions.iter().map(|session| item(context, session)).collect_view();
    let day = view! { <time datetime=date.to_string()>{dates::day(context.messages, date)}</time> };
    view! { <section><h2>{day}</h2><ul>{items}</ul></section> }.into_any()
}

fn item(context: &Context, session: &Session) -> AnyView {
    let (_, lang) = context.tagged(&session.title);
    let href = context.url(&Page::Session(session.slug.clone()));
    let canceled = session.canceled.then(|| view! { <strong class="canceled">{context.messages.canceled}</strong>" " });
    let separator = if context.messages.is_japanese() { "、" } else { ", " };
    let people = context.conference.people(session.people()).enumerate().map(|(place, person)| {
        view! { {(place > 0).then_some(separator)}{tagged(context, &person.name)} }
    });
    let people: Vec<_> = people.collect();
    let people = (!people.is_empty()).then(|| view! { <span class="names">{people}</span> });
    let has_details = people.is_some() || has_place(session, Places::Distinct);
    let details = has_details.then(|| view! { <p>{people}<Place session=session places=Places::Distinct/></p> });
    let class = session.track.as_ref().map(|track| format!("track-{track}"));
    view! {
        <li class=class>
            <SessionTime session=session/>
            <div>
                {canceled}
                <a href=href target="_blank" rel="noopener" lang=lang>{title(context, &session.title)}</a>
                {details}
            </div>
        </li>
    }
    .into_any()
}
