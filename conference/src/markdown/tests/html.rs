//! Raw HTML.

use crate::markdown::article;

use super::{body, check, render};

/// Checks what is left of raw HTML, and what is reported: the marked words and the message.
#[track_caller]
fn check_left(markdown: &str, html: &str, reported: &[(&str, &str)]) {
    let (file, rendered) = render(markdown, "ja", article);
    assert_eq!(rendered.value.html, html, "{markdown}");
    let problems: Vec<_> =
        rendered.problems.iter().map(|problem| (&file[problem.span.clone()], &*problem.message.english)).collect();
    assert_eq!(problems, reported, "{markdown}");
}

#[test]
fn harmless_html_stays() {
    check(
        "<details>\n<summary>a</summary>\n\n**b**\n\n</details>",
        "<details>\n<summary>a</summary>\n<p><strong>b</strong></p>\n</details>",
    );
    check("H<sub>2</sub>O <kbd title=\"a\">b</kbd><br>c", "<p>H<sub>2</sub>O <kbd title=\"a\">b</kbd><br>c</p>");
    check("<ruby>漢字<rt>かんじ</rt></ruby>", "<p><ruby>漢字<rt>かんじ</rt></ruby></p>");
    check("<p lang=\"en\">a &amp; &eacute;</p>", "<p lang=\"en\">a &amp; é</p>");
}

#[test]
fn links_and_images_in_html_are_resolved() {
    check(
        "<a href=\"../program/sessions/newspass.md\">a</a> <a href='https://a.jp/?b&amp;c'>b</a>",
        concat!(
            "<p><a href=\"/sessions/newspass\">a</a> ",
            "<a href=\"https://a.jp/?b&amp;c\" rel=\"noopener noreferrer external\">b</a></p>"
        ),
    );
    check(
        "<img src=\"hall.png\" alt=\"\" width=\"300\" height=\"20%\" title=\"a\">",
        "<img src=\"/content/interviews/hall.png\" alt=\"\" title=\"a\" width=\"300\" loading=\"lazy\" decoding=\"async\">",
    );
    check(
        "<a href=\"https://a.jp\">https://b.jp</a>",
        "<p><a href=\"https://a.jp\" rel=\"noopener noreferrer external\">https://b.jp</a></p>",
    );
}

#[test]
fn what_could_do_harm_is_left_out_and_reported() {
    check_left(
        "<script>alert(1)</script>\n\na",
        "<p>a</p>",
        &[("<script>", "`<script>` is not allowed here and is left out")],
    );
    check_left("a <script>b</script>", "<p>a b</p>", &[("<script>", "`<script>` is not allowed here and is left out")]);
    check_left(
        "<b onclick=\"x()\">a</b>",
        "<p><b>a</b></p>",
        &[("<b onclick=\"x()\">", "the attribute `onclick` is not allowed on `<b>` and is left out")],
    );
    check_left(
        "<p style=\"color:red\" id=\"main\" class=\"a\">b</p>",
        "<p>b</p>",
        &[(
            "<p style=\"color:red\" id=\"main\" class=\"a\">",
            "the attribute `style` is not allowed on `<p>` and is left out",
        )],
    );
    check_left(
        "<iframe src=\"https://a.jp\">b</iframe>\n\nc",
        "<p>c</p>",
        &[("<iframe src=\"https://a.jp\">", "`<iframe>` is not allowed here and is left out")],
    );
    check_left(
        "<form action=\"/a\">b<input name=\"c\"></form>",
        "b",
        &[
            ("<form action=\"/a\">", "`<form>` is not allowed here and is left out"),
            ("<input name=\"c\">", "`<input>` is not allowed here and is left out"),
        ],
    );
    check_left(
        "<a href=\"java&#115;cript:x()\">a</a>",
        "<p><a>a</a></p>",
        &[("java&#115;cript:x()", "there is no file `java&`")],
    );
    check_left(
        "<a href=\"java\tscript:x()\">a</a>",
        "<p><a>a</a></p>",
        &[("java\tscript:x()", "a link cannot lead to `javascript:x()`")],
    );
    check_left(
        "<img src=\"data:image/png;base64,AA\" alt=\"a\">",
        "a",
        &[("data:image/png;base64,AA", "`data:image/png;base64,AA` is not a file of this conference")],
    );
    check_left(
        "<img src=\"hall.png\" onerror=\"x()\" alt=\"a\">",
        "<img src=\"/content/interviews/hall.png\" alt=\"a\" loading=\"lazy\" decoding=\"async\">",
        &[(
            "<img src=\"hall.png\" onerror=\"x()\" alt=\"a\">",
            "the attribute `onerror` is not allowed on `<img>` and is left out",
        )],
    );
}

#[test]
fn html_in_a_quotation_is_reported_in_its_place() {
    check_left(
        "> <div>\n> <video>a</video>\n> </div>",
        "<blockquote>\n<div>\na\n</div></blockquote>",
        &[("<video>", "`<video>` is not allowed here and is left out")],
    );
}

#[test]
fn what_is_left_open_swallows_nothing() {
    check("> <!--\n\na", "<blockquote>\n</blockquote>\n<p>a</p>");
    check("<div>\n\na", "<div>\n<p>a</p>\n</div>");
    check("> <div>\n\na", "<blockquote>\n<div>\n</div></blockquote>\n<p>a</p>");
    check("a</p></div></section></main>b", "<p>ab</p>");
    check("a <b>b\n\nc", "<p>a <b>b</b></p><b>\n<p>c</p>\n</b>");
    check_left(
        "<textarea>\n\n## a",
        "",
        &[
            ("<textarea>", "`<textarea>` is not allowed here and is left out"),
            ("<textarea>", "this is never closed and hides everything after it"),
        ],
    );
    check_left("a\n\n<!-- b\n\nc", "<p>a</p>", &[("<!--", "this is never closed and hides everything after it")]);
    check_left("<p title=\"\n\na", "&lt;p title=\"\n<p>a</p>", &[]);
}

#[test]
fn headings_hold_no_blocks() {
    let rendered = body("## a <div>b</div> <i>c");
    assert_eq!(rendered.value.html, "<h2 id=\"a-b-c\">a b <i>c</i></h2>");
    assert_eq!(rendered.value.headings[0].html, "a b <i>c</i>");
    assert_eq!(rendered.problems.len(), 1);
}
