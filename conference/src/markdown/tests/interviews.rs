//! Interviews: introduction, sections, questions and answers.

use std::fmt::Write;

use crate::{Part, Transcript, diagnostic::Severity, markdown::interview};

use super::{check_problem, render, sanitise, transcript};

/// A transcript in short: `?` for questions, `=` for their answers, `#` for headings.
fn outline(transcript: &Transcript) -> String {
    let mut out = String::new();
    let line = |html: &str| html.replace('\n', "⏎");
    if !transcript.introduction.is_empty() {
        let _ = writeln!(out, "{}", line(&transcript.introduction));
    }
    for section in &transcript.sections {
        let heading = section.heading.as_ref();
        let _ = match heading {
            Some(heading) => writeln!(out, "# {} {} {}", heading.level, heading.id, heading.html),
            None => writeln!(out, "#"),
        };
        for part in &section.parts {
            let _ = match part {
                Part::Prose(html) => writeln!(out, "{}", line(html)),
                Part::Question(question) => {
                    writeln!(out, "? {} {}\n= {}", question.id, question.html, line(&question.answer))
                }
            };
        }
    }
    if !transcript.footnotes.html.is_empty() {
        let _ = writeln!(out, "#\n{}", line(&transcript.footnotes.html));
    }
    out
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    let rendered = transcript(markdown);
    assert_eq!(outline(&rendered.value).trim_end(), expected, "{markdown}");
    assert_eq!(rendered.problems, [], "{markdown}");
}

#[track_caller]
fn check_reported(markdown: &str, severity: Severity, code: &str, marked: &str, message: &str) {
    let (file, rendered) = render(markdown, "ja", interview);
    check_problem(&file, &rendered.problems, code, marked, message);
    assert_eq!(rendered.problems[0].severity, severity);
}

#[test]
fn a_real_interview() {
    let rendered = transcript(include_str!("interview.md"));
    assert_eq!(rendered.problems, []);
    insta::assert_debug_snapshot!(rendered);
    for question in rendered.value.questions() {
        assert_eq!(sanitise::clean(&question.answer), question.answer, "our own markup is a fixed point");
    }
}

#[test]
fn a_line_with_four_hyphens_asks() {
    check("---- a？\n\nb", "#\n? a a？\n= <p>b</p>");
    check("------　a？\n\nb", "#\n? a a？\n= <p>b</p>");
    check("   ---- a\n\nb\n\n   c", "#\n? a a\n= <p>b</p>⏎<p>c</p>");
}

#[test]
fn a_question_needs_no_empty_lines_around_it() {
    check("a\n---- b\nc\nd\n---- e\nf", "<p>a</p>\n#\n? b b\n= <p>c⏎d</p>\n? e e\n= <p>f</p>");
    check("前\n---- 問\n答\n続", "<p>前</p>\n#\n? 問 問\n= <p>答続</p>");
}

#[test]
fn other_hyphens_ask_nothing() {
    check("a\n\n----\n\nb", "<p>a</p>⏎<hr>⏎<p>b</p>");
    // These are reported, but they are what Markdown makes of them.
    let shown = |markdown: &str| outline(&transcript(markdown).value);
    assert_eq!(shown("a\n----\n\nb"), "# 2 a a\n<p>b</p>\n");
    assert_eq!(shown("--- a\n----b\n\\---- c"), "<p>--- a⏎----b⏎---- c</p>\n");
    check("> ---- a", "<blockquote>⏎<p>---- a</p>⏎</blockquote>");
    check("```\n---- a\n```", "<pre tabindex=\"0\"><code>---- a⏎</code></pre>");
    check("<!--\n---- a\n-->", "");
}

#[test]
fn ids_are_given_or_derived_from_the_words() {
    check("---- a *b*？ {#stable-id}\n\nc", "#\n? stable-id a <em>b</em>？\n= <p>c</p>");
    check(
        "---- {漢字|かんじ}とは？\n\na",
        "#\n? 漢字とは <ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>とは？\n= <p>a</p>",
    );
    check("## a {#x}\n\n---- ？\n\nb", "# 2 x a\n? question ？\n= <p>b</p>");
    check("---- {proxy+}\n\na", "#\n? proxy {proxy+}\n= <p>a</p>");
}

#[test]
fn an_answer_ends_at_a_question_or_a_section() {
    check(
        "## a\n\nb\n\n---- c\n\nd\n\n### e\n\n## f\n\ng\n\n### h",
        "# 2 a a\n<p>b</p>\n? c c\n= <p>d</p>⏎<h4 id=\"e\">e</h4>\n# 2 f f\n<p>g</p>⏎<h3 id=\"h\">h</h3>",
    );
    check("---- a\n\nb\n\n### c", "#\n? a a\n= <p>b</p>⏎<h3 id=\"c\">c</h3>");
}

#[test]
fn references_work_across_the_pieces() {
    check(
        "[a]: https://a.jp\n\n---- b\n\n[c][a]",
        "#\n? b b\n= <p><a href=\"https://a.jp\" rel=\"noopener noreferrer external\">c</a></p>",
    );
}

