//! Requests whose answers fail or never come, and the headers that all answers have.

use std::{path::Path, sync::Arc, time::Duration};

use app::{Preview, Urls};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
    routing::get,
};
use tower::ServiceExt as _;

use super::router;
use crate::{
    arguments::Build,
    clock::Clock,
    content::ContentFolder,
    error_pages::ErrorPages,
    http::{self, Options, Stack},
    library::Library,
    page_cache::PageCache,
    pictures::{Cache, Pictures},
    representation::Effort,
    security,
    state::App,
};

fn app(content: &Path) -> App {
    let pictures = Pictures::new(Cache::of_user());
    let folder = ContentFolder::open(content, pictures.clone()).expect("there is a folder");
    let clock = Clock::Fixed("2016-10-02T10:00".parse().expect("a date and time"));
    let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../public");
    App {
        library: Arc::new(Library::open(folder, Urls::default(), Preview::Off, clock)),
        content: content.into(),
        pictures,
        pages: Arc::new(PageCache::new(1_000_000, Effort::None)),
        files: Arc::default(),
        build: Build { site_root: Some(public), pkg_dir: "pkg".to_owned(), output_name: "serverlessconf".to_owned() },
        clock,
        preview: Preview::Off,
    }
}

fn minimal() -> App {
    app(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal"))
}

async fn panics() -> StatusCode {
    panic!("as it has to")
}

/// The site, with answers that no site should give.
fn failing(app: App, timeout: Duration) -> Router {
    let inside = Router::new()
        .route("/panics", get(panics))
        .route("/hangs", get(std::future::pending::<StatusCode>))
        .fallback_service(router(app.clone(), &Options::default()));
    let options = Options { timeout, ..Options::default() };
    Router::new().fallback_service(Stack::new(http::layers(inside, ErrorPages::new(Arc::new(app)), "", &options)))
}

const LONG: Duration = Duration::from_secs(600);

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    text: String,
}

async fn ask(router: &Router, method: Method, url: &str, headers: &[(&str, &str)]) -> Answer {
    let request = Request::builder().method(method).uri(url);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    let request = request.body(Body::empty()).expect("a valid request");
    let (parts, body) = router.clone().oneshot(request).await.expect("the router never fails").into_parts();
    let bytes = to_bytes(body, usize::MAX).await.expect("a body in memory");
    Answer { status: parts.status, headers: parts.headers, text: String::from_utf8_lossy(&bytes).into_owned() }
}

