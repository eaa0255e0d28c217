//! Gives up an answer that does not begin in time, or that panics.

use std::{panic::AssertUnwindSafe, time::Duration};

use axum::{
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::IntoResponse as _,
};
use futures_util::FutureExt as _;

use super::layer::{Answer, Respond};

/// A service that always answers in time.
pub(super) struct Deadline<S> {
    inner: S,
    timeout: Duration,
}

impl<S> Deadline<S> {
    pub(super) fn new(inner: S, timeout: Duration) -> Self {
        Self { inner, timeout }
    }
}

impl<S: Respond> Respond for Deadline<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        let answer = AssertUnwindSafe(self.inner.respond(request)).catch_unwind();
        match tokio::time::timeout(self.timeout, answer).await {
            Ok(Ok(answer)) => answer,
            // The panic is in the log already, with its place.
            Ok(Err(_)) => StatusCode::INTERNAL_SERVER_ERROR.into_response().into(),
            Err(_) => {
                let later = [(header::RETRY_AFTER, HeaderValue::from_static("10"))];
                (StatusCode::SERVICE_UNAVAILABLE, later).into_response().into()
            }
        }
    }
}
