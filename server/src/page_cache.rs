//! The cache of rendered pages and exports: each is made once for an edition and a period, for all concurrent requests.

mod budget;
mod cache;
mod chosen;
mod entry;
mod filtered;
mod generation;
mod layer;
mod task;

pub use self::cache::PageCache;
pub(crate) use self::layer::Cached;

#[cfg(test)]
mod tests;
