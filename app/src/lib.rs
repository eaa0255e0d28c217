//! The views: pages of the site as HTML (`ssr`), and the islands that make some of them interactive (`hydrate`).

#![expect(unreachable_pub, reason = "#[component] and #[island] make their own items public")]

mod islands;

#[cfg(feature = "ssr")]
mod board;
#[cfg(feature = "ssr")]
mod context;
#[cfg(feature = "ssr")]
mod dates;
#[cfg(feature = "ssr")]
mod document;
#[cfg(feature = "ssr")]
mod event_status;
#[cfg(feature = "ssr")]
pub mod exports;
#[cfg(feature = "ssr")]
mod filter_words;
#[cfg(feature = "ssr")]
mod hue;
#[cfg(feature = "ssr")]
mod initials;
#[cfg(feature = "ssr")]
mod interval;
#[cfg(feature = "ssr")]
mod link_preview;
#[cfg(feature = "ssr")]
mod messages;
#[cfg(feature = "ssr")]
mod now_and_next;
#[cfg(feature = "ssr")]
mod pages;
#[cfg(feature = "ssr")]
mod parts;
#[cfg(feature = "ssr")]
mod period;
#[cfg(feature = "ssr")]
mod phrases;
#[cfg(feature = "ssr")]
mod preload;
#[cfg(feature = "ssr")]
mod qr_code;
#[cfg(feature = "ssr")]
mod references;
#[cfg(feature = "ssr")]
mod search_details;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
mod site;
#[cfg(feature = "ssr")]
mod skyline;
#[cfg(feature = "ssr")]
mod social_cards;
#[cfg(feature = "ssr")]
mod structured_data;
#[cfg(feature = "ssr")]
mod stylesheet;

#[cfg(feature = "ssr")]
pub use {
    document::document,
    pages::{
        Document, DocumentProps, Fragments, Frame, Problem, ScheduleFragments, Selection, Subject, problem_in_words,
    },
    period::{Period, Timeline, minute_of},
    references::references,
    site::{Now, Offline, Preview, Site, Urls},
    social_cards::missing_characters,
};

/// A tenth of the size of the one that std brings.
#[cfg(feature = "hydrate")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
