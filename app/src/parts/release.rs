//! The changes of a release, for the page of all changes and for feeds.

use conference::{
    Text,
    release::{Aspect, Change, Release},
    url::Page,
};
use leptos::prelude::*;

use super::{names, tagged, time_and_room};
use crate::context::Context;

/// The id of a release on the page of all changes, by its number from 1.
pub(crate) fn release_anchor(number: usize) -> String {
    format!("release-{number}")
}

/// The message and the changes of a release, counted from 1. In the first one everything is new, which one sentence says.
pub(crate) fn release_changes(context: &Context, release: &Release, number: usize) -> AnyView {
    let words = release.message.as_ref().map(|message| view! { <p>{tagged(context, message)}</p> });
    let changes = if number == 1 {
        view! { <p>{context.messages.first_release(release.changes.len())}</p> }.into_any()
    } else {
        let items = release.changes.iter().flat_map(|change| items(context, change)).collect_view();
        view! { <ul>{items}</ul> }.into_any()
    };
    view! { {words}{changes} }.into_any()
}

/// The changes of a session, one item each.
fn items(context: &Context, change: &Change) -> Vec<AnyView> {
    let messages = context.messages;
    let Some(facts) = change.last_facts() else { return Vec::new() };
    let item = |label: &'static str, change_words: Option<AnyView>| {
        let title = title(context, change, &facts.title);
        let code = context.conference.event.code(&change.session).to_string();
        view! { <li data-code=code><strong>{format!("{label}:")}</strong>" "{title}{change_words}</li> }.into_any()
    };
    let place = time_and_room(context, facts);
    match (&change.was, &change.now) {
        (Some(was), Some(now)) => {
            let of_aspect = |aspect| match aspect {
                Aspect::Canceled => item(messages.canceled, None),
                Aspect::Restored => item(messages.restored, None),
                Aspect::Moved => {
                    let was = time_and_room(context, was);
                    item(messages.moved, Some(before_and_now(context, was.into_any(), place.clone().into_any())))
                }
                Aspect::Renamed => {
                    let words = before_and_now(context, tagged(context, &was.title), tagged(context, &now.title));
                    item(messages.renamed, Some(words))
                }
                Aspect::People => {
                    let [was, now] = [was, now].map(|facts| match facts.people.as_slice() {
                        [] => messages.nobody.to_owned(),
                        people => names(context, people),
                    });
                    item(messages.other_speakers, Some(before_and_now(context, was.into_any(), now.into_any())))
                }
            };
            change.aspects().into_iter().map(of_aspect).collect()
        }
        (None, Some(_)) => vec![item(messages.added, Some(format!(" ({place})").into_any()))],
        _ => vec![item(messages.withdrawn, Some(format!(" ({place})").into_any()))],
    }
}

/// The title, with the way to the page of the session if there still is one.
fn title(context: &Context, change: &Change, title: &Text) -> AnyView {
    let conference = &context.conference;
    let present = conference.sessions.iter().find(|session| *session.identity() == change.session);
    let slug = present.map(|session| &session.slug);
    let slug = slug.or_else(|| conference.withdrawn(&change.session).map(|_| &change.session));
    let (words, lang) = context.tagged(title);
    match slug {
        Some(slug) => view! { <a href=context.url(&Page::Session(slug.clone())) lang=lang>{words}</a> }.into_any(),
        None => view! { <span lang=lang>{words}</span> }.into_any(),
    }
}

/// The old and the new value. Screen readers do not announce `del` and `ins`, so words say which is which.
fn before_and_now(context: &Context, was: AnyView, now: AnyView) -> AnyView {
    let messages = context.messages;
    view! {
        <span class="change">{format!("{}: ", messages.before_change)}<del>{was}</del></span>
        <span class="change">{format!("{}: ", messages.since_change)}<ins>{now}</ins></span>
    }
    .into_any()
}
