//! Changes of the programme in the words of attendees: where a session was before, and when the last release was.

use conference::{
    Session, Slug,
    release::{Aspect, Facts},
    url::Page,
};
use jiff::{Timestamp, civil::DateTime};
use leptos::prelude::*;

use super::moment;
use crate::{
    context::{Context, context},
    dates,
};

/// "Moved from 14:15–14:50, Hall", on a session that has another time or room since the last release.
#[component]
pub(crate) fn MovedFrom<'a>(session: &'a Session) -> impl IntoView + use<> {
    let context = context();
    let change = context.conference.releases.latest_change(session.identity());
    let change = change.filter(|change| change.aspects().contains(&Aspect::Moved));
    let was = change.and_then(|change| change.was.as_ref()).map(|was| time_and_room(&context, was));
    was.map(|was| view! { <p class="session-change">{context.messages.moved_from(&was)}</p> })
}

/// The time of the last release, with the way to its changes.
#[component]
pub(crate) fn LastRelease() -> impl IntoView {
    let context = context();
    let last = context.conference.releases.iter().next_back();
    last.map(|release| {
        let (released, href) = (local(&context, release.time), context.url(&Page::Changes));
        let label = format!("{}: {}", context.messages.last_release, day_and_time(&context, released));
        let (number, since) = (context.conference.releases.iter().len(), context.messages.since_visit);
        view! {
            <p class="last-release" data-release=number data-since=since>
                {moment(&context, released, label)}" "<a href=href>{context.messages.changes}</a>
            </p>
        }
    })
}

/// A moment as a time of the event's zone.
pub(crate) fn local(context: &Context, time: Timestamp) -> DateTime {
    context.conference.event.timezone.to_datetime(time)
}

/// "20 September 2016, 10:00".
pub(crate) fn day_and_time(context: &Context, moment: DateTime) -> String {
    let separator = if context.messages.is_japanese() { " " } else { ", " };
    format!("{}{separator}{}", dates::date(context.messages, moment.date()), dates::time(moment))
}

/// "Sat 1 October 14:15–14:50, Hall": the day only if there are several.
pub(crate) fn time_and_room(context: &Context, facts: &Facts) -> String {
    time_and_room_of(context, facts, context.conference.event.days.len() > 1)
}

/// The same with or without the day.
pub(crate) fn time_and_room_of(context: &Context, facts: &Facts, with_day: bool) -> String {
    let event = &context.conference.event;
    let day = with_day.then(|| dates::short_day(context.messages, facts.start.date()));
    let time = [day, Some(dates::span(facts.start, facts.end))].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let room = facts.room.as_ref().map(|id| match event.room(id) {
        Some(room) => context.text(&room.name).to_owned(),
        None => id.to_string(),
    });
    let place = room.or_else(|| facts.venue.as_ref().map(|venue| context.text(venue).to_owned()));
    let separator = if context.messages.is_japanese() { "、" } else { ", " };
    [Some(time), place].into_iter().flatten().collect::<Vec<_>>().join(separator)
}

/// The names of people; of those that the conference no longer has, the names of their files.
pub(crate) fn names(context: &Context, people: &[Slug]) -> String {
    let name = |slug: &Slug| match context.conference.speaker(slug) {
        Some(speaker) => context.text(&speaker.name).to_owned(),
        None => slug.to_string(),
    };
    let separator = if context.messages.is_japanese() { "、" } else { ", " };
    people.iter().map(name).collect::<Vec<_>>().join(separator)
}
