//! Which entries are kept, and for how long.

mod filtered;

use std::{path::Path, sync::Arc};

use app::{Preview, Subject, Urls};
use axum::{
    body::to_bytes,
    http::{HeaderMap, Method, StatusCode, header},
};
use conference::url::{Export, Resource, Route};
use futures_util::poll;
use tokio::{runtime::Runtime, task::JoinSet};

use super::{
    cache::{Found, PageCache},
    entry::Entry,
    generation::Generation,
};
use crate::{
    clock::Clock,
    content::ContentFolder,
    library::Library,
    pictures::{Cache, Pictures},
    render::render,
    representation::{Codings, Effort, acceptable},
};

const CLOCK: &str = "2016-10-02T10:00";

fn clock() -> Clock {
    Clock::Fixed(CLOCK.parse().expect("a date and time"))
}

fn library() -> Library {
    library_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal"))
}

fn library_of(content: &Path) -> Library {
    library_below("", content)
}

/// A library whose site lies below a base path.
fn library_below(base_path: &str, content: &Path) -> Library {
    let pictures = Pictures::new(Cache::of_user());
    let folder = ContentFolder::open(content, pictures).expect("the fixture is there");
    let urls = Urls { base_path: base_path.to_owned(), ..Urls::default() };
    Library::open(folder, urls, Preview::Off, clock())
}

fn route(library: &Library, address: &str) -> Route {
    let edition = library.edition();
    let languages = &edition.site.as_ref().expect("there is a site").conference.event.languages;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Route::parse(path, query, languages).expect("a page")
}

/// A page that is not filtered, from one generation, and whether it was made now.
async fn page(generation: &Arc<Generation>, route: Route, now: app::Now) -> (Arc<Entry>, bool) {
    let made = generation.get(Resource::Page(route), now, Codings::IDENTITY).await;
    let made = made.unwrap_or_else(|response| panic!("the page is there: {}", response.status()));
    (made.entry, made.is_new)
}

/// A page or a calendar of the present generation.
async fn found(pages: &PageCache, library: &Library, address: &str, codings: Codings) -> Found {
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let edition = library.edition();
    let languages = &edition.site.as_ref().expect("there is a site").conference.event.languages;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let resource = Resource::parse(path, query, languages).expect("a resource");
    let found = pages.get(&edition, resource, now, codings).await;
    found.unwrap_or_else(|response| panic!("it is there: {}", response.status()))
}

#[tokio::test]
async fn a_page_is_made_once_for_all_concurrent_requests() {
    let library = Arc::new(library());
    for address in ["/schedule?q=x", "/schedule"] {
        let pages = Arc::new(PageCache::new(1_000_000, Effort::Most));
        let mut requests = JoinSet::new();
        for _ in 0..50 {
            let (pages, library) = (pages.clone(), library.clone());
            requests.spawn(async move { found(&pages, &library, address, Codings::IDENTITY).await.entry });
        }
        let entries = requests.join_all().await;
        assert!(entries.iter().all(|entry| Arc::ptr_eq(entry, &entries[0])), "{address}");
        assert_eq!(pages.usage().misses, 1, "{address}");
    }
}

#[tokio::test]
async fn made_up_queries_stay_within_their_budget_and_push_out_no_plain_page() {
    let library = library();
    let pages = PageCache::new(800_000, Effort::Most);
    let home = found(&pages, &library, "/", Codings::IDENTITY).await.entry;
    for number in 0..100 {
        found(&pages, &library, &format!("/schedule?q=made-up-{number}"), Codings::IDENTITY).await;
        found(&pages, &library, &format!("/schedule.ics?q=made-up-{number}"), Codings::IDENTITY).await;
        found(&pages, &library, &format!("/search?q=made-up-{number}"), Codings::IDENTITY).await;
        found(&pages, &library, &format!("/search?q=a&kind=session&from={number}"), Codings::IDENTITY).await;
    }
    let generation = pages.generation(&library.edition(), clock().now(&jiff::tz::TimeZone::UTC));
    assert!(generation.budget.filtered.weight() <= 200_000, "{}", generation.budget.filtered.weight());
    let again = found(&pages, &library, "/", Codings::IDENTITY).await.entry;
    assert!(Arc::ptr_eq(&home, &again));
}