#[tokio::test]
async fn a_panic_is_answered_and_found_in_the_log_by_what_the_visitor_was_shown() {
    let router = failing(minimal(), LONG);
    let answer = ask(&router, Method::GET, "/panics", &[]).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert!(answer.headers.contains_key("x-request-id"));
    assert!(answer.text.contains("<main") && !answer.text.contains("as it has to"), "{}", answer.text);
    assert_eq!(ask(&router, Method::GET, "/", &[]).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_answer_that_does_not_begin_in_time_is_given_up() {
    let router = failing(minimal(), Duration::ZERO);
    let answer = ask(&router, Method::GET, "/hangs", &[("accept", "text/plain")]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.headers[header::RETRY_AFTER], "10");
    assert!(answer.text.starts_with("503 "), "{}", answer.text);
}

#[tokio::test]
async fn answers_of_every_status_have_every_security_header() {
    let folder = tempfile::tempdir().expect("a folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/minimal/program/event.md");
    std::fs::create_dir_all(folder.path().join("program")).expect("a folder");
    std::fs::create_dir_all(folder.path().join("interviews")).expect("a folder");
    std::fs::copy(from, folder.path().join("program/event.md")).expect("the fixture is there");
    let removed = "---\nremoved: Because.\n---\n";
    std::fs::write(folder.path().join("interviews/gone.md"), removed).expect("a file");
    std::fs::write(folder.path().join("interviews/slides.pdf"), "some bytes").expect("a file");
    let news = "---\ntitle: News\npublished: 2016-10-01\n---\n\n[Slides](../interviews/slides.pdf)\n";
    std::fs::create_dir_all(folder.path().join("news")).expect("a folder");
    std::fs::write(folder.path().join("news/slides.md"), news).expect("a file");
    let site = failing(app(folder.path()), LONG);
    let hurried = failing(minimal(), Duration::ZERO);
    let slides = "/content/interviews/slides.pdf";
    for (status, router, method, url, headers) in [
        (200, &site, Method::GET, "/", &[][..]),
        (206, &site, Method::GET, slides, &[("range", "bytes=0-3")]),
        (304, &site, Method::GET, "/", &[("if-none-match", "*")]),
        (308, &site, Method::GET, "/schedule/", &[]),
        (308, &site, Method::GET, "//schedule", &[]),
        (400, &site, Method::GET, "/%zz", &[]),
        (404, &site, Method::GET, "/nowhere", &[]),
        (405, &site, Method::POST, "/", &[]),
        (406, &site, Method::GET, "/", &[("accept-encoding", "identity;q=0")]),
        (410, &site, Method::GET, "/interviews/gone", &[]),
        (412, &site, Method::GET, "/", &[("if-match", "\"other\"")]),
        (416, &site, Method::GET, slides, &[("range", "bytes=100-")]),
        (500, &site, Method::GET, "/panics", &[]),
        (503, &hurried, Method::GET, "/hangs", &[]),
    ] {
        let answer = ask(router, method.clone(), url, headers).await;
        assert_eq!(answer.status.as_u16(), status, "{method} {url}");
        for (name, value) in security::HEADERS {
            let value = match &name {
                _ if url != slides || status != 206 => value,
                name if name == header::CONTENT_SECURITY_POLICY => security::FILES_OF_AUTHORS,
                name if name == security::RESOURCE_POLICY => security::FOR_EVERY_SITE,
                _ => value,
            };
            assert_eq!(answer.headers.get(&name).and_then(|own| own.to_str().ok()), Some(value), "{status}: {name}");
        }
        assert!(answer.headers.contains_key(header::CACHE_CONTROL), "{status}: who may keep it is said");
    }
}

#[tokio::test]
async fn the_head_of_an_error_says_how_long_it_would_be() {
    let router = failing(minimal(), LONG);
    // The last is one that no page is made for.
    for (url, headers) in
        [("/nowhere", &[][..]), ("/panics", &[]), ("/%zz", &[]), ("/", &[("accept-encoding", "identity;q=0")])]
    {
        let get = ask(&router, Method::GET, url, headers).await;
        let head = ask(&router, Method::HEAD, url, headers).await;
        assert_eq!((head.status, head.text.as_str()), (get.status, ""), "{url}");
        assert_eq!(head.headers[header::CONTENT_LENGTH], get.text.len().to_string(), "{url}");
    }
}

#[tokio::test]
async fn before_any_event_is_known_errors_are_told_as_they_are_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("program")).expect("a folder");
    let router = failing(app(folder.path()), LONG);
    for (status, method, url, accept, language, words) in [
        (503, Method::GET, "/", "*/*", "ja", "<html lang=\"ja\"><meta charset=\"utf-8\"><title>準備中です"),
        (503, Method::GET, "/", "text/html", "fr", "<html lang=\"en\"><meta charset=\"utf-8\"><title>Not ready"),
        (503, Method::GET, "/ja/", "text/plain", "en", "503 準備中です"),
        (503, Method::GET, "/", "application/json", "en", "\"status\": 503"),
        (405, Method::POST, "/", "text/plain", "en", "405 "),
        (400, Method::GET, "/%zz", "application/json", "ja", "\"status\": 400"),
        (404, Method::GET, "/pictures/none.avif", "text/plain", "ja", "404 ページが見つかりません"),
        (500, Method::GET, "/panics", "text/plain", "en", "500 "),
    ] {
        let answer = ask(&router, method, url, &[("accept", accept), ("accept-language", language)]).await;
        assert_eq!(answer.status.as_u16(), status, "{url}");
        assert!(answer.text.contains(words), "{words} is not in {}", answer.text);
        assert_eq!(answer.headers.contains_key(header::RETRY_AFTER), status == 503, "{url}");
    }
    // Editors check the files of the event that is to come.
    let schema = ask(&router, Method::GET, "/schema/event.json", &[]).await;
    assert!(schema.status == StatusCode::OK && schema.text.contains("json-schema.org"), "{}", schema.text);
}
