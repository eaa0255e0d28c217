//! `serverlessconf serve`: the site over HTTP, with live preview where it is asked for.

use std::{path::Path, process::ExitCode, sync::Arc};

use anyhow::Context as _;
use app::Preview;
use conference::diagnostic::{Count, Severity, Style, render};
use tokio::{net::TcpListener, signal};
use tracing_subscriber::EnvFilter;

use crate::{
    arguments::Serve,
    clock::Clock,
    content::ContentFolder,
    library::Library,
    preview,
    router::{App, router},
    settings::find_urls,
};

pub(super) fn serve(options: Serve) -> anyhow::Result<ExitCode> {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the runtime could not be started")?
        .block_on(listen(options))
}

async fn listen(options: Serve) -> anyhow::Result<ExitCode> {
    let content = options.folder.unwrap_or(options.content);
    let (folder, preview) = match ContentFolder::open(&content) {
        Ok(folder) => (folder, if options.watch { Preview::On } else { Preview::Off }),
        // Nothing was asked for and nothing is here: what the program brings along, where nothing can be edited.
        Err(error) => match ContentFolder::built_in().filter(|_| content == Path::new(".")) {
            Some(folder) => {
                eprintln!(
                    "no conference in this folder: here is the built-in one; `serverlessconf new event` starts yours"
                );
                (folder, Preview::Off)
            }
            None => return Err(error),
        },
    };
    let urls = find_urls(&options.build, &options.base_url);
    let clock = options.at.map_or(Clock::System, Clock::Fixed);
    let library = Arc::new(Library::open(folder, urls, preview, clock));
    let edition = library.edition();
    for diagnostic in edition.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Note) {
        eprintln!("{}", render(diagnostic, Style::Colored));
    }
    if edition.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        eprintln!("{}", Count::of(&edition.diagnostics));
    }
    if edition.site.is_none() && preview == Preview::Off {
        anyhow::bail!("{} holds no usable conference; see above", content.display());
    }
    if preview == Preview::On {
        preview::watch(&content, library.clone(), clock)?;
    }
    let app = App { library, content: content.into(), build: options.build, clock, preview };
    let listener = TcpListener::bind(options.addr)
        .await
        .with_context(|| format!("{} cannot be used; choose another address with --addr", options.addr))?;
    let address = listener.local_addr().context("the address of the server is unknown")?;
    eprintln!("serving http://{address}/ — stop with Ctrl+C");
    let server = axum::serve(listener, router(app));
    match preview {
        Preview::Off => server.with_graceful_shutdown(stopped()).await.context("the server failed")?,
        // Previewing browsers keep their stream of changes open: there is nothing to wait for.
        Preview::On => tokio::select! {
            result = server => result.context("the server failed")?,
            () = stopped() => {}
        },
    }
    Ok(ExitCode::SUCCESS)
}

/// Ends when the program is asked to stop.
async fn stopped() {
    let interrupt = signal::ctrl_c();
    #[cfg(unix)]
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => {
                terminate.recv().await;
            }
            // Without a way to be told, only Ctrl+C stops it.
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