#[tokio::test]
async fn made_up_names_of_exports_are_not_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal");
    let folder = ContentFolder::open(&folder, Pictures::new(Cache::of_user())).expect("the fixture is there");
    let urls = Urls { base: "https://conference.test".to_owned(), ..Urls::default() };
    let library = Library::open(folder, urls, Preview::Off, clock());
    let pages = PageCache::new(800_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    for number in 1..100 {
        let made_up = Resource::Export(Export::SitemapPart(number));
        let answer = pages.get(&library.edition(), made_up, now, Codings::IDENTITY).await;
        assert_eq!(answer.err().map(|response| response.status()), Some(StatusCode::NOT_FOUND));
    }
    assert!(pages.generation(&library.edition(), now).budget.plain.is_empty());
}

#[tokio::test]
async fn a_new_edition_begins_with_nothing() {
    let library = library();
    let pages = PageCache::new(1_000_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let old = pages.generation(&library.edition(), now);
    assert!(Arc::ptr_eq(&old, &pages.generation(&library.edition(), now)));
    let new = pages.generation(&library.reload(clock()), now);
    assert!(!Arc::ptr_eq(&old, &new) && new.budget.plain.is_empty());
    // A request that began with the old one ends with it.
    assert!(!Arc::ptr_eq(&old.edition, &new.edition));
}

#[test]
fn plain_pages_are_made_before_a_visitor_asks() {
    let runtime = Runtime::new().expect("a runtime");
    let library = library();
    let pages = PageCache::new(10_000_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let edition = library.edition();
    let generation = pages.generation(&edition, now);
    generation.prepare(runtime.handle(), now, || false);
    let site = edition.site.as_ref().expect("there is a site");
    let all = site.conference.pages().count() * site.conference.event.languages.len();
    assert_eq!(generation.budget.plain.len(), all);
}

#[tokio::test]
async fn a_page_that_takes_most_of_the_budget_is_kept() {
    let library = library();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let generation = |budget| PageCache::new(budget, Effort::None).generation(&library.edition(), now);
    let (home, _) = page(&generation(1_000_000), route(&library, "/"), now).await;
    // Three quarters are for plain pages.
    let generation = generation(home.representation.weight() * 3 / 2);
    page(&generation, route(&library, "/"), now).await;
    let (_, is_new) = page(&generation, route(&library, "/"), now).await;
    assert!(!is_new);
}

#[tokio::test]
async fn a_late_request_pushes_out_nothing() {
    let library = library();
    let pages = PageCache::new(1_000_000, Effort::None);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let old = library.edition();
    let new = pages.generation(&library.reload(clock()), now);
    // A request that took the edition before it was replaced.
    let late = pages.generation(&old, now);
    assert!(Arc::ptr_eq(&late.edition, &old));
    page(&late, route(&library, "/"), now).await;
    assert!(Arc::ptr_eq(&new, &pages.generation(&library.edition(), now)));
    // And one that looked at the clock before a session began.
    let session = &library.edition();
    let session = session.site.as_ref().expect("there is a site").conference.sessions[0].start;
    let moment = |seconds: i64| {
        app::Now::Fixed(session.checked_add(jiff::SignedDuration::from_secs(seconds)).expect("a moment of the event"))
    };
    let begun = pages.generation(&library.edition(), moment(1));
    pages.generation(&library.edition(), moment(-1));
    assert!(Arc::ptr_eq(&begun, &pages.generation(&library.edition(), moment(1))));
    // But a clock that was set back is believed.
    let back = pages.generation(&library.edition(), moment(-3_600));
    assert!(Arc::ptr_eq(&back, &pages.generation(&library.edition(), moment(-3_600))));
}

/// Compressing takes longer than anything else, and there are as many requests as threads wait for.
#[tokio::test]
async fn the_variant_that_is_asked_for_is_made_before_the_answer() {
    let library = library();
    let pages = PageCache::new(1_000_000, Effort::Most);
    for address in ["/", "/schedule?q=x"] {
        for coding in ["zstd", "br", "gzip", "identity"] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, coding.parse().expect("a valid header"))]);
            let codings = acceptable(&headers);
            let found = found(&pages, &library, address, codings).await;
            assert!(found.entry.representation.is_made(codings), "{address} as {coding}");
        }
    }
}

/// Few clients want originals: they are made again for the first of them, and count from then on.
#[tokio::test]
async fn a_page_is_kept_compressed_until_somebody_wants_its_original() {
    let (library, address) = (library(), axum::http::Uri::from_static("/"));
    let pages = PageCache::new(1_000_000, Effort::Most);
    let brotli = acceptable(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, "br".parse().expect("a valid header"))]));
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let hit = |codings| pages.hit(&library.edition(), &address, now, codings).is_some();
    found(&pages, &library, "/", brotli).await;
    let compact = pages.usage().bytes;
    assert!(hit(brotli) && !hit(Codings::IDENTITY));
    found(&pages, &library, "/", Codings::IDENTITY).await;
    assert!(hit(brotli) && hit(Codings::IDENTITY));
    assert!(pages.usage().bytes > compact, "{} {compact}", pages.usage().bytes);
}

