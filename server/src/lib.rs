//! The program `serverlessconf`: disk, HTTP and commands around the conference and its views.

pub mod arguments;
pub mod clock;
pub mod commands;
pub mod content;
pub mod embedded;
pub mod files;
pub mod http;
pub mod library;
pub mod page_cache;
pub mod pictures;
pub mod representation;
pub mod router;
pub mod settings;
pub mod state;
mod text_clients;

mod background;
mod cache_policy;
mod error_pages;
mod external;
mod handlers;
mod lambda;
mod locale;
mod metrics;
mod negotiation;
mod preview;
mod render;
mod security;
mod start;
