//! Adds the security headers to every answer.

use axum::http::{HeaderValue, header, request::Parts};

use super::{
    forwarded::{self, AlwaysSecure, Trusted},
    layer::{Answer, Respond},
};
use crate::security;

/// For a year. Subdomains belong to others.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// A service whose answers all have the security headers.
pub(super) struct SecurityHeaders<S>(S);

impl<S> SecurityHeaders<S> {
    pub(super) fn new(inner: S) -> Self {
        Self(inner)
    }
}

impl<S: Respond> Respond for SecurityHeaders<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        let Answer { mut response, label } = self.0.respond(request).await;
        security::add_headers(response.headers_mut());
        let is_trusted = request.extensions.get::<Trusted>().is_some();
        let is_always_secure = request.extensions.get::<AlwaysSecure>().is_some();
        if is_always_secure || (is_trusted && forwarded::is_secure(&request.headers)) {
            response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
        }
        Answer { response, label }
    }
}
