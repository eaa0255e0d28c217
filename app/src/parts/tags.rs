//! Links to the pages of tags.

use conference::{Tag, url::Page};
use leptos::prelude::*;

use crate::context::context;

/// The tags of an item, each with its page.
#[component]
pub(crate) fn TagLinks<'a>(tags: &'a [String]) -> impl IntoView + use<> {
    let context = context();
    let items = tags
        .iter()
        .filter_map(|name| Some((name.clone(), context.url(&Page::Tag(Tag::of(name)?)))))
        .map(|(name, href)| view! { <li><a href=href>{name}</a></li> })
        .collect_view();
    let label = context.messages.tags;
    (!tags.is_empty()).then(|| view! { <ul class="tags" aria-label=label>{items}</ul> })
}
