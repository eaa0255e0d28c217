//! Filtered schedules and the fragments that they share.

use std::{collections::HashSet, io::Read as _};

use conference::{filter::SessionFilter, url::Page};

use super::*;
use crate::page_cache::budget::shares;

/// Filtered schedules are assembled, in each coding in another way.
#[tokio::test]
async fn a_filtered_schedule_has_the_same_bytes_assembled_and_rendered_as_a_whole() {
    let library = built_in();
    let edition = library.edition();
    let site = edition.site.as_ref().expect("there is a site");
    let pages = PageCache::new(100_000_000, Effort::Most);
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let mut tags = HashSet::new();
    for address in [
        "/schedule?q=lambda",
        "/schedule?q=%22%3C%26",
        "/schedule?q=nobody-says-so",
        "/en/schedule?format=talk&format=keynote",
        "/schedule?day=2016-10-01&language=ja&q=aws",
        "/en/schedule?speaker=allan-espinosa&speaker=nobody&tag=x",
        "/schedule?interview=yes",
        "/en/schedule?format=break",
    ] {
        let expected = render(site, Subject::Page(route(&library, address)), now).await.html;
        for coding in ["identity", "br", "gzip"] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, coding.parse().expect("a valid header"))]);
            let found = found(&pages, &library, address, acceptable(&headers)).await;
            let (parts, body) = found.answer(&Method::GET, &headers).into_parts();
            let used =
                parts.headers.get(header::CONTENT_ENCODING).map_or("identity", |value| value.to_str().expect("text"));
            assert_eq!(used, coding, "{address}");
            assert!(
                tags.insert(parts.headers[header::ETAG].clone()),
                "{address} as {coding} has the tag of another one"
            );
            let bytes = to_bytes(body, usize::MAX).await.expect("a body in memory");
            assert_eq!(parts.headers[header::CONTENT_LENGTH], bytes.len().to_string(), "{address} as {coding}");
            let mut text = String::new();
            match coding {
                "br" => brotli::Decompressor::new(&bytes[..], 4096).read_to_string(&mut text),
                "gzip" => flate2::read::GzDecoder::new(&bytes[..]).read_to_string(&mut text),
                _ => (&bytes[..]).read_to_string(&mut text),
            }
            .expect("it is well-formed");
            assert!(text.as_bytes() == expected, "{address} as {coding} is another page");
        }
    }
}

#[tokio::test]
async fn a_filtered_schedule_is_the_page_that_the_views_render_wherever_the_site_lies() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let three_rooms = fixtures.join("serverlessdays-tokyo-2023");
    for (library, now) in [
        (built_in(), "2016-10-01T10:30"),
        (library_below("/2016", &fixtures.join("../../..")), "2016-10-02T10:00"),
        (library_of(&three_rooms), "2023-09-23T13:30"),
    ] {
        let edition = library.edition();
        let site = edition.site.as_ref().expect("there is a site");
        let now = app::Now::Fixed(now.parse().expect("a date and time"));
        let pages = PageCache::new(100_000_000, Effort::None);
        for query in
            ["q=サーバーレス", "format=talk", "q=nothing-like-this", "format=keynote&format=talk&q=a", "interview=yes"]
        {
            for language in &site.conference.event.languages {
                let filter = SessionFilter::parse(query);
                let page = Route { language: language.clone(), page: Page::Schedule(filter) };
                let expected = render(site, Subject::Page(page.clone()), now).await.html;
                let found = pages.get(&edition, Resource::Page(page), now, Codings::IDENTITY).await;
                let answer = found.expect("the page is there").answer(&Method::GET, &HeaderMap::new());
                let body = to_bytes(answer.into_body(), usize::MAX).await.expect("a body in memory");
                assert!(body == expected, "{query} in {language}");
            }
        }
    }
}

#[tokio::test]
async fn fragments_need_no_permit_while_a_schedule_is_sent() {
    let library = built_in();
    let pages = PageCache::new(100_000_000, Effort::Most);
    let all = pages.settings.permits.available();
    let found = found(&pages, &library, "/schedule?q=nobody-says-so", Codings::IDENTITY).await;
    let taken = all - pages.settings.permits.available();
    let language = route(&library, "/").language;
    let generation = pages.generation(&library.edition(), clock().now(&jiff::tz::TimeZone::UTC));
    let fragments = generation.filtered.prepare(&language, clock().now(&jiff::tz::TimeZone::UTC)).await;
    let length = fragments.expect("there are some").length();
    assert!(taken > 0 && taken < length * 2 / 1024, "{taken} {length}");
    drop(found);
    assert_eq!(pages.settings.permits.available(), all);
}

