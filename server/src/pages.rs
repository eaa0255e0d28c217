//! Pages in memory: each is rendered once for an edition and a period, whoever asks for it, however many at once.

mod held;

use std::{
    sync::{
        Arc, OnceLock, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::Duration,
};

use app::{Now, Period, PreparedSchedule, Site};
use axum::http::HeaderValue;
use conference::url::{self, Route};
use quick_cache::{
    OptionsBuilder, Weighter,
    sync::{Cache, GuardResult},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

pub(crate) use held::hold;

use crate::{
    clock::Clock,
    library::{Edition, Library},
    representation::{Effort, Representation},
};

const HTML: &str = "text/html; charset=utf-8";

/// How many pages are expected, for the tables of the caches.
const EXPECTED: usize = 256;

/// The pages of the present edition.
#[derive(Debug)]
pub struct Pages {
    /// In bytes.
    budget: u64,
    effort: Effort,
    shelf: RwLock<Option<Arc<Shelf>>>,
    /// Room for filtered schedules that are being made or sent, in KiB: there are as many of them as visitors make up.
    room: Arc<Semaphore>,
    hits: AtomicU64,
    misses: AtomicU64,
}

/// What the cache did since the program started, and what it takes now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Pages that were there.
    pub(crate) hits: u64,
    /// Pages that were rendered for a request.
    pub(crate) misses: u64,
    /// Bytes of the pages that are kept, compressed forms and all.
    pub(crate) bytes: u64,
}

/// A page, with the room that it takes until it has been sent.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) representation: Arc<Representation>,
    pub(crate) room: Option<OwnedSemaphorePermit>,
}

fn is_filtered(route: &Route) -> bool {
    matches!(&route.page, url::Page::Schedule(filter) if !filter.is_empty())
}

/// The pages of one edition in one period: never those of two.
#[derive(Debug)]
pub(crate) struct Shelf {
    pub(crate) edition: Arc<Edition>,
    period: Option<Period>,
    /// What compressing a plain page is worth.
    effort: Effort,
    plain: Kept,
    /// Apart from the others, so that made-up queries push out nothing else.
    filtered: Kept,
    /// What filtered schedules are made of, by the languages of the event.
    prepared: Vec<OnceLock<PreparedSchedule>>,
}

type Kept = Cache<String, Arc<Representation>, ByWeight>;

#[derive(Clone, Debug)]
struct ByWeight;

impl Weighter<String, Arc<Representation>> for ByWeight {
    fn weight(&self, path: &String, page: &Arc<Representation>) -> u64 {
        page.weight() + path.len() as u64
    }
}

impl Pages {
    /// Pages that take at most so many bytes, compressed forms and all.
    pub fn new(budget: u64, effort: Effort) -> Self {
        let room = Arc::new(Semaphore::new(usize::try_from(budget / 1024).unwrap_or(Semaphore::MAX_PERMITS)));
        Self { budget, effort, shelf: RwLock::new(None), room, hits: AtomicU64::new(0), misses: AtomicU64::new(0) }
    }

    /// A page of an edition at a moment, rendered now where nobody has asked for it yet, while others who ask for it wait.
    /// `None` where the route names no item.
    pub(crate) async fn page(&self, edition: &Arc<Edition>, route: Route, now: Now) -> Option<Page> {
        let shelf = self.shelf(edition, now);
        let room = if is_filtered(&route) { Some(self.room_for(&shelf, &route, now).await?) } else { None };
        let (representation, is_new) = shelf.page(route, now).await?;
        let count = if is_new { &self.misses } else { &self.hits };
        count.fetch_add(1, Ordering::Relaxed);
        Some(Page { representation, room })
    }

    /// Waits until there is room for a filtered schedule: about as much as for the whole one.
    async fn room_for(&self, shelf: &Arc<Shelf>, route: &Route, now: Now) -> Option<OwnedSemaphorePermit> {
        let whole = Route { language: route.language.clone(), page: url::Page::Schedule(Default::default()) };
        let (whole, _) = shelf.page(whole, now).await?;
        let most = self.budget / 1024;
        let wanted = (whole.length() / 1024 + 1).min(most.max(1));
        self.room.clone().acquire_many_owned(u32::try_from(wanted).ok()?).await.ok()
    }

