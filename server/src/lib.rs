//! The program `serverlessconf`: disk, HTTP and commands around the conference and its views.

pub mod arguments;
pub mod clock;
pub mod commands;
pub mod content;
pub mod embedded;
pub mod library;
pub mod router;
pub mod settings;

mod cache_policy;
mod preview;
mod security;
