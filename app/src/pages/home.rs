//! The home page: the event with its days and venue, and the first things to look at.

use conference::url::Page;
use leptos::prelude::*;

use super::about::Sponsors;
use crate::{
    context::context,
    dates,
    now_and_next::{NEXT, NowAndNext, is_today},
    parts::{ArticleCard, Countdown, InterviewCard, Level, Notice, SessionCard, tagged, tagged_title},
    shell::{Interaction, Shell},
    skyline::skyline,
};

/// How many articles of the news are shown.
const NEWS: usize = 2;
/// How many interviews are shown.
const INTERVIEWS: usize = 3;

#[component]
pub(super) fn HomePage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let event = &context.conference.event;
    let days = event
        .days
        .iter()
        .map(|&day| view! { <time datetime=day.to_string()>{dates::day(messages, day)}</time> })
        .collect_view();
    let venue = event.venue.as_ref().map(|venue| {
        let href = format!("{}#event_venue", context.url(&Page::About));
        view! { <p class="hero-venue"><a href=href>{tagged(&context, &venue.name)}</a></p> }
    });
    let tagline = event.tagline.as_ref().map(|text| view! { <p class="tagline">{tagged(&context, text)}</p> });
    let schedule = context.url(&Page::Schedule(Default::default()));
    let over = context
        .conference
        .sessions
        .iter()
        .map(|session| session.end.unwrap_or(session.start))
        .max()
        .is_some_and(|end| end < context.now);
    let over = over.then(|| view! { <p class="event-over">{messages.event_is_over}</p> });
    let interviews = context.conference.interviews.iter().take(INTERVIEWS);
    let interviews = interviews
        .map(|interview| view! { <li><InterviewCard interview=interview level=Level::Third/></li> })
        .collect_view();
    let interviews = (!context.conference.interviews.is_empty()).then(|| {
        view! {
            <section class="home-interviews">
                <h2>{messages.newest_interviews}</h2>
                <ul class="interview-list">{interviews}</ul>
                <p class="more"><a href=context.url(&Page::Interviews)>{messages.all_interviews}</a></p>
            </section>
        }
    });
    let news = context.conference.articles.iter().take(NEWS);
    let news = news.map(|article| view! { <li><ArticleCard article=article level=Level::Third/></li> }).collect_view();
    let news = (!context.conference.articles.is_empty()).then(|| {
        view! {
            <section class="home-news">
                <h2>{messages.newest_news}</h2>
                <ul class="article-list">{news}</ul>
                <p class="more"><a href=context.url(&Page::News)>{messages.all_news}</a></p>
            </section>
        }
    });
    // On the days of the event the sessions come first: attendees have little time, and know the rest.
    let today = is_today(&context.conference, context.now);
    let main = view! {
        <div class=if today { "hero hero-today" } else { "hero" }>
            <div class="hero-text">
                <h1>{tagged_title(&context, &event.name)}</h1>
                {tagline}
                <p class="hero-days">{days}</p>
                {venue}
                <p><a class="button" href=schedule>{messages.schedule}</a></p>
            </div>
            // Behind the text but after it: drawn from the bottom, it would move while the text arrives.
            {skyline(&context.conference)}
        </div>
        {over}
        <Highlights/>
        {interviews}
        {news}
        <Sponsors/>
    };
    let tagline = event.tagline.as_ref().map(|text| context.text(text));
    let about = event.body.get(&context.language).1.text.as_str();
    let description = tagline.into_iter().chain([about]).collect::<Vec<_>>().join(" · ");
    view! {
        <Shell title={None} description=description kind="home" interaction=Interaction::Scripts>{main}</Shell>
    }
    .into_any()
}

/// The sessions that run now and next; before and after the event, its first sessions.
#[component]
fn Highlights() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let started = conference.sessions.first().is_some_and(|first| first.start <= context.now);
    let now_and_next = NowAndNext::of(conference, context.now);
    let is_today = now_and_next.is_today(context.now);
    let NowAndNext { running, next } = now_and_next;
    let lists = if is_today || (started && !next.is_empty()) {
        vec![(messages.now_running, running), (messages.next_sessions, next)]
    } else {
        vec![(messages.first_sessions, conference.sessions.iter().take(NEXT).collect())]
    };
    // The minutes on a page that stays open, or on a static host, are those of this moment.
    let mut as_of = is_today.then(|| {
        let day = dates::short_day(messages, context.now.date());
        view! { " "<small class="as-of">{messages.as_of(&day, &dates::time(context.now))}</small> }
    });
    let lists = lists
        .into_iter()
        .filter(|(_, sessions)| !sessions.is_empty())
        .map(|(title, sessions)| {
            let mut day = None;
            let cards = sessions.into_iter().map(|session| {
                let date = session.start.date();
                let is_near = date == context.now.date() || session.start <= context.now;
                let countdown = if is_today && is_near { Countdown::Shown } else { Countdown::Hidden };
                let heading = (day.replace(date) != Some(date) && countdown == Countdown::Hidden).then(|| {
                    view! { <p class="home-day"><time datetime=date.to_string()>{dates::short_day(messages, date)}</time></p> }
                });
                view! { {heading}<SessionCard session=session level=Level::Third countdown=countdown/> }
            });
            view! { <section class="home-sessions"><h2>{title}{as_of.take()}</h2>{cards.collect_view()}</section> }
        })
        .collect_view();
    let schedule = context.url(&Page::Schedule(Default::default()));
    let now_page = is_today.then(|| {
        view! { <p class="more"><a href=context.url(&Page::Now)>{messages.now_page}</a></p> }
    });
    (!conference.sessions.is_empty()).then(|| {
        view! {
            <div class="highlights">
                {lists}
                {now_page}
                <p class="more"><a href=schedule>{messages.whole_schedule}</a></p>
                <Notice/>
            </div>
        }
    })
}
