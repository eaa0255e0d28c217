//! How requests wait for a new edition.

use std::{path::Path, sync::Arc, time::Duration};

use app::{Preview, Urls};
use tokio::{runtime::Builder, task::spawn_blocking, time::timeout};

use super::Library;
use crate::{
    clock::Clock,
    content::ContentFolder,
    pictures::{Cache, Pictures},
};

fn at(moment: &str) -> Clock {
    Clock::Fixed(moment.parse().expect("a date and time"))
}

/// The smallest conference, before anything was published.
fn library() -> Arc<Library> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal");
    let folder = ContentFolder::open(&content, Pictures::new(Cache::of_user())).expect("the fixture is there");
    Arc::new(Library::open(folder, Urls::default(), Preview::Off, at("1990-01-01T00:00")))
}

#[test]
#[expect(clippy::await_holding_lock, reason = "what is awaited must not need it: that is what is tested")]
fn at_the_minute_of_publication_one_request_renews_the_edition_and_the_others_take_no_thread() {
    let library = library();
    let before = library.edition();
    let runtime = Builder::new_current_thread().enable_all().max_blocking_threads(2).build().expect("a runtime");
    runtime.block_on(async {
        // Whoever renews has to wait.
        let reading = library.reader.lock().expect("nobody panics");
        let requests: Vec<_> = (0..50)
            .map(|_| {
                let library = library.clone();
                tokio::spawn(async move { library.renew_once(at("2090-01-01T00:00")).await })
            })
            .collect();
        tokio::task::yield_now().await;
        let other = timeout(Duration::from_secs(60), spawn_blocking(|| "done")).await;
        assert_eq!(other.expect("there is a thread for other work").expect("it does not panic"), "done");
        drop(reading);
        let mut editions = Vec::new();
        for request in requests {
            editions.push(request.await.expect("no request panics"));
        }
        assert!(editions.iter().all(|edition| Arc::ptr_eq(edition, &editions[0])));
        assert_eq!(editions[0].number, before.number + 1);
    });
}
