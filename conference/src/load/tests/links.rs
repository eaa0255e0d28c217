//! Links between files become links between pages.

use super::*;
use crate::{
    load::{
        context::Context,
        files::Files,
        links::{Linker, UNPUBLISHED},
        publication::Publication,
    },
    markdown::{Resolve, Target},
};

/// Resolves a destination in `program/sessions/a.md`, as text: the URL, or the code of what is wrong.
fn resolve(destination: &str, tag: &str) -> String {
    let mut sources = sources(&[
        ("program/event.en.md", ""),
        ("program/sessions/a.md", ""),
        ("program/sessions/a.en.md", ""),
        ("program/sessions/b/index.md", ""),
        ("program/speakers/taro.md", ""),
        ("interviews/taro.md", ""),
        ("interviews/taro.en.md", ""),
        ("interviews/draft.md", ""),
    ]);
    sources.assets = vec![asset("program/sessions/図 1.png"), asset("interviews/slides.pdf")];
    let files = Files::sort(&sources, &mut Vec::new());
    let mut context = Context::of(&files);
    context.languages = Some(vec![language("ja"), language("en")]);
    let published = Publication {
        sessions: [slug("a"), slug("b")].into(),
        speakers: [slug("taro")].into(),
        interviews: [slug("taro")].into(),
        ..Publication::default()
    };
    let path = if tag == "ja" { "program/sessions/a.md" } else { "program/sessions/a.en.md" };
    let language = language(tag);
    let linker = Linker { context: &context, published: &published, path, language: &language };
    match linker.link(destination) {
        Target::Internal { url, path, fragment } => {
            format!("{url}{} ({path})", fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default())
        }
        Target::External => String::from("external"),
        Target::SameFile { fragment } => format!("same file #{fragment}"),
        Target::Broken { code, help, .. } => format!("{code}: {help}"),
    }
}

fn check(destination: &str, expected: &str) {
    assert_eq!(resolve(destination, "ja"), expected, "{destination}");
}

#[test]
fn links_lead_to_pages_in_the_language_of_the_page() {
    check("../speakers/taro.md", "/speakers/taro (program/speakers/taro.md)");
    check("b/index.md", "/sessions/b (program/sessions/b/index.md)");
    check("./../../interviews/taro.md#why", "/interviews/taro#why (interviews/taro.md)");
    check("../event.md", "/about (program/event.md)");
    assert_eq!(resolve("../speakers/taro.md", "en"), "/en/speakers/taro (program/speakers/taro.md)");
    assert_eq!(resolve("../../interviews/taro.md", "en"), "/en/interviews/taro (interviews/taro.en.md)");
    assert_eq!(resolve("../event.md", "en"), "/en/about (program/event.en.md)");
}

#[test]
fn a_link_to_a_translation_leads_to_its_language() {
    check("../../interviews/taro.en.md", "/en/interviews/taro (interviews/taro.en.md)");
}

#[test]
fn links_lead_to_files_beside_the_item() {
    check("図%201.png", "/content/program/sessions/%E5%9B%B3%201.png (program/sessions/図 1.png)");
    check("../../interviews/slides.pdf#page=2", "/content/interviews/slides.pdf#page=2 (interviews/slides.pdf)");
}

#[test]
fn links_within_the_file() {
    check("#why", "same file #why");
    check("a.md#why", "same file #why");
}

#[test]
fn broken_links_say_what_was_meant() {
    check("../speakers/tarou.md", "broken-link: did you mean `../speakers/taro.md`?");
    check("../taro.md", "broken-link: did you mean `../speakers/taro.md`?");
    check("b.md", "broken-link: did you mean `b/index.md`?");
    check("../speakers/taro", "broken-link: did you mean `../speakers/taro.md`?");
    check("図1.png", "broken-link: did you mean `図 1.png`?");
    check("/speakers/taro", "absolute-link: write the path from this file: `../speakers/taro.md`");
    check("/en/interviews/taro#x", "absolute-link: write the path from this file: `../../interviews/taro.md`");
    check("/program/event.md", "absolute-link: write the path from this file: `../event.md`");
    check("/about", "absolute-link: write the path from this file: `../event.md`");
    check("c/index.md", "broken-link: did you mean `b/index.md`?");
    assert!(resolve("../../../etc/passwd", "ja").starts_with("broken-link: links lead to files"));
    assert!(resolve("", "ja").starts_with("broken-link"));
}

#[test]
fn links_to_what_is_not_published_are_told_apart() {
    assert!(resolve("../../interviews/draft.md", "ja").starts_with(UNPUBLISHED));
}
