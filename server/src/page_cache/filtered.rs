//! Filtered schedules, plans, and calendars of both. There are as many of them as visitors make up queries, so they take permits
//! for the memory that they need while they are made and sent. Pages are assembled from fragments that were rendered and
//! compressed once.

mod chosen;
mod fragments;
mod permit;

use std::{
    num::NonZero,
    sync::{Arc, LazyLock, Once},
    thread::available_parallelism,
};

use app::{Frame, Now, ScheduleFragments, Site, Subject};
use conference::{
    Language,
    filter::SessionFilter,
    url::{Page, Route},
};
use tokio::{
    runtime::Handle,
    sync::{OnceCell, Semaphore},
    task::spawn_blocking,
};

use self::fragments::Fragments;
pub(super) use self::permit::{Permit, Permits};
use super::{
    budget::Budget,
    entry::{Entry, HTML},
    task,
};
use crate::{
    cache_policy::CachePolicy,
    library::Edition,
    render::render,
    representation::{Codings, Effort, Representation},
};

/// About the bytes of the page around a schedule and of its headers.
const AROUND: u64 = 64 * 1024;

/// As many threads as there are cores assemble schedules: more would not be faster, and take more memory.
static THREADS: LazyLock<Semaphore> = LazyLock::new(|| Semaphore::new(available_parallelism().map_or(1, NonZero::get)));

/// The filtered schedules of one edition in one period.
#[derive(Debug)]
pub(super) struct FilteredSchedules {
    edition: Arc<Edition>,
    effort: Effort,
    budget: Arc<Budget>,
    permits: Permits,
    /// By the languages of the event.
    fragments: Vec<OnceCell<Arc<Fragments>>>,
    /// Set once the budget has the search index of the edition.
    index: Once,
}

/// A filtered schedule, with the permit for the memory that it takes until it has been sent.
#[derive(Debug)]
pub(super) struct Filtered {
    pub(super) entry: Arc<Entry>,
    pub(super) permit: Permit,
    pub(super) is_new: bool,
}

/// The filter of a schedule that is not shown as a whole.
pub(super) fn filter(route: &Route) -> Option<&SessionFilter> {
    match &route.page {
        Page::Schedule(filter) if !filter.is_empty() => Some(filter),
        _ => None,
    }
}

impl FilteredSchedules {
    pub(super) fn new(edition: Arc<Edition>, effort: Effort, budget: Arc<Budget>, permits: Permits) -> Self {
        let languages = edition.site.as_ref().map_or(0, |site| site.conference.event.languages.len());
        let fragments = (0..languages).map(|_| OnceCell::new()).collect();
        Self { edition, effort, budget, permits, fragments, index: Once::new() }
    }

    /// A filtered schedule with a variant for these codings; assembled now unless it is kept.
    pub(super) async fn get(self: &Arc<Self>, route: Route, now: Now, codings: Codings) -> Option<Filtered> {
        let fragments = self.prepare(&route.language, now).await?;
        let path = route.path(&self.edition.site.as_ref()?.conference.event.languages);
        let length = fragments.length() as u64;
        let (schedules, runtime) = (self.clone(), Handle::current());
        let assemble = move || {
            let site = schedules.edition.site.as_ref()?;
            runtime.block_on(assemble(site, &fragments, &route, now, schedules.effort))
        };
        self.kept_or_made(path, length * 2, codings, assemble).await
    }

    /// The entry of a path with a variant for these codings. Unless it is kept, `make` makes it in a thread for blocking work,
    /// with a permit for so many bytes.
    async fn kept_or_made(
        self: &Arc<Self>,
        path: String,
        bytes: u64,
        codings: Codings,
        make: impl FnOnce() -> Option<Entry> + Send + 'static,
    ) -> Option<Filtered> {
        let permit = self.permits.acquire(bytes + AROUND).await?;
        // Made to its end even if the client hangs up, with the permit: otherwise clients that hang up could have more
        // schedules made than there is memory for.
        let schedules = self.clone();
        let made = tokio::spawn(async move { schedules.make(path, codings, permit, make).await });
        let mut filtered = task::result(made).await?;
        // Fragments that it shares with others are not its own.
        filtered.permit.shrink(filtered.entry.representation.weight());
        Some(filtered)
    }

