//! Where a text appeared first, and under which terms it may be used.

use leptos::prelude::*;

use super::text::named_link;
use crate::context::context;

/// The foot of an article: its source and its licence, if they are known.
#[component]
pub(crate) fn Origin<'a>(source: Option<&'a conference::Origin>, licence: Option<&'a str>) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let given = source.is_some() || licence.is_some();
    let source = source.map(|source| {
        let name = named_link(&context, &source.name, source.url.as_deref());
        view! { <dt>{messages.source}</dt><dd>{name}</dd> }
    });
    let licence = licence.map(|licence| {
        view! { <dt>{messages.licence}</dt><dd>{licence.to_owned()}</dd> }
    });
    given.then(|| view! { <footer class="origin"><dl class="facts">{source}{licence}</dl></footer> })
}
