//! The addresses of links for readers on paper, who cannot follow them.

use leptos::prelude::*;

use crate::context::context;

/// The addresses of the links to other sites in sanitised HTML, in their order. Only paper shows the list, and only there
/// the links have numbers (`style/print.css`).
#[component]
pub(crate) fn PaperLinks<'a>(html: Vec<&'a str>) -> impl IntoView + use<> {
    let items: String = html.into_iter().flat_map(addresses).map(|url| format!("<li>{url}</li>")).collect();
    let title = context().messages.links;
    (!items.is_empty()).then(|| {
        view! { <section class="paper-links"><h2>{title}</h2><ol inner_html=items></ol></section> }
    })
}

/// As they stand in the attributes: escaped.
fn addresses(html: &str) -> impl Iterator<Item = &str> {
    let tags = html.split("<a ").skip(1).filter_map(|rest| rest.split_once('>').map(|(tag, _)| tag));
    let values = tags.filter_map(|tag| tag.split_once("href=\"")?.1.split_once('"').map(|(value, _)| value));
    values.filter(|url| url.starts_with("http"))
}

#[cfg(test)]
mod tests {
    use super::addresses;

    #[test]
    fn only_links_to_other_sites_have_addresses() {
        let html = "<p><a href=\"https://a.example/?x=1&amp;y=2\" rel=\"external\">a</a> <a href=\"#b\">b</a> \
                    <a href=\"/c\">c</a> <abbr>d</abbr> <a rel=\"x\" href=\"http://e.example/\">e</a></p>";
        let found: Vec<_> = addresses(html).collect();
        assert_eq!(found, ["https://a.example/?x=1&amp;y=2", "http://e.example/"]);
    }
}
