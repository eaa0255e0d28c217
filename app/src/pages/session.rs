//! One session: when, where, who, what about.

use conference::{
    Session, Slug,
    filter::{Facet, SessionFilter},
    url::{Page, schedule_anchor},
};
use leptos::prelude::*;

use super::withdrawn::WithdrawnPage;
use crate::{
    context::context,
    dates,
    parts::{
        self, CalendarPanel, InterviewCard, Level, Links, MovedFrom, Notice, PaperLinks, PeopleLinks, Place, Places,
        Prose, SessionTime, Star, has_place, tagged,
    },
    shell::{Interaction, Shell},
};

#[component]
pub(super) fn SessionPage(slug: Slug) -> AnyView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let Some(session) = conference.session(&slug) else { return view! { <WithdrawnPage slug=slug/> }.into_any() };
    let (title, lang) = context.tagged(&session.title);
    let phrased = parts::title(&context, &session.title);
    let canceled = session.canceled.then(|| view! { <p class="canceled" role="status">{messages.canceled}</p> });
    let interviews = session.interviews.iter().filter_map(|slug| conference.interview(slug));
    let interviews =
        interviews.map(|interview| view! { <InterviewCard interview=interview level=Level::Third/> }).collect_view();
    let interviews = (!session.interviews.is_empty()).then(|| {
        view! { <section><h2>{messages.interview}</h2>{interviews}</section> }
    });
    let body = session.body.get(&context.language).1;
    let abstract_text = &body.text;
    let names = conference.people(session.people()).map(|person| context.text(&person.name)).collect::<Vec<_>>();
    let main = view! {
        <article class=format!("session-page format-{}", session.format.name())>
            <p class="session-marks"><span class="format">{messages.format_name(session.format)}</span></p>
            <h1 lang=lang>{phrased}</h1>
            <Star session=session text={Some(messages.star)}/>
            {canceled}
            <PeopleLinks speakers=&session.speakers moderator=session.moderator.as_ref()/>
            <Details session=session/>
            <MovedFrom session=session/>
            <Notice/>
            <CalendarPanel/>
            <Prose body=&session.body/>
            <PaperLinks html=vec![&body.html]/>
            <Links links=&session.links/>
            <FilterTags session=session/>
        </article>
        {interviews}
        <Parallel session=session/>
        <Neighbours session=session/>
    };
    let description = if abstract_text.is_empty() { names.join(", ") } else { abstract_text.clone() };
    view! {
        <Shell title={Some(title)} description=description kind="session-main" interaction=Interaction::Scripts>
            {main}
        </Shell>
    }
    .into_any()
}

#[component]
fn Details<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let event = &context.conference.event;
    let date = session.start.date();
    let schedule = context.url(&Page::Schedule(SessionFilter::default()));
    let in_schedule = format!("{schedule}#{}", schedule_anchor(&session.slug));
    let minutes = session.duration().map(|duration| duration.as_mins()).filter(|&minutes| minutes > 0);
    let minutes = minutes.map(|minutes| view! { <span class="minutes">{messages.minutes(minutes)}</span> });
    let entry = |facet: Facet, value: &str, label: AnyView| {
        let filter = SessionFilter::default().with(facet, value);
        let href = context.url(&Page::Schedule(filter));
        let name = messages.facet_name(facet);
        view! { <dt>{name}</dt><dd><a href=href>{label}</a></dd> }
    };
    let place = has_place(session, Places::All).then(|| {
        let name = if session.venue.is_some() { messages.venue } else { messages.room };
        view! { <dt>{name}</dt><dd><Place session places=Places::All/></dd> }
    });
    let track = session
        .track
        .as_ref()
        .and_then(|id| event.track(id))
        .map(|track| entry(Facet::Track, track.id.as_str(), tagged(&context, &track.name)));
    let language = session.language.as_ref().map(|language| {
        entry(Facet::Language, language.as_str(), messages.language_name(language).to_owned().into_any())
    });
    let level = session.level.map(|level| entry(Facet::Level, level.name(), messages.level_name(level).into_any()));
    view! {
        <dl class="facts">
            <dt>{messages.when}</dt>
            <dd>
                <time datetime=date.to_string()>{dates::day(messages, date)}</time>" "
                <SessionTime session=session/>" "{minutes}" "
                <a class="in-schedule" href=in_schedule>{messages.back_to_schedule}</a>
            </dd>
            {place}{track}{language}{level}
        </dl>
    }
}

/// The tags of a session, each with the schedule filtered by it.
#[component]
fn FilterTags<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
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

/// The sessions at the same time.
#[component]
fn Parallel<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let others: Vec<&Session> = context.conference.parallel(session).collect();
    let items = others.iter().map(|other| view! { <li><SessionLine session=other/></li> }).collect_view();
    let title = context.messages.parallel;
    (!others.is_empty()).then(|| {
        view! { <section class="parallel"><h2>{title}</h2><ul class="session-lines">{items}</ul></section> }
    })
}

/// The sessions before and after this one.
#[component]
fn Neighbours<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let (previous, next) = context.conference.neighbours(session);
    let entry = |rel: &'static str, label: &'static str, other: &Session| {
        view! { <li class=rel><span class="direction">{label}</span><SessionLine session=other/></li> }
    };
    let previous = previous.map(|other| entry("previous", messages.previous, other));
    let next = next.map(|other| entry("next", messages.next, other));
    (previous.is_some() || next.is_some()).then(|| {
        view! { <nav class="neighbours" aria-label=messages.neighbours><ul>{previous}{next}</ul></nav> }
    })
}

/// A session in one line: time, title and room.
#[component]
fn SessionLine<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let (_, lang) = context.tagged(&session.title);
    view! {
        <SessionTime session=session/>" "
        <a href=context.url(&Page::Session(session.slug.clone())) lang=lang>{parts::title(&context, &session.title)}</a>
        " "<Place session=session places=Places::Distinct/>
    }
}
