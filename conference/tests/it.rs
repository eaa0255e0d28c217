//! Loads whole folders of content from disk, as the program does.

#![cfg(feature = "load")]

#[path = "it/content.rs"]
mod content;
#[path = "it/disk.rs"]
mod disk;
#[path = "it/invalid.rs"]
mod invalid;
