//! The security headers of every answer.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// The source of a policy that matches every site.
pub(crate) const ANY_SITE: &str = "*";

/// The source of a policy that matches no site, and stands alone.
const NO_SITE: &str = "'none'";

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
    // The schedule for frames on other sites has its own policy.
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

/// The header of exports: scripts on all sites may read them (Fetch Standard, section 3.3). Nothing in them depends on the
/// visitor.
pub(crate) const READABLE: (HeaderName, &str) = (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*");

/// Who may show a resource (Fetch standard, section 3.8).
pub(crate) const RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The policy of pictures and files of authors, which readers of feeds show on pages of other hosts, and of the schedule in
/// frames.
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

/// The policy of pages, for a page that these sites may show in a frame.
pub(crate) fn policy_of_frames(ancestors: &[String]) -> HeaderValue {
    // Browsers ignore `'none'` beside other sources.
    let ancestors = match ancestors.iter().any(|one| one == NO_SITE) {
        true => NO_SITE.to_owned(),
        false => ancestors.join(" "),
    };
    let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", &format!("frame-ancestors {ancestors}"));
    // The option refuses all other characters than visible ASCII.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static(CONTENT_SECURITY_POLICY))
}

/// Lets other sites load an answer into their pages.
pub(crate) fn open_to_all_sites(headers: &mut HeaderMap) {
    headers.insert(RESOURCE_POLICY, HeaderValue::from_static(FOR_EVERY_SITE));
}

/// Reads a site that may show a frame (Content Security Policy Level 3, section 6.4.2): `*`, `'self'`, `'none'`, or scheme and
/// host with an optional port.
///
/// # Errors
/// If it is none of them.
pub(crate) fn frame_ancestor(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let is_host = |host: &str| {
        let (name, port) = host.split_once(':').unwrap_or((host, "443"));
        let name = name.strip_prefix("*.").unwrap_or(name);
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
        !name.is_empty() && name.bytes().all(is_known) && is_port
    };
    match text {
        ANY_SITE | "'self'" | NO_SITE => Ok(text.to_owned()),
        "self" | "none" => Ok(format!("'{text}'")),
        _ if host.is_some_and(is_host) => Ok(text.to_owned()),
        _ => Err("it is no site; write scheme and host without a path, such as https://example.org".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_site_excludes_all_others() {
        let policy = policy_of_frames(&["https://a.example".to_owned(), NO_SITE.to_owned()]);
        assert!(policy.to_str().is_ok_and(|policy| policy.ends_with("frame-ancestors 'none'")), "{policy:?}");
    }

    #[test]
    fn a_site_is_a_scheme_and_a_host() {
        for (text, expected) in [
            ("*", Some("*")),
            ("none", Some("'none'")),
            ("'self'", Some("'self'")),
            ("https://example.org", Some("https://example.org")),
            ("https://*.example.org:8443", Some("https://*.example.org:8443")),
            ("example.org", None),
            ("https://", None),
            ("https://example.org/page", None),
            ("https://a; script-src *", None),
            ("https://b:", None),
            ("https://a.*", None),
            ("https://例え.jp", None),
        ] {
            assert_eq!(frame_ancestor(text).ok().as_deref(), expected, "{text}");
        }
    }
}
