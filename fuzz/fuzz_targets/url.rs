//! Any text as an address: reading it never panics, and a resource is found again under its own URL.
#![no_main]

use conference::{Language, url::Resource};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let languages = ["ja", "en"].map(|tag| Language::parse(tag).expect("a valid tag"));
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let Some(resource) = Resource::parse(path, query, &languages) else { return };
    let address = resource.path(&languages);
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    assert_eq!(Resource::parse(path, query, &languages), Some(resource), "{address}");
});
