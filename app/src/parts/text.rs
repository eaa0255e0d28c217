//! Texts and links in the language of the page.

use conference::{Link, Text};
use leptos::prelude::*;

use crate::context::{Context, context};

/// A text, marked with its language if that is not the page's.
pub(crate) fn tagged(context: &Context, text: &Text) -> AnyView {
    match context.tagged(text) {
        (text, Some(lang)) => view! { <span lang=lang>{text}</span> }.into_any(),
        (text, None) => text.into_any(),
    }
}

/// A name, linked if it has a URL.
pub(crate) fn named_link(context: &Context, name: &Text, url: Option<&str>) -> AnyView {
    let name = tagged(context, name);
    match url {
        Some(url) => view! { <a href=url.to_owned() rel="external noopener noreferrer">{name}</a> }.into_any(),
        None => name,
    }
}

/// The links of an item to other sites.
#[component]
pub(crate) fn Links<'a>(links: &'a [Link]) -> impl IntoView + use<> {
    let context = context();
    let items = links
        .iter()
        .map(|link| {
            let label = context.messages.link_name(&link.kind).to_owned();
            view! { <li><a href=link.url.clone() rel="external noopener noreferrer">{label}</a></li> }
        })
        .collect_view();
    (!links.is_empty()).then(|| view! { <ul class="links">{items}</ul> })
}

/// The first words of a text, for descriptions: whole words, with an ellipsis where something is left out.
pub(crate) fn excerpt(text: &str, characters: usize) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= characters {
        return words;
    }
    let mut cut: String = words.chars().take(characters - 1).collect();
    if let Some(place) = cut.rfind(' ').filter(|&place| place > cut.len() / 2) {
        cut.truncate(place);
    }
    cut.push('…');
    cut
}

#[cfg(test)]
mod tests {
    use super::excerpt;

    #[test]
    fn excerpts_end_at_a_word() {
        assert_eq!(excerpt("short\ntext", 20), "short text");
        assert_eq!(excerpt("a much longer text than fits", 15), "a much longer…");
        assert_eq!(excerpt("空白のない日本語の文章です", 8), "空白のない日本…");
    }
}
