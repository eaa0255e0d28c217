//! Work behind every new edition, as soon as it is published: pages are rendered, renditions are made.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, mpsc},
    thread,
};

use tokio::runtime::Handle;

use crate::{
    arguments::Build,
    clock::Clock,
    files::Files,
    library::{Edition, Library},
    page_cache::PageCache,
    pictures::Pictures,
};

/// Renders the plain pages of every edition. Ends with the program.
///
/// Of a new period only requested pages are rendered: it begins with a request.
pub(crate) fn prepare_pages(pages: Arc<PageCache>, library: Arc<Library>, clock: Clock) {
    let editions = library.clone().editions();
    let runtime = Handle::current();
    thread::spawn(move || {
        for_each_edition(editions, |edition| {
            let Some(site) = &edition.site else { return };
            let now = clock.now(&site.conference.event.timezone);
            let generation = pages.generation(edition, now);
            // Before the pages, which take the memory that they leave.
            generation.prepare_shared(&runtime, now);
            generation.prepare(&runtime, now, || !Arc::ptr_eq(edition, &library.edition()));
            if let Some(wanted) = generation.wants_more() {
                let megabytes = wanted.div_ceil(1_000_000);
                tracing::warn!(megabytes, "the schedule is rendered for every request; enlarge --page-cache");
            }
        });
    });
}

/// Compresses the built files, so that visitors load as little as possible.
pub(crate) fn prepare_files(files: Arc<Files>, build: Build) {
    thread::spawn(move || files.prepare(&build));
}

/// Makes the renditions and the social cards of every edition as soon as it is published, so that nobody waits for them. Ends with the program.
pub(crate) fn make_renditions(pictures: Pictures, folder: PathBuf, library: Arc<Library>) {
    let editions = library.editions();
    // Not a task: the runtime would wait for its end.
    thread::spawn(move || {
        while let Ok(mut edition) = editions.recv() {
            // Only the last one counts.
            edition = editions.try_iter().last().unwrap_or(edition);
            if let Some(site) = &edition.site {
                pictures.make_all(&folder, &site.conference.renditions);
                pictures.make_cards(&folder, site);
            }
        }
    });
}

/// Works on every edition; one that cannot be rendered does not keep the work from later ones.
fn for_each_edition(editions: mpsc::Receiver<Arc<Edition>>, work: impl Fn(&Arc<Edition>)) {
    for edition in editions {
        // The panic is in the log already, with its place.
        _ = catch_unwind(AssertUnwindSafe(|| work(&edition)));
    }
}

#[cfg(test)]
mod tests;
