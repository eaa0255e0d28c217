//! The entries of one edition in one period: never those of two.

use std::{cmp::Ordering, sync::Arc, time::Duration};

use app::{Now, Period, Site, Subject};
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use conference::url::{Export, Page, Resource};
use jiff::{SignedDuration, civil::DateTime};
use quick_cache::sync::GuardResult;
use tokio::{runtime::Handle, task::spawn_blocking};

use super::{
    budget::Budget,
    entry::{Entry, HTML},
    filtered::{FilteredSchedules, Permits},
    task,
};
use crate::{
    cache_policy::CachePolicy,
    library::Edition,
    render::{Rendered, render},
    representation::{Coding, Codings, Effort, Representation},
};

/// Hardly any request is under way for so long. A request that seems to be later came after the clock was set back.
const LATE: SignedDuration = SignedDuration::from_secs(5);

/// The entries of one edition in one period.
#[derive(Debug)]
pub(crate) struct Generation {
    pub(crate) edition: Arc<Edition>,
    period: Option<Period>,
    /// A moment of the period, in the event's time zone.
    since: DateTime,
    /// How much work the compression of a plain entry is worth.
    effort: Effort,
    pub(super) budget: Arc<Budget>,
    pub(super) filtered: Arc<FilteredSchedules>,
}

/// What every generation of a cache has in common.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    /// In bytes.
    pub(super) budget: u64,
    /// How much work the compression of an entry is worth.
    pub(super) effort: Effort,
    /// For the memory of filtered schedules, whatever their generation.
    pub(super) permits: Permits,
}

/// A resource from the cache, or made for this request.
pub(super) struct Made {
    pub(super) entry: Arc<Entry>,
    pub(super) is_new: bool,
}

impl Generation {
    /// An empty generation for so many bytes.
    pub(super) fn new(edition: Arc<Edition>, period: Option<Period>, now: Now, settings: &Settings) -> Self {
        let Settings { budget, effort, permits } = settings.clone();
        let budget = Arc::new(Budget::new(budget));
        let filtered = Arc::new(FilteredSchedules::new(edition.clone(), effort, budget.clone(), permits));
        Self { edition, period, since: now.moment(), effort, budget, filtered }
    }

    /// Whether these are the entries of an edition in a period.
    pub(super) fn is_of(&self, edition: &Arc<Edition>, period: Option<Period>) -> bool {
        Arc::ptr_eq(&self.edition, edition) && self.period == period
    }

    /// Whether it is that of a former edition, or of a former period of the same.
    pub(super) fn is_behind(&self, present: &Self) -> bool {
        match self.edition.number.cmp(&present.edition.number) {
            Ordering::Less => true,
            Ordering::Equal => {
                let behind = present.since.duration_since(self.since);
                behind.is_positive() && behind <= LATE
            }
            Ordering::Greater => false,
        }
    }

    /// The budget with which the schedules in all languages could be kept, if one of them is not kept after
    /// [`prepare`](Self::prepare).
    pub(crate) fn wants_more(&self) -> Option<u64> {
        let languages = &self.edition.site.as_ref()?.conference.event.languages;
        let schedules = languages.iter().map(|language| conference::url::Route {
            language: language.clone(),
            page: Page::Schedule(Default::default()),
        });
        let mut paths = schedules.map(|schedule| Resource::Page(schedule).path(languages));
        if paths.all(|path| self.budget.plain.peek(&path).is_some()) {
            return None;
        }
        // Some more for the pages before them.
        let schedules = self.filtered.weight_of_schedules()? / 4 * 5;
        let wanted = (schedules / 2 * 3).max((schedules + self.budget.shared()) / 15 * 16 + 15);
        // Smaller ones can be missing only because the edition was replaced before they were made.
        (schedules > self.budget.plain.capacity()).then_some(wanted)
    }

    /// A page that is not filtered, or an export, with a variant for these codings. Concurrent requests for the same one wait
    /// for the first.
    ///
    /// # Errors
    /// The answer without a body if there is no such resource: a redirect, "gone" or "not found".
    pub(super) async fn get(
        self: &Arc<Self>,
        resource: Resource,
        now: Now,
        codings: Codings,
    ) -> Result<Made, Box<Response>> {
        let Some(site) = &self.edition.site else { return Err(Box::new(StatusCode::NOT_FOUND.into_response())) };
        let path = resource.path(&site.conference.event.languages);
        // Made to its end even if the client hangs up: the next one would begin anew.
        let generation = self.clone();
        task::result(tokio::spawn(async move { generation.make(path, resource, now, codings).await })).await
    }

