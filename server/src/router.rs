//! Every URL that the program answers, as one table.

use std::{fs::Metadata, sync::Arc};

use app::{Preview, Site};
use axum::{
    Extension, Router,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse as _, Response},
    routing::get,
};
use conference::{
    picture::Content,
    url::{self, Page, Route},
};
use tower_http::services::ServeDir;

use crate::{
    arguments::Build,
    cache_policy::CachePolicy,
    clock::Clock,
    embedded::{self, Embedded},
    files::{self, Files, Label},
    http::{self, Conduct, Conducted, Gone, lead_to},
    library::{Edition, Library},
    pages::{self, Pages, hold},
    pictures::{Made, Pictures},
    preview,
    representation::{Representation, acceptable},
    security,
};

/// What the answers are made from.
#[derive(Clone, Debug)]
pub struct App {
    /// The content.
    pub library: Arc<Library>,
    /// The content folder, for the files beside the Markdown files.
    pub content: Arc<std::path::Path>,
    /// Their renditions.
    pub pictures: Pictures,
    /// Pages that were rendered.
    pub pages: Arc<Pages>,
    /// Built and public files.
    pub files: Arc<Files>,
    /// Where the built files are.
    pub build: Build,
    /// What time it is.
    pub clock: Clock,
    /// Whether pages renew themselves.
    pub preview: Preview,
    /// How requests are treated.
    pub conduct: Conduct,
}

/// The site as a router, for whatever answers with one.
pub fn router(app: App) -> Router {
    Router::new().fallback_service(site(app))
}

/// The site: every request gets the same treatment, and is answered by [`page`] or by the table of what is no page.
pub(crate) fn site(app: App) -> Conducted {
    let app = Arc::new(app);
    let mut table = Router::new()
        .route("/healthz", get(healthy))
        .route("/readyz", get(ready))
        .route(&format!("{}{{name}}", url::PICTURES), get(picture))
        .route(&format!("{}{{name}}", url::SCHEMAS), get(schema))
        .route(&format!("{}{{*path}}", url::ASSETS), get(asset));
    if app.preview == Preview::On {
        table = table.merge(preview::router());
    }
    let table = table.fallback(file_or_elsewhere).with_state(app.clone());
    Conducted::new(app, table)
}

/// That the program runs.
pub(crate) async fn healthy() -> Response {
    condition(StatusCode::OK, "ok\n")
}

/// Whether there is something to show.
async fn ready(State(app): State<Arc<App>>) -> Response {
    match app.library.edition().site {
        Some(_) => condition(StatusCode::OK, "ready\n"),
        None => condition(StatusCode::SERVICE_UNAVAILABLE, "the content has never been read without errors\n"),
    }
}

/// What load balancers are told about this program.
fn condition(status: StatusCode, words: &'static str) -> Response {
    (status, [(header::CACHE_CONTROL, CachePolicy::Never.header())], words).into_response()
}

/// A page; `None` where the address is not one of a page.
pub(crate) async fn page(app: &App, request: &Parts) -> Option<Response> {
    let uri = &request.uri;
    let edition = match app.library.present(app.clock) {
        Some(edition) => edition,
        // Something was to be published. What is no page does not wait for it.
        None => {
            let present = app.library.edition();
            let languages = &present.site.as_ref()?.conference.event.languages;
            Route::parse(uri.path(), uri.query().unwrap_or_default(), languages)?;
            app.library.renew_once(app.clock).await
        }
    };
    let site = edition.site.as_ref()?;
    let (languages, policy) = (&site.conference.event.languages, CachePolicy::Revalidate);
    let now = app.clock.now(&site.conference.event.timezone);
    let codings = acceptable(&request.headers);
    if let Some(page) = app.pages.kept(&edition, uri, now, codings) {
        return Some(page.answer(&request.method, &request.headers, policy));
    }
    let route = Route::parse(uri.path(), uri.query().unwrap_or_default(), languages)?;
    // A tag in another spelling.
    if matches!(route.page, Page::Tag(_)) && route.path(languages) != uri.path() {
        return Some(lead_to(&site.urls.base_path, &route.path(languages)));
    }
    let Some(page) = app.pages.page(&edition, route.clone(), now, codings).await else {
        return Some(elsewhere(site, &route));
    };
    let pages::Page { representation, room } = page;
    let answer = representation.answer(&request.method, &request.headers, policy);
    Some(match room {
        Some(room) => answer.map(|body| hold(body, room)),
        None => answer,
    })
}

/// A built or public file, or the way out.
async fn file_or_elsewhere(State(app): State<Arc<App>>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return http::unavailable() };
    let uri = request.uri();
    // Between two looks the content has become good.
    if Route::parse(uri.path(), uri.query().unwrap_or_default(), &site.conference.event.languages).is_some() {
        return http::unavailable();
    }
    if url::is_stylesheet(uri.path()) {
        return stylesheet(&edition, site, request).await;
    }
    match http::respelled(uri.path(), &site.conference.event.languages) {
        Some(path) => match uri.query() {
            Some(query) => lead_to(&site.urls.base_path, &format!("{path}?{query}")),
            None => lead_to(&site.urls.base_path, &path),
        },
        None => file(&app, request).await,
    }
}

