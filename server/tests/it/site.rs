//! A site for tests, asked through the router without a socket.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
    sync::Arc,
};

use app::{Offline, Preview, Urls};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode},
};
use server::{
    arguments::Build,
    clock::Clock,
    content::ContentFolder,
    http::Options,
    library::{Edition, Library},
    page_cache::PageCache,
    pictures::{Cache, Pictures},
    representation::Effort,
    router::router,
    state::App,
};
use tower::ServiceExt as _;

/// The repository, with the built-in content.
pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the server lies in the workspace").to_owned()
}

/// The program, with reports in English whatever the machine speaks.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_serverlessconf"));
    command.env("LC_ALL", "C");
    command
}

/// Where the tests keep pictures: a folder that cargo made for them.
fn cache() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache")
}

/// The folder of a fixture.
pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// The addresses of the public files.
fn public_files() -> Vec<String> {
    let names = fs::read_dir(repository().join("public")).expect("the folder can be read");
    let names = names.map(|entry| entry.expect("the folder can be read").file_name());
    let mut public: Vec<_> = names.map(|name| format!("/{}", name.to_string_lossy())).collect();
    public.sort_unstable();
    public
}

/// Copies a folder with everything in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the fixture can be read") {
        let entry = entry.expect("the fixture can be read");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a file can be copied");
        }
    }
}

pub(crate) struct TestSite {
    app: App,
    router: Router,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: String,
    pub(crate) bytes: Vec<u8>,
}

impl TestSite {
    /// ServerlessConf Tokyo 2016, on the day after it.
    pub(crate) fn built_in() -> Self {
        Self::open(&repository(), "2016-10-02T10:00")
    }

    pub(crate) fn from_dir(name: &str) -> Self {
        Self::open(&fixture(name), "2016-10-02T10:00")
    }

    /// A content folder at a moment of its event's time zone.
    pub(crate) fn open(content: &Path, now: &str) -> Self {
        Self::open_for(Preview::Off, content, now)
    }

    /// The built-in content below a path of its host.
    pub(crate) fn below(base_path: &str) -> Self {
        let base = format!("https://conference.test{base_path}");
        Self::open_with(&base, base_path, Preview::Off, &repository(), "2016-10-02T10:00")
    }

    /// The built-in content of a program that was not told its address.
    pub(crate) fn without_address() -> Self {
        Self::open_with("", "", Preview::Off, &repository(), "2016-10-02T10:00")
    }

    pub(crate) fn open_for(preview: Preview, content: &Path, now: &str) -> Self {
        Self::open_with("https://conference.test", "", preview, content, now)
    }

    fn open_with(base: &str, base_path: &str, preview: Preview, content: &Path, now: &str) -> Self {
        let urls = Urls {
            base: base.to_owned(),
            base_path: base_path.to_owned(),
            style: "/pkg/serverlessconf.css".to_owned(),
            module: "/pkg/serverlessconf.js".to_owned(),
            wasm: "/pkg/serverlessconf.wasm".to_owned(),
            public: public_files(),
            build: "0123456789abcdef".to_owned(),
            offline: Offline::Megabytes(8),
        };
        let clock = Clock::Fixed(now.parse().expect("a date and time"));
        let pictures = Pictures::new(Cache::open(cache()));
        let folder = ContentFolder::open(content, pictures.clone()).expect("the folder can be read");
        let library = Library::open(folder, urls, preview, clock);
        // What needs no build: the public files.
        let build = Build {
            site_root: Some(repository().join("public")),
            pkg_dir: "pkg".to_owned(),
            output_name: "serverlessconf".to_owned(),
        };
        let pages = Arc::new(PageCache::new(64_000_000, Effort::Most));
        Self::of(App {
            library: Arc::new(library),
            content: content.into(),
            pictures,
            pages,
            files: Arc::default(),
            build,
            clock,
            preview,
        })
    }

    fn of(app: App) -> Self {
        Self { router: router(app.clone(), &Options::default()), app }
    }

    /// The same site, still running, at a later moment.
    pub(crate) fn at(&self, now: &str) -> Self {
        Self::of(App { clock: Clock::Fixed(now.parse().expect("a date and time")), ..self.app.clone() })
    }

    /// What is published.
    pub(crate) fn edition(&self) -> Arc<Edition> {
        self.app.library.edition()
    }

    /// Reads the content again.
    pub(crate) fn reload(&self) -> Arc<Edition> {
        self.app.library.reload(self.app.clock)
    }

    /// Compresses the built files, as a server does after its start.
    pub(crate) fn prepare_files(&self) {
        self.app.files.prepare(&self.app.build);
    }

    pub(crate) fn get(&self, url: &str) -> Answer {
        self.request(Method::GET, url)
    }

    pub(crate) fn request(&self, method: Method, url: &str) -> Answer {
        self.request_with(method, url, &[])
    }

    pub(crate) fn request_with(&self, method: Method, url: &str, headers: &[(&str, &str)]) -> Answer {
        let request = Request::builder().method(method).uri(url);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let request = request.body(Body::empty()).expect("a valid request");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.expect("the router never fails");
            let (parts, body) = response.into_parts();
            let bytes = to_bytes(body, usize::MAX).await.expect("a body in memory");
            let body = String::from_utf8_lossy(&bytes).into_owned();
            Answer { status: parts.status, headers: parts.headers, body, bytes: bytes.into() }
        })
    }
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// What stands between `<main …>` and `</main>`.
    pub(crate) fn main(&self) -> &str {
        let start = self.body.find("<main").expect("every page has a main");
        let end = self.body.find("</main>").expect("main is closed");
        &self.body[start..end]
    }

    /// The opening tags of elements of a class, in document order.
    pub(crate) fn opening_tags(&self, element: &str, class: &str) -> Vec<&str> {
        let opening = format!("<{element} ");
        let tags = self.body.split(&opening).skip(1).filter_map(|rest| rest.split('>').next());
        let has_class = |tag: &&str| {
            let classes = tag.split("class=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            classes.split(' ').any(|own| own == class)
        };
        tags.filter(has_class).collect()
    }

    /// The values of an attribute, in document order.
    pub(crate) fn attributes(&self, name: &str) -> Vec<String> {
        let opening = format!(" {name}=\"");
        let values = self.body.split(&opening).skip(1);
        values.filter_map(|rest| rest.split('"').next()).map(|value| value.replace("&amp;", "&")).collect()
    }
}
