//! The answers of one representation.

use axum::{
    body::to_bytes,
    http::{HeaderMap, Method, header},
};

use super::*;

const TEXT: &str = "A page with words that come again, and again, and again, and again, and again, and again.";

fn page(text: &str) -> Representation {
    Representation::new(text.repeat(50), "text/html; charset=utf-8", Effort::Most)
}

/// The headers and the bytes of the answer in a coding.
async fn answer(representation: &Representation, coding: &'static str) -> (HeaderMap, Bytes) {
    let request = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(coding))]);
    let (head, body) = representation.answer(&Method::GET, &request, CachePolicy::Revalidate).into_parts();
    (head.headers, to_bytes(body, usize::MAX).await.expect("it is in memory"))
}

#[tokio::test]
async fn a_compact_representation_is_lighter_and_answers_the_same() {
    let (whole, mut compact) = (page(TEXT), page(TEXT));
    for one in [&whole, &compact] {
        one.prepare();
    }
    compact.make_compact();
    assert!(compact.weight() < whole.weight() / 2, "{} {}", compact.weight(), whole.weight());
    let identity = acceptable(&HeaderMap::new());
    assert!(whole.is_made(identity) && !compact.is_made(identity));
    for coding in ["br", "gzip", "identity", "zstd"] {
        assert_eq!(answer(&whole, coding).await, answer(&compact, coding).await, "{coding}");
    }
    let again = compact.with_original().expect("it was compact");
    again.make(acceptable(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static("zstd"))])));
    assert!(again.is_made(identity) && again.with_original().is_none());
    assert_eq!((again.weight(), again.most()), (whole.weight(), whole.most()));
    assert!(whole.weight() <= whole.most());
}

#[test]
fn a_text_that_cannot_be_compressed_stays_whole() {
    let mut short = Representation::new("x", "text/plain", Effort::Most);
    short.prepare();
    short.make_compact();
    assert!(short.is_made(Codings::IDENTITY));
    // Without compression there is nothing to make it of.
    let mut plain = Representation::new(TEXT.repeat(50), "text/plain", Effort::None);
    plain.prepare();
    plain.make_compact();
    assert!(plain.is_made(Codings::IDENTITY));
}

#[tokio::test]
async fn answers_of_a_kind_have_their_own_tags_and_lengths() {
    let (one, other) = (page(TEXT), page("Another text, and another, and another."));
    for (representation, text) in [(&one, TEXT), (&other, "Another text, and another, and another.")] {
        let (headers, body) = answer(representation, "identity").await;
        assert_eq!(body, text.repeat(50));
        assert_eq!(headers[header::CONTENT_LENGTH], body.len().to_string());
        assert_eq!(headers[header::ETAG], format!("\"{}\"", &blake3::hash(&body).to_hex()[..16]));
    }
}
