//! Counts requests and writes them to the log.

use std::{borrow::Cow, sync::Arc, time::Instant};

use axum::{
    http::{HeaderValue, request::Parts},
    response::Response,
};

use super::{
    forwarded::{self, Trusted},
    layer::Respond,
    metrics::Metrics,
    options::Options,
    request_id,
};

/// The form of the path that was answered, such as `/sessions/{slug}`; an extension of answers. There are as many as routes,
/// whatever is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Label(Cow<'static, str>);

impl From<&'static str> for Label {
    fn from(pattern: &'static str) -> Self {
        Self(pattern.into())
    }
}

impl From<String> for Label {
    fn from(pattern: String) -> Self {
        Self(pattern.into())
    }
}

/// The label of answers that no route gave: built files, redirects and errors.
const OTHER: Cow<'static, str> = Cow::Borrowed("other");

/// A service whose requests are counted and logged.
pub(super) struct Record<S> {
    inner: S,
    log_requests: bool,
    metrics: Option<Arc<Metrics>>,
}

impl<S> Record<S> {
    pub(super) fn new(inner: S, options: &Options) -> Self {
        Self { inner, log_requests: options.log_requests, metrics: options.metrics.clone() }
    }
}

impl<S: Respond> Respond for Record<S> {
    async fn respond(&self, request: &mut Parts) -> Response {
        let started = Instant::now();
        let mut response = self.inner.respond(request).await;
        let took = started.elapsed();
        let status = response.status();
        let is_logged = status.is_server_error() || self.log_requests;
        if self.metrics.is_none() && !is_logged {
            return response;
        }
        let route = response.extensions_mut().remove::<Label>().map_or(OTHER, |Label(pattern)| pattern);
        if is_logged {
            let is_trusted = request.extensions.get::<Trusted>().is_some();
            let id = request_id::of(forwarded::request_id(&request.headers).filter(|_| is_trusted));
            let (method, path, route, status) = (&request.method, request.uri.path(), &*route, status.as_u16());
            if response.status().is_server_error() {
                // The visitor was shown it, and can name it.
                let value = HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("unknown"));
                response.headers_mut().insert("x-request-id", value);
                tracing::error!(id, %method, path, route, status, ?took, "request failed");
            } else {
                tracing::info!(id, %method, path, route, status, ?took, "request");
            }
        }
        if let Some(metrics) = &self.metrics {
            metrics.count(route, status.as_u16(), took);
        }
        response
    }
}
