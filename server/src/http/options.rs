//! The settings of the layers.

use std::{sync::Arc, time::Duration};

use super::metrics::Metrics;
use crate::security;

/// How requests are treated.
#[derive(Clone, Debug)]
pub struct Options {
    /// An answer that has not begun after this time is given up.
    pub timeout: Duration,
    /// Whether every request is logged, and not only those that fail.
    pub log_requests: bool,
    /// The sites that may show the schedule in a frame, as sources of a Content Security Policy.
    pub frame_ancestors: Vec<String>,
    /// Where requests are counted.
    pub metrics: Option<Arc<Metrics>>,
}

impl Default for Options {
    fn default() -> Self {
        let frame_ancestors = vec![security::ANY_SITE.to_owned()];
        Self { timeout: Duration::from_secs(30), log_requests: false, frame_ancestors, metrics: None }
    }
}
