//! What every request goes through: limits, the one form of its address, errors as pages, security headers, the log.

use std::{
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use futures_util::FutureExt as _;

use super::{
    address::{self, Address},
    forwarded::{self, Trusted},
    metrics::Metrics,
    problem,
};
use crate::{router::App, security};

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
}

impl Default for Conduct {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(30), log_requests: false, metrics: None }
    }
}

/// Treats a request; whatever happens, there is an answer with all security headers.
pub(crate) async fn conduct(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let started = Instant::now();
    let is_trusted = request.extensions().get::<Trusted>().is_some();
    let is_secure = is_trusted && forwarded::is_secure(request.headers());
    let id = match forwarded::request_id(request.headers()).filter(|_| is_trusted) {
        Some(id) => RequestId::Given(id.to_owned()),
        None => RequestId::own(),
    };
    let method = request.method().clone();
    // Errors are told in the form and language that the visitor likes; cloning a value of a header copies nothing.
    let wishes: HeaderMap = [header::ACCEPT, header::ACCEPT_LANGUAGE]
        .into_iter()
        .filter_map(|name| Some((name.clone(), request.headers().get(name)?.clone())))
        .collect();
    let base_path = &app.library.urls().base_path;
    let verdict = judge(&mut request, base_path);
    let uri = request.uri().clone();
    let mut response = match verdict {
        Verdict::Answer(response) => response,
        Verdict::Proceed => {
            let answer = AssertUnwindSafe(next.run(request)).catch_unwind();
            match tokio::time::timeout(app.conduct.timeout, answer).await {
                Ok(Ok(response)) => response,
                // What panicked has said so on the standard error already, with its place.
                Ok(Err(_)) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
                Err(_) => (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, HeaderValue::from_static("10"))])
                    .into_response(),
            }
        }
    };
    let status = response.status();
    if (status.is_client_error() || status.is_server_error()) && !response.headers().contains_key(header::CONTENT_TYPE)
    {
        let explained =
            std::panic::catch_unwind(AssertUnwindSafe(|| problem::explain(&app, uri.path(), &wishes, response)));
        response = explained.unwrap_or_else(|_| (status, "This page cannot be shown.\n").into_response());
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
    let address = request.uri().path_and_query().map_or("/", |address| address.as_str());
    if address.len() > LONGEST {
        return Verdict::Answer(StatusCode::URI_TOO_LONG.into_response());
    }
    // The server in front of this one may have taken the base path away already.
    if let Some(rest) = address.strip_prefix(base_path).filter(|_| !base_path.is_empty()) {
        if rest.is_empty() || rest.starts_with('?') {
            return redirect(base_path, &format!("/{rest}"));
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
            Some(query) => redirect(base_path, &format!("{path}?{query}")),
            None => redirect(base_path, &path),
        },
    }
}

fn redirect(base_path: &str, address: &str) -> Verdict {
    Verdict::Answer(Redirect::permanent(&format!("{base_path}{address}")).into_response())
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

/// What tells a request from others in the log.
enum RequestId {
    Given(String),
    Own(u64),
}

impl RequestId {
    fn own() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self::Own(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// Its own ones begin with the number of the process: several write to one log.
    fn text(&self) -> String {
        match self {
            Self::Given(id) => id.clone(),
            Self::Own(number) => format!("{:x}-{number:x}", std::process::id()),
        }
    }
}
