//! What is kept, and for how long.

use std::{path::Path, sync::Arc};

use app::{Preview, Urls};
use conference::url::{self, Route};
use tokio::task::JoinSet;

use super::{Pages, hold};
use crate::{
    clock::Clock,
    content::ContentFolder,
    library::Library,
    pictures::{Cache, Pictures},
    representation::Effort,
};

const CLOCK: &str = "2016-10-02T10:00";

fn clock() -> Clock {
    Clock::Fixed(CLOCK.parse().expect("a date and time"))
}

fn library() -> Library {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal");
    let pictures = Pictures::new(Cache::of_user());
    let folder = ContentFolder::open(&content, pictures).expect("the fixture is there");
    Library::open(folder, Urls::default(), Preview::Off, clock())
}

fn route(library: &Library, address: &str) -> Route {
    let edition = library.edition();
    let languages = &edition.site.as_ref().expect("there is a site").conference.event.languages;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Route::parse(path, query, languages).expect("a page")
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
        requests.spawn(async move { shelf.page(route, now).await.map(|(page, _)| page) });
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
    let (home, _) = shelf.page(route(&library, "/"), now).await.expect("the page is there");
    for number in 0..100 {
        let filtered = route(&library, &format!("/schedule?q=made-up-{number}"));
        assert!(matches!(filtered.page, url::Page::Schedule(_)));
        shelf.page(filtered, now).await.expect("the page is there");
    }
    assert!(shelf.filtered.weight() <= 200_000, "{}", shelf.filtered.weight());
    let (again, _) = shelf.page(route(&library, "/"), now).await.expect("the page is there");
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
    let page = |budget| {
        let pages = Pages::new(budget, Effort::None);
        pages.shelf(&library.edition(), now)
    };
    let (home, _) = page(1_000_000).page(route(&library, "/"), now).await.expect("the page is there");
    // Three quarters are for plain pages.
    let shelf = page(home.weight() * 3 / 2);
    shelf.page(route(&library, "/"), now).await.expect("the page is there");
    let (_, is_new) = shelf.page(route(&library, "/"), now).await.expect("the page is there");
    assert!(!is_new);
}

#[tokio::test]
async fn filtered_schedules_that_are_being_sent_stay_within_their_room() {
    let library = library();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let edition = library.edition();
    let whole = Pages::new(1_000_000, Effort::None).page(&edition, route(&library, "/schedule"), now).await;
    let length = whole.expect("the page is there").representation.length();
    // Room for two of them.
    let pages = Pages::new(length * 5 / 2 + 2_048, Effort::None);
    let page = |number: usize| pages.page(&edition, route(&library, &format!("/schedule?q=x{number}")), now);
    let first = page(1).await.expect("the page is there");
    let _second = page(2).await.expect("the page is there");
    let mut third = std::pin::pin!(page(3));
    assert!(futures_util::poll!(&mut third).is_pending());
    // Plain pages need no room.
    assert!(pages.page(&edition, route(&library, "/schedule"), now).await.is_some());
    let body = hold(axum::body::Body::from("sent"), first.room.expect("it takes room"));
    assert!(futures_util::poll!(&mut third).is_pending());
    drop(body);
    assert!(third.await.is_some());
}
