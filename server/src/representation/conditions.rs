//! Conditional requests (RFC 9110, section 13) by entity tags; responses have no modification date.

use axum::http::{HeaderMap, HeaderName, header};

/// The result of the conditions of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// The response is sent.
    Met,
    /// The client has the representation already (304).
    NotModified,
    /// The client requires another representation (412).
    Failed,
}

/// Strong comparison requires that neither tag is weak (section 8.8.3.2).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Strong,
    Weak,
}

impl Condition {
    /// Compares the conditions of a request with the entity tag of the answer, in the order of section 13.2.2.
    pub(crate) fn of(request: &HeaderMap, etag: &str) -> Self {
        let is_named = |name, comparison| names(request, name, etag, comparison);
        if request.contains_key(header::IF_MATCH) && !is_named(header::IF_MATCH, Comparison::Strong) {
            Self::Failed
        } else if is_named(header::IF_NONE_MATCH, Comparison::Weak) {
            Self::NotModified
        } else {
            Self::Met
        }
    }
}

/// Whether a part of the response fits the parts that the client has (section 13.1.5).
pub(crate) fn fits_parts(request: &HeaderMap, etag: Option<&str>) -> bool {
    request.get(header::IF_RANGE).is_none_or(|range| etag.is_some_and(|etag| range == etag))
}

/// Whether a list of entity tags contains this one.
fn names(request: &HeaderMap, name: HeaderName, etag: &str, comparison: Comparison) -> bool {
    request.get_all(name).iter().filter_map(|value| value.to_str().ok()).any(|value| {
        let mut rest = value.trim();
        if rest == "*" {
            return true;
        }
        // A tag may contain commas.
        while let Some((before, from)) = rest.split_once('"') {
            let Some((tag, after)) = from.split_once('"') else { return false };
            let is_comparable = comparison == Comparison::Weak || !before.ends_with("W/");
            if is_comparable && etag.trim_matches('"') == tag {
                return true;
            }
            rest = after;
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn headers(name: HeaderName, values: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(&name, HeaderValue::from_str(value).expect("a valid header"));
        }
        headers
    }

    #[test]
    fn entity_tags_are_compared_whole_and_strongly_where_bytes_have_to_be_the_same() {
        // Values, whether they match weakly, and whether they match strongly.
        for (values, weakly, strongly) in [
            (&["\"abc-br\""][..], true, true),
            (&["W/\"abc-br\""], true, false),
            (&["\"x\", \"abc-br\" , \"y\""], true, true),
            (&["W/\"x\", \"abc-br\""], true, true),
            (&["\"x\"", "\"abc-br\""], true, true),
            (&["*"], true, true),
            (&["\"a,b\", \"abc-br\""], true, true),
            (&["\"abc\""], false, false),
            (&["\"abc-gzip\""], false, false),
            (&["abc-br"], false, false),
            (&["\"abc-br"], false, false),
            (&[""], false, false),
        ] {
            let etag = "\"abc-br\"";
            let expected = if weakly { Condition::NotModified } else { Condition::Met };
            assert_eq!(Condition::of(&headers(header::IF_NONE_MATCH, values), etag), expected, "{values:?}");
            let expected = if strongly { Condition::Met } else { Condition::Failed };
            assert_eq!(Condition::of(&headers(header::IF_MATCH, values), etag), expected, "{values:?}");
        }
        assert_eq!(Condition::of(&HeaderMap::new(), "\"abc-br\""), Condition::Met);
    }

    #[test]
    fn parts_fit_those_of_the_same_tag_only() {
        for (value, expected) in
            [("\"abc\"", true), ("W/\"abc\"", false), ("\"old\"", false), ("Wed, 21 Oct 2015 07:28:00 GMT", false)]
        {
            assert_eq!(fits_parts(&headers(header::IF_RANGE, &[value]), Some("\"abc\"")), expected, "{value}");
        }
        assert!(fits_parts(&HeaderMap::new(), None));
        assert!(!fits_parts(&headers(header::IF_RANGE, &["\"abc\""]), None));
    }
}
