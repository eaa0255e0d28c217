//! The header by which browsers ask for styles while the page is still on its way (RFC 8288).

use http::{HeaderValue, header};
use leptos::prelude::expect_context;
use leptos_axum::ResponseOptions;

use crate::context::Context;

/// Names the styles of a page in a header. An error page has none: its answer is made for each request.
pub(crate) fn preload_styles(context: &Context, sheet: Option<&str>) {
    if context.page.is_none() {
        return;
    }
    let urls = &context.site.urls;
    let stylesheet = context.site.stylesheet().path();
    let styles = [urls.style.as_str(), &stylesheet].into_iter().chain(sheet);
    let styles: Vec<_> = styles.map(|url| format!("<{}{url}>; rel=preload; as=style", urls.base_path)).collect();
    if let Ok(links) = HeaderValue::from_str(&styles.join(", ")) {
        expect_context::<ResponseOptions>().insert_header(header::LINK, links);
    }
}
