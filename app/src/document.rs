//! From the HTML of a view to the bytes that are sent: without marks that nothing reads, below the base path.

use leptos::prelude::*;
use memchr::memmem;

use crate::{context::Context, references::below};

/// Leptos marks the places of dynamic nodes with it for hydration. Only islands are hydrated: elsewhere it is left out.
const MARK: &str = "<!>";

/// The same node in valid HTML (section 13.1.6 of the standard).
const VALID_MARK: &str = "<!---->";

/// The document of a view that was rendered within the context of [`Document`](crate::Document).
pub fn document(view: impl IntoView) -> String {
    let html = view.into_view().to_html();
    if html.is_empty() {
        return html;
    }
    let base_path = use_context::<Context>().map(|context| context.site.urls.base_path.clone()).unwrap_or_default();
    let mut document = finished(&base_path, &html);
    drop(html);
    document.insert_str(0, "<!DOCTYPE html>");
    document.push('\n');
    document
}

/// HTML as it is sent.
pub(crate) fn finished(base_path: &str, html: &str) -> String {
    below(base_path, without_marks(html))
}

/// Leaves the marks out outside of `<leptos-island>` and inside of `<leptos-children>`, which the server alone renders.
fn without_marks(html: &str) -> String {
    // Of the right size at once, with room for the document type: a schedule can have tens of megabytes.
    let mut text = String::with_capacity(html.len() + 16);
    let mut islands = Vec::new();
    let mut rest = html;
    while let Some(place) = memmem::find(rest.as_bytes(), b"leptos-") {
        let (before, tag) = rest.split_at(place);
        push(&mut text, before, islands.last());
        let is_end = before.ends_with("</");
        for (name, part) in [("leptos-island", Part::Island), ("leptos-children", Part::Children)] {
            if tag.starts_with(name) && is_end {
                islands.pop();
            } else if tag.starts_with(name) && before.ends_with('<') {
                islands.push(part);
            }
        }
        text.push_str("leptos-");
        rest = &tag["leptos-".len()..];
    }
    push(&mut text, rest, islands.last());
    text
}

/// A part of a document that is hydrated, or one within it that is not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Island,
    Children,
}

fn push(text: &mut String, html: &str, part: Option<&Part>) {
    match part {
        Some(Part::Island) => text.push_str(&html.replace(MARK, VALID_MARK)),
        _ => {
            let mut last = 0;
            for place in memmem::find_iter(html.as_bytes(), MARK) {
                text.push_str(&html[last..place]);
                last = place + MARK.len();
            }
            text.push_str(&html[last..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn marks_stay_where_an_island_is_hydrated_and_nowhere_else() {
        let html = "<p>a<!>b</p><leptos-island data-component=\"X\"><i>c<!>d</i><leptos-children><b>e<!>f leptos-x</b>\
                    <leptos-island>g<!>h</leptos-island><!></leptos-children>i<!>j</leptos-island><!>k";
        let sent = "<p>ab</p><leptos-island data-component=\"X\"><i>c<!---->d</i><leptos-children><b>ef leptos-x</b>\
                    <leptos-island>g<!---->h</leptos-island></leptos-children>i<!---->j</leptos-island>k";
        assert_eq!(without_marks(html), sent);
    }
}
