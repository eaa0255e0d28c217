//! Interviews and their translations: questions, paragraphs and age.

use super::*;

/// The codes and lines of the problems in a translation, of an original with questions `a` and `b`.
fn of_translation(body: &str) -> Vec<(&'static str, usize)> {
    let original = "---- なぜ？ {#a}\n\nはい。\n\nそうです。\n\n---- いつ？ {#b}\n\nいま。\n";
    of_files("", original, body)
}

fn of_files(fields: &str, original: &str, translation: &str) -> Vec<(&'static str, usize)> {
    let original = format!("---\ntitle: 聞く\nspeaker: taro\npublished: 2016-09-25\n{fields}---\n\n{original}");
    let files = [
        ("program/speakers/taro.md", &*speaker("太郎")),
        ("interviews/a.md", &*original),
        ("interviews/a.en.md", translation),
    ];
    let found = load_all(&sources(&files)).diagnostics;
    assert!(found.iter().all(|one| one.path == "interviews/a.en.md"), "{found:#?}");
    found.iter().map(|found| (found.code, found.line)).collect()
}

#[test]
fn a_translation_with_the_same_questions_and_paragraphs_has_no_problem() {
    assert_eq!(of_translation("---- Why? {#a}\n\nYes.\n\nIt is.\n\n---- When? {#b}\n\nNow.\n"), []);
    // In another order, too.
    assert_eq!(of_translation("---- When? {#b}\n\nNow.\n\n---- Why? {#a}\n\nYes.\n\nIt is.\n"), []);
}

#[test]
fn questions_that_a_translation_lacks_are_listed_once() {
    assert_eq!(of_translation("Soon.\n"), [("question-not-translated", 1)]);
    assert_eq!(of_translation("---- When? {#b}\n\nNow.\n"), [("question-not-translated", 1)]);
    let found = of_translation("---- Why? {#a}\n\nYes.\n\nIt is.\n\n---- When? {#b}\n\nNow.\n\n---- Who? {#c}\n\nI.\n");
    assert_eq!(found, [("question-not-in-original", 11)]);
    let found = of_translation("---- Why? {#a}\n\nYes.\n\nIt is.\n\n---- When? {#b}\n\nNow.\n\n---- Who?\n");
    assert_eq!(found, [("question-without-answer", 11)]);
}

#[test]
fn a_question_under_another_id_is_reported_with_the_right_one() {
    let original = "---\ntitle: 聞く\nspeaker: taro\npublished: 2016-09-25\n---\n\n---- なぜ？ {#because}\n\nはい。\n";
    let files = [
        ("program/speakers/taro.md", &*speaker("太郎")),
        ("interviews/a.md", original),
        ("interviews/a.en.md", "---- Why?\n\nYes.\n"),
    ];
    let found = load_all(&sources(&files)).diagnostics;
    assert_eq!(codes(&found), [("interviews/a.en.md", "question-not-in-original")]);
    assert!(found[0].help.english.contains("{#because}") && found[0].line == 1, "{found:#?}");
}

#[test]
fn a_long_question_without_an_id_is_reported_by_its_words() {
    let original = "---\ntitle: 聞く\nspeaker: taro\npublished: 2016-09-25\n---\n\n\
                    ---- あなたが最初に書いたプログラムはどのようなものでしたか、教えてください。\n\nはい。\n";
    let files = [
        ("program/speakers/taro.md", &*speaker("太郎")),
        ("interviews/a.md", original),
        ("interviews/a.en.md", "---- What was the very first program that you ever wrote?\n\nYes.\n"),
    ];
    let found = load_all(&sources(&files)).diagnostics;
    assert_eq!(codes(&found), [("interviews/a.en.md", "question-not-in-original")]);
    for text in [&found[0].help.english, &found[0].help.japanese] {
        assert!(text.contains("あなたが最初に書いたプログラムはどのようなもので…"), "{text}");
        assert!(text.contains("`---- … {#id}`") && text.chars().count() < 130, "{text}");
    }
    assert!(!found[0].message.english.contains('#'), "{found:#?}");
}

#[test]
fn other_numbers_of_paragraphs_are_noted_at_the_question() {
    let found = of_translation("---- Why? {#a}\n\nYes, it is.\n\n---- When? {#b}\n\nNow.\n");
    assert_eq!(found, [("other-paragraphs", 1)]);
}

#[test]
fn a_translation_that_is_older_than_the_original_is_reported_until_it_says_otherwise() {
    let (original, body) = ("---- なぜ？ {#a}\n\nはい。\n", "---- Why? {#a}\n\nYes.\n");
    let change = "updated: 2016-10-03 09:30\n";
    let check = |fields: &str, expected: &[(&'static str, usize)]| {
        let front = if fields.is_empty() { String::new() } else { format!("---\n{fields}---\n\n") };
        assert_eq!(of_files(change, original, &format!("{front}{body}")), expected, "{fields}");
    };
    check("", &[("translation-outdated", 1)]);
    check("title: Ask\nupdated: 2016-10-02\n", &[("translation-outdated", 3)]);
    check("updated: 2016-10-03 09:00\n", &[("translation-outdated", 2)]);
    for current in ["2016-10-03", "2016-10-03 09:30", "2016-10-04"] {
        check(&format!("updated: {current}\n"), &[]);
    }
    check("updated: yesterday\n", &[("translation-outdated", 1), ("bad-date", 2)]);
    assert_eq!(of_files("", original, body), []);
}

#[test]
fn only_dated_items_have_translations_with_an_age() {
    let files = [
        ("program/sessions/a.md", &*session("2016-10-01 10:00", "")),
        ("program/sessions/a.en.md", "---\nupdated: 2016-10-01\n---\n\nA talk.\n"),
    ];
    assert_eq!(codes(&load_all(&sources(&files)).diagnostics), [("program/sessions/a.en.md", "unknown-field")]);
}
