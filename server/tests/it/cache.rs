//! What is kept in memory, and what clients are told about it.

use std::io::Read as _;

use axum::http::{Method, StatusCode};

use crate::site::{Answer, TestSite};

const PAGE: &str = "/interviews/allan-espinosa";

fn get(site: &TestSite, url: &str, headers: &[(&str, &str)]) -> Answer {
    site.request_with(Method::GET, url, headers)
}

/// The bytes of an answer without its content coding.
fn decoded(answer: &Answer) -> Vec<u8> {
    let mut bytes = Vec::new();
    let body = answer.bytes.as_slice();
    match answer.header("content-encoding") {
        "br" => _ = brotli::Decompressor::new(body, 4096).read_to_end(&mut bytes).expect("it is Brotli"),
        "gzip" => _ = flate2::read::GzDecoder::new(body).read_to_end(&mut bytes).expect("it is gzip"),
        "zstd" => bytes = zstd::decode_all(body).expect("it is Zstandard"),
        _ => bytes.extend(body),
    }
    bytes
}

#[test]
fn every_form_holds_the_same_page_under_a_tag_of_its_own() {
    let site = TestSite::built_in();
    for url in
        [PAGE, "/schedule", "/schedule?format=talk", "/conference.0.css", "/islands.js", "/schema/interview.json"]
    {
        let original = get(&site, url, &[]);
        assert_eq!(original.header("content-encoding"), "");
        let mut tags = vec![original.header("etag").to_owned()];
        // Pieces of filtered schedules are not put together in Zstandard.
        let codings = if url.contains('?') { &["br", "gzip"][..] } else { &["br", "zstd", "gzip"] };
        for &coding in codings {
            let answer = get(&site, url, &[("accept-encoding", coding)]);
            assert_eq!(answer.header("content-encoding"), coding, "{url}");
            assert_eq!(answer.header("vary"), "accept-encoding");
            assert_eq!(answer.header("content-length"), answer.bytes.len().to_string());
            assert_eq!(decoded(&answer), original.bytes, "{url} as {coding}");
            assert!(answer.bytes.len() < original.bytes.len());
            tags.push(answer.header("etag").to_owned());
        }
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), codings.len() + 1, "{url}: {tags:?}");
        assert!(tags.iter().all(|tag| tag.starts_with('"') && tag.ends_with('"')), "strong tags: {tags:?}");
    }
}

/// RFC 9110, section 13.2.2 and 15.4.5.
#[test]
fn who_has_the_page_is_told_so_in_few_bytes() {
    let site = TestSite::built_in();
    let with = |tag: &str, coding: &str| get(&site, PAGE, &[("if-none-match", tag), ("accept-encoding", coding)]);
    let first = get(&site, PAGE, &[("accept-encoding", "br")]);
    let tag = first.header("etag").to_owned();
    for known in [tag.clone(), format!("W/{tag}"), format!("\"other\", {tag}"), "*".to_owned()] {
        let answer = with(&known, "br");
        assert_eq!(answer.status, StatusCode::NOT_MODIFIED, "{known}");
        assert!(answer.bytes.is_empty());
        for name in ["etag", "vary", "cache-control", "content-security-policy"] {
            assert_eq!(answer.header(name), first.header(name), "{name}");
        }
        assert_eq!(answer.header("content-type"), "");
    }
    // The tag of another form is the tag of other bytes.
    assert_eq!(with(&tag, "gzip").status, StatusCode::OK);
    assert_eq!(with("\"other\"", "br").status, StatusCode::OK);
}

#[test]
fn head_tells_what_get_would() {
    let site = TestSite::built_in();
    for url in [PAGE, "/conference.0.css", "/islands.js"] {
        let headers = [("accept-encoding", "gzip")];
        let (head, get) = (site.request_with(Method::HEAD, url, &headers), get(&site, url, &headers));
        assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
        assert_eq!(head.headers, get.headers, "{url}");
    }
}

