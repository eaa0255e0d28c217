//! Errors as answers: a page with ways out in the visitor's language, or text or JSON (RFC 9457) where those are asked for.

mod early;
mod suggestions;

use std::sync::Arc;

use app::{Preview, Problem, Site, Subject};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use conference::{
    Language,
    url::{self, Route},
};

use self::suggestions::{Limit, nearest_soon};
use crate::{cache_policy::CachePolicy, http::Explain, preview, render::render, representation::weighted, state::App};

/// Explains the errors of a site.
#[derive(Debug)]
pub(crate) struct ErrorPages {
    app: Arc<App>,
    suggestions: Limit,
}

impl ErrorPages {
    pub(crate) fn new(app: Arc<App>) -> Self {
        Self { app, suggestions: Limit::default() }
    }
}

/// A format of an answer, in the order in which they are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Page,
    Json,
    Plain,
}

const PAGE: &str = "text/html; charset=utf-8";
const JSON: &str = "application/problem+json";
const PLAIN: &str = "text/plain; charset=utf-8";

impl Explain for ErrorPages {
    async fn explain(&self, request: &Parts, mut response: Response) -> Response {
        let (status, path) = (response.status(), request.uri.path());
        let format = format(&request.headers);
        let (media_type, body) = match &self.app.library.edition().site {
            Some(site) => {
                let languages = &site.conference.event.languages;
                let language = language(path, &request.headers, languages);
                let nearest = match status {
                    StatusCode::NOT_FOUND => nearest_soon(&self.suggestions, &site.conference, language, path).await,
                    _ => Vec::new(),
                };
                let removed = Route::parse(path, "", languages).filter(|_| status == StatusCode::GONE);
                let reason = removed.and_then(|route| site.conference.reason_for_removal(&route.page).cloned());
                let problem = Problem { status: status.as_u16(), reason, nearest };
                match format {
                    Format::Page => {
                        let now = self.app.clock.now(&site.conference.event.timezone);
                        let rendered = render(site, Subject::Problem(language.clone(), problem), now).await;
                        *response.status_mut() = rendered.status;
                        (PAGE, rendered.html.into())
                    }
                    Format::Json => (JSON, json(site, language, &problem).into()),
                    Format::Plain => (PLAIN, plain(site, language, &problem).into()),
                }
            }
            // The overlay tells the problems of the event.
            None if self.app.preview == Preview::On && format == Format::Page => (PAGE, preview::EMPTY_PAGE.into()),
            None => {
                let (media_type, text) = early::explained(status, format, path, &request.headers);
                (media_type, text.into())
            }
        };
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        headers.insert(header::CACHE_CONTROL, CachePolicy::Never.header());
        headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
        headers.remove(header::CONTENT_LENGTH);
        *response.body_mut() = body;
        response
    }
}

fn json(site: &Site, language: &Language, problem: &Problem) -> String {
    let (title, detail) = app::problem_in_words(site, language, problem);
    let default = site.conference.event.default_language();
    let nearest: Vec<_> =
        problem.nearest.iter().map(|page| format!("{}{}", site.urls.base_path, page.path(language, default))).collect();
    let value = serde_json::json!({
        "type": "about:blank",
        "title": title,
        "status": problem.status,
        "detail": detail,
        "nearest": nearest,
    });
    format!("{value:#}\n")
}

fn plain(site: &Site, language: &Language, problem: &Problem) -> String {
    let (title, detail) = app::problem_in_words(site, language, problem);
    let default = site.conference.event.default_language();
    let mut text = format!("{} {title}\n{detail}\n", problem.status);
    for page in &problem.nearest {
        text.push_str(&format!("{}{}\n", site.urls.base_path, page.path(language, default)));
    }
    text
}

/// The language of the path, else the one that the visitor likes best (RFC 9110, section 12.5.4), else the default one.
fn language<'l>(path: &str, request: &HeaderMap, languages: &'l [Language]) -> &'l Language {
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
fn format(request: &HeaderMap) -> Format {
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
