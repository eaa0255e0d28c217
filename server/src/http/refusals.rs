//! Refuses requests that the site does not answer, whatever their path.

use axum::{
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};

use super::layer::{Answer, Respond};

/// The longest address that is read, path and query, in bytes. Those of this site are shorter.
const LONGEST: usize = 4096;

/// Set on requests that violate the protocol, but could be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Malformed;

/// A service that gets only GET and HEAD requests with addresses of a bounded length.
pub(super) struct Refusals<S>(S);

impl<S> Refusals<S> {
    pub(super) fn new(inner: S) -> Self {
        Self(inner)
    }
}

impl<S: Respond> Respond for Refusals<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        match refuse(request) {
            Some(response) => response.into(),
            None => self.0.respond(request).await,
        }
    }
}

/// The answer to a request that goes no further.
fn refuse(request: &Parts) -> Option<Response> {
    if request.extensions.get::<Malformed>().is_some() {
        return Some(StatusCode::BAD_REQUEST.into_response());
    }
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let allowed = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return Some((StatusCode::METHOD_NOT_ALLOWED, allowed).into_response());
    }
    let length = request.uri.path_and_query().map_or(0, |address| address.as_str().len());
    (length > LONGEST).then(|| StatusCode::URI_TOO_LONG.into_response())
}
