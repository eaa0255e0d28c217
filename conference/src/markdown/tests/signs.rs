//! Signs that have a meaning in some places: underscores of addresses, bars of ruby, stars beside brackets.

use super::render;
use crate::markdown::article;

#[track_caller]
fn is_rendered(markdown: &str, expected: &str) {
    let (_, rendered) = render(markdown, "ja", article);
    assert_eq!(rendered.value.html.trim_end(), expected, "{markdown}");
}

#[test]
fn underscores_of_an_address_are_part_of_it() {
    for address in [
        "https://example.org/__init__/items/21",
        "https://example.org/src/__tests__/a.ts#L5",
        "https://example.org/__init__",
        "https://example.org/a_b_c/_d_",
    ] {
        for (before, after) in [("記事は", "にあります。"), ("See ", " there."), ("- ", "")] {
            let (_, rendered) = render(&format!("{before}{address}{after}"), "ja", article);
            let html = rendered.value.html;
            assert!(html.contains(&format!("href=\"{address}\"")) && !html.contains("<strong>"), "{html}");
        }
    }
}

#[test]
fn ruby_in_a_table_is_one_word() {
    for row in ["| {拝見|はいけん}する | 見ること |", "| {拝見\\|はいけん}する | 見ること |"] {
        let (_, rendered) = render(&format!("| 語 | 意味 |\n|----|------|\n{row}\n"), "ja", article);
        let html = rendered.value.html;
        assert!(html.contains("<ruby>拝見<rp>") && html.contains("<td>見ること</td>"), "{html}");
    }
    let head = "| {語|ご} | b |\n|:-:|---|\n| c | `{拝|は}` |\n";
    let (_, rendered) = render(head, "ja", article);
    assert!(rendered.value.html.contains("<ruby>語<rp>") && rendered.value.html.contains(">c</td>"));
}

#[test]
fn emphasis_beside_brackets_and_korean_particles_stays() {
    is_rendered("これは**真（**彼女です。", "<p>これは<strong>真（</strong>彼女です。</p>");
    is_rendered("**마크다운(Markdown)**을 사용.", "<p><strong>마크다운(Markdown)</strong>을 사용.</p>");
    is_rendered("**これは「強調」**です。", "<p><strong>これは「強調」</strong>です。</p>");
}
