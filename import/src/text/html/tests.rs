//! HTML as editors write it.

use url::Url;

use super::to_markdown;

#[track_caller]
fn check(html: &str, expected: &str) {
    assert_eq!(to_markdown(html, None), (expected.to_owned(), Vec::new()), "{html}");
}

#[test]
fn paragraphs_lists_and_links_are_taken_over() {
    check("<p>One &amp; <b>two</b></p>\n<p>three<br/>four</p>", "One & **two**\n\nthree\\\nfour");
    check("<p>a</p><ul><li>b</li><li> c </li></ul><p>d</p>", "a\n\n- b\n- c\n\nd");
    check("<ol><li>b<li>c</ol>", "1. b\n2. c");
    check("<ol start=4><li>b<li>c</ol>", "4. b\n5. c");
    check(
        "See <a class='x' href=\"https://example.org/?a=1&amp;b\">this *here*</a>.",
        "See [this \\*here\\*](https://example.org/?a=1&b).",
    );
    check("<div><div>a</div><div>b</div></div>c", "a\n\nb\n\nc");
}

#[test]
fn lists_keep_their_blocks_and_inner_lists() {
    check(
        "<ul>\n<li>\n<p>One.</p>\n</li>\n<li>\n<p>Two.</p>\n<ul>\n<li>\n<p>Inner.</p>\n</li>\n</ul>\n</li>\n</ul>",
        "- One.\n- Two.\n  - Inner.",
    );
    check("<ol><li>One<ul><li>Under</li></ul></li><li>Two</li></ol>", "1. One\n   - Under\n2. Two");
    // Editors put inner lists beside their items.
    check("<ul><li>a</li><ul><li>b</li><li>c</li></ul><li>d</li></ul>", "- a\n  - b\n  - c\n- d");
    check("<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n- c");
    check("<ul><li>a<pre>x\n  y</pre></li></ul>", "- a\n\n  ```\n  x\n    y\n  ```");
    check("<ul><li>a<blockquote><p>b</p></blockquote>c</li></ul>", "- a\n\n  > b\n\n  c");
    check("<dl><dt>Term</dt><dd>Words</dd></dl>", "- **Term**: Words");
    check("<ul><li></li><li>a</li></ul>", "- a");
}

#[test]
fn emphasis_and_code_stay() {
    check(
        "<em>very</em> <strong>important</strong> <s>old</s> <code>a_b *c</code>",
        "*very* **important** ~~old~~ `a_b *c`",
    );
    check(
        "<pre><code class=\"language-rust\">fn main() {\n    a();\n}\n</code></pre>",
        "```rust\nfn main() {\n    a();\n}\n```",
    );
    check("<pre>a<br>b<br>  c</pre>", "```\na\nb\n  c\n```");
    check("<p><code>a<br>b</code></p>", "```\na\nb\n```");
    check("<code>f(<a href=\"https://example.org/x\">x</a>)</code>", "`f(`[`x`](https://example.org/x)`)`");
    check("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**");
    check("<b>a <i>b</b> c</i>", "**a *b*** *c*");
    check("He said <q>yes</q>: 10<sup>3</sup> H<sub>2</sub>O 1<sup>st</sup>", "He said “yes”: 10³ H₂O 1st");
}

#[test]
fn styles_fields_and_numbers_stay() {
    check("<span style=\"color: red; font-weight: bold\">a</span> b", "**a** b");
    check("<span style=\"font-style:italic\">a</span> <span style=\"color:red\">b</span>", "*a* b");
    check("<b style=\"font-weight:normal\"><p>a <b>b</b></p></b>", "a **b**");
    check("<ul><li><input type=\"checkbox\"> a<li><input type=checkbox checked> b</ul>", "- ☐ a\n- ☑ b");
    check("<ol start=3><li value=7>a<li>b</ol>", "7. a\n8. b");
    check(
        "End<sup><a href=\"#n1\">1</a></sup> a<sup><a href=\"https://example.org\">2</a></sup>",
        "End¹ a[2](https://example.org)",
    );
}

