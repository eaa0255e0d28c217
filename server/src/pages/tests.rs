//! What is kept, and for how long.

mod filtered;

use std::{path::Path, sync::Arc};

use app::{Preview, Urls};
use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Method, header},
};
use conference::url::{self, Route};
use futures_util::{StreamExt as _, poll};
use tokio::{sync::Semaphore, task::JoinSet};

use super::{Pages, for_each_edition, hold, shelf::Shelf};
use crate::{
    cache_policy::CachePolicy,
    clock::Clock,
    content::ContentFolder,
    library::Library,
    pictures::{Cache, Pictures},
    representation::{Codings, Effort, Representation, acceptable},
};

const CLOCK: &str = "2016-10-02T10:00";

fn clock() -> Clock {
    Clock::Fixed(CLOCK.parse().expect("a date and time"))
}

fn library() -> Library {
    library_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal"))
}

fn library_of(content: &Path) -> Library {
    let pictures = Pictures::new(Cache::of_user());
    let folder = ContentFolder::open(content, pictures).expect("the fixture is there");
    Library::open(folder, Urls::default(), Preview::Off, clock())
}

fn route(library: &Library, address: &str) -> Route {
    let edition = library.edition();
    let languages = &edition.site.as_ref().expect("there is a site").conference.event.languages;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Route::parse(path, query, languages).expect("a page")
}

async fn page(shelf: &Arc<Shelf>, route: Route, now: app::Now) -> Option<(Arc<Representation>, bool)> {
    let (page, is_new) = shelf.page(route, now, Codings::IDENTITY, None).await?;
    Some((page.representation, is_new))
}

