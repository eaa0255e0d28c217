//! Pages in memory: each is rendered once for an edition and a period, whoever asks for it, however many at once.

mod filtered;
mod held;
mod shelf;

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use app::Now;
use axum::http::Uri;
use conference::url::Route;
use tokio::{
    runtime::Handle,
    sync::{OwnedSemaphorePermit, Semaphore},
};

use filtered::Pieces;
pub(crate) use held::hold;
use shelf::Shelf;

use crate::{
    clock::Clock,
    library::{Edition, Library},
    representation::{Codings, Effort, Representation},
};

/// About what the page around a schedule and its headers take, in bytes.
const AROUND: u64 = 64 * 1024;

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
    /// Bytes of the pages that are kept and of what filtered schedules share, compressed forms and all.
    pub(crate) bytes: u64,
}

/// A page, with the room that it takes until it has been sent.
#[derive(Debug)]
pub(crate) struct Page {
    pub(crate) representation: Arc<Representation>,
    pub(crate) room: Option<OwnedSemaphorePermit>,
}

impl Pages {
    /// Pages that take at most so many bytes, compressed forms and all, unless what filtered schedules share takes more
    /// than 7/16 of them.
    pub fn new(budget: u64, effort: Effort) -> Self {
        let room = Arc::new(Semaphore::new(usize::try_from(budget / 1024).unwrap_or(Semaphore::MAX_PERMITS)));
        Self { budget, effort, shelf: RwLock::new(None), room, hits: AtomicU64::new(0), misses: AtomicU64::new(0) }
    }

    /// A plain page that is there, with a form for these codings, by its address as it is built: what nearly every request is
    /// for, and for which nothing has to be read or waited for.
    pub(crate) fn kept(
        &self,
        edition: &Arc<Edition>,
        address: &Uri,
        now: Now,
        codings: Codings,
    ) -> Option<Arc<Representation>> {
        let address = address.path_and_query()?.as_str();
        let page = self.shelf(edition, now).plain.get(address).filter(|page| page.is_made(codings))?;
        self.hits.fetch_add(1, Ordering::Relaxed);
        Some(page)
    }

    /// A page of an edition at a moment, with a form for these codings; rendered now where nobody has asked for it yet, while
    /// others who ask for it wait. `None` where the route names no item.
    pub(crate) async fn page(&self, edition: &Arc<Edition>, route: Route, now: Now, codings: Codings) -> Option<Page> {
        let shelf = self.shelf(edition, now);
        let room = match shelf::is_filtered(&route) {
            true => Some(self.room_for(&*shelf.pieces(&route.language, now).await?).await?),
            false => None,
        };
        let (mut page, is_new) = shelf.page(route, now, codings, room).await?;
        // What it shares with others takes no room while it is sent.
        let own = usize::try_from(page.representation.weight() / 1024 + 1).unwrap_or(usize::MAX);
        if let Some(room) = page.room.as_mut().filter(|room| room.num_permits() > own) {
            drop(room.split(room.num_permits() - own));
        }
        let count = if is_new { &self.misses } else { &self.hits };
        count.fetch_add(1, Ordering::Relaxed);
        Some(page)
    }

    /// Waits until there is room for a filtered schedule.
    async fn room_for(&self, pieces: &Pieces) -> Option<OwnedSemaphorePermit> {
        let wanted = Self::wanted(pieces).min(self.budget / 1024).max(1);
        self.room.clone().acquire_many_owned(u32::try_from(wanted).ok()?).await.ok()
    }

    /// The most room that a schedule may need, in KiB: where it shares nothing, twice its length.
    fn wanted(pieces: &Pieces) -> u64 {
        (pieces.length() as u64 * 2 + AROUND) / 1024
    }

    /// What the cache did and what it takes.
    pub(crate) fn usage(&self) -> Usage {
        let shelf = self.shelf.read().unwrap_or_else(PoisonError::into_inner).clone();
        let bytes = shelf.map_or(0, |shelf| shelf.weight());
        Usage { hits: self.hits.load(Ordering::Relaxed), misses: self.misses.load(Ordering::Relaxed), bytes }
    }

    /// The pages of an edition at a moment: the same as for the last request, as long as nothing has changed. Who comes late,
    /// with an edition or a moment that others have left behind, gets a shelf that is kept for nobody else.
    pub(crate) fn shelf(&self, edition: &Arc<Edition>, now: Now) -> Arc<Shelf> {
        let period = edition.timeline.as_ref().map(|timeline| timeline.period(now));
        let is_present = |shelf: &&Arc<Shelf>| shelf.is_of(edition, period);
        if let Some(shelf) = self.shelf.read().unwrap_or_else(PoisonError::into_inner).as_ref().filter(is_present) {
            return shelf.clone();
        }
        let mut present = self.shelf.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(shelf) = present.as_ref().filter(is_present) {
            return shelf.clone();
        }
        let shelf = Arc::new(Shelf::new(edition.clone(), period, now, self.budget, self.effort));
        if !present.as_ref().is_some_and(|present| shelf.is_behind(present)) {
            *present = Some(shelf.clone());
        }
        shelf
    }
}

/// Renders the plain pages of every edition in the background, as soon as it is published. Ends with the program.
///
/// Of a new period only what is asked for is rendered: it begins with a request.
pub(crate) fn prepare_in_background(pages: Arc<Pages>, library: Arc<Library>, clock: Clock) {
    let editions = library.clone().editions();
    let runtime = Handle::current();
    thread::spawn(move || {
        for_each_edition(editions, |edition| {
            let Some(site) = &edition.site else { return };
            let now = clock.now(&site.conference.event.timezone);
            let shelf = pages.shelf(edition, now);
            // Before the pages, which take the room that they leave.
            for language in &site.conference.event.languages {
                runtime.block_on(shelf.pieces(language, now));
            }
            shelf.prepare(now, || !Arc::ptr_eq(edition, &library.edition()));
            if let Some(wanted) = shelf.wants_more() {
                let megabytes = wanted.div_ceil(1_000_000);
                tracing::warn!(megabytes, "the schedule is rendered for every request; give it room with --page-cache");
            }
        });
    });
}

/// Works on every edition; what cannot be rendered of one keeps no later one from it.
fn for_each_edition(editions: mpsc::Receiver<Arc<Edition>>, work: impl Fn(&Arc<Edition>)) {
    for edition in editions {
        // What panicked has said so in the log already, with its place.
        _ = catch_unwind(AssertUnwindSafe(|| work(&edition)));
    }
}

#[cfg(test)]
mod tests;