/// Beside a letter, a star after a full stop would be a star.
#[test]
fn emphasis_stays_between_signs_and_letters() {
    check("<b>Note:</b>read", "<strong>Note:</strong>read");
    check("a<em>(b)</em>c", "a<em>(b)</em>c");
    check("un<em>believ</em>able", "un*believ*able");
    check("<b><a href=\"https://example.org\">x</a></b>y", "<strong>[x](https://example.org)</strong>y");
    check("<b>Note: </b>read", "**Note:** read");
}

#[test]
fn quotations_headings_and_tables_stay() {
    check("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b");
    check("<h2>Plan</h2><h3>Morning</h3><p>a</p><h2>End</h2>", "## Plan\n\n### Morning\n\na\n\n## End");
    check("<h1>Plan</h1><h4>Morning</h4>", "## Plan\n\n### Morning");
    check("<h5>Plan</h5>Words", "## Plan\n\nWords");
    check("<table><tr><td>10:00</td><td>Start</td></tr></table>", "| 10:00 | Start |\n| --- | --- |");
    check(
        "<table><caption>Plan</caption><thead><tr><th>a<th>b<tbody><tr><td><b>c</b><td>d|e</table>",
        "Plan\n\n| a | b |\n| --- | --- |\n| **c** | d\\|e |",
    );
    // A table of one cell frames a text, and the table in a cell is none.
    check("<table><tr><td><p>a</p><ul><li>b</li></ul></td></tr></table>", "a\n\n- b");
    check(
        "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr><tr><td>d</td><td>e</td></tr></table>",
        "| a | b c |\n| --- | --- |\n| d | e |",
    );
}

#[test]
fn entities_are_characters() {
    check(
        "<p>Caf&eacute; &mdash; Q&amp;A, D&uuml;sseldorf, 5&nbsp;&euro;&hellip;</p>",
        "Café — Q&A, Düsseldorf, 5\u{a0}€…",
    );
    check("<p>&lt;b&gt; &amp;lt; a &copy b</p>", "\\<b> \\&lt; a © b");
}

#[test]
fn pictures_and_recordings_leave_their_words_and_addresses() {
    let picture = |what: &str| {
        format!(
            "<!-- A picture was here: {what} (to show it, put its file beside this one and write ![what it shows](its-name)) -->"
        )
    };
    check(
        "<p>a <img src=\"https://example.org/a.png\" alt=\"a chart\"></p>",
        &format!("a\n\n{}", picture("a chart https://example.org/a.png")),
    );
    check(
        "<a href=\"https://example.org/big\"><img src=\"https://example.org/a.png\" alt=\"a chart\"></a>",
        &picture("a chart https://example.org/a.png, which leads to https://example.org/big"),
    );
    check("<img alt=a src=\"data:image/png;base64,AAAA\">", &picture("a (within the page)"));
    check("<video src=\"https://example.org/a.mp4\"></video>", "<https://example.org/a.mp4>");
    check("<iframe title=Talk src=\"https://example.org/v\"></iframe>", "[Talk](https://example.org/v)");
}

#[test]
fn links_lead_to_the_site_of_the_source() {
    let base = Url::parse("https://example.org/2024/").expect("an address");
    for (link, expected) in [
        ("/rooms/", "[x](https://example.org/rooms/)"),
        ("rooms", "[x](https://example.org/2024/rooms)"),
        ("../a.html?b#c", "[x](https://example.org/a.html?b#c)"),
        ("talk.html", "[x](https://example.org/2024/talk.html)"),
        ("?id=1", "[x](https://example.org/2024/?id=1)"),
        ("//other.example/a", "[x](https://other.example/a)"),
        ("mailto:hana@example.org", "[x](mailto:hana@example.org)"),
        ("https://example.org/wiki/Cloud_(computing)", "[x](https://example.org/wiki/Cloud_%28computing%29)"),
        // A host without its scheme is no page of this site.
        ("boards.example", "x (boards.example)"),
        ("tel:+49", "x (tel:+49)"),
        ("#part", "x"),
        ("", "x"),
    ] {
        let (text, checks) = to_markdown(&format!("<a href=\"{link}\">x</a>"), Some(&base));
        assert_eq!((text.as_str(), checks.len()), (expected, 0), "{link}");
    }
    check(
        "<a href=\"/rooms/\">x</a> and <a href=\"https://example.org\">y</a>",
        "x (/rooms/) and [y](https://example.org)",
    );
    check(
        "<a href=\"https://example.org/a\"><p>x</p><p>y</p></a>",
        "[x](https://example.org/a)\n\n[y](https://example.org/a)",
    );
}

