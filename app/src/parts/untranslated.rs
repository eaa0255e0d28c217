//! The remark over a text that is shown in its original language.

use conference::Language;
use leptos::prelude::*;

use crate::context::context;

/// Says that the text of this page has no translation, and offers the page in the language of the original.
#[component]
pub(crate) fn Untranslated<'a>(original: &'a Language) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let offer = context.page.as_ref().map(|page| {
        let href = page.canonical().path(original, context.conference.event.default_language());
        let label = messages.read_original(original);
        view! { " "<a href=href hreflang=original.to_string()>{label}</a> }
    });
    view! { <p class="remark">{messages.other_language_body}{offer}</p> }
}
