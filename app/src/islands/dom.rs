//! Elements of the page: found by selectors, shown and hidden, and their words filled in.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, NodeList};

/// The elements below one that a selector finds, in document order.
pub(super) fn all(element: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let list = element.query_selector_all(selector).ok();
    let length = list.as_ref().map_or(0, NodeList::length);
    (0..length).filter_map(move |index| list.as_ref()?.item(index)?.dyn_into().ok())
}

/// The first element below one that a selector finds.
pub(super) fn first(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

/// Hides or shows an element. Touches the document only if something changes: an unchanged attribute still costs style work.
pub(super) fn set_hidden(element: &Element, hidden: bool) {
    if element.has_attribute("hidden") != hidden {
        // Fails only for names that are no attribute names.
        let _ = element.toggle_attribute_with_force("hidden", hidden);
    }
}

/// Words of the server with something in the place of their `{}`. (`str::replace`, which searches for any text, has 2 kB of
/// code.)
pub(super) fn filled(words: &str, with: &str) -> String {
    let filled =
        words.split_once('{').and_then(|(before, after)| Some([before, with, after.strip_prefix('}')?].concat()));
    filled.unwrap_or_else(|| words.to_owned())
}
