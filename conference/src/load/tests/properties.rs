//! Any text as a file of each kind: nothing panics, every problem stands somewhere, and the canonical form is stable.

use proptest::prelude::*;

use super::*;
use crate::{
    canonical,
    diagnostic::{ReportLanguage, Style, render},
};

/// A file of each kind, and a translation.
const PATHS: [&str; 6] = [
    "program/event.md",
    "program/sessions/a.md",
    "program/speakers/a.md",
    "interviews/a.md",
    "news/a.md",
    "interviews/a.en.md",
];

/// Lines that are nearly front matter, questions and links, between any text at all.
fn texts() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        3 => "(title|name|speaker|speakers|start|published|tags|photo|draft|source|links|rooms|days|removed|aliases): ?\
              (a|\\[a, b\\]|\\{ ja: 例, en: x \\}|2016-10-01( 10:00)?|https://example\\.org/|true|\"|'|\\||&a|\\*a|)",
        2 => "(  |- |---- |> |#+ |\\t)?[a-z例 {}\\[\\]()*_`<>!:|#-]{0,20}",
        2 => Just("---".to_owned()),
        1 => "(---- .{0,9} \\{#[a-z-]{0,5}\\}|\\[a\\]\\(https?://[a-z./]{0,9}\\)|\\{漢\\|かん\\}|<[a-z/]{1,8}>|!\\[x\\]\\(a\\.jpg\\))",
        1 => "\\PC{0,30}",
    ];
    proptest::collection::vec(line, 0..24).prop_map(|lines| lines.join("\n"))
}

/// Opens most of them with front matter.
fn files() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (texts(), texts()).prop_map(|(front, body)| format!("---\n{front}\n---\n{body}")),
        1 => texts(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_a_file(path in proptest::sample::select(&PATHS[..]), text in files()) {
        let mut sources = sources(&[(path, &text)]);
        sources.assets.push(asset("interviews/a.jpg"));
        for found in load_all(&sources).diagnostics {
            prop_assert!(found.source.get(found.marked.clone()).is_some(), "{found:?}");
            for language in [ReportLanguage::English, ReportLanguage::Japanese] {
                prop_assert!(render(&found, Style::Plain, language).contains(found.code));
            }
        }
    }

    #[test]
    fn the_canonical_form_is_stable_and_loads_the_same(path in proptest::sample::select(&PATHS[..]), text in files()) {
        if let Some(formatted) = canonical(path, &text) {
            prop_assert_eq!(canonical(path, &formatted), None, "{}", formatted);
            let codes = |text: &str| {
                let loaded = load_all(&sources(&[(path, text)]));
                let mut codes: Vec<_> = loaded.diagnostics.iter().map(|found| found.code).collect();
                codes.sort_unstable();
                codes
            };
            prop_assert_eq!(codes(&text), codes(&formatted), "{}", formatted);
        }
    }
}