#[tokio::test]
async fn fragments_are_part_of_the_budget() {
    let library = built_in();
    let edition = library.edition();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let pages = PageCache::new(4_000_000, Effort::Most);
    let generation = pages.generation(&edition, now);
    let mut all = 0;
    for language in &edition.site.as_ref().expect("there is a site").conference.event.languages {
        let weight = generation.filtered.prepare(language, now).await.expect("there are some").weight();
        assert!(weight > 0);
        all += weight as u64;
        assert_eq!(pages.usage().bytes, all);
    }
    let budget = &generation.budget;
    assert_eq!((budget.plain.capacity(), budget.filtered.capacity()), shares(4_000_000, all));
}

#[tokio::test]
async fn the_search_index_is_part_of_the_budget_once() {
    let library = built_in();
    let pages = PageCache::new(4_000_000, Effort::Most);
    let generation = pages.generation(&library.edition(), clock().now(&jiff::tz::TimeZone::UTC));
    for query in ["lambda", "nobody-says-so"] {
        found(&pages, &library, &format!("/search?q={query}"), Codings::IDENTITY).await;
    }
    let site = library.edition().site.clone().expect("there is a site");
    let weight = site.conference.search_index().weight() as u64;
    assert!(weight > 10_000);
    assert_eq!(generation.budget.shared(), weight);
    assert_eq!(generation.budget.filtered.capacity(), shares(4_000_000, weight).1);
}

#[test]
fn plain_pages_keep_half_of_the_budget_whatever_the_fragments_take() {
    for (fragments, expected) in
        [(0, (48, 16)), (8, (48, 8)), (12, (48, 4)), (20, (40, 4)), (28, (32, 4)), (640, (32, 4))]
    {
        assert_eq!(shares(64, fragments), expected, "{fragments}");
    }
}

#[test]
fn plain_entries_give_way_to_fragments() {
    let runtime = Runtime::new().expect("a runtime");
    let library = built_in();
    let edition = library.edition();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let language = route(&library, "/").language;
    let weight = |pages: PageCache| {
        let generation = pages.generation(&edition, now);
        let fragments = runtime.block_on(generation.filtered.prepare(&language, now));
        fragments.expect("there are some").weight() as u64
    };
    let weight = weight(PageCache::new(100_000_000, Effort::None));
    // Half of it is less than the pages take, and there is not much more.
    let pages = PageCache::new(weight * 2, Effort::None);
    let generation = pages.generation(&edition, now);
    generation.prepare(runtime.handle(), now, || false);
    let before = generation.budget.plain.weight();
    runtime.block_on(generation.filtered.prepare(&language, now)).expect("there are some");
    let after = generation.budget.plain.weight();
    assert!(before > weight && after <= weight, "{before} {after} {weight}");
}

#[test]
fn the_pages_that_most_visitors_want_are_there_after_the_start() {
    let runtime = Runtime::new().expect("a runtime");
    let library = built_in();
    let languages = library.edition().site.as_ref().expect("there is a site").conference.event.languages.clone();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let wanted = |budget, effort| {
        let generation = PageCache::new(budget, effort).generation(&library.edition(), now);
        for language in &languages {
            runtime.block_on(generation.filtered.prepare(language, now)).expect("there are some");
        }
        generation.prepare(runtime.handle(), now, || false);
        let kept = ["/schedule", "/en/schedule"].map(|address| generation.budget.plain.get(address).is_some());
        (generation.wants_more(), kept)
    };
    let (more, _) = wanted(200_000, Effort::None);
    let enough = more.expect("it is too small for two schedules");
    assert_eq!(wanted(enough, Effort::None), (None, [true, true]));
    // Compressed, they need less.
    assert_eq!(wanted(enough / 2, Effort::Most), (None, [true, true]));
}

fn built_in() -> Library {
    library_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
}
