//! Bodies of sessions, speakers and the event: a check for each feature.

use crate::{
    ReadingTime,
    markdown::article,
    picture::{Encoding, Role},
};

use super::{HALL, body, check, render};

#[test]
fn blocks_are_commonmark() {
    check("a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>");
    check("> a\n> b\n\nc", "<blockquote>\n<p>a\nb</p>\n</blockquote>\n<p>c</p>");
    check("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>");
    check("3. a\n\n4. b", "<ol start=\"3\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>");
    check("a\\\nb", "<p>a<br>\nb</p>");
    check(
        "*a* **b** `c<d>` \"e\" &amp; <https://example.org/?a&b>",
        concat!(
            "<p><em>a</em> <strong>b</strong> <code>c&lt;d&gt;</code> \"e\" &amp; ",
            "<a href=\"https://example.org/?a&amp;b\" rel=\"noopener noreferrer external\">",
            "https://example.org/?a&amp;b</a></p>"
        ),
    );
    check("", "");
}

#[test]
fn a_paragraph_that_is_emphasised_as_a_whole_is_a_remark() {
    check("*a **b** c*", "<p class=\"editorial\"><em>a <strong>b</strong> c</em></p>");
    for (markdown, html) in [
        ("*a* b", "<p><em>a</em> b</p>"),
        ("*a* *b*", "<p><em>a</em> <em>b</em></p>"),
        ("**a**", "<p><strong>a</strong></p>"),
        ("> *a*", "<blockquote>\n<p><em>a</em></p>\n</blockquote>"),
    ] {
        check(markdown, html);
    }
}

#[test]
fn line_ends_of_windows_and_signs_html_cannot_hold_are_no_trouble() {
    check("a\r\nb\r\n\r\n```\r\nc\r\nd\r\n```\r\n", "<p>a\nb</p>\n<pre tabindex=\"0\"><code>c\nd\n</code></pre>");
    check("a\u{1}b\0c\u{fdd0}d", "<p>abcd</p>");
}

#[test]
fn tables_scroll_and_align_by_class() {
    check(
        "| a | b | |\n|:--|--:|:-:|\n| c | `d\\|e` | f |",
        concat!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"表\">\n<table>\n<thead>\n<tr>",
            "<th scope=\"col\" class=\"align-left\">a</th><th scope=\"col\" class=\"align-right\">b</th>",
            "<td class=\"align-center\"></td></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-left\">c</td>",
            "<td class=\"align-right\"><code>d|e</code></td><td class=\"align-center\">f</td></tr>\n</tbody>\n",
            "</table>\n</div>"
        ),
    );
    check(
        "| a |\n|---|",
        concat!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"表\">\n<table>\n<thead>\n<tr>",
            "<th scope=\"col\">a</th></tr>\n</thead>\n</table>\n</div>"
        ),
    );
}

#[test]
fn only_two_tildes_strike_out() {
    check("~~a~~ 10~20 ~ b~ ~c~", "<p><del>a</del> 10~20 ~ b~ ~c~</p>");
}

#[test]
fn tasks_say_whether_they_are_done() {
    check(
        "- [x] a\n- [ ] b",
        concat!(
            "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled=\"\" checked=\"\" aria-label=\"完了\"> a</li>\n",
            "<li class=\"task\"><input type=\"checkbox\" disabled=\"\" aria-label=\"未完了\"> b</li>\n</ul>"
        ),
    );
}

#[test]
fn code_keeps_its_language_and_its_signs() {
    check(
        "```rust,ignore\nlet a = \"{漢字|かんじ}\" < b;\n\n```",
        concat!(
            "<pre tabindex=\"0\" data-language=\"rust\"><code class=\"language-rust\">",
            "let a = \"{漢字|かんじ}\" &lt; b;\n\n</code></pre>"
        ),
    );
    check("```js:app.js\n```", "<pre tabindex=\"0\" data-language=\"js\"><code class=\"language-js\"></code></pre>");
    check("    a\\{b", "<pre tabindex=\"0\"><code>a\\{b</code></pre>");
}

