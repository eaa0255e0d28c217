//! Makes the entries of every edition in the background, as soon as it is published.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, mpsc},
    thread,
};

use tokio::runtime::Handle;

use super::PageCache;
use crate::{
    clock::Clock,
    library::{Edition, Library},
};

/// Renders the plain pages of every edition. Ends with the program.
///
/// Of a new period only requested pages are rendered: it begins with a request.
pub(crate) fn prepare_in_background(pages: Arc<PageCache>, library: Arc<Library>, clock: Clock) {
    let editions = library.clone().editions();
    let runtime = Handle::current();
    thread::spawn(move || {
        for_each_edition(editions, |edition| {
            let Some(site) = &edition.site else { return };
            let now = clock.now(&site.conference.event.timezone);
            let generation = pages.generation(edition, now);
            // Before the pages, which take the memory that fragments leave.
            for language in &site.conference.event.languages {
                runtime.block_on(generation.filtered.prepare(language, now));
            }
            generation.prepare(&runtime, now, || !Arc::ptr_eq(edition, &library.edition()));
            if let Some(wanted) = generation.wants_more() {
                let megabytes = wanted.div_ceil(1_000_000);
                tracing::warn!(megabytes, "the schedule is rendered for every request; give it room with --page-cache");
            }
        });
    });
}

/// Works on every edition; one that cannot be rendered does not keep the work from later ones.
pub(super) fn for_each_edition(editions: mpsc::Receiver<Arc<Edition>>, work: impl Fn(&Arc<Edition>)) {
    for edition in editions {
        // The panic is in the log already, with its place.
        _ = catch_unwind(AssertUnwindSafe(|| work(&edition)));
    }
}
