//! The figures of a running program at an address of their own, in the text format of OpenMetrics.

use std::{net::SocketAddr, sync::Arc};

use anyhow::Context as _;
use axum::{Router, http::header, response::IntoResponse as _, routing::get};
use conference::diagnostic::Count;
use prometheus_client::{
    metrics::{counter::ConstCounter, gauge::ConstGauge, info::Info},
    registry::{Registry, Unit},
};
use tokio::net::TcpListener;

use crate::{
    handlers::health,
    http::{END, Metrics, encoded},
    state::App,
};

const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Serves the figures until the program ends. The health of the program is served here too: it must not be taken for dead while
/// visitors have every connection.
///
/// # Errors
/// If the address cannot be used.
pub(crate) async fn serve(address: SocketAddr, app: App, metrics: Arc<Metrics>) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be used; choose another address with --metrics"))?;
    let address = listener.local_addr().context("the address of the figures is unknown")?;
    eprintln!("metrics at http://{address}/metrics");
    let answer = move || async move {
        let text = metrics.text() + &encoded(&figures(&app)) + END;
        ([(header::CONTENT_TYPE, MEDIA_TYPE)], text).into_response()
    };
    let router = Router::new().route("/metrics", get(answer)).route("/healthz", get(health::healthy));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}

/// The figures of the cache and of the content.
fn figures(app: &App) -> Registry {
    let mut registry = Registry::with_prefix("serverlessconf");
    let usage = app.pages.usage();
    registry.register("page_cache_hits", "Pages answered from memory", ConstCounter::new(usage.hits));
    registry.register("page_cache_misses", "Pages rendered for a request", ConstCounter::new(usage.misses));
    let bytes = ConstGauge::new(usage.bytes as f64);
    registry.register_with_unit("page_cache", "Memory that pages take", Unit::Bytes, bytes);
    let edition = app.library.edition();
    let count = Count::of(&edition.diagnostics);
    for (name, number) in [("errors", count.errors), ("warnings", count.warnings), ("notes", count.notes)] {
        let gauge = ConstGauge::new(number as f64);
        registry.register(format!("content_{name}"), "Problems of the content as it is on disk", gauge);
    }
    if let Some(site) = &edition.site {
        let revision = Info::new([("revision", site.conference.revision.to_string())].to_vec());
        registry.register("content", "The published content", revision);
    }
    registry
}
