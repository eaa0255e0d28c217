//! Figures of requests and connections, in the text format of OpenMetrics.

use std::{borrow::Cow, time::Duration};

use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
    },
    registry::{Registry, Unit},
};

/// The end of a text.
pub(crate) const END: &str = "# EOF\n";

/// The figures that are counted while requests are answered.
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
    route: Cow<'static, str>,
    status: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: Cow<'static, str>,
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
    pub(super) fn count(&self, route: Cow<'static, str>, status: u16, took: Duration) {
        self.requests.get_or_create(&Request { route: route.clone(), status }).inc();
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

    /// The figures of requests and connections, without the end of the text.
    pub(crate) fn text(&self) -> String {
        encoded(&self.registry)
    }
}

/// The figures of a registry, without the end of the text, so that others can follow.
pub(crate) fn encoded(registry: &Registry) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    _ = encode(&mut text, registry);
    text.truncate(text.trim_end_matches(END).len());
    text
}
