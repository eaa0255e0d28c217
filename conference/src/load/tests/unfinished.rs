//! What is published and was not written.

use super::*;
use crate::template::{EVENT as ABOUT, INTERVIEW, NEWS};

/// The codes and lines of what is found in an interview with a body.
fn of_body(body: &str, fields: &str) -> Vec<(&'static str, usize)> {
    let text = format!("---\ntitle: 聞く\nspeaker: taro\npublished: 2016-09-25\n{fields}---\n\n{body}");
    let files = [("program/speakers/taro.md", &*speaker("太郎")), ("interviews/taro.md", &text)];
    load_all(&sources(&files)).diagnostics.iter().map(|found| (found.code, found.line)).collect()
}

#[test]
fn sentences_of_a_new_file_are_reported_once_it_is_published() {
    for body in [INTERVIEW.japanese, INTERVIEW.english] {
        let lines: Vec<_> = of_body(body, "");
        assert_eq!(lines, [7, 9, 11, 13, 15].map(|line| ("placeholder", line)));
        assert_eq!(of_body(body, "draft: true\n"), []);
    }
    let renamed = INTERVIEW.japanese.replace("first-question", "why").replace("その答えを書きます。", "答えです。");
    assert_eq!(of_body(&renamed, ""), [7, 9, 13].map(|line| ("placeholder", line)));
    let article = |body| format!("---\ntitle: 知らせ\npublished: 2016-09-20\n---\n\n{body}");
    let event = format!("{EVENT}\n{}", ABOUT.english);
    let files = [("program/event.md", &*event), ("news/a.md", &article(NEWS.japanese)), ("news/a.en.md", NEWS.english)];
    let found = load_all(&sources(&files)).diagnostics;
    let paths = ["news/a.en.md", "news/a.md", "program/event.md"];
    assert_eq!(codes(&found), paths.map(|path| (path, "placeholder")));
}

#[test]
fn a_published_interview_without_any_question_is_reported() {
    assert_eq!(of_body("## 話\n\n長い話です。\n", ""), [("no-question", 5)]);
    assert_eq!(of_body("## 話\n\n長い話です。\n", "draft: true\n"), []);
    assert_eq!(of_body("## 話\n\n---- なぜ？\n\n長い話です。\n", ""), []);
}
