//! The remarks over a text without a translation, and over a translation that is older than the original.

use conference::Language;
use jiff::civil::DateTime;
use leptos::prelude::*;

use crate::{
    context::{Context, context},
    dates,
};

/// Says that the text of this page has no translation, and offers the page in the language of the original.
#[component]
pub(crate) fn Untranslated<'a>(original: &'a Language) -> impl IntoView + use<> {
    let context = context();
    view! { <p class="remark">{context.messages.other_language_body}{offer(&context, original)}</p> }
}

/// Says that the original changed after it was translated, and offers it.
#[component]
pub(crate) fn Outdated(
    /// The change that the translation lacks, if it lacks one.
    change: Option<DateTime>,
) -> impl IntoView {
    let context = context();
    change.map(|change| {
        let remark = context.messages.older_translation(&dates::date(context.messages, change.date()));
        view! { <p class="remark">{remark}{offer(&context, context.conference.event.default_language())}</p> }
    })
}

/// A link to this page in the language of the original; an error page has none.
fn offer(context: &Context, original: &Language) -> Option<AnyView> {
    let href = context.page.as_ref()?.canonical().path(original, context.conference.event.default_language());
    let label = context.messages.read_original(original);
    Some(view! { " "<a href=href hreflang=original.to_string()>{label}</a> }.into_any())
}
