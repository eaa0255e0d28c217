//! Gives errors a body: services answer a bare status.

use std::panic::AssertUnwindSafe;

use axum::{
    body::HttpBody as _,
    http::{HeaderValue, Method, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use futures_util::FutureExt as _;

use super::layer::{Answer, Respond};
use crate::cache_policy::CachePolicy;

/// Explains errors to visitors.
pub(crate) trait Explain: Send + Sync + 'static {
    /// Gives an answer that has a status and no body its body.
    fn explain(&self, request: &Parts, response: Response) -> impl Future<Output = Response> + Send;
}

/// A service whose errors are explained.
pub(super) struct Errors<S, E> {
    inner: S,
    explain: E,
}

impl<S, E> Errors<S, E> {
    pub(super) fn new(inner: S, explain: E) -> Self {
        Self { inner, explain }
    }
}

impl<S: Respond, E: Explain> Respond for Errors<S, E> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        let Answer { mut response, label } = self.inner.respond(request).await;
        let status = response.status();
        if !status.is_client_error() && !status.is_server_error() {
            return Answer { response, label };
        }
        if !response.headers().contains_key(header::CONTENT_TYPE) {
            let explained = AssertUnwindSafe(self.explain.explain(request, response)).catch_unwind().await;
            response = explained.unwrap_or_else(|_| {
                let policy = [(header::CACHE_CONTROL, CachePolicy::Never.header())];
                (status, policy, "This page cannot be shown.\n").into_response()
            });
        }
        if request.method == Method::HEAD {
            remove_body(&mut response);
        }
        Answer { response, label }
    }
}

/// Removes the body and leaves its length. A server for HTTP would do that itself, but the site also runs behind others.
fn remove_body(response: &mut Response) {
    let body = std::mem::take(response.body_mut());
    if let Some(length) = body.size_hint().exact() {
        response.headers_mut().entry(header::CONTENT_LENGTH).or_insert(HeaderValue::from(length));
    }
}
