//! Live preview: watches the files, and tells browsers of every change.

mod events;
mod watcher;

use axum::{Router, http::header, routing::get};
pub(crate) use watcher::watch;

use crate::state::App;

/// The page while there is no usable event. The overlay shows the problems of the event.
pub(crate) const EMPTY_PAGE: &str = concat!(
    "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><title>Preview</title>",
    "<link rel=\"stylesheet\" href=\"/preview/preview.css\">",
    "<script type=\"module\" src=\"/preview/preview.js\"></script></html>\n",
);

const SCRIPT: &str = include_str!("preview/preview.js");
const STYLE: &str = include_str!("preview/preview.css");

/// The URLs that exist only in preview.
pub(crate) fn router() -> Router<App> {
    let script = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8")];
    let style = [(header::CONTENT_TYPE, "text/css; charset=utf-8")];
    Router::new()
        .route("/preview/events", get(events::events))
        .route("/preview/preview.js", get(move || async move { (script, SCRIPT) }))
        .route("/preview/preview.css", get(move || async move { (style, STYLE) }))
}
