//! Every problem of a body: what it marks and what it says.

use crate::{diagnostic::Severity, markdown::article};

use super::{check_problem, render};

#[track_caller]
fn check(markdown: &str, severity: Severity, code: &str, marked: &str, message: &str) {
    let (file, rendered) = render(markdown, "ja", article);
    check_problem(&file, &rendered.problems, code, marked, message);
    assert_eq!(rendered.problems[0].severity, severity);
}

#[test]
fn headings_and_ids() {
    let (error, warning) = (Severity::Error, Severity::Warning);
    let message = "the title is the only heading of level 1 on a page; \
                   start it with `##`; this one is shown as if you had";
    check("# 題\n\na", warning, "heading-level", "# 題\n", message);
    let message = "`a b` cannot be an id; use letters, digits and hyphens: `{#cold-start}`";
    check("## 題 {#a b}", error, "bad-id", "{#a b}", message);
    let message = "the id `a` is given twice in this file; give this one an id of its own: links lead to the first";
    check("## 題 {#a}\n\n## 次 {#a}", error, "duplicate-id", "{#a}", message);
}

#[test]
fn links_and_images() {
    let (error, warning) = (Severity::Error, Severity::Warning);
    let message = "there is no file `missing.md`; check the path";
    check("**「見よ」**は[a](missing.md)", error, "broken-link", "missing.md", message);
    let message = "nothing in this file has the id `quick-chta`; did you mean `#quick-chat`?";
    check("[a](#quick-chta)\n\n## Quick Chat", error, "broken-anchor", "#quick-chta", message);
    let message = "nothing in this file has the id `話`; give the heading or question this id, as in `## Title {#id}`";
    check("[a](#話)", error, "broken-anchor", "#話", message);
    let help = "links lead to `https:`, `http:`, `mailto:` or, by a relative path, to files of this conference";
    for address in ["javascript:x()", "ftp://a.jp", "//a.jp/b", "data:text/html,a"] {
        let message = format!("a link cannot lead to `{address}`; {help}");
        check(&format!("[a]({address})"), error, "link-scheme", address, &message);
    }
    check(
        "[a](https:///b)",
        error,
        "bad-url",
        "https:///b",
        "`https:///b` names no site; write `https://example.org/…`",
    );
    check(
        "![](hall.png)",
        warning,
        "missing-alt",
        "![](hall.png)",
        concat!(
            "this image has no alternative text; ",
            "say in the brackets what the image shows, for those who cannot see it"
        ),
    );
    check("![a](missing.png)", error, "broken-link", "missing.png", "there is no file `missing.png`; check the path");
    check(
        "![a](https://a.jp/b.png)",
        error,
        "external-image",
        "https://a.jp/b.png",
        concat!(
            "`https://a.jp/b.png` is not a file of this conference; ",
            "put the image beside the Markdown file and write its name: nothing is loaded from elsewhere"
        ),
    );
}

#[test]
fn what_is_nearly_a_link_or_an_image() {
    let link = "this looks like a link, but is shown as text; write ";
    let image = "this looks like an image, but is none; write ";
    for (written, kind, meant) in [
        ("![会場](my hall.jpg)", image, "![会場](<my hall.jpg>)"),
        ("![会場](my hall.jpg \"広い\")", image, "![会場](<my hall.jpg> \"広い\")"),
        ("［T］（https://example.org/a）", link, "[T](https://example.org/a)"),
        ("[T]（../program/event.md）", link, "[T](../program/event.md)"),
        ("[T](my talk.md)", link, "[T](<my talk.md>)"),
        ("！［会場］（hall.jpg）", image, "![会場](hall.jpg)"),
    ] {
        check(&format!("見よ、{written}。"), Severity::Warning, "near-link", written, &format!("{kind}`{meant}`"));
    }
    let message = "this looks like an image, but is none; write `![会場](hall.jpg)`";
    let (file, rendered) = render("！[会場](hall.jpg)", "ja", article);
    let near: Vec<_> = rendered.problems.iter().filter(|problem| problem.code == "near-link").cloned().collect();
    check_problem(&file, &near, "near-link", "！[会場](hall.jpg)", message);
    for words in [
        "［注］（例）",
        "[a] (b.md)",
        "見よ！[話](../program/sessions/newspass.md)",
        "a[1](see 1.50 above)",
        "`［T］（a.md）`",
        "\\[T](my hall.jpg)",
    ] {
        assert_eq!(render(words, "ja", article).1.problems, [], "{words}");
    }
}

#[test]
fn what_is_nearly_an_id() {
    let message = "this looks like an id, but is shown as text; write `{#why2}`";
    for id in ["｛#why2｝", "{＃why2}", "{#why2｝", "{why2}", "｛why2｝"] {
        check(&format!("## なぜ？ {id}\n\na"), Severity::Warning, "near-id", id, message);
    }
    for words in ["ANY /{proxy}", "関数 {proxy+}", "{漢字|かんじ}", "\\{why\\}", "集合 {a, b}"] {
        assert_eq!(render(&format!("## {words}\n\na"), "ja", article).1.problems, [], "{words}");
    }
}

