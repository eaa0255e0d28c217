//! The pages of one edition in one period, each made once.

use std::{
    cmp::Ordering,
    future::pending,
    num::NonZero,
    panic::resume_unwind,
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
    thread::available_parallelism,
    time::Duration,
};

use app::{Now, Period, Site};
use axum::http::HeaderValue;
use conference::{
    Language,
    url::{self, Route},
};
use jiff::{SignedDuration, civil::DateTime};
use quick_cache::{
    OptionsBuilder, Weighter,
    sync::{Cache, GuardResult},
};
use tokio::{
    sync::{OnceCell, OwnedSemaphorePermit, Semaphore},
    task::{JoinError, JoinHandle},
};

use super::{AROUND, Page, filtered::Pieces};
use crate::{
    library::Edition,
    representation::{Codings, Effort, Representation},
};

const HTML: &str = "text/html; charset=utf-8";

/// How many pages are expected, for the tables of the caches.
const EXPECTED: usize = 256;

/// Hardly any request is under way for so long. Who seems to be later than that came after the clock was set back.
const LATE: SignedDuration = SignedDuration::from_secs(5);

/// Filtered schedules are made by as many threads as there are cores: more at once would not be sooner, and take more memory.
static TURNS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(available_parallelism().map_or(1, NonZero::get)));

/// The pages of one edition in one period: never those of two.
#[derive(Debug)]
pub(crate) struct Shelf {
    pub(crate) edition: Arc<Edition>,
    period: Option<Period>,
    /// A moment of the period, in the event's time zone.
    since: DateTime,
    /// What everything on it should take, in bytes.
    budget: u64,
    /// What compressing a plain page is worth.
    effort: Effort,
    pub(super) plain: Kept,
    /// Apart from the others, so that made-up queries push out nothing else.
    pub(super) filtered: Kept,
    /// What filtered schedules are made of, by the languages of the event.
    pieces: Vec<OnceCell<Arc<Pieces>>>,
    /// What they take, in bytes.
    taken_by_pieces: Mutex<u64>,
}

pub(super) type Kept = Cache<String, Arc<Representation>, ByWeight>;

#[derive(Clone, Debug)]
pub(super) struct ByWeight;

impl Weighter<String, Arc<Representation>> for ByWeight {
    fn weight(&self, path: &String, page: &Arc<Representation>) -> u64 {
        page.weight() + path.len() as u64
    }
}

/// Whether it is a schedule of which there are as many as visitors make up.
pub(super) fn is_filtered(route: &Route) -> bool {
    matches!(&route.page, url::Page::Schedule(filter) if !filter.is_empty())
}

/// What plain pages may take and what filtered schedules may, beside pieces that take so many bytes. However large an event
/// is, its plain pages have half of the budget: pieces can be no fewer, but there are as many as languages.
pub(super) fn shares(budget: u64, pieces: u64) -> (u64, u64) {
    let least = budget / 16;
    let plain = (budget / 4 * 3).min(budget.saturating_sub(pieces + least)).max(budget / 2);
    (plain, budget.saturating_sub(plain + pieces).max(least))
}

impl Shelf {
    /// An empty shelf for so many bytes.
    pub(super) fn new(edition: Arc<Edition>, period: Option<Period>, now: Now, budget: u64, effort: Effort) -> Self {
        // Of one piece: in pieces, a page could be larger than its piece though there is room.
        let options = |budget| {
            let mut options = OptionsBuilder::new();
            options.shards(1).estimated_items_capacity(EXPECTED).weight_capacity(budget);
            options.build().expect("everything that is needed is said")
        };
        let kept = |budget| Cache::with_options(options(budget), ByWeight, Default::default(), Default::default());
        let (plain, filtered) = shares(budget, 0);
        let (plain, filtered) = (kept(plain), kept(filtered));
        let languages = edition.site.as_ref().map_or(0, |site| site.conference.event.languages.len());
        let pieces = (0..languages).map(|_| OnceCell::new()).collect();
        let (since, taken_by_pieces) = (now.moment(), Mutex::new(0));
        Self { edition, period, since, budget, effort, plain, filtered, pieces, taken_by_pieces }
    }

    /// Whether these are the pages of an edition in a period.
    pub(super) fn is_of(&self, edition: &Arc<Edition>, period: Option<Period>) -> bool {
        Arc::ptr_eq(&self.edition, edition) && self.period == period
    }

    /// What everything on it weighs.
    pub(super) fn weight(&self) -> u64 {
        self.plain.weight() + self.filtered.weight() + *self.taken_by_pieces()
    }

