//! Counts requests and writes them to the log.

use std::{sync::Arc, time::Instant};

use axum::http::{HeaderValue, request::Parts};

use super::{
    forwarded::{self, Trusted},
    layer::{Answer, Respond},
    metrics::Metrics,
    options::Options,
    request_id,
};

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
    async fn respond(&self, request: &mut Parts) -> Answer {
        let started = Instant::now();
        let Answer { mut response, label } = self.inner.respond(request).await;
        let took = started.elapsed();
        let status = response.status();
        let is_logged = status.is_server_error() || self.log_requests;
        if self.metrics.is_none() && !is_logged {
            return Answer { response, label };
        }
        if is_logged {
            let is_trusted = request.extensions.get::<Trusted>().is_some();
            let id = request_id::of(forwarded::request_id(&request.headers).filter(|_| is_trusted));
            let (method, path, route, status) = (&request.method, request.uri.path(), &*label.0, status.as_u16());
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
            metrics.count(label.0.clone(), status.as_u16(), took);
        }
        Answer { response, label }
    }
}
