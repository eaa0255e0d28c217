//! Filtered schedules and what they share.

use std::{collections::HashSet, io::Read as _};

use super::*;
use crate::pages::shelf::shares;

/// Filtered schedules are put together, in each coding in another way.
#[tokio::test]
async fn a_filtered_schedule_is_the_same_put_together_and_as_a_whole() {
    let library = built_in();
    let edition = library.edition();
    let site = edition.site.as_ref().expect("there is a site");
    let pages = Pages::new(100_000_000, Effort::Most);
    let now = clock().now(&site.conference.event.timezone);
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
        let route = route(&library, address);
        let expected = app::render(site, &route, now).expect("a page");
        for coding in ["identity", "br", "gzip"] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, coding.parse().expect("a valid header"))]);
            let page = pages.page(&edition, route.clone(), now, acceptable(&headers)).await.expect("the page is there");
            let answer = page.representation.answer(&Method::GET, &headers, CachePolicy::Revalidate);
            let (parts, body) = answer.into_parts();
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
            assert!(text == expected, "{address} as {coding} is another page");
        }
    }
}

#[tokio::test]
async fn what_filtered_schedules_share_takes_no_room_while_they_are_sent() {
    let library = built_in();
    let edition = library.edition();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let pages = Pages::new(100_000_000, Effort::Most);
    let all = pages.room.available_permits();
    let page = pages.page(&edition, route(&library, "/schedule?q=nobody-says-so"), now, Codings::IDENTITY).await;
    let page = page.expect("the page is there");
    let taken = (all - pages.room.available_permits()) as u64;
    let filtered = route(&library, "/schedule?q=x");
    let pieces = pages.shelf(&edition, now).pieces(&filtered.language, now).await.expect("there are some");
    assert!(taken > 0 && taken < Pages::wanted(&pieces), "{taken}");
    drop(page);
    assert_eq!(pages.room.available_permits(), all);
}

#[tokio::test]
async fn what_filtered_schedules_share_is_part_of_the_budget() {
    let library = built_in();
    let edition = library.edition();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let filtered = route(&library, "/schedule?q=nobody-says-so");
    let pages = Pages::new(4_000_000, Effort::Most);
    let shelf = pages.shelf(&edition, now);
    let pieces = shelf.pieces(&filtered.language, now).await.expect("there are some").weight() as u64;
    assert_eq!(pages.usage().bytes, pieces);
    let mut all = pieces;
    for language in &edition.site.as_ref().expect("there is a site").conference.event.languages[1..] {
        all += shelf.pieces(language, now).await.expect("there are some").weight() as u64;
    }
    assert!(all > pieces && pages.usage().bytes == all);
    assert_eq!((shelf.plain.capacity(), shelf.filtered.capacity()), shares(4_000_000, all));
}

#[test]
fn plain_pages_keep_half_of_the_room_whatever_the_pieces_take() {
    for (pieces, expected) in [(0, (48, 16)), (8, (48, 8)), (12, (48, 4)), (20, (40, 4)), (28, (32, 4)), (640, (32, 4))]
    {
        assert_eq!(shares(64, pieces), expected, "{pieces}");
    }
}

#[tokio::test]
async fn pages_that_are_kept_give_way_to_pieces() {
    let library = built_in();
    let edition = library.edition();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let language = route(&library, "/").language;
    let pieces = Pages::new(100_000_000, Effort::None).shelf(&edition, now).pieces(&language, now).await;
    let weight = pieces.expect("there are some").weight() as u64;
    // Half of it is less than the pages take, and there is not much more.
    let pages = Pages::new(weight * 2, Effort::None);
    let shelf = pages.shelf(&edition, now);
    shelf.prepare(now, || false);
    let before = shelf.plain.weight();
    shelf.pieces(&language, now).await.expect("there are some");
    assert!(before > weight && shelf.plain.weight() <= weight, "{before} {} {weight}", shelf.plain.weight());
}

#[tokio::test]
async fn the_pages_that_most_visitors_want_are_there_after_the_start() {
    let library = Arc::new(built_in());
    let languages = &library.edition().site.as_ref().expect("there is a site").conference.event.languages.clone();
    let now = clock().now(&jiff::tz::TimeZone::UTC);
    let wanted = |budget| {
        let (pages, library) = (Pages::new(budget, Effort::None), library.clone());
        async move {
            let shelf = pages.shelf(&library.edition(), now);
            for language in languages {
                shelf.pieces(language, now).await.expect("there are some");
            }
            shelf.prepare(now, || false);
            let kept = ["/schedule", "/en/schedule"].map(|address| shelf.plain.get(address).is_some());
            (shelf.wants_more(), kept)
        }
    };
    let (more, _) = wanted(200_000).await;
    let enough = more.expect("it is too small for two schedules");
    assert_eq!(wanted(enough).await, (None, [true, true]));
}

fn built_in() -> Library {
    library_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."))
}
