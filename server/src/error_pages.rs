//! Errors as answers: a page with ways out in the visitor's language, or text or JSON (RFC 9457) if the client asks for it.

mod early;
mod suggestions;

use std::sync::Arc;

use app::{Preview, Problem, Site, Subject};
use axum::{
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::Response,
};
use conference::{Language, url::Route};

use self::suggestions::{Limit, nearest_soon};
use crate::{
    cache_policy::CachePolicy,
    http::Explain,
    negotiation::{Format, JSON, PAGE, PLAIN, format, language},
    preview,
    render::render,
    state::App,
};

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
