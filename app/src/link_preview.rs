//! The properties of a page for link previews: title, description and social card.

use leptos::{html, prelude::*};

use crate::{context::context, parts::excerpt, social_cards};

/// The longest description of a picture in characters: that of X, the network with the least room.
const ALTERNATIVE: usize = 420;

/// A property of the Open Graph protocol (ogp.me).
pub(crate) fn open_graph(property: &'static str, content: String) -> impl IntoView {
    html::meta().attr("property", property).content(content)
}

/// The properties of a page. An error page has no card.
#[component]
pub(crate) fn LinkPreview(
    /// The title of the document.
    title: String,
    /// One or two sentences.
    description: String,
) -> impl IntoView {
    let context = context();
    let card = context.page.as_ref().and_then(|page| context.card(page));
    let card = card.map(|(card, address)| {
        view! {
            {open_graph("og:image", address)}
            {open_graph("og:image:width", cards::WIDTH.to_string())}
            {open_graph("og:image:height", cards::HEIGHT.to_string())}
            {open_graph("og:image:alt", excerpt(&social_cards::description(&card), ALTERNATIVE))}
            <meta name="twitter:card" content="summary_large_image"/>
        }
    });
    view! {
        {open_graph("og:type", "website".to_owned())}
        {open_graph("og:site_name", context.text(&context.conference.event.name).to_owned())}
        {open_graph("og:title", title)}
        {open_graph("og:description", description)}
        {card}
    }
}
