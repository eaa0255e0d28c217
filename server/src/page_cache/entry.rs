//! Entries of the cache: a page or an export with everything that an answer says of it.

use std::sync::Arc;

use app::Now;
use axum::{
    http::{HeaderMap, Method},
    response::Response,
};
use jiff::civil::DateTime;
use quick_cache::{OptionsBuilder, Weighter, sync::Cache};

use crate::{
    cache_policy::CachePolicy,
    representation::{Codings, Representation},
};

/// The media type of pages.
pub(super) const HTML: &str = "text/html; charset=utf-8";

/// How many entries are expected, for the tables of the caches.
const EXPECTED: usize = 256;

/// A resource that is kept.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) representation: Arc<Representation>,
    /// The bytes that the cache counts for it.
    pub(super) weight: u64,
    /// How long clients may keep it.
    pub(crate) policy: CachePolicy,
    /// The form of its path, for metrics.
    pub(crate) label: &'static str,
    /// The only minute for which it is valid, of a page that counts the minutes.
    pub(crate) minute: Option<DateTime>,
}

impl Entry {
    /// A resource of one form of path.
    pub(super) fn new(representation: Arc<Representation>, policy: CachePolicy, label: &'static str) -> Self {
        Self { weight: representation.weight(), representation, policy, label, minute: None }
    }

    /// The same for one minute.
    pub(super) fn of_minute(self, minute: Option<DateTime>) -> Self {
        Self { minute, ..self }
    }

    /// The same with another cache policy.
    pub(super) fn with_policy(&self, policy: CachePolicy) -> Self {
        Self { representation: self.representation.clone(), policy, ..*self }
    }

    /// The same without the original, unless others hold it.
    pub(super) fn compact(mut self) -> Self {
        if let Some(representation) = Arc::get_mut(&mut self.representation) {
            representation.make_compact();
        }
        Self { weight: self.representation.weight(), ..self }
    }

    /// The same with a variant for these codings, for which a compact representation gets its original back. It may take a while.
    pub(super) fn with_variant(&self, codings: Codings) -> Self {
        let kept = &self.representation;
        let whole = if kept.is_made(codings) { None } else { kept.with_original() };
        let representation = whole.map_or_else(|| kept.clone(), Arc::new);
        representation.make(codings);
        Self { weight: representation.weight(), representation, ..*self }
    }

    /// The answer to a request for it.
    pub(crate) fn answer(&self, method: &Method, request: &HeaderMap) -> Response {
        self.representation.answer(method, request, self.policy)
    }

    /// Whether it is valid at a moment of its period.
    pub(super) fn is_valid(&self, now: Now) -> bool {
        self.minute.is_none_or(|minute| minute == now.minute())
    }
}

/// Entries by path and query, within a budget in bytes.
pub(super) type Entries = Cache<String, Arc<Entry>, ByWeight>;

#[derive(Clone, Debug)]
pub(super) struct ByWeight;

impl Weighter<String, Arc<Entry>> for ByWeight {
    fn weight(&self, path: &String, entry: &Arc<Entry>) -> u64 {
        entry.weight + path.len() as u64
    }
}

/// A cache for entries of so many bytes.
pub(super) fn entries(budget: u64) -> Entries {
    // In one shard: with several, an entry could be larger than its shard though there is room.
    let mut options = OptionsBuilder::new();
    options.shards(1).estimated_items_capacity(EXPECTED).weight_capacity(budget);
    let options = options.build().expect("every required option is set");
    Cache::with_options(options, ByWeight, Default::default(), Default::default())
}