#[tokio::test]
async fn a_schedule_whose_client_hangs_up_keeps_its_permit_until_it_is_made() {
    let library = library();
    let pages = PageCache::new(1_000_000, Effort::None);
    let page = |address| found(&pages, &library, address, Codings::IDENTITY);
    // The fragments are there.
    page("/schedule?q=y").await;
    let all = pages.settings.permits.available();
    let mut given_up = Box::pin(page("/schedule?q=x"));
    assert!(poll!(&mut given_up).is_pending());
    drop(given_up);
    assert!(pages.settings.permits.available() < all);
    page("/schedule?q=x").await;
    assert_eq!(pages.settings.permits.available(), all);
}

#[tokio::test]
async fn filtered_schedules_that_are_being_sent_stay_within_their_memory() {
    let library = library();
    let taken = |pages: &PageCache, all| (all - pages.settings.permits.available()) as u64;
    let large = PageCache::new(1_000_000, Effort::None);
    let all = large.settings.permits.available();
    let held = found(&large, &library, "/schedule?q=x0", Codings::IDENTITY).await;
    let own = taken(&large, all);
    drop(held);
    // While it is made it takes more: here as much as there is.
    let mut made = Box::pin(found(&large, &library, "/schedule?q=x1", Codings::IDENTITY));
    assert!(poll!(&mut made).is_pending());
    let wanted = taken(&large, all);
    assert!(own < wanted, "{own} {wanted}");
    made.await;
    // Memory for two of them.
    let pages = PageCache::new((2 * own + wanted - 1) * 1024, Effort::None);
    let addresses = [1, 2, 3].map(|number| format!("/schedule?q=x{number}"));
    let [first, second, third] =
        addresses.each_ref().map(|address| found(&pages, &library, address, Codings::IDENTITY));
    let first = first.await;
    let _second = second.await;
    assert!(
        (pages.settings.permits.available() as u64) < wanted,
        "{own} {wanted} {}",
        pages.settings.permits.available()
    );
    let mut third = std::pin::pin!(third);
    assert!(poll!(&mut third).is_pending());
    // Plain pages need no permit.
    found(&pages, &library, "/schedule", Codings::IDENTITY).await;
    drop(first);
    third.await;
}

#[tokio::test]
async fn a_period_holds_one_version_of_each_page() {
    let library = library_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    let edition = library.edition();
    let site = edition.site.as_ref().expect("there is a site");
    let timeline = app::Timeline::of(&site.conference);
    let mut last: Option<(app::Period, Vec<_>)> = None;
    for minute in 0..(24 * 12) {
        let now = jiff::civil::date(2016, 9, 30).at(18, 0, 0, 0) + jiff::Span::new().minutes(minute * 5);
        let now = app::Now::Ticking(now);
        let mut pages = Vec::new();
        for path in ["/", "/schedule", "/sessions/panel"] {
            let route = route(&library, path);
            if app::minute_of(&site.conference, &Resource::Page(route.clone()), now).is_none() {
                pages.push(render(site, Subject::Page(route), now).await.html);
            }
        }
        let period = timeline.period(now);
        if let Some((last_period, last_pages)) = &last
            && *last_period == period
        {
            assert!(*last_pages == pages, "one period, two versions of a page");
        }
        last = Some((period, pages));
    }
}

#[tokio::test]
async fn a_page_that_counts_minutes_is_made_anew_for_each_minute() {
    let library = library_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    let pages = PageCache::new(64_000_000, Effort::None);
    let at = |minute, second| app::Now::Ticking(jiff::civil::date(2016, 10, 1).at(14, minute, second, 0));
    let generation = pages.generation(&library.edition(), at(30, 0));
    for (now, address, is_new) in [
        (at(30, 0), "/", true),
        (at(30, 0), "/about", true),
        (at(30, 40), "/", false),
        (at(31, 5), "/", true),
        (at(31, 5), "/about", false),
        // A clock that was set back.
        (at(29, 0), "/", true),
    ] {
        let (entry, made) = page(&generation, route(&library, address), now).await;
        assert_eq!(made, is_new, "{address} at {now:?}");
        assert!(entry.is_valid(now));
    }
}
