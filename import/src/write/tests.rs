//! Whether files say what their items say.

use conference::{
    Language, Slug,
    load::{Audience, Loaded, SourceFile, Sources, load},
};
use proptest::prelude::*;

use super::file;
use crate::{Field, Item, Place, Value};

const EVENT: &str = "---\nname: x\ntimezone: UTC\ndays: [2016-10-01]\nlanguages: [en, ja]\n---\n\nx\n";

fn speaker(name: Value, body: &str) -> Item {
    let slug = Slug::parse("someone").expect("a slug");
    let fields = vec![Field { name: "name", value: name, check: None }];
    Item { place: Place::Speaker(slug), checks: Vec::new(), fields, body: body.to_owned() }
}

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

fn read(item: &Item) -> Loaded {
    let source = |path: &str, text: String| SourceFile::new(path, text);
    let files = vec![source("program/event.md", EVENT.to_owned()), source(&item.place.path(), file(item))];
    let mut loaded = load(&Sources { files, ..Sources::default() }, Audience::Organizers);
    // There is nothing but this one item.
    loaded.diagnostics.retain(|found| found.code != "unused-speaker");
    loaded
}

/// The name as the conference reads it from the file.
fn name_read(name: &str) -> Option<String> {
    let conference = read(&speaker(text(name), "Words.")).conference?;
    let english = Language::parse("en").expect("a language");
    conference.speakers.first().map(|speaker| speaker.name.text(&english).to_owned())
}

#[track_caller]
fn check(value: &str, expected: &str) {
    let written = file(&speaker(text(value), ""));
    assert_eq!(written, format!("---\nname: {expected}\n---\n"));
}

#[test]
fn values_are_quoted_only_where_they_need_it() {
    check("Hana Example", "Hana Example");
    check("受付: はな", "\"受付: はな\"");
    check("10:30", "\"10:30\"");
    check("a, b [c]", "a, b [c]");
    check("No", "\"No\"");
    check("#1", "\"#1\"");
    check("C #1", "\"C #1\"");
    check("「はな」", "\"「はな」\"");
    check("say \"hi\" \\o/", "\"say \\\"hi\\\" \\\\o/\"");
    check(" two\r\n\r\nlines\t", "two lines");
    check("a\u{0}b\u{feff}c", "abc");
    check("a\u{a0}b", "\"a\\u00A0b\"");
}

#[test]
fn comments_cannot_be_left() {
    let mut item = speaker(text("x"), "---\nname: y\n---");
    item.checks = vec!["one\n---\nname: z\r\u{85}more".to_owned(), "y".repeat(9_000)];
    item.fields[0].check = Some("two\nname: z\u{2028}tail".to_owned());
    let written = file(&item);
    assert!(written.starts_with("---\n# check: one --- name: z more\n# check: yyy"), "{written}");
    assert!(written.contains("…\n\n# check: two name: z tail\nname: x\n---\n\n---\nname: y\n---\n"), "{written}");
    assert!(written.len() < 1_000);
    assert_eq!(read(&item).diagnostics, []);
}

#[test]
fn lists_and_maps_read_as_organisers_write_them() {
    let pair = |name: &str, value: Value| (name.to_owned(), value);
    let plain = |value: &str| Value::Plain(value.to_owned());
    let item = Item {
        place: Place::Event,
        checks: Vec::new(),
        fields: vec![
            Field {
                name: "name",
                value: Value::Map(vec![pair("en", text("A: b")), pair("ja", text("あ"))]),
                check: None,
            },
            Field { name: "timezone", value: plain("Asia/Tokyo"), check: Some("a guess".to_owned()) },
            Field { name: "days", value: Value::List(vec![plain("2016-10-01"), plain("2016-10-02")]), check: None },
            Field { name: "languages", value: Value::List(vec![plain("en"), plain("ja")]), check: None },
            Field {
                name: "tracks",
                value: Value::List(vec![Value::Map(vec![
                    pair("id", plain("data")),
                    pair("name", Value::Map(vec![pair("en", text("Data")), pair("ja", text("データ"))])),
                    pair("color", text("#0b6e4f")),
                ])]),
                check: None,
            },
            Field { name: "notice", value: Value::Text(String::new()), check: Some("gone".to_owned()) },
        ],
        body: "About.\r\n\r\n  \r\nMore.\u{0}\n\n".to_owned(),
    };
    let expected = "---\nname:\n  en: \"A: b\"\n  ja: あ\n# check: a guess\ntimezone: Asia/Tokyo\n\
        days: [2016-10-01, 2016-10-02]\nlanguages: [en, ja]\ntracks:\n  - id: data\n    name:\n      en: Data\n      \
        ja: データ\n    color: \"#0b6e4f\"\n---\n\nAbout.\n\n\nMore.\n";
    assert_eq!(file(&item), expected);
    let source = SourceFile::new("program/event.md", expected.as_bytes().to_vec());
    let loaded = load(&Sources { files: vec![source], ..Sources::default() }, Audience::Organizers);
    assert_eq!(loaded.diagnostics, []);
}

#[test]
fn questions_get_their_ids_at_once() {
    let slug = Slug::parse("someone").expect("a slug");
    let body = "---- Why?\n\nBecause.".to_owned();
    let item = Item { place: Place::Interview(slug), checks: Vec::new(), fields: Vec::new(), body };
    assert_eq!(file(&item), "---\n---\n\n---- Why? {#why}\n\nBecause.\n");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_is_read_as_it_was(name in "\\PC{1,40}") {
        // Ends of lines and paragraphs become spaces.
        let name = name.replace(['\u{feff}', '\u{2028}', '\u{2029}'], "");
        prop_assume!(!name.trim().is_empty());
        let read = name_read(&name);
        prop_assert_eq!(read.as_deref(), Some(name.trim()));
    }

    #[test]
    fn whatever_a_text_is_its_file_can_be_read(
        name in ".{0,40}", check in "(?s).{0,60}", tags in prop::collection::vec("(?s).{0,12}", 0..4)
    ) {
        let mut item = speaker(text(&format!("x{name}")), "Words.");
        item.checks.push(check.clone());
        item.fields[0].check = Some(check);
        let tags = tags.iter().map(|tag| Value::Text(tag.clone())).collect();
        item.fields.push(Field { name: "organization", value: Value::Map(vec![("en".to_owned(), text(&name))]), check: None });
        item.fields.push(Field { name: "unknown", value: Value::List(tags), check: None });
        let diagnostics = read(&item).diagnostics;
        // A name may mix widths, such as `x０`: a warning that a file can be read with.
        let is_expected = |code: &str| matches!(code, "unknown-field" | "mixed-width");
        prop_assert!(diagnostics.iter().all(|found| is_expected(found.code)), "{:?}", diagnostics);
        prop_assert_eq!(conference::canonical(&item.place.path(), &file(&item)), None);
    }
}
