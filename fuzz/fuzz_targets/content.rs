//! Any bytes as a file of each kind: front matter, Markdown and the canonical form never panic, and the form is stable.
#![no_main]

use conference::{
    canonical,
    load::{Audience, SourceFile, Sources, load},
};
use libfuzzer_sys::fuzz_target;

const EVENT: &str = "---\nname: x\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja, en]\nrooms: [{ id: hall, name: h }]\n---\n";
const PATHS: [&str; 6] = [
    "program/event.md",
    "program/sessions/a.md",
    "program/speakers/a.md",
    "interviews/a.md",
    "news/a.md",
    "interviews/a.en.md",
];

fuzz_target!(|data: &[u8]| {
    let Some((kind, bytes)) = data.split_first() else { return };
    let path = PATHS[usize::from(*kind) % PATHS.len()];
    let mut files = vec![SourceFile { path: path.to_owned(), bytes: bytes.to_vec().into() }];
    if path != PATHS[0] {
        files.push(SourceFile { path: PATHS[0].to_owned(), bytes: EVENT.as_bytes().to_vec().into() });
    }
    _ = load(&Sources { files, assets: Vec::new() }, Audience::Organizers);
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Some(formatted) = canonical(path, text)
    {
        assert_eq!(canonical(path, &formatted), None, "the canonical form is stable");
    }
});
