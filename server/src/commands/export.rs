//! `serverlessconf export`: the whole site as files for any static host, the same bytes that the server answers.

mod hosts;
mod places;
mod references;
mod staging;
mod urls;

use std::{
    io,
    num::NonZero,
    path::{Path, PathBuf},
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
    thread::available_parallelism,
    time::Instant,
};

use anyhow::{Context as _, bail};
use app::Preview;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderValue, Request, StatusCode, header},
    response::Response,
};
use conference::diagnostic::{Count, Severity};
use indicatif::{ProgressBar, ProgressStyle};
use tokio::{
    runtime::{Builder, Runtime},
    task::JoinSet,
};
use tower::ServiceExt as _;

use crate::{
    arguments::{Build, Export},
    cache_policy::CachePolicy,
    content::FOLDERS,
    files::Files,
    http,
    library::Edition,
    representation::Effort,
    router::router,
    security,
    start::{self, CacheOptions},
    state::App,
};
use hosts::Rules;
use references::References;
use staging::{ForeignFiles, Staging, Written};
use urls::Asked;

/// The memory of the pages in work. Every form of a page is requested at once.
const CACHE: u64 = 16_000_000;

/// The number of addresses that are requested at the same time.
const WORKERS: usize = 4;

pub(super) fn export(options: &Export) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    let effort = if options.no_compression { Effort::None } else { Effort::Most };
    let cache = CacheOptions { budget: CACHE, effort };
    let app =
        App { files: Files::patient().into(), ..start::open(&options.content, &options.site, Preview::Off, cache)? };
    let (app, edition) = at_one_moment(app);
    let count = Count::of(edition.diagnostics.iter().filter(|found| found.severity == Severity::Error));
    let Some(site) = edition.site.clone().filter(|_| count.errors == 0) else {
        bail!("the content has errors, and nothing was written: mend them first, or look at `serverlessconf check`");
    };
    refuse_content_folder(&app.content, &options.target)?;
    refuse_source_of_files(&options.site.build, &options.target)?;
    let foreign = if options.force { ForeignFiles::Kept } else { ForeignFiles::Refused };
    let staging = Staging::begin(&options.target, foreign)?;
    app.pictures.make_all(&app.content, &site.conference.renditions);
    let drawn = app.pictures.make_cards(&app.content, &site);
    if !site.cards().is_empty() {
        println!("{} social cards, {drawn} of them new", site.cards().len());
    }

    let work = Arc::new(Work {
        router: router(app.clone(), &http::Options::default()),
        base_path: site.urls.base_path.clone(),
        compress: !options.no_compression,
        staging,
        results: Mutex::new(Results {
            references: References::default(),
            rules: Rules::new(&site.urls.base_path),
            pages: 0,
        }),
        bar: progress_bar(),
    });
    let urls = urls::all(&site, &options.site.build)?;
    work.bar.set_length(urls.len() as u64);
    let runtime = runtime().context("the runtime could not be started")?;
    runtime.block_on(ask_all(work.clone(), urls))?;
    work.bar.finish_and_clear();
    // Every task has ended, so nothing else holds it.
    let Work { staging, results, .. } = Arc::into_inner(work).context("a task has not ended")?;
    let Results { references, rules, pages } = results.into_inner().unwrap_or_else(PoisonError::into_inner);

    let broken = references.broken(&staging)?;
    if !broken.is_empty() {
        for problem in &broken {
            eprintln!("error: {problem}");
        }
        let addresses = if broken.len() == 1 { "1 address leads" } else { &format!("{} addresses lead", broken.len()) };
        bail!("{addresses} nowhere; nothing was written");
    }
    for (path, text) in rules.files() {
        staging.write(Path::new(path), text.as_bytes())?;
    }
    let written = staging.commit()?;
    report(&options.target, pages, &written, started);
    if site.urls.base.is_empty() {
        eprintln!(
            "note: there are no feeds, social cards and structured data, and no sitemap.xml, schedule.xml and schedule.json: their addresses are absolute; name the site's own with --base-url"
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Renders with as many threads as there are cores, and with no more than there are workers. Allocators keep the memory
/// that a thread frees for the next work of that thread, which is a hundred megabytes after a schedule of 10,000
/// sessions.
fn runtime() -> io::Result<Runtime> {
    let threads = available_parallelism().map_or(1, NonZero::get).min(WORKERS);
    Builder::new_multi_thread().enable_all().max_blocking_threads(threads).build()
}

/// Stops the clock, so that all pages show one edition and one moment although time goes on.
fn at_one_moment(app: App) -> (App, Arc<Edition>) {
    let clock = app.clock.stopped();
    // An item may have been published since the site was opened. The stopped clock does not renew the edition later.
    let edition = app.library.renew(clock);
    app.library.forget();
    (App { clock, ..app }, edition)
}

/// Refuses a target that contains the content or lies in it: the export would replace the content.
fn refuse_content_folder(content: &Path, target: &Path) -> anyhow::Result<()> {
    let (Ok(content), Ok(target)) = (content.canonicalize(), staging::resolve(target)) else { return Ok(()) };
    if content.starts_with(&target) || FOLDERS.iter().any(|folder| target.starts_with(content.join(folder))) {
        bail!("{} holds the content of the site; export to a folder of its own, such as site", target.display());
    }
    Ok(())
}

/// Refuses a target that contains files of the site or lies among them: the next export would take them for its own.
fn refuse_source_of_files(build: &Build, target: &Path) -> anyhow::Result<()> {
    let target = staging::resolve(target)?;
    let built = build.folder().and_then(|folder| folder.canonicalize().ok());
    // The folder `public/` of a source checkout, which the build copies.
    let is_public = target.join("islands.js").is_file()
        && target.parent().is_some_and(|parent| parent.join("Cargo.toml").is_file())
        && !staging::is_export(&target);
    if is_public || built.is_some_and(|built| built.starts_with(&target) || target.starts_with(built)) {
        bail!("{} holds files that the site is made of; export to a folder of its own, such as site", target.display());
    }
    Ok(())
}

fn progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("exporting {wide_bar} {pos}/{len} {eta}");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn report(target: &Path, pages: usize, written: &Written, started: Instant) {
    let Written { files, bytes, changed, removed } = *written;
    println!(
        "{}: {pages} pages and {} other files, {:.1} MB, in {:.1} s; {changed} new or changed, {removed} removed",
        target.display(),
        files - pages,
        bytes as f64 / 1e6,
        started.elapsed().as_secs_f64(),
    );
}

/// The state that all tasks share.
struct Work {
    router: Router,
    base_path: String,
    compress: bool,
    staging: Staging,
    results: Mutex<Results>,
    bar: ProgressBar,
}

struct Results {
    references: References,
    rules: Rules,
    pages: usize,
}

async fn ask_all(work: Arc<Work>, urls: Vec<Asked>) -> anyhow::Result<()> {
    let rest = Arc::new(Mutex::new(urls.into_iter()));
    let mut workers: JoinSet<anyhow::Result<()>> = JoinSet::new();
    for _ in 0..WORKERS {
        let (work, rest) = (work.clone(), rest.clone());
        workers.spawn(async move {
            loop {
                let next = rest.lock().unwrap_or_else(PoisonError::into_inner).next();
                let Some(asked) = next else { return Ok(()) };
                work.export(&asked).await.with_context(|| format!("{} could not be exported", asked.url))?;
                work.bar.inc(1);
            }
        });
    }
    while let Some(ended) = workers.join_next().await {
        ended.context("a task failed")??;
    }
    Ok(())
}

impl Work {
    /// Requests one address, without the base path, and writes the response.
    async fn export(&self, asked: &Asked) -> anyhow::Result<()> {
        let url = &*asked.url;
        let answer = self.ask(url, None).await?;
        let status = answer.status();
        let media_type = answer.headers().get(header::CONTENT_TYPE);
        // Files of authors may be HTML too.
        let is_html = media_type.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        if status.is_redirection() {
            let location = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok());
            let location = location.context("a redirect without an address")?.to_owned();
            let page = hosts::redirect_page(&location);
            let mut results = self.results();
            results.references.add_page(url, &page, &self.base_path);
            results.rules.redirect(url, &location);
            drop(results);
            return self.staging.write(&places::page(url)?, page.as_bytes());
        }
        if status != StatusCode::OK && !asked.expects(status) {
            self.results().references.add_unanswered(url, status);
            return Ok(());
        }
        let (name, value) = security::READABLE;
        let is_for_all_sites = answer.headers().get(name).is_some_and(|own| own == value);
        let forever = answer.headers().get(header::CACHE_CONTROL) == Some(&CachePolicy::Forever.header());
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.context("the answer broke off")?;
        let place = asked.place()?;
        let mut forms = Vec::new();
        for (coding, extension) in [("br", "br"), ("gzip", "gz")].into_iter().filter(|_| self.compress) {
            let answer = self.ask(url, Some(coding)).await?;
            let has_form = answer.headers().get(header::CONTENT_ENCODING).is_some_and(|value| value == coding);
            if has_form {
                let bytes = to_bytes(answer.into_body(), usize::MAX).await.context("the answer broke off")?;
                forms.push((with_extension(&place, extension), bytes));
            }
        }
        let mut results = self.results();
        results.pages += usize::from(is_html);
        if is_html {
            let html = std::str::from_utf8(&bytes).context("a page that is no text")?;
            results.references.add_page(url, html, &self.base_path);
        } else {
            results.references.add_file(url);
        }
        if forever {
            results.rules.keep_forever(url);
        }
        if is_for_all_sites {
            results.rules.share(url);
        }
        drop(results);
        for (place, bytes) in &forms {
            self.staging.write(place, bytes)?;
        }
        self.staging.write(&place, &bytes)
    }

    async fn ask(&self, url: &str, coding: Option<&'static str>) -> anyhow::Result<Response> {
        let mut request = Request::get(format!("{}{url}", self.base_path)).body(Body::empty())?;
        if let Some(coding) = coding {
            let accepted = HeaderValue::from_str(&format!("{coding}, identity;q=0.1"))?;
            request.headers_mut().insert(header::ACCEPT_ENCODING, accepted);
        }
        Ok(self.router.clone().oneshot(request).await?)
    }

    fn results(&self) -> std::sync::MutexGuard<'_, Results> {
        self.results.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Adds an extension to a path: `a.html` becomes `a.html.br`.
fn with_extension(place: &Path, extension: &str) -> PathBuf {
    let mut name = place.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

#[cfg(test)]
mod tests;