#[test]
fn what_leads_nowhere_is_shown_as_words() {
    for (markdown, html) in [
        ("[*a*](missing.md) b", "<p><em>a</em> b</p>"),
        ("a ![`b` c](missing.png)", "<p>a b c</p>"),
        ("![a](missing.png 'b')", "<p>a</p>"),
        ("[![a](missing.png)](javascript:x)", "<p>a</p>"),
    ] {
        assert_eq!(render(markdown, "ja", article).1.value.html, html);
    }
}

#[test]
fn footnotes() {
    let warning = Severity::Warning;
    check(
        "a[^注]",
        warning,
        "missing-footnote",
        "[^注]",
        concat!(
            "the footnote `注` has no text; ",
            "write it on a line of its own: `[^注]: …`; or write `\\[^注]` for these signs"
        ),
    );
    check(
        "a\n\n[^1]: b",
        warning,
        "unused-footnote",
        "[^1]: b",
        "nothing refers to the footnote `1`, so it is not shown; refer to it by `[^1]`, or remove it",
    );
    check(
        "a[^1]\n\n[^1]: b\n\n[^1]: c",
        warning,
        "duplicate-footnote",
        "[^1]: c",
        "the footnote `1` has a text already; give it a label of its own",
    );
}

#[test]
fn escaped_footnotes_are_words() {
    assert_eq!(render("\\[^1] [^ a] [^]", "ja", article).1.problems, []);
}

#[test]
fn depth() {
    let markdown = format!("{}a", "> ".repeat(60));
    let (file, rendered) = render(&markdown, "ja", article);
    let message = "this is nested too deeply, and its markup is left out; write it with at most 48 levels";
    check_problem(&file, &rendered.problems, "nested-too-deeply", &markdown[48 * 2..], message);
    assert_eq!(rendered.value.html.matches("<blockquote>").count(), 48);
    assert_eq!(rendered.value.text, "a");

    let (file, rendered) = render(&"<b>".repeat(60), "ja", article);
    let message = "this HTML is nested too deeply and is left out; close what is open, and nest at most 24 levels";
    check_problem(&file, &rendered.problems, "nested-too-deeply", "<b>", message);
    assert_eq!(rendered.problems[0].span.start, super::FRONT.len() + 24 * 3);
}

#[test]
fn problems_are_told_in_the_order_of_the_text() {
    let rendered = render("[a](#b)\n\n# c\n\n![](hall.png)\n\n[^d]: e", "ja", article).1;
    let codes: Vec<_> = rendered.problems.iter().map(|problem| problem.code).collect();
    assert_eq!(codes, ["broken-anchor", "heading-level", "missing-alt", "unused-footnote"]);
}

#[test]
fn signs_of_emphasis_that_stay_signs() {
    let message = "this looks like emphasis, but its signs are shown as text; write `**「強調」**`";
    check("これは__「強調」__です。", Severity::Warning, "near-emphasis", "__「強調」__", message);
    for text in
        ["これは\\_\\_強調\\_\\_です。", "`__強調__`と**強調**です。", "a__b__c 2**8**2", "引数は**kwargsです。"]
    {
        let (_, rendered) = render(text, "ja", article);
        assert!(rendered.problems.iter().all(|problem| problem.code != "near-emphasis"), "{text}");
    }
}

#[test]
fn a_link_that_is_never_closed_is_reported_where_it_opens() {
    let address = "the address of the link that begins here has no closing parenthesis";
    let bracket = "the `[` that opens here is never closed";
    let or = "or write `\\[` for the sign itself";
    for (written, message, meant) in [
        ("見よ、[T](https://a.jp", address, "[T](https://a.jp)"),
        ("見よ、[T](https://a.jp と続き。\n次の行 (例)。", address, "[T](https://a.jp)"),
        ("- 見よ、![会場](hall.jpg\n- 次", address, "[会場](hall.jpg)"),
        ("## 見よ、[T](../a.md\n\n次", address, "[T](../a.md)"),
        ("| a |\n|---|\n| 見よ、[T](../a.md |\n", address, "[T](../a.md)"),
        ("見よ、[T(https://a.jp) です。", bracket, "[T](https://a.jp)"),
        ("見よ、**「強調」**[公式 https://a.jp です。", bracket, "[公式](https://a.jp)"),
        ("見よ、注[^1 です。", bracket, "[^1]"),
    ] {
        check(written, Severity::Warning, "unclosed-link", "[", &format!("{message}; write `{meant}`; {or}"));
    }
    for words in ["区間[0, 1)です。", "\\[T](https://a.jp", "`[T](https://a.jp`", "[ ] 未定", "配列[a と (b.md)"]
    {
        let (_, rendered) = render(words, "ja", article);
        assert!(rendered.problems.iter().all(|problem| problem.code != "unclosed-link"), "{words}");
    }
}
