//! The security headers of every answer.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// The policy of pages: they load from this host alone, and run no inline script or style.
const CONTENT_SECURITY_POLICY: &str = concat!(
    "default-src 'none'; ",
    // 'wasm-unsafe-eval' lets the browser compile the module of the islands; it allows no eval of text.
    "script-src 'self' 'wasm-unsafe-eval'; ",
    "style-src 'self'; ",
    "img-src 'self'; ",
    // The wasm module, and in preview the stream of changes.
    "connect-src 'self'; ",
    // The service worker, and the description of the site as an application.
    "worker-src 'self'; ",
    "manifest-src 'self'; ",
    "base-uri 'none'; ",
    // The filter is a form of this site.
    "form-action 'self'; ",
    "frame-ancestors 'none'",
);

/// The security headers of every answer.
pub(crate) const HEADERS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
    (HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()"),
    (RESOURCE_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
];

/// The policy of a file of an author that is opened by itself: a drawing (SVG) can carry scripts, and none of them runs.
pub(crate) const FILES_OF_AUTHORS: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// Who may show a resource (Fetch standard, section 3.8).
pub(crate) const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The policy of pictures and files of authors: readers of feeds show them on pages of other hosts.
pub(crate) const FOR_EVERY_SITE: &str = "cross-origin";

/// Adds the headers; one that an answer set itself (the policies of pictures and files of authors) stays.
pub(crate) fn add_headers(headers: &mut HeaderMap) {
    // Entries of the cache have all of them already.
    let [.., (last, _)] = &HEADERS;
    if headers.contains_key(last) {
        return;
    }
    for (name, value) in HEADERS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}
