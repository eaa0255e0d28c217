//! Writes what was imported into a conference in memory, and checks it.

use conference::{
    Language, Slug,
    diagnostic::Severity,
    load::{Audience, SourceFile, Sources, load},
};
use import::{Imported, Named, Place, text::Options, write::file};

const EVENT: &str = "---\nname: サーバーレスの会\ntimezone: Asia/Tokyo\ndays: [2016-10-01]\nlanguages: [ja, en]\n---\n";

pub(crate) fn options<'a>(name: &'a str, speakers: &'a [Named]) -> Options<'a> {
    let language = Language::parse("ja").expect("a tag");
    Options { speakers, own: &[], language, slug: None, interviewees: &[], name: Some(name) }
}

pub(crate) fn known(slug: &str, names: &[&str]) -> Named {
    let names = names.iter().map(|&name| name.to_owned()).collect();
    Named { slug: Slug::parse(slug).expect("a slug"), names }
}

/// What was imported as one text.
pub(crate) fn show(imported: &Imported) -> String {
    let files = imported.items.iter().map(|item| format!("==> {}\n{}", item.place.path(), file(item)));
    let skipped = imported.skipped.iter().map(|one| {
        let line = one.line.map_or(String::new(), |line| format!("line {line}: "));
        format!("skipped: {line}{}\n", one.reason.english)
    });
    files.chain(skipped).collect::<Vec<_>>().join("\n")
}

/// Checks the files in a conference whose speakers are there: no errors.
pub(crate) fn check(imported: &Imported, speakers: &[Named]) {
    let source = |path: String, text: String| SourceFile::new(path, text);
    let mut sources =
        Sources { files: vec![source("program/event.md".to_owned(), EVENT.to_owned())], assets: Vec::new() };
    for speaker in speakers {
        let text = format!("---\nname: {}\n---\n\n人です。\n", speaker.names[0]);
        sources.files.push(source(format!("program/speakers/{}.md", speaker.slug), text));
    }
    sources.files.extend(imported.items.iter().map(|item| source(item.place.path(), file(item))));
    let paths: std::collections::BTreeSet<_> = sources.files.iter().map(|file| &file.path).collect();
    assert_eq!(paths.len(), sources.files.len(), "of one place there is one item");
    let loaded = load(&sources, Audience::Organizers);
    let errors: Vec<_> = loaded.diagnostics.iter().filter(|found| found.severity == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{}", show(imported));
    let conference = loaded.conference.expect("there is an event");
    let interviews = imported.items.iter().filter(|item| matches!(item.place, Place::Interview(_))).count();
    assert_eq!(conference.interviews.len(), interviews);
}

pub(crate) fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/text/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}