    /// What the cache did and what it takes.
    pub(crate) fn usage(&self) -> Usage {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner).clone();
        let bytes = shelf.map_or(0, |shelf| shelf.plain.weight() + shelf.filtered.weight());
        Usage { hits: self.hits.load(Ordering::Relaxed), misses: self.misses.load(Ordering::Relaxed), bytes }
    }

    /// The pages of an edition at a moment: the same as for the last request, as long as nothing has changed.
    pub(crate) fn shelf(&self, edition: &Arc<Edition>, now: Now) -> Arc<Shelf> {
        let period = edition.timeline.as_ref().map(|timeline| timeline.period(now));
        let is_present = |shelf: &&Arc<Shelf>| Arc::ptr_eq(&shelf.edition, edition) && shelf.period == period;
        if let Some(shelf) = self.shelf.read().unwrap_or_else(PoisonError::into_inner).as_ref().filter(is_present) {
            return shelf.clone();
        }
        let mut present = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(shelf) = present.as_ref().filter(is_present) {
            return shelf.clone();
        }
        // Of one piece: in pieces, a page could be larger than its piece though there is room.
        let options = |budget| {
            let mut options = OptionsBuilder::new();
            options.shards(1).estimated_items_capacity(EXPECTED).weight_capacity(budget);
            options.build().expect("everything that is needed is said")
        };
        let kept = |budget| Cache::with_options(options(budget), ByWeight, Default::default(), Default::default());
        let (plain, filtered) = (kept(self.budget / 4 * 3), kept(self.budget / 4));
        let languages = edition.site.as_ref().map_or(0, |site| site.conference.event.languages.len());
        let prepared = (0..languages).map(|_| OnceLock::new()).collect();
        let (edition, effort) = (edition.clone(), self.effort);
        let shelf = Arc::new(Shelf { edition, period, effort, plain, filtered, prepared });
        *present = Some(shelf.clone());
        shelf
    }
}

impl Shelf {
    /// A page, and whether it was rendered now.
    async fn page(self: &Arc<Self>, route: Route, now: Now) -> Option<(Arc<Representation>, bool)> {
        let site = self.edition.site.as_ref()?;
        let filtered = is_filtered(&route);
        let kept = if filtered { &self.filtered } else { &self.plain };
        let path = route.page.path(&route.language, site.conference.event.default_language());
        let place = match kept.get_value_or_guard_async(&path).await {
            Ok(page) => return Some((page, false)),
            Err(place) => place,
        };
        let effort = if filtered { self.effort.min(Effort::Least) } else { self.effort };
        let shelf = self.clone();
        // Rendering and compressing take a while: not where other requests are answered.
        let made = tokio::task::spawn_blocking(move || {
            let site = shelf.edition.site.as_ref()?;
            let html = shelf.render(site, &route, now)?;
            let page = Arc::new(document(site, html, effort));
            if effort == Effort::Most {
                page.prepare();
            }
            Some(page)
        });
        let page = match made.await {
            Ok(page) => page?,
            Err(error) => match error.try_into_panic() {
                // Told to the visitor as any other panic is.
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => return None,
            },
        };
        // A page that is larger than the whole cache is sent all the same.
        _ = place.insert(page.clone());
        Some((page, true))
    }

    /// The document of a page; a filtered schedule from pieces that are made once.
    fn render(&self, site: &Site, route: &Route, now: Now) -> Option<String> {
        let place = site.conference.event.languages.iter().position(|language| *language == route.language)?;
        match &route.page {
            url::Page::Schedule(filter) if !filter.is_empty() => {
                let prepared = self.prepared[place].get_or_init(|| PreparedSchedule::new(site, &route.language, now));
                Some(prepared.render(site, &route.language, filter, now))
            }
            _ => app::render(site, route, now),
        }
    }

    /// Renders the plain pages before anybody asks for them, until `is_outdated` or until there is no more room.
    pub(crate) fn prepare(&self, now: Now, is_outdated: impl Fn() -> bool) {
        let Some(site) = &self.edition.site else { return };
        let event = &site.conference.event;
        for page in site.conference.pages() {
            for language in &event.languages {
                if is_outdated() || self.plain.weight() > self.plain.capacity() / 10 * 9 {
                    return;
                }
                let path = page.path(language, event.default_language());
                // Whoever is faster makes it.
                let GuardResult::Guard(place) = self.plain.get_value_or_guard(&path, Some(Duration::ZERO)) else {
                    continue;
                };
                let route = Route { language: language.clone(), page: page.clone() };
                let Some(html) = app::render(site, &route, now) else { continue };
                let page = Arc::new(document(site, html, self.effort));
                page.prepare();
                _ = place.insert(page);
            }
        }
    }
}

/// A page as it is served: its styles are named in the header, so that they are asked for while it is still on its way.
fn document(site: &Site, html: String, effort: Effort) -> Representation {
    let base_path = &site.urls.base_path;
    let styles = [&site.urls.style, &site.stylesheet].map(|url| format!("<{base_path}{url}>; rel=preload; as=style"));
    Representation::new(html, HTML, effort).with_link(HeaderValue::from_str(&styles.join(", ")).ok())
}

/// Renders the plain pages of every edition in the background, as soon as it is published. Ends with the program.
///
/// Of a new period only what is asked for is rendered: it begins with a request.
pub(crate) fn prepare_in_background(pages: Arc<Pages>, library: Arc<Library>, clock: Clock) {
    let editions = library.clone().editions();
    thread::spawn(move || {
        while let Ok(edition) = editions.recv() {
            let Some(site) = &edition.site else { continue };
            let now = clock.now(&site.conference.event.timezone);
            pages.shelf(&edition, now).prepare(now, || !Arc::ptr_eq(&edition, &library.edition()));
        }
    });
}

#[cfg(test)]
mod tests;
