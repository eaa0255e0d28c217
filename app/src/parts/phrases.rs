//! Titles that break between phrases.

use conference::Text;
use leptos::prelude::*;

use crate::{context::Context, phrases::phrases};

/// A title for the readers of this page: Japanese may break at a `<wbr>` between two phrases, and browsers of every
/// maker find these places. The `lang` that the text needs is that of [`Context::tagged`].
pub(crate) fn title(context: &Context, text: &Text) -> AnyView {
    let (text, lang) = context.tagged(text);
    marked(&text, lang.as_deref().unwrap_or(context.language.as_str()))
}

/// The same, in an element of its own if it needs a `lang`.
pub(crate) fn tagged_title(context: &Context, text: &Text) -> AnyView {
    let (_, lang) = context.tagged(text);
    let title = title(context, text);
    if lang.is_some() { view! { <span lang=lang>{title}</span> }.into_any() } else { title }
}

/// A text of a language with `<wbr>` between its phrases.
fn marked(text: &str, language: &str) -> AnyView {
    if language != "ja" {
        return text.to_owned().into_any();
    }
    let pieces = phrases(text, language).into_iter().map(|range| {
        let opportunity = (range.start > 0).then(|| view! { <wbr/> });
        view! { {opportunity}{text[range].to_owned()} }
    });
    pieces.collect_view().into_any()
}