#[test]
fn headings_get_ids_from_their_words_or_their_author() {
    check(
        "## Quick Chat\n\n### 運用は、**なくならない**？\n\n## Quick Chat\n\n## 別名 {#alias}\n\nまとめ\n---",
        concat!(
            "<h2 id=\"quick-chat\">Quick Chat</h2>\n<h3 id=\"運用はなくならない\">運用は、<strong>なくならない</strong>？</h3>\n",
            "<h2 id=\"quick-chat-2\">Quick Chat</h2>\n<h2 id=\"alias\">別名</h2>\n<h2 id=\"まとめ\">まとめ</h2>"
        ),
    );
    // What was given goes before what was derived, wherever it stands.
    check("## a\n\n## b {#a}", "<h2 id=\"a-2\">a</h2>\n<h2 id=\"a\">b</h2>");
    check(
        "## `/store/{proxy+}` {proxy+}\n\n## ！",
        "<h2 id=\"storeproxy-proxy\"><code>/store/{proxy+}</code> {proxy+}</h2>\n<h2 id=\"section\">！</h2>",
    );
}

#[test]
fn the_outline_has_the_headings_that_are_no_quotations() {
    let outline = body("## a `b`\n\n> ## c\n\n### {漢字|かんじ}").value.headings;
    let outline: Vec<_> = outline.iter().map(|heading| (heading.level, &*heading.id, &*heading.text)).collect();
    assert_eq!(outline, [(2, "a-b", "a b"), (3, "漢字", "漢字")]);
}

#[test]
fn line_breaks_between_cjk_characters_are_no_space() {
    check("サーバー\nレス。\n「運用」", "<p>サーバーレス。「運用」</p>");
    check(
        "運用は\n**なくなら**\n[ない](https://a.jp)\n`と`\n言う",
        concat!(
            "<p>運用は<strong>なくなら</strong><a href=\"https://a.jp\" rel=\"noopener noreferrer external\">ない</a>",
            "<code>と</code>言う</p>"
        ),
    );
    check("運用は\n{漢字|かんじ}\nで", "<p>運用は<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>で</p>");
    check("日本語\nEnglish\n日本語\n한국어", "<p>日本語\nEnglish\n日本語\n한국어</p>");
}

#[test]
fn braces_with_a_reading_are_ruby() {
    check(
        "{漢字|かんじ}と{強調|*}",
        concat!(
            "<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>と",
            "<ruby>強調<rp>(</rp><rt>*</rt><rp>)</rp></ruby></p>"
        ),
    );
    check(
        "|{漢字\\|かんじ}|\n|-|",
        concat!(
            "<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"表\">\n<table>\n<thead>\n<tr><th scope=\"col\">",
            "<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby></th></tr>\n</thead>\n</table>\n</div>"
        ),
    );
}

#[test]
fn braces_that_are_no_ruby_stay() {
    for text in ["{proxy+}", "!ImportValue", "${変数}", "${a|b}", "${変数|値}", "{a|b}", "{}", "{{漢字|かんじ}}"]
    {
        check(text, &format!("<p>{text}</p>"));
    }
    check("\\{漢字|かんじ} {漢字\\|かんじ} &#123;漢字|かんじ}", "<p>{漢字|かんじ} {漢字|かんじ} {漢字|かんじ}</p>");
    check("`{漢字|かんじ}`", "<p><code>{漢字|かんじ}</code></p>");
    check(
        "[Fn::Sub](https://a.jp)",
        "<p><a href=\"https://a.jp\" rel=\"noopener noreferrer external\">Fn::Sub</a></p>",
    );
}

#[test]
fn emphasis_works_beside_cjk_punctuation() {
    check("これは**「強調」**です。", "<p>これは<strong>「強調」</strong>です。</p>");
    check("**重要（注）**です", "<p><strong>重要（注）</strong>です</p>");
    check(
        "関数は**`handler`**と*「呼び名」*で~~（旧）~~す",
        "<p>関数は<strong><code>handler</code></strong>と<em>「呼び名」</em>で<del>（旧）</del>す</p>",
    );
    check(
        "`**「a」**で`と[**「b」**で](https://a.jp/**「a」**で)",
        concat!(
            "<p><code>**「a」**で</code>と<a href=\"https://a.jp/**「a」**で\" rel=\"noopener noreferrer external\">",
            "<strong>「b」</strong>で</a></p>"
        ),
    );
    check("2 * 3「*」", "<p>2 * 3「*」</p>");
}

