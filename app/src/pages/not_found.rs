//! The pages for addresses that lead nowhere: unknown ones, and those of items that were removed.

use conference::{Text, url::Page};
use leptos::prelude::*;

use crate::{
    context::Context,
    parts::tagged,
    shell::{Content, Interaction},
};

pub(super) fn not_found(context: Context<'_>) -> Content {
    let messages = context.messages;
    let help = view! { <p>{messages.not_found_help}</p> }.into_any();
    dead_end(context, "404", messages.not_found, messages.not_found_help.to_owned(), help)
}

/// The page of an item that was removed, with the reason that its file gives.
pub(super) fn gone(context: Context<'_>, reason: &Text) -> Content {
    let text = view! { <p>{tagged(context, reason)}</p> }.into_any();
    dead_end(context, "410", context.messages.gone, context.text(reason).to_owned(), text)
}

fn dead_end(
    context: Context<'_>,
    code: &'static str,
    title: &'static str,
    description: String,
    help: AnyView,
) -> Content {
    let messages = context.messages;
    let ways = [
        (Page::Home, messages.home),
        (Page::Schedule(Default::default()), messages.schedule),
        (Page::Speakers, messages.speakers),
        (Page::Interviews, messages.interviews),
        (Page::About, messages.about),
    ];
    let ways =
        ways.into_iter().map(|(page, label)| view! { <li><a href=context.url(&page)>{label}</a></li> }).collect_view();
    let main = view! {
        <p class="status-code" aria-hidden="true">{code}</p>
        <h1>{title}</h1>
        {help}
        <ul class="ways-out">{ways}</ul>
    };
    Content {
        title: Some(title.to_owned()),
        description,
        kind: "not-found",
        page: None,
        interaction: Interaction::Static,
        main: main.into_any(),
    }
}
