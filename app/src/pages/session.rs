//! One session: when, where, who, what about.

use conference::{
    Session,
    filter::{Facet, SessionFilter},
    url::{Page, schedule_anchor},
};
use leptos::prelude::*;

use crate::{
    context::Context,
    dates,
    parts::{Level, interview_card, links, notice, people_links, prose, session_time, tagged},
    shell::{Content, Interaction},
};

pub(super) fn session(context: Context<'_>, session: &Session) -> Content {
    let messages = context.messages;
    let conference = context.conference;
    let (title, lang) = context.tagged(&session.title);
    let canceled = session.canceled.then(|| view! { <p class="canceled" role="status">{messages.canceled}</p> });
    let interviews = session.interviews.iter().filter_map(|slug| conference.interview(slug));
    let interviews = interviews.map(|interview| interview_card(context, interview, Level::Third)).collect_view();
    let interviews = (!session.interviews.is_empty()).then(|| {
        view! { <section><h2>{messages.interview}</h2>{interviews}</section> }
    });
    let abstract_text = &session.body.get(context.language).1.text;
    let names = conference.people(session.people()).map(|person| context.text(&person.name)).collect::<Vec<_>>();
    let main = view! {
        <article class=format!("session-page format-{}", session.format.name())>
            <p class="session-marks"><span class="format">{messages.format_name(session.format)}</span></p>
            <h1 lang=lang>{title.clone()}</h1>
            {canceled}
            {people_links(context, &session.speakers, session.moderator.as_ref())}
            {details(context, session)}
            {notice(context)}
            {prose(context, &session.body)}
            {links(context, &session.links)}
            {tag_links(context, session)}
        </article>
        {interviews}
        {parallel(context, session)}
        {neighbours(context, session)}
    };
    Content {
        title: Some(title),
        description: if abstract_text.is_empty() { names.join(", ") } else { abstract_text.clone() },
        kind: "session-main",
        page: Some(Page::Session(session.slug.clone())),
        interaction: Interaction::Static,
        main: main.into_any(),
    }
}

fn details(context: Context<'_>, session: &Session) -> impl IntoView + use<> {
    let messages = context.messages;
    let event = &context.conference.event;
    let date = session.start.date();
    let schedule = context.url(&Page::Schedule(SessionFilter::default()));
    let place = format!("{schedule}#{}", schedule_anchor(&session.slug));
    let minutes = session.duration().map(|duration| duration.as_mins()).filter(|&minutes| minutes > 0);
    let minutes = minutes.map(|minutes| view! { <span class="minutes">{messages.minutes(minutes)}</span> });
    let entry = |facet: Facet, value: &str, label: AnyView| {
        let filter = SessionFilter::default().with(facet, value);
        let href = context.url(&Page::Schedule(filter));
        let name = messages.facet_name(facet);
        view! { <dt>{name}</dt><dd><a href=href>{label}</a></dd> }
    };
    let room = session.room.as_ref().and_then(|id| event.room(id)).map(|room| {
        view! { <dt>{messages.room}</dt><dd>{tagged(context, &room.name)}</dd> }
    });
    let track = session
        .track
        .as_ref()
        .and_then(|id| event.track(id))
        .map(|track| entry(Facet::Track, track.id.as_str(), tagged(context, &track.name)));
    let language = session.language.as_ref().map(|language| {
        entry(Facet::Language, language.as_str(), messages.language_name(language).to_owned().into_any())
    });
    let level = session.level.map(|level| entry(Facet::Level, level.name(), messages.level_name(level).into_any()));
    view! {
        <dl class="facts">
            <dt>{messages.when}</dt>
            <dd>
                <time datetime=date.to_string()>{dates::day(messages, date)}</time>" "
                {session_time(context, session)}" "{minutes}" "
                <a class="in-schedule" href=place>{messages.back_to_schedule}</a>
            </dd>
            {room}{track}{language}{level}
        </dl>
    }
}

fn tag_links(context: Context<'_>, session: &Session) -> Option<impl IntoView + use<>> {
    let items = session
        .tags
        .iter()
        .map(|tag| {
            let href = context.url(&Page::Schedule(SessionFilter::default().with(Facet::Tag, tag)));
            view! { <li><a href=href>{tag.clone()}</a></li> }
        })
        .collect_view();
    let label = context.messages.tags;
    (!session.tags.is_empty()).then(|| view! { <ul class="tags" aria-label=label>{items}</ul> })
}

fn parallel(context: Context<'_>, session: &Session) -> Option<impl IntoView + use<>> {
    let others: Vec<&Session> = context.conference.parallel(session).collect();
    let items = others.iter().map(|other| view! { <li>{session_line(context, other)}</li> }).collect_view();
    let title = context.messages.parallel;
    (!others.is_empty()).then(|| {
        view! { <section class="parallel"><h2>{title}</h2><ul class="session-lines">{items}</ul></section> }
    })
}

fn neighbours(context: Context<'_>, session: &Session) -> Option<impl IntoView + use<>> {
    let messages = context.messages;
    let (previous, next) = context.conference.neighbours(session);
    let entry = |rel: &'static str, label: &'static str, other: &Session| {
        let line = session_line(context, other);
        view! { <li class=rel><span class="direction">{label}</span>{line}</li> }
    };
    let previous = previous.map(|other| entry("previous", messages.previous, other));
    let next = next.map(|other| entry("next", messages.next, other));
    (previous.is_some() || next.is_some()).then(|| {
        view! { <nav class="neighbours" aria-label=messages.neighbours><ul>{previous}{next}</ul></nav> }
    })
}

/// A session in one line: time, title and room.
fn session_line(context: Context<'_>, session: &Session) -> impl IntoView + use<> {
    let (title, lang) = context.tagged(&session.title);
    let room = session.room.as_ref().and_then(|id| context.conference.event.room(id));
    let room = room.filter(|_| context.conference.event.rooms.len() > 1);
    let room = room.map(|room| view! { " "<span class="room">{tagged(context, &room.name)}</span> });
    view! {
        {session_time(context, session)}" "
        <a href=context.url(&Page::Session(session.slug.clone())) lang=lang>{title}</a>
        {room}
    }
}
