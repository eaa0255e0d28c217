//! The names of requests in the log.

use std::{
    hash::{BuildHasher as _, RandomState},
    sync::{
        OnceLock,
        atomic::{AtomicU64, Ordering},
    },
};

/// The name of a request in the log: the one that a trusted server in front of this one gave it, or one of its own.
///
/// Its own ones begin with what this program drew when it started: replicas write to one log, and in containers all of them
/// are process 1.
pub(super) fn of(given: Option<&str>) -> String {
    static PREFIX: OnceLock<u64> = OnceLock::new();
    static NEXT: AtomicU64 = AtomicU64::new(1);
    if let Some(id) = given {
        return id.to_owned();
    }
    // The standard library's only source of random numbers.
    let prefix = PREFIX.get_or_init(|| RandomState::new().hash_one(std::process::id()));
    format!("{prefix:016x}-{:x}", NEXT.fetch_add(1, Ordering::Relaxed))
}
