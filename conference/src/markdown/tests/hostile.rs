//! Any text comes through, in time proportional to its size.

use crate::markdown::{article, events::DEEPEST, interview, news};

use super::render;

/// Texts that have brought parsers to their knees, of about 30 kB each.
pub(super) fn texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "[",
        "]",
        "*",
        "_",
        "*a",
        "*a_",
        "**「a」**で",
        "~~",
        ">",
        "> ",
        "- ",
        "1. ",
        "{",
        "|",
        "{漢|",
        "{漢|か}",
        "`",
        "`a``",
        "<",
        "<b>",
        "<b title=\"",
        "</b>",
        "<b><i>",
        "<table><tr><td>",
        "<p>",
        "<div\n>",
        "<!--",
        "<![CDATA[",
        "<?",
        "&",
        "\\",
        "![",
        "![](",
        "[a](",
        "[a](b",
        "[^a]",
        "[^a]: ",
        "[^a]: b\n\n[^a]\n\n",
        "---- ",
        "---- a\n",
        "---- a\n\nb\n\n",
        "## a\n\n",
        "a\n---\n",
        "http://",
        "https://a)",
        "https://a,",
        "\u{3000}",
        "\r",
        "\0",
        "é\u{301}",
        "\t-\n",
        "    a\n",
        "|a|\n|-|\n",
        "a|",
        "{#a}",
        "## {#",
        "[a]: b\n",
        "~~~\n",
        "<script>",
        "<svg><style>",
        "<a href=\"#a\">",
        "[a](#b)\n\n",
        "https://a.b/\n",
        "[a](https://a.b/)\n",
        "[a](https://a.b/) a\n",
    ]
    .iter()
    .map(|unit| unit.repeat(30_000 / unit.len()))
    .collect();
    texts.push(format!("{}a", "- ".repeat(15_000)));
    texts.push((0..200).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect());
    texts.push(format!("{}\n{}\n{}", "|a".repeat(500), "|-".repeat(500), "|\n".repeat(5_000)));
    texts.push(format!("{}\n", "> ".repeat(300)).repeat(50));
    texts.push((0..2_000).map(|number| format!("<b title=\"{number}\"></i>")).collect());
    texts
        .push((0..1_000).map(|number| format!("[^{number}] [a](#{number})\n\n[^{number}]: [^{number}]\n\n")).collect());
    texts
}

#[test]
fn any_text_comes_through() {
    for text in texts() {
        let start: String = text.chars().take(20).collect();
        for html in [render(&text, "ja", article).1.value.html, render(&text, "ja", news).1.value.html, {
            let transcript = render(&text, "ja", interview).1.value;
            let answers: String = transcript.questions().map(|question| question.answer.as_str()).collect();
            transcript.introduction + &answers
        }] {
            assert!(depth(&html) <= 3 * DEEPEST + 10, "{start}");
            assert!(html.len() < 100 * text.len() + 1_000, "{start}");
        }
    }
}

#[test]
fn every_cut_of_a_text_comes_through() {
    let text = include_str!("interview.md");
    for (place, _) in text.char_indices() {
        render(&text[..place], "ja", interview);
        render(&text[place..], "ja", article);
    }
}

/// How deep elements are nested.
fn depth(html: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for (place, _) in html.match_indices('<') {
        let rest = &html[place + 1..];
        if rest.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !["br>", "hr>", "img ", "input ", "wbr>", "col>"].iter().any(|void| rest.starts_with(void)) {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}