    fn taken_by_pieces(&self) -> MutexGuard<'_, u64> {
        self.taken_by_pieces.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Leaves the pages what pieces do not need.
    fn make_room(&self, pieces: &Pieces) {
        let mut taken = self.taken_by_pieces();
        *taken += pieces.weight() as u64;
        let (plain, filtered) = shares(self.budget, *taken);
        self.filtered.set_capacity(filtered);
        self.plain.set_capacity(plain);
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

    fn kept(&self, route: &Route) -> &Kept {
        if is_filtered(route) { &self.filtered } else { &self.plain }
    }

    /// The budget with which the schedules in all languages could be kept, where this one is too small for them.
    pub(super) fn wants_more(&self) -> Option<u64> {
        let pieces = self.pieces.iter().map(|pieces| Some(pieces.get()?.length()));
        let lengths: Vec<usize> = pieces.collect::<Option<_>>()?;
        // A page weighs twice its length; some more for what stands around the schedule, and for the pages before it.
        let schedules = lengths.iter().map(|length| (*length as u64 + 2 * AROUND) * 2).sum::<u64>() / 4 * 5;
        let wanted = (schedules / 2 * 3).max((schedules + *self.taken_by_pieces()) / 15 * 16 + 15);
        (schedules > self.plain.capacity()).then_some(wanted)
    }

    /// A page with a form for these codings, and whether it was rendered now.
    pub(super) async fn page(
        self: &Arc<Self>,
        route: Route,
        now: Now,
        codings: Codings,
        room: Option<OwnedSemaphorePermit>,
    ) -> Option<(Page, bool)> {
        let event = &self.edition.site.as_ref()?.conference.event;
        let path = route.page.path(&route.language, event.default_language());
        if let Some(representation) = self.kept(&route).get(&path).filter(|page| page.is_made(codings)) {
            return Some((Page { representation, room }, false));
        }
        // What has begun is finished and keeps its room, even where whoever asked for it is gone: otherwise clients that hang
        // up at once could have more rendered than there is room for.
        let shelf = self.clone();
        let work = tokio::spawn(async move { shelf.make(path, route, now, codings, room).await });
        told(work).await
    }

    /// Makes what is missing of a page. That takes a while: not where other requests are answered.
    async fn make(
        self: Arc<Self>,
        path: String,
        route: Route,
        now: Now,
        codings: Codings,
        room: Option<OwnedSemaphorePermit>,
    ) -> Option<(Page, bool)> {
        let place = match self.kept(&route).get_value_or_guard_async(&path).await {
            Ok(representation) => {
                representation.make_soon(codings).await;
                return Some((Page { representation, room }, false));
            }
            Err(place) => place,
        };
        // The turns never end.
        let (pieces, turn) = match is_filtered(&route) {
            true => (Some(self.pieces(&route.language, now).await?), Some(TURNS.acquire().await.ok()?)),
            false => (None, None),
        };
        let shelf = self.clone();
        let made = tokio::task::spawn_blocking(move || {
            let site = shelf.edition.site.as_ref()?;
            let page = shelf.render(site, &route, now, pieces)?;
            if shelf.effort == Effort::Most && !is_filtered(&route) {
                page.prepare();
            }
            page.make(codings);
            Some(Arc::new(page))
        });
        let representation = told(made).await?;
        drop(turn);
        // A page that is larger than the whole cache is sent all the same.
        _ = place.insert(representation.clone());
        Some((Page { representation, room }, true))
    }

    /// What filtered schedules are made of: made once, whoever needs it first and whether they wait for it or not.
    pub(super) async fn pieces(self: &Arc<Self>, language: &Language, now: Now) -> Option<Arc<Pieces>> {
        let languages = &self.edition.site.as_ref()?.conference.event.languages;
        let place = languages.iter().position(|one| one == language)?;
        if let Some(pieces) = self.pieces[place].get() {
            return Some(pieces.clone());
        }
        let (shelf, language) = (self.clone(), language.clone());
        let made = tokio::spawn(async move {
            let make = |shelf: Arc<Self>| {
                tokio::task::spawn_blocking(move || {
                    let pieces = Pieces::new(shelf.edition.site.as_ref()?, &language, now);
                    if shelf.effort == Effort::Most {
                        pieces.prepare();
                    }
                    shelf.make_room(&pieces);
                    Some(Arc::new(pieces))
                })
            };
            let made = || async { told(make(shelf.clone())).await.ok_or(()) };
            shelf.pieces[place].get_or_try_init(made).await.ok().cloned()
        });
        told(made).await
    }

    /// A page; a filtered schedule from its pieces.
    fn render(&self, site: &Site, route: &Route, now: Now, pieces: Option<Arc<Pieces>>) -> Option<Representation> {
        let page = match (&route.page, pieces) {
            (url::Page::Schedule(filter), Some(pieces)) => {
                let (digest, schedule) = pieces.filtered(site, &route.language, filter, now);
                Representation::assembled(schedule, digest, HTML, self.effort)
            }
            _ => Representation::new(app::render(site, route, now)?, HTML, self.effort),
        };
        Some(page.with_link(styles(site)))
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
                let Some(page) = self.render(site, &route, now, None) else { continue };
                page.prepare();
                _ = place.insert(Arc::new(page));
            }
        }
    }
}

/// The result of a task; what panicked in it is told to the visitor as any other panic is.
async fn told<T>(task: JoinHandle<T>) -> T {
    match task.await.map_err(JoinError::try_into_panic) {
        Ok(result) => result,
        Err(Ok(panic)) => resume_unwind(panic),
        // Tasks are cancelled where the runtime ends, and with it nearly whoever waits for them (what prepares pages ends with
        // the program): no page is said to be missing.
        Err(Err(_)) => pending().await,
    }
}

/// The styles, as a header: so that they are asked for while the page is still on its way.
fn styles(site: &Site) -> Option<HeaderValue> {
    let base_path = &site.urls.base_path;
    let styles = [&site.urls.style, &site.stylesheet].map(|url| format!("<{base_path}{url}>; rel=preload; as=style"));
    HeaderValue::from_str(&styles.join(", ")).ok()
}
