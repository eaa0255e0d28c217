//! Answers from the cache, in front of the router: nearly every request is for a page that is kept.

use std::sync::Arc;

use axum::http::request::Parts;

use super::cache::PageCache;
use crate::{
    clock::Clock,
    http::{Answer, Respond},
    library::Library,
    representation::acceptable,
};

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
    fn hit(&self, request: &Parts) -> Option<Answer> {
        let edition = self.library.present(self.clock)?;
        let now = self.clock.now(&edition.site.as_ref()?.conference.event.timezone);
        let entry = self.pages.hit(&edition, &request.uri, now, acceptable(&request.headers))?;
        let response = entry.answer(&request.method, &request.headers);
        Some(Answer { response, label: entry.label.into() })
    }
}

impl<S: Respond> Respond for Cached<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        match self.hit(request) {
            Some(answer) => answer,
            None => self.inner.respond(request).await,
        }
    }
}
