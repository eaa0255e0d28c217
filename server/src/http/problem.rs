//! Errors as answers: a page with ways out in the visitor's language, or text or JSON (RFC 9457) where those are asked for.

mod early;

use app::{Preview, Problem, Site};
use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use conference::{Language, Text};

use super::suggestions::nearest_soon;
use crate::{cache_policy::CachePolicy, preview, representation::weighted, router::App};

/// Set on an answer with the status 410: why the item was removed.
#[derive(Clone, Debug)]
pub(crate) struct Gone(pub(crate) Text);

/// A form of an answer, in the order in which they are preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Page,
    Json,
    Plain,
}

const PAGE: &str = "text/html; charset=utf-8";
const JSON: &str = "application/problem+json";
const PLAIN: &str = "text/plain; charset=utf-8";

/// Gives an answer that has a status and nothing else its body.
pub(super) async fn explain(app: &App, path: &str, request: &HeaderMap, mut response: Response) -> Response {
    let status = response.status();
    let form = form(request);
    let (media_type, body) = match &app.library.edition().site {
        Some(site) => {
            let language = language(path, request, &site.conference.event.languages);
            let reason = response.extensions_mut().remove::<Gone>();
            let nearest = match status {
                StatusCode::NOT_FOUND => nearest_soon(&app.conduct.suggestions, &site.conference, language, path).await,
                _ => Vec::new(),
            };
            let problem = Problem { status: status.as_u16(), reason: reason.map(|Gone(reason)| reason), nearest };
            match form {
                Form::Page => {
                    let now = app.clock.now(&site.conference.event.timezone);
                    (PAGE, app::render_problem(site, language, &problem, now))
                }
                Form::Json => (JSON, json(site, language, &problem)),
                Form::Plain => (PLAIN, plain(site, language, &problem)),
            }
        }
        // The overlay says what is wrong with the event.
        None if app.preview == Preview::On && form == Form::Page => (PAGE, preview::EMPTY_PAGE.to_owned()),
        None => early::explained(status, form, path, request),
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
    headers.insert(header::CACHE_CONTROL, CachePolicy::Never.header());
    headers.insert(header::VARY, HeaderValue::from_static("accept, accept-language"));
    headers.remove(header::CONTENT_LENGTH);
    *response.body_mut() = body.into();
    response
}

/// While there has never been a usable event there is nothing to show.
pub(crate) fn unavailable() -> Response {
    (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, HeaderValue::from_static("10"))]).into_response()
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
    let first = path.split('/').nth(1).unwrap_or_default();
    if let Some(language) = languages.iter().find(|language| language.as_str() == first) {
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

/// What the client asks for by name; a page where it names nothing of it (RFC 9110, section 12.5.1).
fn form(request: &HeaderMap) -> Form {
    let named = |range: &String| match range.to_ascii_lowercase().as_str() {
        "text/html" | "application/xhtml+xml" | "text/*" | "*/*" => Some(Form::Page),
        "application/json" | "application/problem+json" => Some(Form::Json),
        "text/plain" => Some(Form::Plain),
        _ => None,
    };
    liked(request, header::ACCEPT).iter().find_map(named).unwrap_or(Form::Page)
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
            ("", Form::Page),
            ("*/*", Form::Page),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Form::Page),
            ("application/json", Form::Json),
            ("application/problem+json", Form::Json),
            ("application/json;q=0.5, text/plain", Form::Plain),
            ("text/plain;q=0, text/html;q=0.1", Form::Page),
            ("image/avif,image/webp,*/*;q=0.8", Form::Page),
            ("nonsense;q=x,;;,", Form::Page),
            ("application/json;Q=0, text/plain", Form::Plain),
            ("application/json; q = 0, text/plain;q=0.1", Form::Plain),
        ] {
            assert_eq!(form(&headers(header::ACCEPT, accept)), expected, "{accept}");
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
