//! One handler a file: what the router calls for each of its routes.

pub(crate) mod built_file;
pub(crate) mod content_file;
pub(crate) mod export;
pub(crate) mod health;
pub(crate) mod page;
pub(crate) mod rendition;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

/// The answer while there has never been a usable event: there is nothing to show.
fn unavailable() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, HeaderValue::from_static("10"))]).into_response()
}
