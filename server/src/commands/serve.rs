//! `serverlessconf serve`: the site over HTTP, with live preview on demand.

use std::{
    backtrace::{Backtrace, BacktraceStatus},
    io::IsTerminal as _,
    panic::{self, PanicHookInfo},
    process::ExitCode,
    sync::Arc,
    thread,
    time::Duration,
};

use anyhow::Context as _;
use app::Preview;
use tokio::signal;
use tracing_subscriber::EnvFilter;

use crate::{
    arguments::{LogFormat, Serve},
    background,
    clock::Clock,
    http::{self, Connections, Limits, Metrics, Proxies},
    lambda,
    library::Library,
    locale, metrics, preview,
    representation::Effort,
    router::{router, site},
    start::{self, CacheOptions},
    state::App,
};

pub(super) fn serve(options: Serve) -> anyhow::Result<ExitCode> {
    if let Some(chosen) = options.lang {
        locale::choose(chosen.into());
    }
    start_log(options.log_format);
    run(listen(options))?
}

/// Runs the work to its end. Leaves behind the threads of blocking work, such as a picture for a client that has
/// disconnected, because waiting for them would have no limit.
fn run<T>(work: impl Future<Output = T>) -> anyhow::Result<T> {
    let runtime =
        tokio::runtime::Builder::new_multi_thread().enable_all().build().context("the runtime could not be started")?;
    let result = runtime.block_on(work);
    runtime.shutdown_background();
    Ok(result)
}

fn start_log(format: LogFormat) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_ansi(std::io::stderr().is_terminal());
    // A closed log does not end the program. A complaint about it would go to the same log.
    let log = log.with_writer(std::io::stderr).log_internal_errors(false);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
    panic::set_hook(Box::new(log_panic));
}

/// Writes panics to the log, in its format, instead of the standard library's.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    let message = panic.payload_as_str().unwrap_or_default();
    // Only if RUST_BACKTRACE asks for it.
    let backtrace = Some(Backtrace::capture()).filter(|trace| trace.status() == BacktraceStatus::Captured);
    let backtrace = backtrace.map(|trace| trace.to_string());
    let current = thread::current();
    tracing::error!(place, thread = current.name(), backtrace, "panic: {message}");
}

async fn listen(options: Serve) -> anyhow::Result<ExitCode> {
    let content = options.folder.unwrap_or(options.content);
    let preview = if options.watch { Preview::On } else { Preview::Off };
    let effort = if options.watch { Effort::None } else { Effort::Most };
    let cache = CacheOptions { budget: options.page_cache * 1_000_000, effort };
    let app = start::open(&content, &options.site, preview, cache)?;
    let counted = options.metrics.map(|_| Arc::new(Metrics::default()));
    let http_options = http::Options {
        timeout: Duration::from_secs(options.request_timeout),
        log_requests: options.log_requests,
        frame_ancestors: options.frame_ancestor,
        metrics: counted.clone(),
    };
    if lambda::is_here() {
        // Nothing is made ahead: Lambda freezes the program after each response and sends one request at a time.
        app.library.forget();
        lambda::serve(router(app, &http_options)).await?;
        return Ok(ExitCode::SUCCESS);
    }
    let App { library, pictures, pages, files, build, clock, preview, .. } = app.clone();
    if preview == Preview::On {
        preview::watch(&content, library.clone(), clock)?;
    } else {
        background::prepare_files(files, build);
        background::prepare_pages(pages, library.clone(), clock);
    }
    background::make_renditions(pictures, content, library.clone());
    let has_address = !library.urls().base.is_empty();
    reload_on_hangup(library, clock);
    if let (Some(address), Some(counted)) = (options.metrics, counted.clone()) {
        metrics::serve(address, app.clone(), counted).await?;
    }
    let listener = http::listen(options.addr)
        .with_context(|| format!("{} cannot be used; choose another address with --addr", options.addr))?;
    let address = listener.local_addr().context("the address of the server is unknown")?;
    let connections = Connections {
        limits: Limits {
            connections: http::connection_limit(options.max_connections),
            header_timeout: Duration::from_secs(options.header_timeout),
            // Previewing browsers keep their stream of changes open, so the shutdown does not wait for them.
            shutdown: Duration::from_secs(if preview == Preview::On { 0 } else { options.shutdown_timeout }),
        },
        proxies: Proxies::new(options.trusted_proxy),
        metrics: counted,
        service: site(app, &http_options),
    };
    let base_path = &options.site.base_path;
    eprintln!("serving http://{address}{base_path}/ — stop with Ctrl+C");
    if !has_address && preview == Preview::Off {
        tracing::info!(
            "there are no feeds, social cards and structured data, and no sitemap.xml, schedule.xml and schedule.json: their addresses are absolute; name the site's own with --base-url"
        );
    }
    connections.serve(listener, stopped()).await;
    Ok(ExitCode::SUCCESS)
}

/// Reads the content again on SIGHUP, for example after a `git pull`.
fn reload_on_hangup(library: Arc<Library>, clock: Clock) {
    #[cfg(unix)]
    tokio::spawn(async move {
        let Ok(mut hangup) = signal::unix::signal(signal::unix::SignalKind::hangup()) else { return };
        while hangup.recv().await.is_some() {
            let library = library.clone();
            // Reading takes a while, so it does not run in the threads that answer requests.
            if let Ok(edition) = tokio::task::spawn_blocking(move || library.reload(clock)).await {
                let revision = edition.site.as_ref().map(|site| site.conference.revision.to_string());
                tracing::info!(revision, problems = edition.diagnostics.len(), "the content was read again");
            }
        }
    });
    #[cfg(not(unix))]
    drop((library, clock));
}

/// Ends when a signal asks the program to stop.
async fn stopped() {
    let interrupt = signal::ctrl_c();
    #[cfg(unix)]
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            // Without the signal handler only Ctrl+C stops the program.
            Err(_) => std::future::pending().await,
        }
    };
    #[cfg(not(unix))]
    let terminate = std::future::pending::<()>();
    tokio::select! {
        _ = interrupt => {}
        () = terminate => {}
    }
}

#[cfg(test)]
mod tests;
