//! Any text as an address: reading it never panics, and what is a page is found again under its own address.
#![no_main]

use conference::{Language, url::Route};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let languages = ["ja", "en"].map(|tag| Language::parse(tag).expect("a valid tag"));
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let Some(route) = Route::parse(path, query, &languages) else { return };
    let address = route.path(&languages);
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    assert_eq!(Route::parse(path, query, &languages), Some(route), "{address}");
});