#[test]
fn links_lead_to_items_mailboxes_and_other_sites() {
    check(
        "[発表](../program/sessions/newspass.md)と[ここ](#話 '題\"')\n\n## 話",
        concat!(
            "<p><a href=\"/sessions/newspass\">発表</a>と<a href=\"#話\" title=\"題&quot;\">ここ</a></p>\n",
            "<h2 id=\"話\">話</h2>"
        ),
    );
    check(
        "[先頭](#top) [上](#) [話](#%E8%A9%B1)\n\n## 話",
        "<p><a href=\"#top\">先頭</a> <a href=\"#\">上</a> <a href=\"#%E8%A9%B1\">話</a></p>\n<h2 id=\"話\">話</h2>",
    );
    check(
        "<a@example.org> [外][x]\n\n[x]: <HTTPS://example.org/a b> '題'",
        concat!(
            "<p><a href=\"mailto:a@example.org\">a@example.org</a> ",
            "<a href=\"HTTPS://example.org/a%20b\" title=\"題\" rel=\"noopener noreferrer external\">外</a></p>"
        ),
    );
}

#[test]
fn links_to_places_in_other_items_are_handed_on() {
    let (file, rendered) = render("[質問](../program/sessions/newspass.md#%E5%95%8F)", "ja", article);
    assert_eq!(rendered.value.html, "<p><a href=\"/sessions/newspass#%E5%95%8F\">質問</a></p>");
    let [anchor] = rendered.anchors.as_slice() else { panic!("one anchor") };
    assert_eq!(&file[anchor.span.clone()], "../program/sessions/newspass.md#%E5%95%8F");
    assert_eq!((&*anchor.path, &*anchor.fragment), ("program/sessions/newspass.md", "問"));
}

#[test]
fn bare_addresses_are_links_outside_of_links_and_code() {
    check(
        "資料はhttps://example.org/a_b_c。`https://a.jp`",
        concat!(
            "<p>資料は<a href=\"https://example.org/a_b_c\" rel=\"noopener noreferrer external\">https://example.org/a_b_c</a>",
            "。<code>https://a.jp</code></p>"
        ),
    );
    check(
        "[https://a.jp](https://b.jp)",
        "<p><a href=\"https://b.jp\" rel=\"noopener noreferrer external\">https://a.jp</a></p>",
    );
}

#[test]
fn an_image_alone_is_a_figure() {
    const IMAGE: &str = "src=\"/content/interviews/hall.png\" alt=\"会場の&quot;入口&quot;\"";
    check(
        "![会場の\"入口\"](hall.png '2016年')",
        &format!(
            "<figure>\n<img {} loading=\"lazy\" decoding=\"async\">\n<figcaption>2016年</figcaption>\n</figure>",
            IMAGE
        ),
    );
    check(
        "![会場の\"入口\"](hall.png)",
        &format!("<figure>\n<img {IMAGE} loading=\"lazy\" decoding=\"async\">\n</figure>"),
    );
    check(
        "見よ![会場の\"入口\"](hall.png 'a')",
        &format!("<p>見よ<img {IMAGE} title=\"a\" loading=\"lazy\" decoding=\"async\"></p>"),
    );
}

/// The URL of a rendition of the photograph.
fn rendition(place: usize, encoding: Encoding) -> String {
    let renditions = HALL.renditions([1; 32], Role::Figure);
    let operations = if encoding == Encoding::Avif { renditions.modern } else { renditions.fallback };
    crate::url::picture(&operations[place].name())
}

