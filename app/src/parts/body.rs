//! A rendered Markdown body.

use conference::{Body, Localized};
use leptos::prelude::*;

use crate::context::Context;

/// A body as prose, in the page's language or marked with its own; nothing for an empty one.
pub(crate) fn prose(context: Context<'_>, body: &Localized<Body>) -> Option<impl IntoView + use<>> {
    let (language, body) = body.get(context.language);
    let lang = (language != context.language).then(|| language.to_string());
    let remark = lang.is_some().then(|| view! { <p class="remark">{context.messages.other_language_body}</p> });
    let html = body.html.clone();
    (!html.is_empty()).then(|| view! { {remark} <div class="prose" lang=lang inner_html=html></div> })
}
