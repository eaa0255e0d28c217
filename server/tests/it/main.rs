//! The program as its users see it: requests through the router, commands through the binary.

mod articles;
mod bilingual;
mod c3voc;
mod cache;
mod calendars;
mod cards;
mod check;
mod conduct;
mod config;
mod connections;
mod cycles;
mod datasets;
mod embed;
mod export;
mod exports;
mod feeds;
mod files;
mod fmt;
mod help;
mod import;
#[cfg(feature = "lambda")]
mod lambda;
mod layout;
mod library;
mod new;
mod now;
mod offline;
mod pages;
mod pictures;
mod plans;
mod publication;
mod questions;
mod releases;
mod search;
mod site;
mod structured_data;
#[cfg(unix)]
mod terminal;
mod text;
mod tidy;
mod walk;
