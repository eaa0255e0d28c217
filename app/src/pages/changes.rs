//! The changes of the programme: every release, the newest first.

use conference::release::Release;
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::{Context, context},
    parts::{day_and_time, local, moment, release_anchor, release_changes},
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

/// A release, counted from 1.
fn section(context: &Context, release: &Release, number: usize) -> impl IntoView + use<> {
    let released = local(context, release.time);
    view! {
        <section class="release" id=release_anchor(number) data-release=number>
            <h2>{moment(context, released, day_and_time(context, released))}</h2>
            {release_changes(context, release, number)}
        </section>
    }
}
