//! The program `serverlessconf`: disk, HTTP and commands around the conference and its views.

pub mod arguments;
pub mod clock;
pub mod commands;
pub mod content;
pub mod embedded;
pub mod files;
pub mod http;
pub mod library;
pub mod pages;
pub mod pictures;
pub mod representation;
pub mod router;
pub mod settings;

mod cache_policy;
mod external;
mod lambda;
mod locale;
mod preview;
mod security;
mod start;
