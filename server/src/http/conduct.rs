//! What every request goes through: limits, the one form of its address, errors as pages, security headers, the log.

use std::{
    convert::Infallible,
    panic::AssertUnwindSafe,
    sync::Arc,
    task::{Context, Poll},
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::{Body, HttpBody as _},
    extract::Request,
    http::{HeaderValue, Method, StatusCode, Uri, header, request::Parts},
    response::{IntoResponse as _, Response},
};
use futures_util::{FutureExt as _, future::BoxFuture};
use tower::{Service, ServiceExt as _};

use super::{
    address::{self, Address, lead_to},
    forwarded::{self, AlwaysSecure, Trusted},
    metrics::Metrics,
    problem, request_id,
    suggestions::Turns,
};
use crate::{
    cache_policy::CachePolicy,
    router::{self, App},
    security,
};

/// The longest address that is read, path and query, in bytes. Those of this site are shorter.
const LONGEST: usize = 4096;

/// For a year. Subdomains are somebody else's.
const HSTS: HeaderValue = HeaderValue::from_static("max-age=31536000");

/// How requests are treated.
#[derive(Clone, Debug)]
pub struct Conduct {
    /// After this time an answer that has not begun is given up.
    pub timeout: Duration,
    /// Whether every request is logged, and not only those that fail.
    pub log_requests: bool,
    /// Where requests are counted.
    pub metrics: Option<Arc<Metrics>>,
    /// Who may be told of the addresses that are nearest to a mistaken one.
    pub(crate) suggestions: Turns,
}

/// Set on requests whose form is against the protocol, but which could be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Malformed;

impl Default for Conduct {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(30), log_requests: false, metrics: None, suggestions: Turns::default() }
    }
}

/// A site whose requests all get the same treatment.
#[derive(Clone, Debug)]
pub(crate) struct Conducted {
    app: Arc<App>,
    /// What is no page.
    table: Router,
}

impl Service<Request> for Conducted {
    type Response = Response;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let site = self.clone();
        Box::pin(async move { Ok(site.answer(request).await) })
    }
}

impl Conducted {
    pub(crate) fn new(app: Arc<App>, table: Router) -> Self {
        Self { app, table }
    }

    /// Treats a request; whatever happens, there is an answer with all security headers.
    pub(crate) async fn answer(&self, request: Request) -> Response {
        let started = Instant::now();
        let Conduct { timeout, metrics, log_requests, .. } = &self.app.conduct;
        let (mut request, body) = request.into_parts();
        let mut response = match judge(&mut request, &self.app.library.urls().base_path) {
            Verdict::Answer(response) => response,
            Verdict::Proceed => {
                let answer = AssertUnwindSafe(self.page_or_other(&request, body)).catch_unwind();
                match tokio::time::timeout(*timeout, answer).await {
                    Ok(Ok(response)) => response,
                    // What panicked has said so in the log already, with its place.
                    Ok(Err(_)) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
                    Err(_) => {
                        (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, HeaderValue::from_static("10"))])
                            .into_response()
                    }
                }
            }
        };
        let status = response.status();
        let is_error = status.is_client_error() || status.is_server_error();
        let path = request.uri.path();
        if is_error && !response.headers().contains_key(header::CONTENT_TYPE) {
            let explained = problem::explain(&self.app, path, &request.headers, response);
            let explained = AssertUnwindSafe(explained).catch_unwind().await;
            response = explained.unwrap_or_else(|_| {
                let policy = [(header::CACHE_CONTROL, CachePolicy::Never.header())];
                (status, policy, "This page cannot be shown.\n").into_response()
            });
        }
        if is_error && request.method == Method::HEAD {
            without_body(&mut response);
        }
        security::add_headers(response.headers_mut());
        let is_trusted = request.extensions.get::<Trusted>().is_some();
        let is_always_secure = request.extensions.get::<AlwaysSecure>().is_some();
        if is_always_secure || (is_trusted && forwarded::is_secure(&request.headers)) {
            response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
        }
        let took = started.elapsed();
        if let Some(metrics) = metrics {
            metrics.count(route(path), status.as_u16(), took);
        }
        if status.is_server_error() || *log_requests {
            let (method, status) = (&request.method, status.as_u16());
            let id = request_id::of(&request.headers, is_trusted);
            if response.status().is_server_error() {
                // To be found in the log by whoever was shown the error.
                let value = HeaderValue::from_str(&id).unwrap_or(HeaderValue::from_static("unknown"));
                response.headers_mut().insert("x-request-id", value);
                tracing::error!(id, %method, path, status, ?took, "request failed");
            } else {
                tracing::info!(id, %method, path, status, ?took, "request");
            }
        }
        response
    }

    /// Pages do not go through the table: they are what nearly everybody asks for.
    async fn page_or_other(&self, request: &Parts, body: Body) -> Response {
        match router::page(&self.app, request).await {
            Some(response) => response,
            None => {
                let request = Request::from_parts(request.clone(), body);
                self.table.clone().oneshot(request).await.unwrap_or_else(|never| match never {})
            }
        }
    }
}

