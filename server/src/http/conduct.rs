//! What every request goes through: limits, the one form of its address, errors as pages, security headers, the log.

use std::{
    panic::AssertUnwindSafe,
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    Router,
    body::HttpBody as _,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
};
use futures_util::FutureExt as _;

use super::{
    address::{self, Address, lead_to},
    forwarded::{self, AlwaysSecure, Trusted},
    metrics::Metrics,
    problem,
    request_id::RequestId,
    suggestions::Turns,
};
use crate::{cache_policy::CachePolicy, router::App, security};

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

/// Whatever answers requests, with the treatment that all of them get.
pub(crate) fn conducted(app: &App, inside: Router) -> Router {
    inside.layer(middleware::from_fn_with_state(app.clone(), conduct))
}

/// Treats a request; whatever happens, there is an answer with all security headers.
async fn conduct(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let is_trusted = request.extensions().get::<Trusted>().is_some();
    let is_secure =
        request.extensions().get::<AlwaysSecure>().is_some() || (is_trusted && forwarded::is_secure(request.headers()));
    let id = match forwarded::request_id(request.headers()).filter(|_| is_trusted) {
        Some(id) => RequestId::Given(id.to_owned()),
        None => RequestId::own(),
    };
    let method = request.method().clone();
    // Errors are told in the form and language that the visitor likes; cloning a value of a header copies nothing.
    let mut wishes = HeaderMap::new();
    for name in [header::ACCEPT, header::ACCEPT_LANGUAGE] {
        for value in request.headers().get_all(&name) {
            wishes.append(&name, value.clone());
        }
    }
    let base_path = &app.library.urls().base_path;
    let verdict = judge(&mut request, base_path);
    let uri = request.uri().clone();
    let mut response = match verdict {
        Verdict::Answer(response) => response,
        Verdict::Proceed => {
            let answer = AssertUnwindSafe(next.run(request)).catch_unwind();
            match tokio::time::timeout(app.conduct.timeout, answer).await {
                Ok(Ok(response)) => response,
                // What panicked has said so in the log already, with its place.
                Ok(Err(_)) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
                Err(_) => (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, HeaderValue::from_static("10"))])
                    .into_response(),
            }
        }
    };
    let status = response.status();
    let is_error = status.is_client_error() || status.is_server_error();
    if is_error && !response.headers().contains_key(header::CONTENT_TYPE) {
        let explained = problem::explain(&app, uri.path(), &wishes, response);
        let explained = AssertUnwindSafe(explained).catch_unwind().await;
        response = explained.unwrap_or_else(|_| {
            let policy = [(header::CACHE_CONTROL, CachePolicy::Never.header())];
            (status, policy, "This page cannot be shown.\n").into_response()
        });
    }
    if is_error && method == Method::HEAD {
        without_body(&mut response);
    }
    if status.is_server_error() {
        // To be found in the log by whoever was shown the error.
        let value = HeaderValue::from_str(&id.text()).unwrap_or(HeaderValue::from_static("unknown"));
        response.headers_mut().insert("x-request-id", value);
    }
    security::add_headers(&mut response);
    if is_secure {
        response.headers_mut().insert(header::STRICT_TRANSPORT_SECURITY, HSTS);
    }
    let took = started.elapsed();
    if let Some(metrics) = &app.conduct.metrics {
        metrics.count(route(uri.path()), status.as_u16(), took);
    }
    if status.is_server_error() {
        tracing::error!(id = id.text(), %method, path = uri.path(), status = status.as_u16(), ?took, "request failed");
    } else if app.conduct.log_requests {
        tracing::info!(id = id.text(), %method, path = uri.path(), status = status.as_u16(), ?took, "request");
    }
    response
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
fn judge(request: &mut Request, base_path: &str) -> Verdict {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let allowed = [(header::ALLOW, HeaderValue::from_static("GET, HEAD"))];
        return Verdict::Answer((StatusCode::METHOD_NOT_ALLOWED, allowed).into_response());
    }
    if request.extensions().get::<Malformed>().is_some() {
        return Verdict::Answer(StatusCode::BAD_REQUEST.into_response());
    }
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    if address.len() > LONGEST {
        return Verdict::Answer(StatusCode::URI_TOO_LONG.into_response());
    }
    // The server in front of this one may have taken the base path away already.
    if let Some(rest) = address.strip_prefix(base_path).filter(|_| !base_path.is_empty()) {
        if rest.is_empty() || rest.starts_with('?') {
            return Verdict::Answer(lead_to(base_path, &format!("/{rest}")));
        }
        match rest.parse::<Uri>() {
            Ok(inner) if rest.starts_with('/') => *request.uri_mut() = inner,
            _ => {}
        }
    }
    match address::read(request.uri().path()) {
        Address::Normal => Verdict::Proceed,
        Address::Malformed => Verdict::Answer(StatusCode::BAD_REQUEST.into_response()),
        Address::Spelling(path) => match request.uri().query() {
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
