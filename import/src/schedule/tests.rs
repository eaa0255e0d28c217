//! Whole schedules, read from realistic and from damaged exports.

mod again;
mod cycles;
mod damaged;
mod identity;
mod joining;
mod markup;
mod shared;
mod times;

use std::fmt::Write as _;

use conference::{
    diagnostic::Severity,
    load::{Audience, Loaded, SourceFile, Sources, load},
};

use crate::{Known, Reading, read, write};

/// Exports as the tools make them, with invented people.
const FIXTURES: [(&str, &str); 5] = [
    ("pretalx-schedule.json", include_str!("../../tests/fixtures/pretalx-schedule.json")),
    ("pretalx-schedule.xml", include_str!("../../tests/fixtures/pretalx-schedule.xml")),
    ("frab-schedule.xml", include_str!("../../tests/fixtures/frab-schedule.xml")),
    ("pretalx-api.json", include_str!("../../tests/fixtures/pretalx-api.json")),
    ("sessionize-all.json", include_str!("../../tests/fixtures/sessionize-all.json")),
];

fn fixture(name: &str) -> &'static str {
    FIXTURES.iter().find(|(known, _)| *known == name).expect("a fixture").1
}

/// The files of an import, by their paths.
fn files(reading: &Reading) -> Vec<(String, String)> {
    reading.imported.items.iter().map(|item| (item.place.path(), write::file(item))).collect()
}

/// What `check` finds in the files of an import, beside others.
fn checked(files: &[(String, String)]) -> Loaded {
    let source = |(path, text): &(String, String)| SourceFile::new(path.clone(), text.clone());
    load(&Sources { files: files.iter().map(source).collect(), ..Sources::default() }, Audience::Organizers)
}

#[track_caller]
fn assert_no_errors(files: &[(String, String)]) {
    let errors: Vec<_> =
        checked(files).diagnostics.into_iter().filter(|found| found.severity == Severity::Error).collect();
    assert_eq!(errors, []);
}

/// Everything an import makes, one file after another.
fn shown(reading: &Reading) -> String {
    let mut text = String::new();
    for (path, file) in files(reading) {
        _ = writeln!(text, "==> {path} <==\n{file}");
    }
    for skipped in &reading.imported.skipped {
        _ = writeln!(text, "skipped: {}", skipped.reason.english);
    }
    text
}

#[test]
fn realistic_exports() {
    for (name, text) in FIXTURES {
        let reading = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
        insta::assert_snapshot!(name, shown(&reading));
    }
}

#[test]
fn importing_then_checking_gives_no_error() {
    for (_, text) in FIXTURES {
        let reading = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
        let files = files(&reading);
        assert_no_errors(&files);
        for (path, text) in &files {
            assert_eq!(conference::canonical(path, text), None, "{path}");
        }
    }
}

#[test]
fn what_is_private_is_never_written() {
    for (name, text) in FIXTURES {
        let reading = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
        for (path, text) in files(&reading) {
            assert!(!text.contains("SECRET"), "{name}: {path}: {text}");
        }
    }
}
