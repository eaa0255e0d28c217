//! The ids and the addresses of feeds and their entries.

use conference::{Event, url::Page};

use crate::context::Context;

/// The absolute address of a path.
pub(super) fn absolute(context: &Context, path: &str) -> String {
    format!("{}{path}", context.site.urls.base)
}

/// The id of a part of a page in a language, by the first name of the page: neither a new name with an alias nor a new
/// address of the site changes it.
pub(super) fn id_of_page(context: &Context, page: &Page, part: &str) -> String {
    let event = &context.conference.event;
    let default = event.default_language();
    id(event, &format!("{}:{}{part}", context.language, page.path(default, default)))
}

/// An id by a name, as a URI (RFC 9562, section 4).
pub(super) fn id(event: &Event, name: &str) -> String {
    format!("urn:uuid:{}", event.guid_of(name))
}
