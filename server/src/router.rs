//! Every URL that the program answers, as one table.

use std::sync::Arc;

use app::{Now, Preview, Site};
use axum::{
    Router,
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header},
    middleware,
    response::{IntoResponse as _, Redirect, Response},
    routing::get,
};
use conference::{Language, url, url::Route};
use tower_http::services::{ServeDir, ServeFile};

use crate::{
    arguments::Build,
    cache_policy::CachePolicy,
    clock::Clock,
    embedded::{self, Embedded},
    library::Library,
    preview, security,
};

/// What the answers are made from.
#[derive(Clone, Debug)]
pub struct App {
    /// The content.
    pub library: Arc<Library>,
    /// The content folder, for the files beside the Markdown files.
    pub content: Arc<std::path::Path>,
    /// Where the built files are.
    pub build: Build,
    /// What time it is.
    pub clock: Clock,
    /// Whether pages renew themselves.
    pub preview: Preview,
}

/// Makes the router.
pub fn router(app: App) -> Router {
    let mut router =
        Router::new().route(url::STYLESHEET, get(stylesheet)).route(&format!("{}{{*path}}", url::ASSETS), get(asset));
    if app.preview == Preview::On {
        router = router.merge(preview::router());
    }
    router.fallback(page_or_file).layer(middleware::map_response(security::add_headers)).with_state(app)
}

/// A page, a built or public file, or the way out.
async fn page_or_file(State(app): State<App>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")]).into_response();
    }
    let edition = match app.library.present(app.clock) {
        Some(edition) => edition,
        // Reading takes a while: not where other requests are answered.
        None => {
            let App { library, clock, .. } = app.clone();
            match tokio::task::spawn_blocking(move || library.renew(clock)).await {
                Ok(edition) => edition,
                Err(_) => app.library.edition(),
            }
        }
    };
    let Some(site) = &edition.site else { return unusable(&app) };
    let languages = &site.conference.event.languages;
    let now = app.clock.now(&site.conference.event.timezone);
    let uri = request.uri().clone();
    match Route::parse(uri.path(), uri.query().unwrap_or_default(), languages) {
        Some(route) => match app::render(site, &route, now) {
            Some(html) => document(StatusCode::OK, CachePolicy::Revalidate, html),
            None => elsewhere(site, &route, now),
        },
        None => match respelled(&uri, languages) {
            Some(address) => Redirect::permanent(&address).into_response(),
            None => {
                let response = file(&app, request).await;
                if response.status() != StatusCode::NOT_FOUND {
                    return response;
                }
                not_found(site, language_of(uri.path(), languages), now)
            }
        },
    }
}

/// The address with or without a slash at the end, if that is a page.
fn respelled(uri: &Uri, languages: &[Language]) -> Option<String> {
    let path = uri.path();
    let other = path.strip_suffix('/').map_or_else(|| format!("{path}/"), str::to_owned);
    // A path that starts with two slashes would lead to another host.
    Route::parse(&other, "", languages).filter(|_| !other.starts_with("//"))?;
    Some(match uri.query() {
        Some(query) => format!("{other}?{query}"),
        None => other,
    })
}

/// Where an item was, or was never: the way to its present name, the reason for its removal, or ways out.
fn elsewhere(site: &Site, route: &Route, now: Now) -> Response {
    let conference = &site.conference;
    if let Some(page) = conference.moved(&route.page) {
        let address = page.path(&route.language, conference.event.default_language());
        return Redirect::permanent(&address).into_response();
    }
    match conference.reason_for_removal(&route.page) {
        Some(reason) => {
            let html = app::render_gone(site, &route.language, reason, now);
            document(StatusCode::GONE, CachePolicy::Never, html)
        }
        None => not_found(site, &route.language, now),
    }
}

fn not_found(site: &Site, language: &Language, now: Now) -> Response {
    document(StatusCode::NOT_FOUND, CachePolicy::Never, app::render_not_found(site, language, now))
}

/// The language that a path begins with, or the default one.
fn language_of<'l>(path: &str, languages: &'l [Language]) -> &'l Language {
    let first = path.split('/').nth(1).unwrap_or_default();
    languages.iter().find(|language| language.as_str() == first).unwrap_or(&languages[0])
}

/// While there has never been a usable event: nothing to show but, in preview, what is wrong.
fn unusable(app: &App) -> Response {
    let html = match app.preview {
        Preview::On => preview::EMPTY_PAGE,
        Preview::Off => {
            "<!DOCTYPE html><title>Not ready</title><p>This site is not ready yet. Please come back soon.\n"
        }
    };
    document(StatusCode::SERVICE_UNAVAILABLE, CachePolicy::Never, html.to_owned())
}

fn document(status: StatusCode, policy: CachePolicy, html: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8")),
        (header::CACHE_CONTROL, policy.header()),
    ];
    (status, headers, html).into_response()
}

/// The stylesheet that comes from the conference; its URL names the revision.
async fn stylesheet(State(app): State<App>, uri: Uri) -> Response {
    let edition = app.library.edition();
    let current =
        edition.site.as_ref().is_some_and(|site| url::stylesheet(site.conference.revision) == uri.to_string());
    let policy = if current { CachePolicy::Forever } else { CachePolicy::Revalidate };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8")),
        (header::CACHE_CONTROL, policy.header()),
    ];
    (headers, edition.stylesheet.clone()).into_response()
}

/// A file beside the Markdown files: only those that the conference knows.
async fn asset(State(app): State<App>, Path(path): Path<String>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return StatusCode::NOT_FOUND.into_response() };
    let event = &site.conference.event;
    let Some(known) = site.conference.assets.get(&path) else {
        return not_found(site, event.default_language(), app.clock.now(&event.timezone));
    };
    let mut response = serve(ServeFile::new(app.content.join(&known.path)).try_call(request).await);
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, CachePolicy::Revalidate.header());
    // A drawing (SVG) can carry scripts: opened by itself it runs none and loads nothing.
    let policy = HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    response
}

/// A file of the build or of `public/`.
async fn file(app: &App, request: Request) -> Response {
    // `name.digest.css` against `name.css`.
    let name = request.uri().path().strip_prefix(&format!("/{}/", app.build.pkg_dir)).unwrap_or_default();
    let named_by_digest = name.matches('.').count() == 2 && name.starts_with(&format!("{}.", app.build.output_name));
    if request.uri().path().ends_with('/') {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = match app.build.folder() {
        Some(folder) => {
            let mut files = ServeDir::new(folder).append_index_html_on_directories(false);
            serve(files.try_call(request).await)
        }
        None => match embedded::site_file(request.uri().path().trim_start_matches('/')) {
            Some(Embedded { bytes, media_type }) => ([(header::CONTENT_TYPE, media_type)], bytes).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
    };
    let forever = named_by_digest && response.status().is_success();
    let policy = if forever { CachePolicy::Forever } else { CachePolicy::Revalidate };
    response.headers_mut().insert(header::CACHE_CONTROL, policy.header());
    response
}

fn serve<B>(result: std::io::Result<axum::http::Response<B>>) -> Response
where
    B: axum::body::HttpBody<Data = axum::body::Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    match result {
        Ok(response) => response.map(Body::new),
        // A name that no file can have.
        Err(error) if error.kind() == std::io::ErrorKind::InvalidFilename => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a file could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
