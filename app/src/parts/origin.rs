//! Where a text appeared first, and under which terms it may be used.

use conference::Origin;
use leptos::prelude::*;

use crate::{context::Context, shell::named_link};

/// The foot of an article: its source and its licence, where they are known.
pub(crate) fn origin(
    context: Context<'_>,
    source: Option<&Origin>,
    licence: Option<&str>,
) -> Option<impl IntoView + use<>> {
    let messages = context.messages;
    let given = source.is_some() || licence.is_some();
    let source = source.map(|source| {
        let name = named_link(context, &source.name, source.url.as_deref());
        view! { <dt>{messages.source}</dt><dd>{name}</dd> }
    });
    let licence = licence.map(|licence| {
        view! { <dt>{messages.licence}</dt><dd>{licence.to_owned()}</dd> }
    });
    given.then(|| view! { <footer class="origin"><dl class="facts">{source}{licence}</dl></footer> })
}
