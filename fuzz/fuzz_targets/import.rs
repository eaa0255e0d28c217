//! Any bytes as a source of each format: importers never panic, and what they write has no errors.
#![no_main]

use conference::{
    Language,
    diagnostic::Severity,
    load::{Audience, SourceFile, Sources, load},
};
use import::{Known, SourceKind, read, write};
use libfuzzer_sys::fuzz_target;

const EVENT: &str = "---\nname: x\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja, en]\n---\n";

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else { return };
    let kind = SourceKind::ALL[usize::from(*first) % SourceKind::ALL.len()];
    let event = SourceFile { path: "program/event.md".to_owned(), bytes: EVENT.as_bytes().to_vec().into() };
    let known = match kind {
        SourceKind::Interview | SourceKind::Blog => Known {
            languages: Language::parse("ja").into_iter().collect(),
            categories: vec!["a".to_owned()],
            // As with `--speaker`.
            interviewees: Some("Hana Example".to_owned()).filter(|_| *first >= 128).into_iter().collect(),
            ..Known::default()
        },
        _ => Known::default(),
    };
    let Ok(reading) = read(bytes, Some(kind), &known) else { return };
    let files = reading.imported.items.iter();
    let mut files: Vec<_> =
        files.map(|item| SourceFile { path: item.place.path(), bytes: write::file(item).into() }).collect();
    if files.iter().all(|file| file.path != event.path) {
        files.push(event);
    }
    let loaded = load(&Sources { files, assets: Vec::new() }, Audience::Organizers);
    let errors: Vec<_> = loaded.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
});