#[test]
fn footnotes_know_the_questions_that_refer_to_them() {
    let markdown = "前[^a]\n\n---- 一[^b]\n\n答[^c][^c]\n\n---- 二\n\n答[^c]\n\n## 後[^a]\n\n文[^e]\n\n\
                    [^a]: 甲\n\n[^b]: 乙[^d]\n\n[^c]: 丙\n\n[^d]: 丁\n\n[^e]: 戊\n";
    let footnotes = transcript(markdown).value.footnotes;
    for (referrer, expected) in [(Some(0), "乙丙丁"), (Some(1), "丙"), (None, "甲戊")] {
        let words = |html: &str| html.chars().filter(|character| "甲乙丙丁戊".contains(*character)).collect::<String>();
        assert_eq!(footnotes.of(referrer).map(words).collect::<String>(), expected, "{referrer:?}");
    }
}

#[test]
fn raw_html_ends_with_its_piece() {
    check("<div>\n\n---- a\n\n</div>b <i>c\n\n## d", "<div>⏎</div>\n#\n? a a\n= b <i>c⏎</i>\n# 2 d d");
}

#[test]
fn what_is_wrong_with_questions() {
    let error = Severity::Error;
    let message = "this question has no answer; write the answer below it; a question ends with its line";
    check_reported("---- a\n\n---- b\n\nc", error, "question-without-answer", "---- a", message);
    check_reported("---- a {#x}\n\n## b\n\nc", error, "question-without-answer", "---- a {#x}", message);
    check_reported("---- a\n\n<!-- b -->", error, "question-without-answer", "---- a", message);
    let message = "this question has no words; \
                   write the question after the hyphens; for a line write `---` without a blank after it";
    check_reported("a\n\n---- \n\nb", error, "empty-question", "---- \n", message);
    check_reported("a\n\n---- {#x}\n\nb", error, "empty-question", "---- {#x}", message);
    check_reported("a\n\n----　\n\nb", error, "empty-question", "----　", message);
    let message = "this question is part of the block above it; put an empty line before it";
    check_reported("- a\n---- b", error, "question-in-block", "---- b", message);
    check_reported("|a|\n|-|\n---- b", error, "question-in-block", "---- b", message);
    check_reported("<p>a</p>\n---- b", error, "question-in-block", "---- b", message);
    check_reported("a[^1]\n\n[^1]: b\n---- c", error, "question-in-block", "---- c", message);
    let message = "`a\"b` cannot be an id; use letters, digits and hyphens: `{#cold-start}`";
    check_reported("---- a {#a\"b}\n\nc", error, "bad-id", "{#a\"b}", message);
    let message = "the id `x` is given twice in this file; give this one an id of its own: links lead to the first";
    check_reported("## a {#x}\n\n---- b {#x}\n\nc", error, "duplicate-id", "{#x}", message);
    let message = "the title is the only heading of level 1 on a page; \
                   start it with `##`; this one is shown as if you had";
    check_reported("# a\n\nb", Severity::Warning, "heading-level", "# a\n", message);
}

#[test]
fn equal_questions_are_told_apart_with_a_warning() {
    let markdown = "---- a\n\nb\n\n---- a\n\nc";
    let message = "the id `a` is taken, so this question gets `a-2`, which depends on its place; \
                   give it an id that stays: `---- Question? {#stable-id}`";
    check_reported(markdown, Severity::Warning, "duplicate-question", "---- a", message);
    let ids: Vec<_> = transcript(markdown).value.questions().map(|question| question.id.clone()).collect();
    assert_eq!(ids, ["a", "a-2"]);
}

#[test]
fn a_broken_question_keeps_what_follows_it() {
    let rendered = transcript("---- a\n\nb\n\n---- {#x}\n\nc");
    assert_eq!(outline(&rendered.value), "#\n? a a\n= <p>b</p>\n<p>c</p>\n");
}

#[test]
fn what_is_almost_a_question_is_reported() {
    let message = |meant: &str| {
        format!("this looks like a question, but is shown as text; write four hyphens and a space: `---- {meant}`")
    };
    for line in ["----質問は？", "--- 質問は？", "ーーーー　質問は？", "－－－－質問は？", "---質問は？"]
    {
        let meant = &line[line.find('質').expect("every line asks")..];
        check_reported(
            &format!("---- a？\n\nb\n\n{line}\n\nc"),
            Severity::Warning,
            "near-question",
            line,
            &message(meant),
        );
    }
    check_reported("## ---- 質問は？\n\nc", Severity::Warning, "near-question", "---- 質問は？", &message("質問は？"));
    // A dash of prose, a signature, and what stands in code.
    for text in ["――そうですね。", "-- 太郎", "—— 太郎", "```\n----質問\n```", "- ---a"] {
        assert_eq!(transcript(text).problems, [], "{text}");
    }
}

#[test]
fn an_underlined_answer_is_reported() {
    let message = "the hyphens below make this a heading, and no part of an answer; put an empty line above the hyphens; \
                   for a heading, write `##` before its words instead";
    check_reported("a\n\nb\n---\n\nc", Severity::Warning, "underlined-heading", "b", message);
    assert_eq!(transcript("b\n===\n\nc").problems.iter().filter(|found| found.code == "underlined-heading").count(), 0);
    assert_eq!(transcript("## b\n\nc\n\n---\n\nd").problems, []);
}
