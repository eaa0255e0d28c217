//! The interviews before and after one.

use conference::{Interview, Slug, url::Page};
use leptos::prelude::*;

use crate::context::context;

/// The interviews of the series before and after this one.
#[component]
pub(super) fn Neighbours<'a>(interview: &'a Interview) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let entry = |rel: &'static str, label: &'static str, slug: &Slug| {
        let other = context.conference.interview(slug)?;
        let (title, lang) = context.tagged(&other.title);
        let href = context.url(&Page::Interview(slug.clone()));
        Some(view! {
            <li class=rel><span class="direction">{label}</span><a href=href rel=rel lang=lang>{title}</a></li>
        })
    };
    let previous = interview.previous.as_ref().and_then(|slug| entry("prev", messages.previous_in_series, slug));
    let next = interview.next.as_ref().and_then(|slug| entry("next", messages.next_in_series, slug));
    let all = context.url(&Page::Interviews);
    view! {
        <nav class="neighbours" aria-label=messages.interviews>
            <ul>{previous}{next}<li class="all"><a href=all>{messages.all_interviews}</a></li></ul>
        </nav>
    }
}
