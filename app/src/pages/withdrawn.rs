//! A session that was on the programme of a release and is no longer there.

use conference::{Slug, url::Page};
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::context,
    parts::{tagged, time_and_room},
    shell::Shell,
};

/// The last facts of the session, and that it will not take place: people still come from their calendars and bookmarks.
#[component]
pub(super) fn WithdrawnPage(slug: Slug) -> AnyView {
    let context = context();
    let messages = context.messages;
    let Some(withdrawn) = context.conference.withdrawn(&slug) else { return view! { <Missing/> }.into_any() };
    let (title, lang) = context.tagged(&withdrawn.facts.title);
    let reason = withdrawn.reason.as_ref().map(|reason| view! { <p>{tagged(&context, reason)}</p> });
    let planned = messages.planned_for(&time_and_room(&context, &withdrawn.facts));
    let schedule = context.url(&Page::Schedule(Default::default()));
    let main = view! {
        <article class="session-page">
            <h1 lang=lang>{title.clone()}</h1>
            <p class="canceled" role="status">{messages.session_withdrawn}</p>
            {reason}
            <p>{planned.clone()}</p>
            <ul class="links">
                <li><a href=schedule>{messages.whole_schedule}</a></li>
                <li><a href=context.url(&Page::Changes)>{messages.changes}</a></li>
            </ul>
        </article>
    };
    let description = format!("{} {planned}", messages.session_withdrawn);
    view! { <Shell title={Some(title)} description=description kind="session-main">{main}</Shell> }.into_any()
}
