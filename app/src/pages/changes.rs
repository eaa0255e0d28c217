//! The changes of the programme: every release, the newest first.

use conference::{
    Text,
    release::{Aspect, Change, Release},
    url::Page,
};
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::{Context, context},
    parts::{day_and_time, local, moment, names, tagged, time_and_room},
    shell::Shell,
};

#[component]
pub(super) fn ChangesPage() -> AnyView {
    let context = context();
    let messages = context.messages;
    let releases = &context.conference.releases;
    let Some(newest) = releases.iter().next_back() else { return view! { <Missing/> }.into_any() };
    let description = format!("{}: {}", messages.last_release, day_and_time(&context, local(&context, newest.time)));
    let sections = releases.iter().enumerate().rev();
    let sections = sections.map(|(place, release)| section(&context, release, place + 1)).collect_view();
    let main = view! { <h1>{messages.changes}</h1>{sections} };
    view! { <Shell title={Some(messages.changes.to_owned())} description=description kind="changes">{main}</Shell> }
        .into_any()
}

/// A release, counted from 1. In the first one everything is new, which one sentence says.
fn section(context: &Context, release: &Release, number: usize) -> impl IntoView + use<> {
    let released = local(context, release.time);
    let words = release.message.as_ref().map(|message| view! { <p>{tagged(context, message)}</p> });
    let changes = if number == 1 {
        view! { <p>{context.messages.first_release(release.changes.len())}</p> }.into_any()
    } else {
        let items = release.changes.iter().flat_map(|change| items(context, change)).collect_view();
        view! { <ul>{items}</ul> }.into_any()
    };
    view! {
        <section class="release" data-release=number>
            <h2>{moment(context, released, day_and_time(context, released))}</h2>
            {words}
            {changes}
        </section>
    }
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
