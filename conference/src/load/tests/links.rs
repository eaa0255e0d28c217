//! Links between files become links between pages.

use super::*;
use crate::{
    load::{
        context::Context,
        external_links,
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
    sources.assets =
        ["program/sessions/図 1.png", "program/sessions/表 1.csv", "interviews/slides.pdf", "interviews/Hall.JPG"]
            .map(asset)
            .to_vec();
    let files = Files::sort(&sources, &mut Vec::new());
    let mut context = Context::of(&files);
    context.languages = Some(vec![language("ja"), language("en")]);
    let published = Publication {
        pages: [
            Page::Session(slug("a")),
            Page::Session(slug("b")),
            Page::Speaker(slug("taro")),
            Page::Interview(slug("taro")),
        ]
        .into_iter()
        .collect(),
        ..Publication::default()
    };
    let path = if tag == "ja" { "program/sessions/a.md" } else { "program/sessions/a.en.md" };
    let language = language(tag);
    let linker = Linker { context: &context, published: &published, path, language: &language };
    match linker.link(destination) {
        Target::Internal { url, path, fragment, .. } => {
            format!("{url}{} ({path})", fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default())
        }
        Target::External => String::from("external"),
        Target::SameFile { fragment } => format!("same file #{fragment}"),
        Target::Broken { code, help, .. } => format!("{code}: {}", help.english),
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
    check("表%201.csv", "/content/program/sessions/%E8%A1%A8%201.csv (program/sessions/表 1.csv)");
    check("../../interviews/slides.pdf#page=2", "/content/interviews/slides.pdf#page=2 (interviews/slides.pdf)");
}

#[test]
fn a_link_to_a_photograph_leads_to_a_rendition_without_its_metadata() {
    let target = resolve("図 1.png", "ja");
    assert!(target.starts_with("/pictures/") && target.ends_with(".jpg (program/sessions/図 1.png)"), "{target}");
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
fn what_is_written_without_its_ending_is_looked_for_beside_it_first() {
    check("../../interviews/taro", "broken-link: did you mean `../../interviews/taro.md`?");
    check("../../interviews/taro/index.md", "broken-link: did you mean `../../interviews/taro.md`?");
    check("../sessions/b", "broken-link: did you mean `b/index.md`?");
}

#[test]
fn a_missing_picture_is_looked_for_among_pictures() {
    check("../../interviews/hall.jpg", "broken-link: did you mean `../../interviews/Hall.JPG`?");
    check("../../interviews/hall.webp", "broken-link: did you mean `../../interviews/Hall.JPG`?");
    check("hall.jpeg", "broken-link: did you mean `../../interviews/Hall.JPG`?");
    assert!(!resolve("a.jpg", "ja").contains("did you mean"));
}

#[test]
fn a_missing_portrait_is_looked_for_among_the_files_beside_it() {
    let help = |files: &[&str]| {
        let mut sources = sources(&[("program/speakers/taro.md", &speaker("太郎\nphoto: taro.jpg"))]);
        sources.assets = files.iter().map(|path| asset(path)).collect();
        let found = load_all(&sources).diagnostics.into_iter().find(|found| found.code == "missing-file");
        found.expect("it is reported").help.english
    };
    for name in ["taro.JPG", "taro.jpeg", "Taro.png"] {
        let beside = format!("program/speakers/{name}");
        assert_eq!(help(&["interviews/taro.jpg", &beside]), format!("did you mean `{name}`?"));
    }
    assert!(help(&[]).starts_with("put the file beside this one"));
}

#[test]
fn links_to_what_is_not_published_are_told_apart() {
    assert!(resolve("../../interviews/draft.md", "ja").starts_with(UNPUBLISHED));
}

#[test]
fn addresses_of_other_sites_are_listed_with_their_places() {
    let session = "---\ntitle: a\nformat: talk\nstart: 2016-10-01 10:00\nlinks: { slides: https://example.org/slides }\n---\n\n\
        [a](https://example.org/a#b) https://example.org/bare <mailto:a@example.org>\n";
    let sources = sources(&[("program/sessions/a.md", session)]);
    let links = external_links(&sources);
    let urls: Vec<_> = links.iter().map(|link| link.url.as_str()).collect();
    assert_eq!(urls, ["https://example.org/slides", "https://example.org/a#b", "https://example.org/bare"]);
    assert!(links.iter().all(|link| session[link.span.clone()] == link.url), "{links:?}");
}
