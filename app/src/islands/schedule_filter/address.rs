//! The filter in the address of the page, in the history of the browser, and in the links to the other languages.

use conference::filter::SessionFilter;
use leptos::prelude::{document, window};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::islands::dom::all;

/// How a change of the filter is kept in the history of the browser.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Entry {
    /// A new entry: back undoes the change.
    New,
    /// The change of the entry before goes on, as in typing.
    Same,
    /// The address already says it.
    None,
}

#[wasm_bindgen]
extern "C" {
    /// The browser's own reader and writer of query strings, which is as the server's (URL standard, section 5).
    #[wasm_bindgen(js_name = URLSearchParams)]
    type Parameters;

    #[wasm_bindgen(constructor, js_class = "URLSearchParams")]
    fn new(query: &str) -> Parameters;

    #[wasm_bindgen(method, js_name = forEach)]
    fn for_each(this: &Parameters, read: &mut dyn FnMut(String, String));

    #[wasm_bindgen(method)]
    fn append(this: &Parameters, name: &str, value: &str);

    #[wasm_bindgen(method, js_name = toString)]
    fn query(this: &Parameters) -> String;
}

/// The filter that the address says.
pub(super) fn read() -> SessionFilter {
    let mut filter = SessionFilter::default();
    let query = window().location().search().unwrap_or_default();
    Parameters::new(&query).for_each(&mut |value, name| filter.add_parameter(&name, &value));
    filter
}

/// The address of the page with a filter.
pub(super) fn url(filter: &SessionFilter) -> String {
    with_query(&window().location().pathname().unwrap_or_default(), filter)
}

/// Keeps the address, and the links to the other languages, in step.
pub(super) fn write(entry: Entry, filter: &SessionFilter) {
    if let (Ok(history), true) = (window().history(), entry != Entry::None) {
        let url = url(filter);
        let _ = match entry {
            Entry::New if *filter != read() => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
            _ => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
        };
    }
    let Some(body) = document().body() else { return };
    for link in all(&body, ".language-switch a") {
        let href = link.get_attribute("href").unwrap_or_default();
        let path = href.split_once('?').map_or(&*href, |(path, _)| path);
        let _ = link.set_attribute("href", &with_query(path, filter));
    }
}

/// A path or an address with the query of a filter.
pub(super) fn with_query(path: &str, filter: &SessionFilter) -> String {
    if filter.is_empty() {
        return path.to_owned();
    }
    let parameters = Parameters::new("");
    filter.parameters().for_each(|(name, value)| parameters.append(name, value));
    [path, "?", &parameters.query()].concat()
}
