//! The settings of the layers.

use std::{sync::Arc, time::Duration};

use super::metrics::Metrics;

/// How requests are treated.
#[derive(Clone, Debug)]
pub struct Options {
    /// An answer that has not begun after this time is given up.
    pub timeout: Duration,
    /// Whether every request is logged, and not only those that fail.
    pub log_requests: bool,
    /// Where requests are counted.
    pub metrics: Option<Arc<Metrics>>,
}

impl Default for Options {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(30), log_requests: false, metrics: None }
    }
}
