//! The active filters: copies of the chip that the server rendered as a model.

use conference::filter::{Facet, SessionFilter, TEXT};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlTemplateElement};

use super::{address, form};
use crate::islands::dom::{filled, first, set_hidden};

/// Shows the chips of a filter, with the names that the form gives its values; returns the names.
pub(super) fn show(root: &Element, form: &Element, filter: &SessionFilter) -> String {
    let mut words = String::new();
    let (Some(active), Some(list)) = (first(root, ".active-filters"), first(root, ".chips")) else { return words };
    set_hidden(&active, filter.is_empty());
    let Some(model) = first(&active, "template").and_then(|model| model.dyn_into::<HtmlTemplateElement>().ok()) else {
        return words;
    };
    let remove = model.get_attribute("data-remove").unwrap_or_default();
    list.set_text_content(None);
    let mut add = |label: &str, facet: &str, value: &str, rest: &SessionFilter| {
        let item = model.content().first_element_child().and_then(|item| item.clone_node_with_deep(true).ok());
        let Some(item) = item.and_then(|item| item.dyn_into::<Element>().ok()) else { return };
        if let Some(link) = first(&item, "a") {
            for (name, text) in [
                ("href", &*address::url(rest)),
                ("data-facet", facet),
                ("data-value", value),
                ("aria-label", &filled(&remove, label)),
            ] {
                let _ = link.set_attribute(name, text);
            }
            link.set_text_content(Some(label));
        }
        let _ = list.append_child(&item);
        if !words.is_empty() {
            words.push_str(" · ");
        }
        words.push_str(label);
    };
    for (facet, value) in filter.iter() {
        let label = form::label(form, facet, value).unwrap_or_else(|| value.to_owned());
        add(&label, facet.name(), value, &filter.clone().without(facet, value));
    }
    if !filter.text().is_empty() {
        let mut rest = filter.clone();
        rest.set_text("");
        add(filter.text(), TEXT, "", &rest);
    }
    words
}

/// The filter of the address without the one of a chip; the empty filter for the link that clears all.
pub(super) fn without(link: &Element) -> SessionFilter {
    let Some(name) = link.get_attribute("data-facet") else { return SessionFilter::default() };
    let mut filter = address::read();
    match Facet::named(&name) {
        Some(facet) => filter.without(facet, &link.get_attribute("data-value").unwrap_or_default()),
        None => {
            filter.set_text("");
            filter
        }
    }
}
