//! What tells a request from others in the log.

use std::{
    hash::{BuildHasher as _, RandomState},
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

/// What tells a request from others in the log.
#[derive(Debug)]
pub(super) enum RequestId {
    /// By the server in front of this one.
    Given(String),
    Own(u64),
}

impl RequestId {
    pub(super) fn own() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self::Own(NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// Its own ones begin with what this program drew when it started: replicas write to one log, and in containers all of
    /// them are process 1.
    pub(super) fn text(&self) -> String {
        static PREFIX: OnceLock<u64> = OnceLock::new();
        match self {
            Self::Given(id) => id.clone(),
            Self::Own(number) => {
                // The standard library's only source of random numbers.
                let prefix = PREFIX.get_or_init(|| RandomState::new().hash_one(std::process::id()));
                format!("{prefix:016x}-{number:x}")
            }
        }
    }
}