    async fn make(
        self: Arc<Self>,
        path: String,
        codings: Codings,
        permit: Permit,
        make: impl FnOnce() -> Option<Entry> + Send + 'static,
    ) -> Option<Filtered> {
        let guard = match self.budget.filtered.get_value_or_guard_async(&path).await {
            Ok(entry) => {
                entry.representation.make_soon(codings).await;
                return Some(Filtered { entry, permit, is_new: false });
            }
            Err(guard) => guard,
        };
        // It is never closed.
        let thread = THREADS.acquire().await.ok()?;
        let made = spawn_blocking(move || {
            let entry = make()?;
            entry.representation.make(codings);
            Some(Arc::new(entry))
        });
        let entry = task::result(made).await?;
        drop(thread);
        // An entry that is larger than the whole cache is sent all the same.
        _ = guard.insert(entry.clone());
        Some(Filtered { entry, permit, is_new: true })
    }

    /// The fragments of a language: made once, for the first request that needs them or before it.
    pub(super) async fn prepare(self: &Arc<Self>, language: &Language, now: Now) -> Option<Arc<Fragments>> {
        let languages = &self.edition.site.as_ref()?.conference.event.languages;
        let place = languages.iter().position(|one| one == language)?;
        if let Some(fragments) = self.fragments[place].get() {
            return Some(fragments.clone());
        }
        let (schedules, language) = (self.clone(), language.clone());
        let made = tokio::spawn(async move {
            let make = |schedules: Arc<Self>| {
                spawn_blocking(move || {
                    let site = schedules.edition.site.as_ref()?;
                    let fragments = Fragments::new(ScheduleFragments::new(site, &language, now));
                    if schedules.effort == Effort::Most {
                        fragments.prepare();
                    }
                    schedules.budget.add_shared(fragments.weight() as u64);
                    Some(Arc::new(fragments))
                })
            };
            let made = || async { task::result(make(schedules.clone())).await.ok_or(()) };
            schedules.fragments[place].get_or_try_init(made).await.ok().cloned()
        });
        task::result(made).await
    }

    /// Builds the search index of the edition unless it is there, and takes its bytes from the budget.
    pub(super) fn prepare_index(&self, site: &Site) {
        let index = site.conference.search_index();
        self.index.call_once(|| self.budget.add_shared(index.weight() as u64));
    }

    /// The bytes with which the whole schedules in all languages could be kept, once their fragments are made. A page weighs
    /// twice its length, once somebody wants its original.
    pub(super) fn weight_of_schedules(&self) -> Option<u64> {
        let lengths = self.fragments.iter().map(|fragments| Some(fragments.get()?.length() as u64));
        Some(lengths.collect::<Option<Vec<_>>>()?.iter().map(|length| (length + 2 * AROUND) * 2).sum())
    }
}

/// Puts a schedule together around a frame: the document of the filter without its fragments.
async fn assemble(site: &Site, fragments: &Arc<Fragments>, route: &Route, now: Now, effort: Effort) -> Option<Entry> {
    let filter = filter(route)?;
    let selection = fragments.schedule.select(site, filter);
    let rendered = render(site, Subject::ScheduleFrame(route.clone(), selection.count), now).await;
    let html = std::str::from_utf8(&rendered.html).ok()?;
    let representation = match Frame::cut(html) {
        Some(frame) => {
            let (digest, assembly) = fragments.assembly(frame, filter, selection);
            Representation::assembled(assembly, digest, HTML, effort)
        }
        // Without sessions there is nothing to filter.
        None => Representation::new(rendered.html, HTML, effort),
    };
    let representation = Arc::new(representation.with_link(rendered.headers.get(axum::http::header::LINK).cloned()));
    let label = route.pattern(&site.conference.event.languages);
    Some(Entry::new(representation, CachePolicy::Revalidate, label))
}
