//! Bodies of news: what they have beyond other bodies.

use crate::markdown::{article, news};

use super::render;

/// The HTML of news.
fn news_html(text: &str) -> String {
    render(text, "ja", news).1.value.html
}

#[test]
fn links_on_lines_of_their_own_are_cards_in_news() {
    let card = |href: &str, inside: &str| {
        format!("<p class=\"link-card\"><a href=\"{href}\" rel=\"noopener noreferrer external\">{inside}</a></p>")
    };
    let titled = "<span class=\"link-title\">作り方</span> <span class=\"link-host\">example.org</span>";
    assert_eq!(news_html("[作り方](https://example.org/a)"), card("https://example.org/a", titled));
    let bare = card("https://example.org/a?b", "<span class=\"link-title\">example.org/a?b</span>");
    assert_eq!(news_html("https://example.org/a?b"), bare);
    assert_eq!(news_html("<https://example.org/a?b>"), bare);
    let two = news_html("[作り方](https://example.org/a)\nhttps://example.org/a?b");
    assert_eq!(two, format!("{}\n{bare}", card("https://example.org/a", titled)));
    // A line of the organiser's blog, and what it leads to below.
    let links = news_html(
        "リンク: *新しい*機能\n[作り方](https://example.org/a)\nhttps://example.org/a?b\n次の話。\nと別の話。",
    );
    let titled = card("https://example.org/a", titled);
    assert_eq!(links, format!("<p>リンク: <em>新しい</em>機能</p>\n{titled}\n{bare}\n<p>次の話。と別の話。</p>"));
    // The same where raw HTML is sanitised.
    assert!(news_html("<b>a</b>\n\nhttps://example.org/a?b").ends_with(&bare));
    for sentence in [
        "リンク: [作り方](https://example.org/a)",
        "https://example.org/a を見る",
        "- https://example.org/a",
        "*[作り方](https://example.org/a)\nの*続き",
        "[作り方](https://example.org/a) [別の](https://example.org/b)",
        "We thank\n[Example](https://example.org/a)\nfor the venue.",
        "次は\n[作り方](https://example.org/a)",
        "[作り方](https://example.org/a)\nを読みました。",
        "<b>Links:\nhttps://example.org/a\n</b>",
    ] {
        assert!(!news_html(sentence).contains("link-card"), "{sentence}");
    }
    assert!(!render("https://example.org/a", "ja", article).1.value.html.contains("link-card"));
}

#[test]
fn templates_and_placeholders_come_through_as_written() {
    for text in ["{proxy+}", "!ImportValue", "${変数}", "${AWS::Region}", "{{ mustache }}", "/store/{proxy+}", "a{b}c"]
    {
        assert_eq!(news_html(&format!("x {text} y")), format!("<p>x {text} y</p>"), "{text}");
        assert_eq!(news_html(&format!("`{text}`")), format!("<p><code>{text}</code></p>"), "{text}");
    }
    let link = "<a href=\"https://example.org/\" rel=\"noopener noreferrer external\">Fn::Sub</a>";
    assert_eq!(news_html("これは [Fn::Sub](https://example.org/)"), format!("<p>これは {link}</p>"));
    assert_eq!(news_html("```yaml\nKey: !ImportValue ${変数}\n```").matches("!ImportValue ${変数}").count(), 1);
}

/// The numbers that are reported in an article, and what is said to do.
fn numbers(markdown: &str) -> Vec<(String, String)> {
    let (file, rendered) = super::render(markdown, "ja", news);
    let found = rendered.problems.into_iter().filter(|problem| problem.code == "number-gap");
    found.map(|problem| (file[problem.span].to_owned(), problem.help.english)).collect()
}

#[test]
fn numbers_go_on_across_sections_or_begin_anew() {
    let sections = |second: &str, third: &str| {
        format!("## 一\n\n1. a\n2. b\n   1. c\n   5. d\n\n## 二\n\n{second}. e\n\n- f\n\n## 三\n\n{third}. g\n")
    };
    for (second, third) in [("3", "4"), ("1", "2"), ("1", "1"), ("3", "1")] {
        assert_eq!(numbers(&sections(second, third)), [], "{second} {third}");
    }
    let gap = |number: &str, help: &str| (number.to_owned(), format!("write {help}, or begin anew with 1"));
    assert_eq!(numbers(&sections("4", "5")), [gap("4", "3")]);
    assert_eq!(numbers(&sections("2", "4")), [gap("2", "3"), gap("4", "3")]);
    let headings = |second: &str| format!("## 2. 章\n\n### 1. a\n\nx\n\n## 3. 章\n\n### {second}. b\n\nx\n");
    assert_eq!(numbers(&headings("2")), []);
    assert_eq!(numbers(&headings("3")), [gap("3", "2")]);
    assert_eq!(numbers("## 2016年\n\n## 2020. 1. 1\n\nx\n"), []);
}
