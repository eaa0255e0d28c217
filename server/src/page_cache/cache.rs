//! The cache itself: the present generation, and a count of its work.

use std::{
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    thread,
};

use app::Now;
use axum::{
    http::{HeaderMap, Method, StatusCode, Uri},
    response::{IntoResponse as _, Response},
};
use conference::url::Resource;

use super::{
    chosen::{Bound, Chosen},
    entry::Entry,
    filtered::{self, Permit, Permits},
    generation::{Generation, Settings},
};
use crate::{
    cache_policy::CachePolicy,
    http::Label,
    library::Edition,
    representation::{Codings, Effort},
};

/// The entries of the present edition.
#[derive(Debug)]
pub struct PageCache {
    pub(super) settings: Settings,
    present: RwLock<Option<Arc<Generation>>>,
    hits: AtomicU64,
    misses: AtomicU64,
}

/// The work of the cache since the program started, and its present size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Requests that were answered from the cache.
    pub(crate) hits: u64,
    /// Entries that were made for a request.
    pub(crate) misses: u64,
    /// Bytes of the entries and of the fragments that filtered schedules share, compressed forms included.
    pub(crate) bytes: u64,
}

/// A resource for one request.
#[derive(Debug)]
pub(crate) struct Found {
    pub(super) entry: Arc<Entry>,
    permit: Option<Permit>,
}

impl Found {
    /// The answer to the request.
    pub(crate) fn answer(self, method: &Method, request: &HeaderMap) -> Response {
        let mut answer = self.entry.answer(method, request);
        // Routers cannot name a form in which a part of a segment varies.
        answer.extensions_mut().insert(Label::from(self.entry.label));
        match self.permit {
            Some(permit) => answer.map(|body| permit.hold(body)),
            None => answer,
        }
    }

    /// The same for an address under which the bytes may become others.
    pub(crate) fn revalidated(self) -> Self {
        Self { entry: Arc::new(self.entry.with_policy(CachePolicy::Revalidate)), ..self }
    }
}

impl PageCache {
    /// A cache of at most so many bytes, compressed forms included, unless the fragments of filtered schedules take more than
    /// 7/16 of them.
    pub fn new(budget: u64, effort: Effort) -> Self {
        let settings = Settings { budget, effort, permits: Permits::new(budget) };
        Self { settings, present: RwLock::new(None), hits: AtomicU64::new(0), misses: AtomicU64::new(0) }
    }

    /// A plain entry with a variant for these codings, by its address as it is built: the answer to nearly every request, for
    /// which nothing has to be read or waited for.
    pub(super) fn hit(&self, edition: &Arc<Edition>, address: &Uri, now: Now, codings: Codings) -> Option<Arc<Entry>> {
        let address = address.path_and_query()?.as_str();
        let entry = self.generation(edition, now).budget.plain.get(address);
        let entry = entry.filter(|entry| entry.is_valid(now) && entry.representation.is_made(codings))?;
        self.hits.fetch_add(1, Ordering::Relaxed);
        Some(entry)
    }

    /// A page or an export of an edition at a moment, with a variant for these codings; made now unless it is kept.
    ///
    /// # Errors
    /// The answer without a body if there is no such resource: a redirect, "gone" or "not found".
    pub(crate) async fn get(
        &self,
        edition: &Arc<Edition>,
        resource: Resource,
        now: Now,
        codings: Codings,
    ) -> Result<Found, Box<Response>> {
        let generation = self.generation(edition, now);
        let (found, is_new) = match &resource {
            Resource::Page(route) if filtered::filter(route).is_some() => {
                let filtered = generation.filtered.get(route.clone(), now, codings).await;
                let filtered = filtered.ok_or_else(|| Box::new(StatusCode::NOT_FOUND.into_response()))?;
                (Found { entry: filtered.entry, permit: Some(filtered.permit) }, filtered.is_new)
            }
            _ => match Chosen::of(&resource) {
                Some(chosen) => {
                    let bytes = match chosen.bound() {
                        Bound::Bytes(bytes) => *bytes,
                        Bound::Times(times, whole, more) => {
                            let whole = generation.get(whole.clone(), now, codings).await?;
                            whole.entry.representation.most() * times + more
                        }
                    };
                    let made = generation.filtered.chosen(chosen, now, bytes, codings).await;
                    let made = made.ok_or_else(|| Box::new(StatusCode::NOT_FOUND.into_response()))?;
                    (Found { entry: made.entry, permit: Some(made.permit) }, made.is_new)
                }
                None => {
                    let made = generation.get(resource, now, codings).await?;
                    (Found { entry: made.entry, permit: None }, made.is_new)
                }
            },
        };
        let count = if is_new { &self.misses } else { &self.hits };
        count.fetch_add(1, Ordering::Relaxed);
        Ok(found)
    }

    /// The work of the cache and its size.
    pub(crate) fn usage(&self) -> Usage {
        let present = self.present.read().unwrap_or_else(PoisonError::into_inner).clone();
        let bytes = present.map_or(0, |generation| generation.budget.weight());
        Usage { hits: self.hits.load(Ordering::Relaxed), misses: self.misses.load(Ordering::Relaxed), bytes }
    }

    /// The entries of an edition at a moment: the same as for the last request, as long as nothing has changed. A late request,
    /// with an edition or a moment that others have left behind, gets a generation that is kept for no other request.
    pub(crate) fn generation(&self, edition: &Arc<Edition>, now: Now) -> Arc<Generation> {
        let period = edition.timeline.as_ref().map(|timeline| timeline.period(now));
        let is_present = |generation: &&Arc<Generation>| generation.is_of(edition, period);
        let present = self.present.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(generation) = present.as_ref().filter(is_present) {
            return generation.clone();
        }
        drop(present);
        let mut present = self.present.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(generation) = present.as_ref().filter(is_present) {
            return generation.clone();
        }
        let generation = Arc::new(Generation::new(edition.clone(), period, now, &self.settings));
        let is_late = present.as_ref().is_some_and(|present| generation.is_behind(present));
        let former = if is_late { None } else { present.replace(generation.clone()) };
        drop(present);
        // To free the pages of a large site and its conference takes milliseconds, and this request need not wait. Without another
        // thread they are freed here.
        if let Some(former) = former {
            _ = thread::Builder::new().spawn(move || drop(former));
        }
        generation
    }
}
