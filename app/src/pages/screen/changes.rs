//! The changes of the last release on a screen, each on its day.

use conference::{
    Slug,
    release::{Aspect, Change, Facts},
};
use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::{
    context::Context,
    interval::{Interval, midnight},
    parts::{names, tagged, time_and_room_of},
};

/// The changes that concern a day, until their sessions are over; those of the room come first. The first release has
/// none: everything in it is new.
pub(super) fn changes(context: &Context, room: Option<&Slug>) -> AnyView {
    let releases = &context.conference.releases;
    let newest = releases.iter().next_back().filter(|_| releases.iter().len() > 1);
    let mut changes: Vec<_> = newest.into_iter().flat_map(|release| &release.changes).collect();
    changes.sort_by_key(|change| !facts(change).any(|facts| facts.room.as_ref() == room));
    let items = changes.into_iter().flat_map(|change| {
        let needed = intervals(change).into_iter().filter(|interval| interval.is_needed(context));
        needed.map(|interval| item(context, change, interval)).collect::<Vec<_>>()
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| view! { <ul class="screen-changes">{items}</ul> }).into_any()
}

/// The facts of a session before and after a change.
fn facts(change: &Change) -> impl Iterator<Item = &Facts> {
    change.was.iter().chain(&change.now)
}

/// The days that a change concerns, each until the session is over.
fn intervals(change: &Change) -> Vec<Interval> {
    let end = |facts: &Facts| facts.end.unwrap_or(facts.start);
    let mut intervals: Vec<(DateTime, DateTime)> = Vec::new();
    for facts in facts(change) {
        let day = midnight(facts.start);
        match intervals.iter_mut().find(|(known, _)| *known == day) {
            Some((_, until)) => *until = end(facts).max(*until),
            None => intervals.push((day, end(facts))),
        }
    }
    intervals.into_iter().map(|(from, until)| Interval::between(from, until)).collect()
}

fn item(context: &Context, change: &Change, interval: Interval) -> AnyView {
    let messages = context.messages;
    // The day is named if it is another one than that of the screen.
    let place = |facts: &Facts| time_and_room_of(context, facts, Some(midnight(facts.start)) != interval.from);
    let (label, detail) = match (&change.was, &change.now) {
        (Some(_), Some(now)) => match change.aspects().first() {
            Some(Aspect::Canceled) => (messages.canceled, None),
            Some(Aspect::Restored) => (messages.restored, Some(place(now))),
            Some(Aspect::Moved) => (messages.moved, Some(place(now))),
            Some(Aspect::Renamed) | None => (messages.renamed, None),
            Some(Aspect::People) => (messages.other_speakers, Some(names(context, &now.people))),
        },
        (None, Some(now)) => (messages.added, Some(place(now))),
        _ => (messages.withdrawn, None),
    };
    let title = change.last_facts().map(|facts| tagged(context, &facts.title));
    let detail = detail.map(|detail| view! { <span class="change-detail">"→ "{detail}</span> });
    let (from, until, hidden) = interval.attributes(context);
    let item = view! {
        <li class="change" data-from=from data-until=until hidden=hidden><strong>{label}</strong><span class="change-title">{title}</span>{detail}</li>
    };
    item.into_any()
}