    async fn make(
        self: Arc<Self>,
        path: String,
        resource: Resource,
        now: Now,
        codings: Codings,
    ) -> Result<Made, Box<Response>> {
        self.budget.plain.remove_if(&path, |entry| !entry.is_valid(now));
        let guard = match self.budget.plain.get_value_or_guard_async(&path).await {
            Ok(entry) => {
                return Ok(Made { entry: self.with_variant(path, entry, codings).await, is_new: false });
            }
            Err(guard) => guard,
        };
        let (generation, runtime) = (self.clone(), Handle::current());
        // It takes a while: not in a thread that answers other requests.
        let entry = spawn_blocking(move || {
            let mut entry = runtime.block_on(generation.entry(&resource, now))?;
            if generation.effort == Effort::Most {
                entry.representation.prepare();
                let is_of_browser = |coding| matches!(coding, Coding::Brotli | Coding::Gzip);
                if codings.into_iter().next().is_some_and(is_of_browser) {
                    entry = entry.compact();
                }
            }
            Ok::<_, Box<Response>>(Arc::new(entry.with_variant(codings)))
        });
        let entry = task::result(entry).await?;
        // An entry that is larger than the whole cache is sent all the same.
        _ = guard.insert(entry.clone());
        Ok(Made { entry, is_new: true })
    }

    /// A kept entry with a variant for these codings. It is kept in the place of the other one, unless it takes so much of the
    /// budget that others would have to go.
    async fn with_variant(&self, path: String, entry: Arc<Entry>, codings: Codings) -> Arc<Entry> {
        if entry.representation.is_made(codings) {
            return entry;
        }
        let entry = task::result(spawn_blocking(move || Arc::new(entry.with_variant(codings)))).await;
        if entry.weight <= self.budget.plain.capacity() / 4 {
            self.budget.plain.insert(path, entry.clone());
        }
        entry
    }

    /// Renders a page, or makes an export.
    async fn entry(&self, resource: &Resource, now: Now) -> Result<Entry, Box<Response>> {
        let not_found = || Box::new(StatusCode::NOT_FOUND.into_response());
        let site = self.edition.site.as_ref().ok_or_else(not_found)?;
        let (representation, policy) = match resource {
            Resource::Page(route) => {
                let rendered = render(site, Subject::Page(route.clone()), now).await;
                (page(rendered, self.effort)?, CachePolicy::Revalidate)
            }
            Resource::Export(export) => {
                let made = app::exports::make_at(site, export, now).ok_or_else(not_found)?;
                (Representation::of_export(made, self.effort), policy(site, export))
            }
            Resource::Rendition(_) | Resource::File(_) => return Err(not_found()),
        };
        let label = resource.pattern(&site.conference.event.languages);
        let minute = app::minute_of(&site.conference, resource, now);
        Ok(Entry::new(Arc::new(representation), policy, label).of_minute(minute))
    }

    /// Makes the fragments of filtered schedules and the search index before a visitor asks for one.
    pub(crate) fn prepare_shared(&self, runtime: &Handle, now: Now) {
        let Some(site) = &self.edition.site else { return };
        self.filtered.prepare_index(site);
        for language in &site.conference.event.languages {
            runtime.block_on(self.filtered.prepare(language, now));
        }
    }

    /// Makes the plain entries before a visitor asks for them, until `is_outdated` or until there is no more memory.
    pub(crate) fn prepare(&self, runtime: &Handle, now: Now, is_outdated: impl Fn() -> bool) {
        let Some(site) = &self.edition.site else { return };
        let languages = &site.conference.event.languages;
        // The pages that most visitors come to first, in all languages, come first.
        let pages = site.conference.pages().flat_map(|page| {
            languages.iter().map(move |language| {
                Resource::Page(conference::url::Route { language: language.clone(), page: page.clone() })
            })
        });
        for resource in pages {
            if is_outdated() || self.budget.plain.weight() > self.budget.plain.capacity() / 10 * 9 {
                return;
            }
            let path = resource.path(languages);
            // A request that is faster makes it.
            let GuardResult::Guard(guard) = self.budget.plain.get_value_or_guard(&path, Some(Duration::ZERO)) else {
                continue;
            };
            let Ok(entry) = runtime.block_on(self.entry(&resource, now)) else { continue };
            entry.representation.prepare();
            _ = guard.insert(Arc::new(entry.compact()));
        }
    }
}

/// A rendered page; an answer without a body if its view says that there is none.
fn page(rendered: Rendered, effort: Effort) -> Result<Representation, Box<Response>> {
    let Rendered { status, mut headers, html } = rendered;
    if status == StatusCode::OK {
        return Ok(Representation::new(html, HTML, effort).with_link(headers.remove(header::LINK)));
    }
    let mut response = status.into_response();
    if let Some(location) = headers.remove(header::LOCATION) {
        response.headers_mut().insert(header::LOCATION, location);
        response.headers_mut().insert(header::CACHE_CONTROL, CachePolicy::Redirect.header());
    }
    Err(Box::new(response))
}

/// An address with the digest of its bytes can be kept for ever.
fn policy(site: &Site, export: &Export) -> CachePolicy {
    if site.stylesheet() == export { CachePolicy::Forever } else { CachePolicy::Revalidate }
}
