//! Any bytes as the headers of a request: there is an answer, no error of the server, and it keeps to what was asked for.
#![no_main]

use std::{
    fs,
    sync::{Arc, LazyLock},
};

use app::{Preview, Urls};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderName, HeaderValue, Request, StatusCode, header},
};
use libfuzzer_sys::fuzz_target;
use server::{
    arguments::Build,
    clock::Clock,
    content::ContentFolder,
    http::{self, Options},
    library::Library,
    page_cache::PageCache,
    pictures::{Cache, Pictures},
    representation::Effort,
    router::router,
    state::App,
};
use tokio::runtime::{Builder, Runtime};
use tower::ServiceExt as _;

const URLS: [&str; 4] = ["/", "/schedule?q=x", "/content/news/file.txt", "/nowhere"];
const NAMES: [HeaderName; 12] = [
    header::ACCEPT,
    header::ACCEPT_ENCODING,
    header::ACCEPT_LANGUAGE,
    header::IF_MATCH,
    header::IF_NONE_MATCH,
    header::IF_RANGE,
    header::IF_MODIFIED_SINCE,
    header::IF_UNMODIFIED_SINCE,
    header::RANGE,
    HeaderName::from_static("x-forwarded-proto"),
    HeaderName::from_static("x-forwarded-for"),
    HeaderName::from_static("x-request-id"),
];

const EVENT: &str = "---\nname: x\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja, en]\n---\n";
const NEWS: &str = "---\ntitle: x\npublished: 2016-10-01\n---\n\nA [file](file.txt).\n";

/// A site of one article and one file.
static SITE: LazyLock<(Runtime, Router)> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("serverlessconf-fuzz-{}", std::process::id()));
    for (path, text) in [("program/event.md", EVENT), ("news/x.md", NEWS), ("news/file.txt", "0123456789")] {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("it is in a folder")).expect("it can be made");
        fs::write(file, text).expect("it can be written");
    }
    let clock = Clock::Fixed("2016-10-02T10:00".parse().expect("a date and time"));
    let pictures = Pictures::new(Cache::open(folder.join("cache")));
    let content = ContentFolder::open(&folder, pictures.clone()).expect("it was written");
    let build = Build { site_root: Some(folder.join("site")), pkg_dir: "pkg".to_owned(), output_name: "x".to_owned() };
    let app = App {
        library: Arc::new(Library::open(content, Urls::default(), Preview::Off, clock)),
        content: folder.as_path().into(),
        pictures,
        pages: Arc::new(PageCache::new(1_000_000, Effort::Most)),
        files: Arc::default(),
        build,
        clock,
        preview: Preview::Off,
    };
    (Builder::new_current_thread().enable_all().build().expect("a runtime"), router(app, &Options::default()))
});

fuzz_target!(|data: &[u8]| {
    let Some((url, lines)) = data.split_first() else { return };
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = URLS[usize::from(*url) % URLS.len()].parse().expect("a URL");
    http::trust(&mut request);
    for line in lines.split(|byte| *byte == b'\n') {
        if let Some((name, value)) = line.split_first()
            && let Ok(value) = HeaderValue::from_bytes(value)
        {
            request.headers_mut().append(&NAMES[usize::from(*name) % NAMES.len()], value);
        }
    }
    let (runtime, router) = &*SITE;
    runtime.block_on(async {
        let (parts, body) = router.clone().oneshot(request).await.expect("the router never fails").into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("the body is whole");
        assert!(!parts.status.is_server_error(), "{}", parts.status);
        match parts.status {
            StatusCode::NOT_MODIFIED => assert!(bytes.is_empty()),
            StatusCode::PARTIAL_CONTENT => assert!(parts.headers.contains_key(header::CONTENT_RANGE)),
            StatusCode::OK => assert!(parts.headers.contains_key(header::ETAG)),
            status => assert!(status.is_client_error() && !bytes.is_empty(), "{status}"),
        }
    });
});
