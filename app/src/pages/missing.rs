//! The answer for a page whose item is not there.

use http::{HeaderValue, StatusCode, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;

use crate::context::context;

/// Leads to the present name of the item, or says that it was removed or never there.
/// It has no body: the server explains every error in the form that the client asks for.
#[component]
pub(super) fn Missing() -> impl IntoView {
    let (context, response) = (context(), expect_context::<ResponseOptions>());
    let Some(page) = &context.page else { return };
    if let Some(present) = context.conference.moved(page) {
        let location = format!("{}{}", context.site.urls.base_path, context.url(&present));
        if let Ok(location) = HeaderValue::from_str(&location) {
            response.insert_header(header::LOCATION, location);
        }
        return response.set_status(StatusCode::PERMANENT_REDIRECT);
    }
    response.set_status(match context.conference.reason_for_removal(page) {
        Some(_) => StatusCode::GONE,
        None => StatusCode::NOT_FOUND,
    });
}