#[test]
fn who_refuses_every_form_is_told_so() {
    let site = TestSite::built_in();
    let answer = get(&site, PAGE, &[("accept-encoding", "identity;q=0")]);
    assert_eq!(answer.status, StatusCode::NOT_ACCEPTABLE);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(get(&site, PAGE, &[("accept-encoding", "identity;q=0, gzip")]).status, StatusCode::OK);
}

#[test]
fn a_query_in_another_order_gets_the_same_bytes() {
    let site = TestSite::built_in();
    let one = get(&site, "/schedule?format=talk&format=panel&q=aws", &[]);
    let other = get(&site, "/schedule?q=AWS&format=panel&format=talk&utm_source=x", &[]);
    assert_eq!(one.header("etag"), get(&site, "/schedule?q=aws&format=panel&format=talk", &[]).header("etag"));
    assert_eq!(other.status, StatusCode::OK);
}

#[test]
fn pages_are_renewed_when_a_session_begins() {
    let before = TestSite::open(&crate::site::repository(), "2016-10-01T10:09");
    let page = get(&before, "/schedule", &[]);
    let same = before.at("2016-10-01T10:09:30");
    assert_eq!(get(&same, "/schedule", &[]).header("etag"), page.header("etag"));
    let after = before.at("2016-10-01T10:10");
    assert_ne!(get(&after, "/schedule", &[]).header("etag"), page.header("etag"));
}

#[test]
fn the_schedule_arrives_in_the_first_round_trip() {
    let site = TestSite::built_in();
    for url in ["/schedule", "/en/schedule"] {
        // Ten segments of TCP (RFC 6928), headers and all.
        let length = get(&site, url, &[("accept-encoding", "br")]).bytes.len();
        assert!(length < 13_000, "{url}: {length} bytes");
    }
}

#[test]
fn styles_are_asked_for_while_the_page_is_on_its_way() {
    let site = TestSite::built_in();
    let page = get(&site, PAGE, &[]);
    let styles: Vec<_> = page.attributes("href").into_iter().filter(|url| url.ends_with(".css")).collect();
    let expected: Vec<_> = styles.iter().map(|url| format!("<{url}>; rel=preload; as=style")).collect();
    // Those of every page. The third one is that of the menus, which are closed.
    assert_eq!((styles.len(), page.header("link")), (3, expected[..2].join(", ").as_str()));
}

/// Any of them may stand behind one load balancer or CDN.
#[test]
fn replicas_that_share_nothing_give_the_same_answers() {
    let replicas = [TestSite::built_in(), TestSite::built_in()];
    for url in [PAGE, "/schedule", "/en/schedule?q=aws", "/conference.0.css", "/islands.js"] {
        for coding in ["identity", "br", "gzip", "zstd"] {
            let [one, other] = replicas.each_ref().map(|site| get(site, url, &[("accept-encoding", coding)]));
            assert_eq!(one.header("etag"), other.header("etag"), "{url} as {coding}");
            assert!(one.bytes == other.bytes, "{url} as {coding}");
        }
    }
}

#[test]
fn ways_to_other_addresses_are_kept_for_minutes() {
    let site = TestSite::built_in();
    for url in ["/schedule/", "//schedule", "/Speakers", "/tags/AWS"] {
        let answer = site.get(url);
        assert_eq!(answer.status, StatusCode::PERMANENT_REDIRECT, "{url}");
        assert_eq!(answer.header("cache-control"), "max-age=300", "{url}");
    }
}

/// RFC 9110, section 13.1.1.
#[test]
fn who_wants_only_what_was_before_is_told_that_it_is_no_more() {
    let site = TestSite::built_in();
    let tag = site.get(PAGE).header("etag").to_owned();
    for (value, status) in [
        (tag.as_str(), StatusCode::OK),
        ("*", StatusCode::OK),
        ("\"other\"", StatusCode::PRECONDITION_FAILED),
        (&format!("W/{tag}"), StatusCode::PRECONDITION_FAILED),
    ] {
        let answer = get(&site, PAGE, &[("if-match", value)]);
        assert_eq!(answer.status, status, "{value}");
        let policy = if status == StatusCode::OK { "no-cache" } else { "no-store" };
        assert_eq!(answer.header("cache-control"), policy, "{value}");
    }
}
