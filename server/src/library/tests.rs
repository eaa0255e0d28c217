//! Tests of requests that wait for a new edition.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use app::{Preview, Urls};
use axum::{body::Body, http::Request};
use conference::url::Resource;
use tokio::{runtime::Builder, task::spawn_blocking, time::timeout};
use tower::ServiceExt as _;

use super::Library;
use crate::{
    arguments::Build,
    clock::Clock,
    content::ContentFolder,
    http::Options,
    page_cache::PageCache,
    pictures::{Cache, Pictures},
    representation::{Codings, Effort},
    router::router,
    state::App,
};

fn at(moment: &str) -> Clock {
    Clock::Fixed(moment.parse().expect("a date and time"))
}

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal")
}

/// The smallest conference, before the publication of an item.
fn library() -> Arc<Library> {
    let folder = ContentFolder::open(&content(), Pictures::new(Cache::of_user())).expect("the fixture is there");
    Arc::new(Library::open(folder, Urls::default(), Preview::Off, at("1990-01-01T00:00")))
}

#[test]
#[expect(clippy::await_holding_lock, reason = "what is awaited must not need it: that is what is tested")]
fn at_the_minute_of_publication_one_request_renews_the_edition_and_the_others_take_no_thread() {
    let library = library();
    let before = library.edition();
    let runtime = Builder::new_current_thread().enable_all().max_blocking_threads(2).build().expect("a runtime");
    runtime.block_on(async {
        // The next request that renews has to wait.
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

/// A load balancer removes a server that does not answer at once.
#[tokio::test]
async fn what_is_no_page_does_not_wait_for_a_new_edition() {
    let library = library();
    let app = App {
        library: library.clone(),
        content: content().into(),
        pictures: Pictures::new(Cache::of_user()),
        pages: Arc::new(PageCache::new(1_000_000, Effort::None)),
        files: Arc::default(),
        build: Build { site_root: None, pkg_dir: String::new(), output_name: String::new() },
        clock: at("2090-01-01T00:00"),
        preview: Preview::Off,
    };
    let router = router(app.clone(), &Options::default());
    // Entries that exist but are out of date.
    let edition = library.edition();
    let site = edition.site.as_ref().expect("there is a site");
    let now = app.clock.now(&site.conference.event.timezone);
    for path in ["/", "/schedule"] {
        let page = Resource::parse(path, "", &site.conference.event.languages).expect("a page");
        app.pages.get(&edition, page, now, Codings::IDENTITY).await.expect("the page is there");
    }
    // Another request is renewing the edition.
    let turn = library.renewal.clone().lock_owned().await;
    let ask = |address: &str| {
        let request = Request::get(address).body(Body::empty()).expect("a request");
        router.clone().oneshot(request)
    };
    let waiting = ["/", "/schedule"].map(|address| tokio::spawn(ask(address)));
    for address in ["/readyz", "/healthz", "/pictures/a.avif", "/content/a.pdf"] {
        let answer = timeout(Duration::from_secs(60), ask(address)).await;
        assert!(answer.is_ok(), "{address}");
    }
    assert!(waiting.iter().all(|page| !page.is_finished()));
    drop(turn);
}