#[tokio::test]
async fn a_page_is_made_once_for_all_who_ask_at_the_same_time() {
    let library = library();
    let pages = Pages::new(1_000_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let shelf = pages.shelf(&library.edition(), now);
    let mut requests = JoinSet::new();
    for _ in 0..50 {
        let (shelf, route) = (shelf.clone(), route(&library, "/schedule?q=x"));
        requests.spawn(async move { page(&shelf, route, now).await.map(|(page, _)| page) });
    }
    let answers = requests.join_all().await;
    let first = answers[0].as_ref().expect("the page is there");
    assert!(answers.iter().all(|answer| answer.as_ref().is_some_and(|page| Arc::ptr_eq(page, first))));
}

#[tokio::test]
async fn made_up_queries_stay_within_their_budget_and_push_out_no_plain_page() {
    let library = library();
    let pages = Pages::new(800_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let shelf = pages.shelf(&library.edition(), now);
    let (home, _) = page(&shelf, route(&library, "/"), now).await.expect("the page is there");
    for number in 0..100 {
        let filtered = route(&library, &format!("/schedule?q=made-up-{number}"));
        assert!(matches!(filtered.page, url::Page::Schedule(_)));
        page(&shelf, filtered, now).await.expect("the page is there");
    }
    assert!(shelf.filtered.weight() <= 200_000, "{}", shelf.filtered.weight());
    let (again, _) = page(&shelf, route(&library, "/"), now).await.expect("the page is there");
    assert!(Arc::ptr_eq(&home, &again));
}

#[tokio::test]
async fn a_new_edition_begins_with_nothing() {
    let library = library();
    let pages = Pages::new(1_000_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let old = pages.shelf(&library.edition(), now);
    assert!(Arc::ptr_eq(&old, &pages.shelf(&library.edition(), now)));
    let new = pages.shelf(&library.reload(clock()), now);
    assert!(!Arc::ptr_eq(&old, &new) && new.plain.is_empty());
    // Whoever began with the old one ends with it.
    assert!(!Arc::ptr_eq(&old.edition, &new.edition));
}

#[test]
fn plain_pages_are_made_before_anybody_asks() {
    let library = library();
    let pages = Pages::new(10_000_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let edition = library.edition();
    let shelf = pages.shelf(&edition, now);
    shelf.prepare(now, || false);
    let site = edition.site.as_ref().expect("there is a site");
    let all = site.conference.pages().count() * site.conference.event.languages.len();
    assert_eq!(shelf.plain.len(), all);
}

#[tokio::test]
async fn a_page_that_takes_most_of_the_room_is_kept() {
    let library = library();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let shelf = |budget| Pages::new(budget, Effort::None).shelf(&library.edition(), now);
    let (home, _) = page(&shelf(1_000_000), route(&library, "/"), now).await.expect("the page is there");
    // Three quarters are for plain pages.
    let shelf = shelf(home.weight() * 3 / 2);
    page(&shelf, route(&library, "/"), now).await.expect("the page is there");
    let (_, is_new) = page(&shelf, route(&library, "/"), now).await.expect("the page is there");
    assert!(!is_new);
}

#[tokio::test]
async fn who_comes_late_pushes_out_nothing() {
    let library = library();
    let pages = Pages::new(1_000_000, Effort::None);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let old = library.edition();
    let new = pages.shelf(&library.reload(clock()), now);
    // A request that took the edition before it was replaced.
    let late = pages.shelf(&old, now);
    assert!(Arc::ptr_eq(&late.edition, &old));
    assert!(page(&late, route(&library, "/"), now).await.is_some());
    assert!(Arc::ptr_eq(&new, &pages.shelf(&library.edition(), now)));
    // And one that looked at the clock before a session began.
    let session = &library.edition();
    let session = session.site.as_ref().expect("there is a site").conference.sessions[0].start;
    let moment = |seconds: i64| {
        app::Now::Fixed(session.checked_add(jiff::SignedDuration::from_secs(seconds)).expect("a moment of the event"))
    };
    let begun = pages.shelf(&library.edition(), moment(1));
    pages.shelf(&library.edition(), moment(-1));
    assert!(Arc::ptr_eq(&begun, &pages.shelf(&library.edition(), moment(1))));
    // But a clock that was set back is believed.
    let back = pages.shelf(&library.edition(), moment(-3_600));
    assert!(Arc::ptr_eq(&back, &pages.shelf(&library.edition(), moment(-3_600))));
}

#[test]
fn an_edition_that_cannot_be_rendered_keeps_no_later_one_from_it() {
    let library = library();
    let (sender, editions) = std::sync::mpsc::channel();
    let (bad, good) = (library.edition(), library.reload(clock()));
    for edition in [&bad, &good] {
        sender.send(edition.clone()).expect("it is received below");
    }
    drop(sender);
    let rendered = std::cell::RefCell::new(Vec::new());
    for_each_edition(editions, |edition| {
        assert!(!Arc::ptr_eq(edition, &bad), "this one cannot be rendered");
        rendered.borrow_mut().push(edition.clone());
    });
    assert!(rendered.borrow().len() == 1 && Arc::ptr_eq(&rendered.borrow()[0], &good));
}

/// Compressing takes longer than anything else, and there are as many requests as threads wait for.
#[tokio::test]
async fn the_form_that_is_asked_for_is_made_before_the_answer() {
    let library = library();
    let pages = Pages::new(1_000_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    for address in ["/", "/schedule?q=x"] {
        for coding in ["zstd", "br", "gzip", "identity"] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, coding.parse().expect("a valid header"))]);
            let codings = acceptable(&headers);
            let page = pages.page(&library.edition(), route(&library, address), now, codings).await;
            assert!(page.is_some_and(|page| page.representation.is_made(codings)), "{address} as {coding}");
        }
    }
}

#[tokio::test]
async fn a_schedule_whose_client_hangs_up_takes_its_room_until_it_is_made() {
    let library = library();
    let pages = Pages::new(1_000_000, Effort::None);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let edition = library.edition();
    let page = |address| pages.page(&edition, route(&library, address), now, Codings::IDENTITY);
    // The pieces are there.
    page("/schedule?q=y").await.expect("the page is there");
    let all = pages.room.available_permits();
    let mut given_up = Box::pin(page("/schedule?q=x"));
    assert!(poll!(&mut given_up).is_pending());
    drop(given_up);
    assert!(pages.room.available_permits() < all);
    page("/schedule?q=x").await.expect("the page is there");
    assert_eq!(pages.room.available_permits(), all);
}

#[tokio::test]
async fn filtered_schedules_that_are_being_sent_stay_within_their_room() {
    let library = library();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let edition = library.edition();
    let filtered = route(&library, "/schedule?q=x0");
    let large = Pages::new(1_000_000, Effort::None);
    let all = large.room.available_permits();
    let held = large.page(&edition, filtered.clone(), now, Codings::IDENTITY).await.expect("the page is there");
    let taken = (all - large.room.available_permits()) as u64;
    drop(held);
    let pieces = large.shelf(&edition, now).pieces(&filtered.language, now).await.expect("there are some");
    let wanted = Pages::wanted(&pieces);
    // Room for two of them.
    let pages = Pages::new((2 * taken + wanted - 1) * 1024, Effort::None);
    let page = |number: usize| {
        pages.page(&edition, route(&library, &format!("/schedule?q=x{number}")), now, Codings::IDENTITY)
    };
    let first = page(1).await.expect("the page is there");
    let _second = page(2).await.expect("the page is there");
    assert!((pages.room.available_permits() as u64) < wanted, "{taken} {wanted} {}", pages.room.available_permits());
    let mut third = std::pin::pin!(page(3));
    assert!(poll!(&mut third).is_pending());
    // Plain pages need no room.
    assert!(pages.page(&edition, route(&library, "/schedule"), now, Codings::IDENTITY).await.is_some());
    drop(first);
    assert!(third.await.is_some());
}

#[tokio::test]
async fn bytes_that_wait_for_their_client_take_room() {
    let room = Arc::new(Semaphore::new(3));
    let taken = room.clone().try_acquire_many_owned(2).expect("there is room");
    let mut body = hold(Body::from("sent"), taken).into_data_stream();
    let bytes = body.next().await.expect("there are bytes").expect("they are in memory");
    // The server drops a body that has given its last bytes.
    drop(body);
    assert_eq!((&*bytes, room.available_permits()), (&b"sent"[..], 1));
    drop(bytes);
    assert_eq!(room.available_permits(), 3);
}
