//! Absolute addresses.

use conference::url::Page;

use crate::context::Context;

/// The address of a page in the language of this one, with scheme and host.
pub(super) fn absolute(context: &Context, page: &Page) -> String {
    format!("{}{}", context.site.urls.base, context.url(page))
}

/// The social card of a page, if there is one.
pub(super) fn image(context: &Context, page: &Page) -> Option<String> {
    context.card(page).map(|(_, address)| address)
}
