//! Texts in every notation.

use proptest::prelude::*;
use url::Url;

use super::{LineEnds, Prose, from_plain, from_source, is_html, mend};

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn plain_text_and_html_never_need_mending(text in r#"([\[\]()!<>#{}\\/a-z0-9.:"|`~*_+=^& \n-]|<!--|<b>|<b|</p>|<p>|<li>|<a href=|https://a\.b|---- |\{#|!\[|漢){0,40}"#) {
        for mut body in [from_plain(&text), crate::text::html::to_markdown(&text, None).0] {
            let (before, mut checks) = (body.clone(), Vec::new());
            mend(&mut [(&mut body, &mut checks)]);
            prop_assert_eq!((body, checks), (before, vec![]));
        }
    }

    #[test]
    fn every_text_is_read(text in r#"([\[\]()!<>#\\/a-z|`~*_ \n-]|<br>|<b>|\]\(|!\[|https://a\.b|漢|\r\n){0,40}"#) {
        for line_ends in [LineEnds::Blanks, LineEnds::Breaks] {
            let _ = from_source(&text, &Prose { base: Url::parse("https://example.org").ok(), line_ends });
        }
    }
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(from_plain(text), expected);
}

#[test]
fn words_stay_words() {
    check("Learn *this*, _that_ & <b>more</b>", "Learn \\*this\\*, \\_that\\_ \\& \\<b\\>more\\</b\\>");
    check(
        "# No heading\n- no list\n1. no list\n---\n===",
        "\\# No heading\\\n\\- no list\\\n1\\. no list\\\n\\---\\\n\\===",
    );
    check("---- Question?", "\\---- Question?");
    check("{漢字|かんじ} [a](b)", "\\{漢字\\|かんじ\\} \\[a\\](b)");
}

#[test]
fn lines_and_paragraphs_stay() {
    check("one\r\ntwo\r\n\r\n  three  \n\n\n", "one\\\ntwo\n\nthree");
    check("", "");
}

#[test]
fn addresses_become_links() {
    check("See https://example.org/a_b?c=1.", "See <https://example.org/a_b?c=1>.");
    check("http:// or https://<script>", "http:// or https://\\<script\\>");
}

#[test]
fn the_whole_text_decides_what_it_is() {
    for html in [
        "<p>a</p>",
        "a<BR>b",
        "<p>\nThis is <a href=\"boards.example\">x</a>.\n</p>\n<p>\nshort\n</p>",
        "See <a href=\"https://example.org\">x</a> and <b>y</b> and *z*.",
        "<div>\n    <ul>\n    <li>a</li>\n    <li>b</li></ul></div>",
        "<h2>a</h2>\n\n- b",
        "Words <em>here</em>",
    ] {
        assert!(is_html(html), "{html}");
    }
    for markdown in [
        "# A\n\n1 < 2 <https://example.org> `<p`",
        "A [link](https://example.org) and **bold**.<br /><br />- a",
        "## Title\n\n* a <b>b</b>\n* c",
        "Write `<p>a</p>` and `<br>`.",
        "```html\n<p>a</p><p>b</p>\n```",
        "a < b > c, Vec<String>",
        "Words",
    ] {
        assert!(!is_html(markdown), "{markdown}");
    }
}

#[track_caller]
fn converted(text: &str, line_ends: LineEnds, expected: &str) {
    let base = Url::parse("https://example.org/2024/").ok();
    let (found, checks) = from_source(text, &Prose { base, line_ends });
    assert_eq!((found.as_str(), checks), (expected, Vec::new()), "{text}");
}

#[test]
fn line_breaks_in_markdown_are_those_of_markdown() {
    converted(
        "On [x](https://example.org/x) and **y**.<br /><br />- [a](https://example.org/1)<br />- b",
        LineEnds::Blanks,
        "On [x](https://example.org/x) and **y**.\n\n- [a](https://example.org/1)\n- b",
    );
    converted("**a**<br>b<br/>\nc<BR>d", LineEnds::Blanks, "**a**\\\nb\\\nc\\\nd");
    converted("**a** <br> <br> <br> b", LineEnds::Blanks, "**a** \n\nb");
    converted("| a | **b** |\n|---|---|\n| c<br>d | e |", LineEnds::Blanks, "| a | **b** |\n|---|---|\n| c<br>d | e |");
    converted("`<br>` **a**", LineEnds::Blanks, "`<br>` **a**");
}

#[test]
fn lines_of_pretalx_stay_lines() {
    converted("Plan:\r\n10:00 a\r\n10:10 b\r\n\r\nEnd", LineEnds::Breaks, "Plan:\\\n10:00 a\\\n10:10 b\n\nEnd");
    converted("- a\n  b\n- c\n\n```\nd\ne\n```", LineEnds::Breaks, "- a\\\n  b\n- c\n\n```\nd\ne\n```");
    converted("a\\\nb  \nc", LineEnds::Breaks, "a\\\nb  \nc");
    converted("a\nb", LineEnds::Blanks, "a\nb");
}

#[test]
fn links_of_markdown_lead_to_the_site_of_the_source() {
    converted(
        "[a *b*](/rooms/) [c][1]\n\n[1]: talk.html",
        LineEnds::Blanks,
        "[a *b*](https://example.org/rooms/) [c](https://example.org/2024/talk.html)\n\n[1]: talk.html",
    );
    converted("![a chart](/a.png)", LineEnds::Blanks, "[a chart](https://example.org/a.png)");
    converted("![a](https://example.org/a.png \"b\")", LineEnds::Blanks, "[a](https://example.org/a.png \"b\")");
    converted("[a](boards.example) [b](#c) [](/x)", LineEnds::Blanks, "a (boards.example) b [](https://example.org/x)");
    converted("<https://example.org> [a]", LineEnds::Blanks, "<https://example.org> [a]");
    let (text, checks) = from_source("[![a](/b.png)](https://example.org)", &Prose::default());
    assert_eq!(text, "[a](https://example.org)");
    assert_eq!(checks, ["the picture “a” in a link of the text was left out: /b.png"]);
}
