//! `serverlessconf export`: the whole site as files for any static host, the same bytes that the server answers.

mod hosts;
mod places;
mod references;
mod staging;
mod urls;
mod work;

use std::{
    io,
    num::NonZero,
    path::Path,
    process::ExitCode,
    sync::{Arc, Mutex, PoisonError},
    thread::{self, available_parallelism},
    time::Instant,
};

use anyhow::{Context as _, bail};
use app::Preview;
use conference::diagnostic::{Count, Severity};
use indicatif::{ProgressBar, ProgressStyle};
use tokio::runtime::{Builder, Runtime};

use crate::{
    arguments::{Build, Export},
    content::FOLDERS,
    http,
    library::Edition,
    representation::Effort,
    router::router,
    start::{self, CacheOptions},
    state::App,
};
use hosts::Rules;
use references::References;
use staging::{ForeignFiles, Staging, Written};
use work::{Results, WORKERS, Work, write_all};

/// The cache of pages. Each is requested once, so that it need keep none; compressed forms are made for the files.
const CACHE: CacheOptions = CacheOptions { budget: 1_000_000, effort: Effort::None };

pub(super) fn export(options: &Export) -> anyhow::Result<ExitCode> {
    let started = Instant::now();
    let (app, edition) = at_one_moment(start::open(&options.content, &options.site, Preview::Off, CACHE)?);
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
    let conference = site.conference.clone();
    thread::spawn(move || _ = conference.search_index());
    let urls = urls::all(&site, &options.site.build, work.bar.clone())?;
    let runtime = runtime().context("the runtime could not be started")?;
    runtime.block_on(write_all(work.clone(), urls))?;
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
    let Written { files, bytes, changed, removed, outdated } = *written;
    println!(
        "{}: {pages} pages and {} other files, {:.1} MB, in {:.1} s; {changed} new or changed, {removed} removed",
        target.display(),
        files - pages,
        bytes as f64 / 1e6,
        started.elapsed().as_secs_f64(),
    );
    let gone = match outdated {
        0 => return,
        1 => "1 compressed file that no export wrote is gone, because its original",
        _ => &format!("{outdated} compressed files that no export wrote are gone, because their originals"),
    };
    eprintln!("note: {gone} changed or went: a host would have sent the old text; compress again");
}

#[cfg(test)]
mod tests;
