//! A session in a list, on the schedule, a speaker's page and the home page.

use conference::{Session, filter::Facet, url::Page, url::schedule_anchor};
use leptos::prelude::*;

use super::{Level, MovedFrom, PeopleLinks, Place, Places, SessionTime, Star, heading, title};
use crate::{context::context, dates};

/// A session in a list, its properties in `data-*`. In the schedule titles are of the fourth level.
#[component]
pub(crate) fn SessionCard<'a>(
    session: &'a Session,
    level: Level,
    #[prop(default = Shown::Yes)] shown: Shown,
    #[prop(default = Countdown::Hidden)] countdown: Countdown,
) -> AnyView {
    let context = context();
    let messages = context.messages;
    let (_, lang) = context.tagged(&session.title);
    let href = context.url(&Page::Session(session.slug.clone()));
    let link = view! { <a href=href lang=lang>{title(&context, &session.title)}</a> };
    let heading = heading(level, "session-title", link);
    let canceled = session.canceled.then(|| view! { <strong class="canceled">{messages.canceled}</strong> });
    let language = session.language.as_ref().map(|language| {
        let name = format!("{}: {}", messages.language, messages.language_name(language));
        view! { <abbr class="language" title=name>{language.as_str().to_uppercase()}</abbr> }
    });
    let asked = session.level.map(|level| {
        view! { <span class=format!("level level-{}", level.name())>{messages.level_name(level)}</span> }
    });
    let places = if level == Level::Fourth { Places::Distinct } else { Places::All };
    let several_days = context.conference.event.days.len() > 1;
    let day = (level != Level::Fourth && several_days && countdown == Countdown::Hidden).then(|| {
        let date = session.start.date();
        view! { <time datetime=date.to_string()>{dates::short_day(messages, date)}</time> }
    });
    let minutes = session.duration().map(|duration| duration.as_mins()).filter(|&minutes| minutes > 0);
    let minutes = minutes.map(|minutes| view! { <span class="minutes">{messages.minutes(minutes)}</span> });
    let interviews = session
        .interviews
        .iter()
        .map(|slug| {
            let href = context.url(&Page::Interview(slug.clone()));
            view! { <a class="interview-mark" href=href>{messages.interview}</a> }
        })
        .collect_view();
    let mut class = format!("session format-{}", session.format.name());
    if let Some(track) = &session.track {
        class.push_str(&format!(" track-{track}"));
    }
    if session.canceled {
        class.push_str(" is-canceled");
    }
    // Only on the day itself: years later everything is over.
    let over = session.end.unwrap_or(session.start) <= context.now;
    let running = !over && !session.canceled && session.start <= context.now;
    let today = level == Level::Fourth && session.start.date() == context.now.date();
    if today && (over || running) {
        class.push_str(if over { " is-past" } else { " is-now" });
    }
    let running = (today && running).then(|| view! { <NowMark/> });
    let countdown = (countdown == Countdown::Shown).then(|| view! { <TimeLeft session=session/> });
    let facets = &session.facets;
    let data = |facet: Facet| Some(facets[facet as usize].clone()).filter(|values| !values.is_empty());
    view! {
        <article
            class=class
            id=schedule_anchor(&session.slug)
            hidden={shown == Shown::No}
            data-day=data(Facet::Day)
            data-format=data(Facet::Format)
            data-track=data(Facet::Track)
            data-language=data(Facet::Language)
            data-level=data(Facet::Level)
            data-tag=data(Facet::Tag)
            data-speaker=data(Facet::Speaker)
            data-room=data(Facet::Room)
            data-interview=data(Facet::Interview)
        >
            {heading}
            <Star session=session/>
            <MovedFrom session=session/>
            <PeopleLinks speakers=&session.speakers moderator=session.moderator.as_ref()/>
            <p class="session-marks">
                {canceled}{running}{day}
                <SessionTime session=session/>{minutes}
                <Place session=session places=places/>
                <span class="format">{messages.format_name(session.format)}</span>
                {language}{asked}{interviews}
            </p>
            {countdown}
        </article>
    }
    .into_any()
}

/// Whether a card says how many minutes are left.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Countdown {
    Shown,
    Hidden,
}

/// The minutes until a session ends or, if it has not begun, until it begins. A page that has them is valid for a minute.
#[component]
fn TimeLeft<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let text = match session.end {
        _ if session.start > context.now => Some(context.messages.begins_in(context.minutes_until(session.start))),
        Some(end) => Some(context.messages.until(&dates::time(end), context.minutes_until(end))),
        None => None,
    };
    text.map(|text| view! { <p class="time-left">{text}</p> })
}

/// Says that a session runs.
#[component]
pub(crate) fn NowMark(#[prop(default = Shown::Yes)] shown: Shown) -> impl IntoView {
    view! { <strong class="now-mark" hidden={shown == Shown::No}>{context().messages.now_running}</strong> }
}

/// Whether something is shown or hidden.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Yes,
    No,
}

impl Shown {
    pub(crate) fn if_true(condition: bool) -> Self {
        if condition { Self::Yes } else { Self::No }
    }
}
