//! Refuses requests that the site does not answer, and leads every address to its normal form.

use axum::{
    http::{HeaderValue, Method, StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
};

use super::{
    address::{self, Address, redirect},
    layer::{Answer, Respond},
};

/// The longest address that is read, path and query, in bytes. Those of this site are shorter.
const LONGEST: usize = 4096;

/// Set on requests that violate the protocol, but could be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Malformed;

/// A service that gets only GET and HEAD requests with addresses in normal form.
pub(super) struct NormalForm<S> {
    inner: S,
    base_path: String,
}

impl<S> NormalForm<S> {
    pub(super) fn new(inner: S, base_path: &str) -> Self {
        Self { inner, base_path: base_path.to_owned() }
    }

    /// The answer to a request that goes no further.
    fn refuse(&self, request: &Parts) -> Option<Response> {
        if request.extensions.get::<Malformed>().is_some() {
            return Some(StatusCode::BAD_REQUEST.into_response());
        }
        if !matches!(request.method, Method::GET | Method::HEAD) {
            let allowed = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
            return Some((StatusCode::METHOD_NOT_ALLOWED, allowed).into_response());
        }
        let address = request.uri.path_and_query().map_or("/", |address| address.as_str());
        if address.len() > LONGEST {
            return Some(StatusCode::URI_TOO_LONG.into_response());
        }
        match address::read(request.uri.path()) {
            Address::Normal => None,
            Address::Malformed => Some(StatusCode::BAD_REQUEST.into_response()),
            Address::Spelling(path) => Some(match request.uri.query() {
                Some(query) => redirect(&self.base_path, &format!("{path}?{query}")),
                None => redirect(&self.base_path, &path),
            }),
        }
    }
}

impl<S: Respond> Respond for NormalForm<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        match self.refuse(request) {
            Some(response) => response.into(),
            None => self.inner.respond(request).await,
        }
    }
}