/// Takes the body away, and leaves its length. A server for HTTP would do that itself, but there are others.
fn without_body(response: &mut Response) {
    let body = std::mem::take(response.body_mut());
    if let Some(length) = body.size_hint().exact() {
        response.headers_mut().entry(header::CONTENT_LENGTH).or_insert(HeaderValue::from(length));
    }
}

/// What is to be done with a request.
enum Verdict {
    Proceed,
    Answer(Response),
}

/// Looks at the method and the address, which is from then on without the base path.
fn judge(request: &mut Parts, base_path: &str) -> Verdict {
    if !matches!(request.method, Method::GET | Method::HEAD) {
        let allowed = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return Verdict::Answer((StatusCode::METHOD_NOT_ALLOWED, allowed).into_response());
    }
    if request.extensions.get::<Malformed>().is_some() {
        return Verdict::Answer(StatusCode::BAD_REQUEST.into_response());
    }
    let address = request.uri.path_and_query().map_or("/", |address| address.as_str());
    if address.len() > LONGEST {
        return Verdict::Answer(StatusCode::URI_TOO_LONG.into_response());
    }
    // The server in front of this one may have taken the base path away already.
    if let Some(rest) = address.strip_prefix(base_path).filter(|_| !base_path.is_empty()) {
        if rest.is_empty() || rest.starts_with('?') {
            return Verdict::Answer(lead_to(base_path, &format!("/{rest}")));
        }
        match rest.parse::<Uri>() {
            Ok(inner) if rest.starts_with('/') => request.uri = inner,
            _ => {}
        }
    }
    match address::read(request.uri.path()) {
        Address::Normal => Verdict::Proceed,
        Address::Malformed => Verdict::Answer(StatusCode::BAD_REQUEST.into_response()),
        Address::Spelling(path) => match request.uri.query() {
            Some(query) => Verdict::Answer(lead_to(base_path, &format!("{path}?{query}"))),
            None => Verdict::Answer(lead_to(base_path, &path)),
        },
    }
}

/// The kind of page, for the figures: as many as there are kinds, whatever is asked for.
fn route(path: &str) -> &'static str {
    let mut names = path.split('/').skip(1);
    let first = names.next().unwrap_or_default();
    // The prefix of a language.
    let first = if first.len() == 2 { names.next().unwrap_or(first) } else { first };
    let has_item = names.next().is_some_and(|name| !name.is_empty());
    match (first, has_item) {
        ("", _) => "home",
        ("schedule", _) => "schedule",
        ("sessions", _) => "session",
        ("speakers", false) => "speakers",
        ("speakers", true) => "speaker",
        ("interviews", false) => "interviews",
        ("interviews", true) => "interview",
        ("news", false) => "news",
        ("news", true) => "article",
        ("tags", _) => "tags",
        ("about", _) => "about",
        ("pictures", _) => "picture",
        _ => "file",
    }
}

#[cfg(test)]
mod tests;