#[test]
fn a_photograph_is_offered_in_widths_and_formats() {
    let candidates = |encoding| {
        let widths = [320, 640, 800].iter().enumerate();
        let candidates = widths.map(|(place, width)| format!("{} {width}w", rendition(place, encoding)));
        candidates.collect::<Vec<_>>().join(", ")
    };
    let (avif, jpeg) = (candidates(Encoding::Avif), candidates(Encoding::Jpeg));
    let tag = |sizes: &str, width: u32, height: u32| {
        format!(
            "<picture><source type=\"image/avif\" srcset=\"{avif}\" sizes=\"{sizes}\"><img src=\"{}\" alt=\"会場\" \
             srcset=\"{jpeg}\" sizes=\"{sizes}\" class=\"tint-0102ff\" width=\"{width}\" height=\"{height}\" \
             loading=\"lazy\" decoding=\"async\"></picture>",
            rendition(2, Encoding::Jpeg),
        )
    };
    check("![会場](hall.jpg)", &format!("<figure>\n{}\n</figure>", tag("(min-width: 43rem) 40rem, 100vw", 800, 600)));
    // The same tag stays whole where raw HTML is sanitised.
    check("<img src=\"hall.jpg\" alt=\"会場\" width=\"300\" height=\"225\">", &tag("300px", 300, 225));
}

#[test]
fn footnotes_are_numbered_by_reference_and_lead_back() {
    check(
        "a[^x]b[^注 1]c[^X]\n\n[^注 1]: d\n[^X]: `e`\n\n    > f[^deep]\n\n[^deep]: g",
        concat!(
            "<p>a<sup class=\"footnote\"><a href=\"#fn-x\" id=\"fnref-x\" role=\"doc-noteref\" aria-label=\"脚注 1\">1</a></sup>",
            "b<sup class=\"footnote\"><a href=\"#fn-注-1\" id=\"fnref-注-1\" role=\"doc-noteref\" aria-label=\"脚注 2\">2</a></sup>",
            "c<sup class=\"footnote\"><a href=\"#fn-x\" id=\"fnref-x-2\" role=\"doc-noteref\" aria-label=\"脚注 1\">1</a></sup></p>\n",
            "<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"脚注\">\n<ol>\n",
            "<li id=\"fn-x\">\n<p><code>e</code></p>\n<blockquote>\n<p>f<sup class=\"footnote\"><a href=\"#fn-deep\" ",
            "id=\"fnref-deep\" role=\"doc-noteref\" aria-label=\"脚注 3\">3</a></sup></p>\n</blockquote>\n",
            "<p><a href=\"#fnref-x\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"脚注 1 の参照元へ戻る\">↩\u{FE0E}</a> ",
            "<a href=\"#fnref-x-2\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"脚注 1-2 の参照元へ戻る\">↩\u{FE0E}</a></p>\n</li>\n",
            "<li id=\"fn-注-1\">\n<p>d <a href=\"#fnref-注-1\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"脚注 2 の参照元へ戻る\">↩\u{FE0E}</a></p>\n</li>\n",
            "<li id=\"fn-deep\">\n<p>g <a href=\"#fnref-deep\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"脚注 3 の参照元へ戻る\">↩\u{FE0E}</a></p>\n</li>\n",
            "</ol>\n</div>"
        ),
    );
}

#[test]
fn labels_are_in_the_language_of_the_text() {
    let html = render("- [x] a[^1]\n\n|a|\n|-|\n\n[^1]: b", "en", article).1.value.html;
    for label in ["done", "Table", "Footnotes", "Footnote 1", "Back to reference 1"] {
        assert!(html.contains(&format!("aria-label=\"{label}\"")), "{label}: {html}");
    }
}

#[test]
fn words_are_told_without_markup_and_readings() {
    let rendered = body(concat!(
        "## 見出し {#x}\n\n*a*\n`b`。{漢字|かんじ}\nと\n続き[^1]\n\n- c\n  - d\n\n| e | f |\n|---|---|\n| g | h |\n\n",
        "```\ni\nj\n```\n\n![k](hall.png 'l')\n\n<p>m &amp; n<br>o</p>\n\n[^1]: p"
    ));
    assert_eq!(rendered.value.text, "見出し\na b。漢字と続き\nc\nd\ne f\ng h\ni\nj\nl\nm & n o\np");
    assert_eq!(rendered.value.reading_time, ReadingTime { characters: 8, words: 15 });
}
