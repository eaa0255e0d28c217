//! The format and the language that a client asks for (RFC 9110, section 12.5).

use axum::http::{HeaderMap, header};
use conference::{Language, url};

use crate::representation::weighted;

/// A format of an answer, in the order in which they are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Page,
    Json,
    Plain,
}

pub(crate) const PAGE: &str = "text/html; charset=utf-8";
pub(crate) const JSON: &str = "application/problem+json";
pub(crate) const PLAIN: &str = "text/plain; charset=utf-8";

/// The language of the path, else the one that the visitor likes best (RFC 9110, section 12.5.4), else the default one.
pub(crate) fn language<'l>(path: &str, request: &HeaderMap, languages: &'l [Language]) -> &'l Language {
    if let Some(language) = url::named_language(path, languages) {
        return language;
    }
    let liked = liked(request, header::ACCEPT_LANGUAGE);
    let known = |range: &str| {
        let primary = range.split('-').next().unwrap_or_default();
        languages.iter().find(|language| {
            language.as_str().eq_ignore_ascii_case(range) || language.as_str().eq_ignore_ascii_case(primary)
        })
    };
    liked.iter().find_map(|range| known(range)).unwrap_or(&languages[0])
}

/// The format that the client names; a page if it names none of them (RFC 9110, section 12.5.1).
pub(crate) fn format(request: &HeaderMap) -> Format {
    let named = |range: &String| match range.to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" | "text/*" | "*/*" => Some(Format::Page),
        "application/json" | "application/problem+json" => Some(Format::Json),
        "text/plain" => Some(Format::Plain),
        _ => None,
    };
    liked(request, header::ACCEPT).iter().find_map(named).unwrap_or(Format::Page)
}

/// The elements of a list that are not refused, those with the greatest weight first.
fn liked(request: &HeaderMap, name: header::HeaderName) -> Vec<String> {
    let values = request.get_all(name).iter().filter_map(|value| value.to_str().ok());
    let elements = values.flat_map(|value| value.split(',')).take(32);
    let mut found: Vec<_> = elements.filter_map(weighted).filter(|(_, weight)| *weight > 0).collect();
    found.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    found.into_iter().map(|(range, _)| range.to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn headers(name: header::HeaderName, value: &str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_str(value).expect("a valid header"))])
    }

    #[test]
    fn a_page_unless_something_else_is_asked_for() {
        for (accept, expected) in [
            ("", Format::Page),
            ("*/*", Format::Page),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Format::Page),
            ("application/json", Format::Json),
            ("application/problem+json", Format::Json),
            ("application/json;q=0.5, text/plain", Format::Plain),
            ("text/plain;q=0, text/html;q=0.1", Format::Page),
            ("image/avif,image/webp,*/*;q=0.8", Format::Page),
            ("nonsense;q=x,;;,", Format::Page),
            ("application/json;Q=0, text/plain", Format::Plain),
            ("application/json; q = 0, text/plain;q=0.1", Format::Plain),
        ] {
            assert_eq!(format(&headers(header::ACCEPT, accept)), expected, "{accept}");
        }
    }

    #[test]
    fn the_language_is_that_of_the_address_or_of_the_visitor() {
        let languages = ["ja", "en"].map(|tag| Language::parse(tag).expect("a valid tag"));
        for (path, accepted, expected) in [
            ("/no", "", "ja"),
            ("/en/no", "ja", "en"),
            ("/no", "en-GB,en;q=0.9", "en"),
            ("/no", "fr, en;q=0.3, ja;q=0.2", "en"),
            ("/no", "fr", "ja"),
            ("/no", "en;q=0", "ja"),
        ] {
            let found = language(path, &headers(header::ACCEPT_LANGUAGE, accepted), &languages);
            assert_eq!(found.as_str(), expected, "{path} {accepted}");
        }
    }
}
