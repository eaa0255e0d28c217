//! The state of the program for load balancers.

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

use crate::{cache_policy::CachePolicy, state::App};

/// The program runs.
pub(crate) async fn healthy() -> Response {
    answer(StatusCode::OK, "ok\n")
}

/// There is a site to show.
pub(crate) async fn ready(State(app): State<App>) -> Response {
    match app.library.edition().site {
        Some(_) => answer(StatusCode::OK, "ready\n"),
        None => answer(StatusCode::SERVICE_UNAVAILABLE, "the content has never been read without errors\n"),
    }
}

fn answer(status: StatusCode, words: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, CachePolicy::Never.header())], words).into_response()
}
