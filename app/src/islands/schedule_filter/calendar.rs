//! The filter in the addresses of the calendar panel.

use conference::filter::{Facet, SessionFilter};
use js_sys::encode_uri_component;
use leptos::prelude::document;

use super::address::with_query;
use crate::islands::dom::{all, first, set_hidden};

/// Adds the filter to each address of the whole calendar.
pub(super) fn show(filter: &SessionFilter) {
    let Some(body) = document().body() else { return };
    // The server knows no stars: the page of the plan has its calendar.
    let is_starred = filter.iter().any(|(facet, _)| facet == Facet::Starred);
    if let Some(panel) = first(&body, ".calendar-panel") {
        set_hidden(&panel, is_starred);
    }
    let filter = filter.clone().for_server();
    for place in all(&body, "[data-calendar]") {
        let address = with_query(&place.get_attribute("data-calendar").unwrap_or_default(), &filter);
        let (name, value) = match place.get_attribute("data-before") {
            Some(before) => ("href", before + &String::from(encode_uri_component(&address))),
            None if place.has_attribute("value") => ("value", address),
            None => ("href", address),
        };
        let _ = place.set_attribute(name, &value);
    }
}
