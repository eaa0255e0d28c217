//! Who took the pictures in a text.

use super::*;

fn load_with(fields: &str, body: &str, translation: &str) -> Loaded {
    let text = interview("taro", "2016-09-25", fields).replace("なぜなら。", body);
    let mut sources = sources(&[
        ("program/speakers/taro.md", &*speaker("太郎")),
        ("interviews/taro.md", &text),
        ("interviews/taro.en.md", translation),
    ]);
    sources.assets = ["interviews/hall 1.jpg", "interviews/door.jpg"].map(asset).to_vec();
    load_all(&sources)
}

const CREDITS: &str = "pictures:\n  hall 1.jpg: { credit: A & B, licence: CC BY 4.0 }\n  door.jpg: 花子\n";

#[test]
fn the_credit_of_a_picture_stands_under_its_figure() {
    let body = "![会場](<hall 1.jpg> \"広い\")\n\n![扉](./door.jpg)\n\nここは![扉](door.jpg)です。";
    let loaded =
        load_with(CREDITS, body, "---- Why? {#なぜ}\n\n![The hall](hall%201.jpg)\n\n![A door](door.jpg)\n\nHere.\n");
    assert_eq!(codes(&loaded.diagnostics), []);
    let conference = loaded.conference.expect("there is an event");
    let interview = conference.interview(&slug("taro")).expect("published");
    let answer = |tag: &str| &interview.body.get(&language(tag)).1.questions().next().expect("a question").answer;
    let caption = |caption: &str| format!("<figcaption>{caption}</figcaption>");
    for (tag, expected) in [
        ("ja", caption("広い <span class=\"credit\">写真: A &amp; B (CC BY 4.0)</span>")),
        ("ja", caption("<span class=\"credit\">写真: 花子</span>")),
        ("en", caption("<span class=\"credit\">Photo: A &amp; B (CC BY 4.0)</span>")),
    ] {
        assert!(answer(tag).contains(&expected), "{tag}: {}", answer(tag));
    }
    assert_eq!(answer("ja").matches("credit").count(), 2, "in a sentence there is no room for it");
}

#[test]
fn a_credit_of_a_picture_that_is_not_shown_is_reported() {
    let loaded = load_with("pictures: { hal 1.jpg: 花子 }\n", "![会場](<hall 1.jpg>)", "");
    let found: Vec<_> = loaded.diagnostics.iter().filter(|found| found.code == "unused-credit").collect();
    assert!(found.len() == 1 && found[0].help.english == "did you mean `hall 1.jpg`?", "{:#?}", loaded.diagnostics);
    let loaded = load_with("pictures: [hall.jpg]\n", "なぜなら。", "");
    assert!(codes(&loaded.diagnostics).contains(&("interviews/taro.md", "wrong-type")));
}
