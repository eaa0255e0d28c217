//! How the memory of the cache is divided: plain entries, filtered schedules, the fragments of these, and the search index.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::entry::{Entries, entries};

/// The budget of one generation, in bytes.
#[derive(Debug)]
pub(super) struct Budget {
    total: u64,
    /// Pages and exports.
    pub(super) plain: Entries,
    /// Filtered schedules, apart from the others: made-up queries push out nothing else.
    pub(super) filtered: Entries,
    /// The bytes that fragments and the search index take.
    shared: Mutex<u64>,
}

impl Budget {
    pub(super) fn new(total: u64) -> Self {
        let (plain, filtered) = shares(total, 0);
        Self { total, plain: entries(plain), filtered: entries(filtered), shared: Mutex::new(0) }
    }

    /// The bytes of everything that is kept.
    pub(super) fn weight(&self) -> u64 {
        self.plain.weight() + self.filtered.weight() + self.shared()
    }

    /// The bytes that fragments and the search index take.
    pub(super) fn shared(&self) -> u64 {
        *self.lock()
    }

    /// Leaves the entries the bytes that fragments or the search index do not need.
    pub(super) fn add_shared(&self, bytes: u64) {
        let mut shared = self.lock();
        *shared += bytes;
        let (plain, filtered) = shares(self.total, *shared);
        self.filtered.set_capacity(filtered);
        self.plain.set_capacity(plain);
    }

    fn lock(&self) -> MutexGuard<'_, u64> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The shares of plain entries and of filtered schedules, beside fragments and an index of so many bytes. However large an
/// event is, its plain pages have half of the budget: fragments can be no fewer, but there are as many as languages.
pub(super) fn shares(budget: u64, shared: u64) -> (u64, u64) {
    let least = budget / 16;
    let plain = (budget / 4 * 3).min(budget.saturating_sub(shared + least)).max(budget / 2);
    (plain, budget.saturating_sub(plain + shared).max(least))
}
