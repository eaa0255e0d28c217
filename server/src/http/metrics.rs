//! The figures of a running program, in the text format of OpenMetrics, at an address of their own.

use std::{sync::Arc, time::Duration};

use anyhow::Context as _;
use axum::{Router, http::header, response::IntoResponse as _, routing::get};
use conference::diagnostic::Count;
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::{ConstCounter, Counter},
        family::Family,
        gauge::{ConstGauge, Gauge},
        histogram::{Histogram, exponential_buckets},
        info::Info,
    },
    registry::{Registry, Unit},
};
use tokio::net::TcpListener;

use crate::router::{App, healthy};

const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What is counted while requests are answered.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    latency: Family<Route, Histogram>,
    connections: Gauge,
    refused: Counter,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: &'static str,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: &'static str,
}

impl Default for Metrics {
    fn default() -> Self {
        // From 50 microseconds to more than a second.
        let latency =
            Family::<Route, Histogram>::new_with_constructor(|| Histogram::new(exponential_buckets(0.00005, 4.0, 9)));
        let (requests, connections, refused) = (Family::default(), Gauge::default(), Counter::default());
        let mut registry = Registry::with_prefix("serverlessconf");
        registry.register("requests", "Requests answered", requests.clone());
        let help = "Time until an answer began";
        registry.register_with_unit("answer", help, Unit::Seconds, latency.clone());
        registry.register("connections", "Open connections", connections.clone());
        registry.register("connections_refused", "Connections refused because there were too many", refused.clone());
        Self { registry, requests, latency, connections, refused }
    }
}

impl Metrics {
    pub(super) fn count(&self, route: &'static str, status: u16, took: Duration) {
        self.requests.get_or_create(&Request { route, status }).inc();
        self.latency.get_or_create(&Route { route }).observe(took.as_secs_f64());
    }

    pub(super) fn opened(&self) {
        self.connections.inc();
    }

    pub(super) fn closed(&self) {
        self.connections.dec();
    }

    pub(super) fn refused(&self) {
        self.refused.inc();
    }

    /// Everything, with what only the rest of the program knows.
    fn text(&self, app: &App) -> String {
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
            registry.register("content", "What is served", revision);
        }
        let mut text = String::new();
        for registry in [&self.registry, &registry] {
            // Writing to a string cannot fail.
            _ = encode(&mut text, registry);
            text.truncate(text.trim_end_matches("# EOF\n").len());
        }
        text + "# EOF\n"
    }
}

/// Serves the figures until the program ends. Whether it runs is told there too: it must not be taken for dead while visitors
/// have every connection.
///
/// # Errors
/// Where the address cannot be used.
pub(crate) async fn serve(address: std::net::SocketAddr, app: App, metrics: Arc<Metrics>) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} cannot be used; choose another address with --metrics"))?;
    let address = listener.local_addr().context("the address of the figures is unknown")?;
    eprintln!("metrics at http://{address}/metrics");
    let answer = move || async move { ([(header::CONTENT_TYPE, MEDIA_TYPE)], metrics.text(&app)).into_response() };
    let router = Router::new().route("/metrics", get(answer)).route("/healthz", get(healthy));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(())
}
