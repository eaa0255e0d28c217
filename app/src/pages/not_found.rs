//! The page for addresses that lead nowhere.

use conference::url::Page;
use leptos::prelude::*;

use crate::{
    context::Context,
    shell::{Content, Interaction},
};

pub(super) fn not_found(context: Context<'_>) -> Content {
    let messages = context.messages;
    let ways = [
        (Page::Home, messages.home),
        (Page::Schedule(Default::default()), messages.schedule),
        (Page::Speakers, messages.speakers),
        (Page::Interviews, messages.interviews),
        (Page::About, messages.about),
    ];
    let ways = ways
        .into_iter()
        .map(|(page, label)| view! { <li><a href=context.url(&page)>{label}</a></li> })
        .collect_view();
    let main = view! {
        <p class="status-code" aria-hidden="true">"404"</p>
        <h1>{messages.not_found}</h1>
        <p>{messages.not_found_help}</p>
        <ul class="ways-out">{ways}</ul>
    };
    Content {
        title: Some(messages.not_found.to_owned()),
        description: messages.not_found_help.to_owned(),
        kind: "not-found",
        page: None,
        interaction: Interaction::Static,
        main: main.into_any(),
    }
}
