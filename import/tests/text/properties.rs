//! What holds for any text.

use import::text::{read, read_export};
use proptest::prelude::*;

use crate::support::{check, options, show};

/// Pieces that mean something somewhere.
const PIECES: [&str; 60] = [
    "---- ",
    "----",
    "Q: ",
    "A: ",
    "Q1. ",
    "**Hana:** ",
    "Taro：",
    "Hana：",
    "――",
    "# ",
    "## ",
    "* ",
    "*",
    "**",
    "- ",
    "+ ",
    "1. ",
    "> ",
    ">>",
    "<<",
    ">||",
    "||<",
    "((",
    "))",
    "[",
    "]",
    "](",
    "![",
    "[f:id:a:20160101000000j:plain]",
    "[https://example.org:embed:cite]",
    "https://example.org/",
    "<b>",
    "</b>",
    "<p>",
    "<script>",
    "<!--",
    "-->",
    "<a href=\"/x\">",
    "<img src=x>",
    "<ul><li>",
    "<table><tr><td>",
    "`",
    "```",
    "~~",
    "| a | b |",
    "|---|---|",
    "[^1]",
    "[^1]: ",
    "{#id}",
    "{漢字|かんじ}",
    "名前：例田花子",
    "Name: Hana Example",
    "まとめ",
    "Quick Chat",
    "&amp;",
    "\\",
    "-- ",
    "====",
    "Subject: a",
    "From: Hana",
];

fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => proptest::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        3 => Just("\n".to_owned()),
        2 => Just("\n\n".to_owned()),
        2 => "[a-z]{1,5} ?",
        1 => "\\PC{0,4}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// The words of a text that could be read by their letters alone.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn any_text_ends_without_a_panic(text in any::<String>()) {
        let _ = read(&text, &options("a", &[]));
        let _ = read_export(&text, &["a".to_owned()], &options("a", &[]));
    }

    #[test]
    fn whatever_is_read_passes_the_check(text in pieces()) {
        if let Ok(imported) = read(&text, &options("a", &[])) {
            check(&imported, &[]);
        }
        let with_name = format!("Name: Hana Example\n\n---- Why?\n\n{text}\n");
        if let Ok(imported) = read(&with_name, &options("a", &[])) {
            check(&imported, &[]);
        }
        let html = format!("<p>Name: Hana Example</p><h3>Quick Chat</h3>{text}");
        if let Ok(imported) = read(&html, &options("a", &[])) {
            check(&imported, &[]);
        }
    }

    #[test]
    fn words_are_not_lost(lines in proptest::collection::vec("[b-p]{1,6}( [b-p]{1,6}){0,5}[.?]?", 1..20)) {
        let paragraphs = lines.join("\n\n");
        for text in [
            format!("Name: Hana Example\n\n---- Why?\n\n{paragraphs}\n"),
            format!("From: Hana Example\nTo: a\n\nQ: Why?\nA: {paragraphs}\n"),
            format!("*Interview with Hana Example\n**Quick Chat\n---- Why?\n{paragraphs}\n"),
            format!("<p>Name: Hana Example</p><p>---- Why?</p><p>{}</p>", lines.join("</p><p>")),
        ] {
            let imported = read(&text, &options("a", &[])).expect("an interview");
            let shown = words(&show(&imported));
            for word in words(&paragraphs) {
                prop_assert!(shown.contains(&word), "{word} of {text} is not in {shown:?}");
            }
        }
    }

    #[test]
    fn words_are_escaped_and_not_lost(text in pieces()) {
        // Plain text has no markup, so that every word must be there.
        let text = text.replace(['>', '＞'], "").replace("--", "").replace("Subject", "").replace("From", "");
        let mail = format!("From: Hana Example\nTo: a\n\nQ: Why?\nA: b\n\n{text}\n\nb\n");
        let imported = read(&mail, &options("a", &[])).expect("an interview");
        let shown = words(&show(&imported));
        let marks = ["Q", "A", "Q1", "Name", "Hana", "Example", "名前", "例田花子", "wrote"];
        for word in words(&text).iter().filter(|word| !marks.contains(&word.as_str())) {
            let is_there = shown.iter().any(|shown| shown.contains(word.as_str()));
            prop_assert!(is_there, "{word} of {mail} is not in {}", show(&imported));
        }
    }
}
