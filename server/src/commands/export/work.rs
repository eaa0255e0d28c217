//! Requests every address of a site from the router, and writes the answers and their compressed forms.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use anyhow::Context as _;
use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
    response::Response,
};
use indicatif::ProgressBar;
use tokio::task::JoinSet;
use tower::ServiceExt as _;

use super::{
    hosts::{self, Rules},
    places,
    references::{OfPage, References},
    staging::Staging,
    urls::Asked,
};
use crate::{
    cache_policy::CachePolicy,
    representation::{Coding, compressed},
    security,
};

/// The codings of the compressed files beside the others, with their extensions.
const FORMS: [(Coding, &str); 2] = [(Coding::Brotli, "br"), (Coding::Gzip, "gz")];

/// The number of addresses that are requested at the same time.
pub(super) const WORKERS: usize = 4;

/// The state that all tasks share.
pub(super) struct Work {
    pub(super) router: Router,
    pub(super) base_path: String,
    pub(super) compress: bool,
    pub(super) staging: Staging,
    pub(super) results: Mutex<Results>,
    pub(super) bar: ProgressBar,
}

pub(super) struct Results {
    pub(super) references: References,
    pub(super) rules: Rules,
    pub(super) pages: usize,
}

/// Writes all addresses.
pub(super) async fn write_all(
    work: Arc<Work>,
    urls: impl Iterator<Item = Asked> + Send + 'static,
) -> anyhow::Result<()> {
    let rest = Arc::new(Mutex::new(urls));
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
    /// Requests one address, without the base path, and writes the response. No other work waits for the thread meanwhile, so
    /// files are compressed and written in it.
    async fn export(&self, asked: &Asked) -> anyhow::Result<()> {
        let url = &*asked.url;
        let (head, body) = self.ask(url).await?.into_parts();
        if head.status.is_redirection() {
            let location = head.headers.get(header::LOCATION).and_then(|to| to.to_str().ok());
            let location = location.context("a redirect without an address")?;
            let page = hosts::redirect_page(location);
            let references = OfPage::read(url, &page, &self.base_path);
            let mut results = self.results();
            results.references.add_page(&references);
            results.rules.redirect(url, location);
            drop(results);
            return self.staging.write(&places::page(url)?, page.as_bytes());
        }
        if head.status != StatusCode::OK && !asked.expects(head.status) {
            self.results().references.add_unanswered(url, head.status);
            return Ok(());
        }
        let bytes = to_bytes(body, usize::MAX).await.context("the answer broke off")?;
        self.add_results(url, &head.headers, &bytes)?;
        let place = asked.place()?;
        self.staging.write(&place, &bytes)?;
        // Other files, such as pictures, have no compressed forms at the server either.
        if self.compress && head.headers.get_all(header::VARY).iter().any(|fields| fields == "accept-encoding") {
            let digest = blake3::hash(&bytes);
            for (coding, extension) in FORMS {
                self.staging.write_form(&with_extension(&place, extension), &digest, || {
                    compressed(&bytes, coding, asked.effort())
                })?;
            }
        }
        Ok(())
    }

    fn add_results(&self, url: &str, headers: &HeaderMap, bytes: &Bytes) -> anyhow::Result<()> {
        // Files of authors may be HTML too.
        let is_html = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        let page = match is_html {
            true => Some(std::str::from_utf8(bytes).context("a page that is no text")?),
            false => None,
        };
        let references = page.map(|html| OfPage::read(url, html, &self.base_path));
        let mut results = self.results();
        match &references {
            Some(references) => {
                results.pages += 1;
                results.references.add_page(references);
            }
            None => results.references.add_file(url),
        }
        if headers.get(header::CACHE_CONTROL) == Some(&CachePolicy::Forever.header()) {
            results.rules.keep_forever(url);
        }
        let (name, value) = security::READABLE;
        if headers.get(name).is_some_and(|own| own == value) {
            results.rules.share(url);
        }
        Ok(())
    }

    async fn ask(&self, url: &str) -> anyhow::Result<Response> {
        let request = Request::get(format!("{}{url}", self.base_path)).body(Body::empty())?;
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
