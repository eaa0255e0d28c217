//! Leads every address to its normal form.

use axum::{
    http::{StatusCode, request::Parts},
    response::IntoResponse as _,
};

use super::{
    address::{self, Address, redirect},
    layer::{Answer, Respond},
};

/// A service that gets only requests with addresses in normal form.
pub(super) struct NormalForm<S> {
    inner: S,
    base_path: String,
}

impl<S> NormalForm<S> {
    pub(super) fn new(inner: S, base_path: &str) -> Self {
        Self { inner, base_path: base_path.to_owned() }
    }
}

impl<S: Respond> Respond for NormalForm<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        match address::read(request.uri.path()) {
            Address::Normal => self.inner.respond(request).await,
            Address::Malformed => StatusCode::BAD_REQUEST.into_response().into(),
            Address::Spelling(path) => match request.uri.query() {
                Some(query) => redirect(&self.base_path, &format!("{path}?{query}")).into(),
                None => redirect(&self.base_path, &path).into(),
            },
        }
    }
}
