//! The views: pages of the site as HTML (`ssr`), and the islands that make some of them interactive (`hydrate`).

mod islands;

#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
mod dates;
#[cfg(feature = "ssr")]
mod messages;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod period;
#[cfg(feature = "ssr")]
mod references;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod skyline;
#[cfg(feature = "ssr")]
pub mod stylesheet;

#[cfg(feature = "ssr")]
pub use {
    context::{Now, Preview, Site, Urls},
    pages::{FilteredSchedule, Pieces, PreparedSchedule, Problem, problem_in_words, render, render_problem},
    period::{Period, Timeline},
    references::references,
};

/// Starts the browser's side: `islands.js` calls it once, then wakes each island of the page.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
