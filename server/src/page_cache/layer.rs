//! Answers from the cache, in front of the router: nearly every request is for a page that is kept.

use std::sync::Arc;

use axum::{http::request::Parts, response::Response};

use super::cache::PageCache;
use crate::{clock::Clock, http::Respond, library::Library, representation::acceptable};

/// A service whose pages and exports may be answered from the cache.
#[derive(Debug)]
pub(crate) struct Cached<S> {
    library: Arc<Library>,
    pages: Arc<PageCache>,
    clock: Clock,
    inner: S,
}

impl<S> Cached<S> {
    pub(crate) fn new(library: Arc<Library>, pages: Arc<PageCache>, clock: Clock, inner: S) -> Self {
        Self { library, pages, clock, inner }
    }

    /// The answer from the cache. A page of an edition that is out of date is not in it.
    fn hit(&self, request: &Parts) -> Option<Response> {
        let edition = self.library.present(self.clock)?;
        let now = self.clock.now(&edition.site.as_ref()?.conference.event.timezone);
        let entry = self.pages.hit(&edition, &request.uri, now, acceptable(&request.headers))?;
        Some(entry.answer(&request.method, &request.headers))
    }
}

impl<S: Respond> Respond for Cached<S> {
    async fn respond(&self, request: &mut Parts) -> Response {
        match self.hit(request) {
            Some(response) => response,
            None => self.inner.respond(request).await,
        }
    }
}
