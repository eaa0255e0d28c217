//! Takes the base path of the site from the address of a request.

use axum::http::{Uri, request::Parts};

use super::{
    address::redirect,
    layer::{Answer, Respond},
};

/// A service below a base path such as `/2016`; without one if it is empty.
pub(super) struct BasePath<S> {
    inner: S,
    base_path: String,
}

impl<S> BasePath<S> {
    pub(super) fn new(inner: S, base_path: &str) -> Self {
        Self { inner, base_path: base_path.to_owned() }
    }
}

impl<S: Respond> Respond for BasePath<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        let address = request.uri.path_and_query().map_or("/", |address| address.as_str());
        // The server in front of this one may have taken the base path away already.
        if let Some(rest) = address.strip_prefix(&*self.base_path).filter(|_| !self.base_path.is_empty()) {
            if rest.is_empty() || rest.starts_with('?') {
                return redirect(&self.base_path, &format!("/{rest}")).into();
            }
            match rest.parse::<Uri>() {
                Ok(inner) if rest.starts_with('/') => request.uri = inner,
                _ => {}
            }
        }
        self.inner.respond(request).await
    }
}
