//! Adds the security headers to every answer.

use axum::http::{HeaderValue, header, request::Parts};

use super::{
    forwarded::{self, AlwaysSecure, Trusted},
    layer::{Answer, Label, Respond},
};
use crate::security;
use conference::url::pattern::EMBEDDED_SCHEDULE;

/// For a year. Subdomains belong to others.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// A service whose answers all have the security headers.
pub(super) struct SecurityHeaders<S> {
    inner: S,
    /// The content security policy of the schedule for frames on other sites.
    of_frames: HeaderValue,
}

impl<S> SecurityHeaders<S> {
    pub(super) fn new(inner: S, frame_ancestors: &[String]) -> Self {
        Self { inner, of_frames: security::policy_of_frames(frame_ancestors) }
    }
}

impl<S: Respond> Respond for SecurityHeaders<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        let Answer { mut response, label } = self.inner.respond(request).await;
        security::add_headers(response.headers_mut());
        if is_for_frames(&label) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, self.of_frames.clone());
            security::open_to_all_sites(response.headers_mut());
        }
        let is_trusted = request.extensions.get::<Trusted>().is_some();
        let is_always_secure = request.extensions.get::<AlwaysSecure>().is_some();
        if is_always_secure || (is_trusted && forwarded::is_secure(&request.headers)) {
            response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
        }
        Answer { response, label }
    }
}

/// Whether it is the schedule for frames on other sites.
fn is_for_frames(label: &Label) -> bool {
    [EMBEDDED_SCHEDULE.plain, EMBEDDED_SCHEDULE.translated].contains(&&*label.0)
}