/// Where an item was, or was never: the way to its present name, or the reason for its removal.
fn elsewhere(site: &Site, route: &Route) -> Response {
    let conference = &site.conference;
    if let Some(page) = conference.moved(&route.page) {
        let address = page.path(&route.language, conference.event.default_language());
        return lead_to(&site.urls.base_path, &address);
    }
    match conference.reason_for_removal(&route.page) {
        Some(reason) => (StatusCode::GONE, Extension(Gone(reason.clone()))).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// The stylesheet that comes from the conference; the present one under the name of a former one too, for pages that are
/// still open.
async fn stylesheet(edition: &Edition, site: &Site, request: Request) -> Response {
    let policy = if site.stylesheet == request.uri().path() { CachePolicy::Forever } else { CachePolicy::Revalidate };
    from_memory(&edition.stylesheet, request, policy).await
}

/// What is kept with its compressed forms.
async fn from_memory(kept: &Arc<Representation>, request: Request, policy: CachePolicy) -> Response {
    kept.make_soon(acceptable(request.headers())).await;
    kept.answer(request.method(), request.headers(), policy)
}

/// A file beside the Markdown files: only those that the conference knows.
async fn asset(State(app): State<Arc<App>>, Path(path): Path<String>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return StatusCode::NOT_FOUND.into_response() };
    // Of a picture only renditions are served: the file says where it was taken.
    let known = site.conference.assets.get(&path);
    let Some(known) = known.filter(|asset| matches!(asset.content, Content::File | Content::Image { .. })) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let file = app.content.join(&known.path);
    let is_other = |metadata: Metadata| edition.files.is_other(&known.path, known.digest, &metadata);
    let label = if tokio::fs::metadata(&file).await.is_ok_and(is_other) {
        Label::unknown()
    } else {
        let digest = blake3::Hash::from(known.digest).to_hex();
        Label::new(&digest[..32], None, CachePolicy::Revalidate)
    };
    let mut response = match label.without_content(request.headers()) {
        Some(response) => response,
        None => label.file(&file, request).await,
    };
    if files::is_content(response.status()) {
        let policy = HeaderValue::from_static(security::FILES_OF_AUTHORS);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// The JSON Schema of a kind of file, for editors.
async fn schema(State(app): State<Arc<App>>, Path(name): Path<String>, request: Request) -> Response {
    let Some(kind) = url::parse_schema(&name) else { return StatusCode::NOT_FOUND.into_response() };
    let make = || conference::schema::schema(kind);
    let schema = app.files.made(request.uri().path(), "application/schema+json", make);
    from_memory(&schema, request, CachePolicy::Revalidate).await
}

/// A rendition of a picture, made now where nobody has asked for it yet.
async fn picture(State(app): State<Arc<App>>, Path(name): Path<String>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return StatusCode::NOT_FOUND.into_response() };
    let Some(rendition) = site.conference.renditions.get(&name).cloned() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let label = Label::new(&name, Some(rendition.operation.encoding.media_type()), CachePolicy::Forever);
    if let Some(response) = label.without_content(request.headers()) {
        return response;
    }
    match app.pictures.make_soon(app.content.clone(), name, rendition).await {
        Ok(Made::File(file)) => label.file(&file, request).await,
        Ok(Made::Bytes(bytes)) => label.bytes(bytes),
        Err(error) => {
            tracing::warn!(%error, "a picture could not be made");
            StatusCode::NOT_FOUND.into_response()
        }
    }
}

/// A file of the build or of `public/`.
async fn file(app: &App, mut request: Request) -> Response {
    // `name.digest.css` against `name.css`.
    let name = request.uri().path().strip_prefix(&format!("/{}/", app.build.pkg_dir)).unwrap_or_default();
    let is_digest =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let rest = name.strip_prefix(&format!("{}.", app.build.output_name));
    let named_by_digest = rest
        .and_then(|rest| rest.split_once('.'))
        .is_some_and(|(digest, extension)| is_digest(digest) && matches!(extension, "css" | "js" | "wasm"));
    if request.uri().path().ends_with('/') {
        return StatusCode::NOT_FOUND.into_response();
    }
    let policy = if named_by_digest { CachePolicy::Forever } else { CachePolicy::Revalidate };
    if let Some(kept) = app.files.find(&app.build, app.preview, request.uri().path()) {
        return from_memory(&kept, request, policy).await;
    }
    let mut response = match app.build.folder() {
        Some(folder) => {
            files::keep_usable_range(request.method().clone(), request.headers_mut(), None);
            let mut files = ServeDir::new(folder).append_index_html_on_directories(false);
            files::answered(files.try_call(request).await)
        }
        None => match embedded::site_file(request.uri().path().trim_start_matches('/')) {
            Some(Embedded { bytes, media_type }) => ([(header::CONTENT_TYPE, media_type)], bytes).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
    };
    if files::is_content(response.status()) {
        response.headers_mut().insert(header::CACHE_CONTROL, policy.header());
    }
    response
}