#[test]
fn what_has_no_words_is_left_out() {
    let (text, checks) = to_markdown("a<script>alert('<b>')</script>b<style>c{}</style>", None);
    assert_eq!((text.as_str(), checks.len()), ("ab", 1));
    check("1 < 2 and <b", "1 < 2 and \\<b");
    check("<!--[if mso]><xml></xml><![endif]-->d<svg><text>e</text></svg>", "d");
    check("<p> </p><p>&nbsp;</p><p>a</p>", "a");
    check("Vec<String>", "Vec\\<string>");
}

/// Nothing is lost in large texts: words, links, emphasis and code are counted before and after.
#[test]
fn nothing_is_lost_in_a_large_text() {
    let blocks = [
        "<p>w% <b>w%</b> w% <code>w%</code> <a href=\"https://example.org/%\">w%</a></p>",
        "<ul><li>w%<ul><li><p><em>w%</em></p></li><li>w% <code>w%</code></li></ul></li><li>w%</li></ul>",
        "<ol><li><a href=\"https://example.org/%\"><strong>w%</strong></a><pre>w%\n  w%</pre></li></ol>",
        "<blockquote><p>w%</p><ul><li>w%</li></ul></blockquote>",
        "<table><tr><th>w%<th><i>w%</i><tr><td>w%<td><a href=\"https://example.org/%\">w%</a></table>",
        "<h2>w%</h2><div>w%<br>w%<div>w%</div></div>",
        "<dl><dt>w%</dt><dd>w% <a href=\"/x/%\">w%</a></dd></dl>",
    ];
    let html: String = (0..700).map(|number| blocks[number % blocks.len()].replace('%', &number.to_string())).collect();
    let (text, _) = to_markdown(&html, None);
    let words = |text: &str| {
        let mut words: Vec<_> = text.split(|next: char| !next.is_alphanumeric()).map(str::to_owned).collect();
        words.retain(|word| {
            word.starts_with('w') && word[1..].bytes().all(|byte| byte.is_ascii_digit()) && word.len() > 1
        });
        words.sort();
        words
    };
    assert_eq!(words(&text), words(&html));
    let count = |text: &str, pattern: &str| text.matches(pattern).count();
    assert_eq!(count(&text, "](https://example.org/"), count(&html, "href=\"https://example.org/"));
    assert_eq!(count(&text, " (/x/"), count(&html, "href=\"/x/"));
    let strong = count(&html, "<b>") + count(&html, "<strong>") + count(&html, "<dt>");
    let emphasis = count(&html, "<em>") + count(&html, "<i>");
    assert_eq!(count(&text, "*"), 4 * strong + 2 * emphasis);
    assert_eq!(count(&text, "`"), 2 * count(&html, "<code>") + 6 * count(&html, "<pre>"));
}

#[test]
fn tags_without_end_take_no_time_out_of_proportion() {
    for part in [
        "<",
        "<a",
        "<ul>",
        "<ul>x",
        "<li>a",
        "<a href='",
        "<p><",
        "<br>a",
        "</a>",
        "<b>x<p>",
        "<table>x",
        "<div>x",
        "<p><b>x",
        "<table><tr><td>x",
        "<code>x",
        "<i><b></i>x",
        "<dl><dt>x",
        "<blockquote>x",
        "<ruby>x<rt>y",
    ] {
        let (written, _) = to_markdown(&part.repeat(20_000), None);
        assert!(written.len() < 40 * 20_000, "{part}: {}", written.len());
    }
}
