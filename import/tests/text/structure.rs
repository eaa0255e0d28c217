//! Where questions begin, and what belongs to their answers.

use import::text::{read, read_export};

use crate::support::{check, options, show};

/// The questions of an interview.
#[track_caller]
fn questions(text: &str) -> Vec<String> {
    let imported = read(text, &options("a", &[])).expect("an interview");
    check(&imported, &[]);
    let body = &imported.items[0].body;
    body.lines().filter_map(|line| line.strip_prefix("---- ")).map(str::to_owned).collect()
}

#[test]
fn signs_are_weighed_over_the_whole_text() {
    let headings = "Name: Hana Example\n\n### Who are you?\n\nI build.\n\n### What hardware?\n\n**For recording:** A laptop.\n\n\
        **For live shows:** A box.\n\n### And what software?\n\nAn editor.\n";
    assert_eq!(questions(headings), ["Who are you?", "What hardware?", "And what software?"]);
    let asked = "Name: Hana Example\n\n## Who are you?\n\nI build.\n\n## What hardware?\n\nA box.\n\nQ: Why old?\n\nA: It works.\n";
    assert_eq!(questions(asked), ["Who are you?", "What hardware?"]);
    let strong = "Name: Hana Example\n\n**Who are you?**\n\nI build.\n\n**Why?**\n\nQ: is a letter.\n\n**And then?**\n\nA chair.\n";
    assert_eq!(questions(strong), ["Who are you?", "Why?", "And then?"]);
    // The notation of this site precedes.
    let hyphens =
        "Name: Hana Example\n\n---- Who are you\n\nI build.\n\n## Really?\n\n---- Why\n\nSo.\n\n## Really?\n\nYes.\n";
    assert_eq!(questions(hyphens), ["Who are you", "Why"]);
}

#[test]
fn a_heading_below_a_question_belongs_to_its_answer() {
    for (question, detail) in [("##", "###"), ("###", "####"), ("##", "####")] {
        let text = format!(
            "# An interview with Hana Example\n\n{question} Who are you?\n\nI build.\n\n{question} What software?\n\n\
             {detail} Sound\n\nA sequencer.\n\n{detail} Pictures\n\nA program.\n\n{question} And then?\n\nA chair.\n"
        );
        assert_eq!(questions(&text), ["Who are you?", "What software?", "And then?"]);
        let imported = read(&text, &options("a", &[])).expect("an interview");
        assert!(
            imported.items[0].body.contains("\n### Sound\n\nA sequencer.\n\n### Pictures\n"),
            "{}",
            show(&imported)
        );
    }
    let hyphens = "Name: Hana Example\n\n---- What software?\n\n### Sound\n\nA sequencer.\n\n---- Why?\n\nSo.\n";
    assert_eq!(questions(hyphens), ["What software?", "Why?"]);
}

#[test]
fn a_question_in_bold_may_stand_before_its_answer() {
    for text in [
        "# An interview with Hana Example\n\nName: Hana Example\n\n**What do you build?** Small tools.\n\n**Why small?** They fit.\n",
        "<h1>An interview with Hana Example</h1><p>Name: Hana Example</p><p><b>What do you build?</b> Small tools.</p>\
         <p><strong>Why small?</strong><br>They fit.</p>",
    ] {
        assert_eq!(questions(text), ["What do you build?", "Why small?"]);
        let imported = read(text, &options("a", &[])).expect("an interview");
        let body = &imported.items[0].body;
        assert!(
            body.contains("---- What do you build?\n\nSmall tools.\n") && body.contains("\n\nThey fit.\n"),
            "{body}"
        );
        assert_eq!(imported.items[1].body, "");
    }
    let words = "Name: Hana Example\n\n---- Why?\n\n**Really?** Yes.\n\n---- And?\n\nSo.\n";
    assert_eq!(questions(words), ["Why?", "And?"]);
}

#[test]
fn no_text_moves_to_a_biography_for_want_of_questions() {
    for text in [
        "Name: Hana Example\n\nWhat do you build, one may ask.\n\nSmall tools.\n",
        "名前：例田花子\n\n花子さんの話です。\n\n続きです。\n",
    ] {
        let imported = read(text, &options("a", &[])).expect("an interview");
        check(&imported, &[]);
        assert_eq!(imported.items[1].body, "", "{}", show(&imported));
        assert_eq!(imported.items[0].body.matches("\n\n").count(), 1, "{}", show(&imported));
    }
}

#[test]
fn a_title_that_is_a_name_says_who_answers() {
    let post = |title: &str| format!("---\ntitle: {title}\n---\n\n## Who are you?\n\nI build.\n\n## Why?\n\nSo.\n");
    for name in ["Hana Example", "例田 花子"] {
        let imported = read(&post(name), &options("a", &[])).expect("an interview");
        check(&imported, &[]);
        let shown = show(&imported);
        assert!(shown.contains(&format!("name: {name}\n")), "{shown}");
        assert!(shown.contains("# check: who answers was guessed: the title looks like a name\n"), "{shown}");
    }
    assert!(read(&post("Serverless at the library"), &options("a", &[])).is_err());
}

#[test]
fn bodies_of_exports_have_formats() {
    let entry = |format: &str, body: &str| {
        format!(
            "TITLE: An interview with Hana Example\nCONVERT BREAKS: {format}\nCATEGORY: a\n-----\nBODY:\n{body}\n-----\n--------\n"
        )
    };
    let lines = "Name: Hana Example\n\n<strong>What do you build?</strong>\nSmall tools.\n\n<strong>Why small?</strong>\nThey fit.\n";
    let html = "<p>Name: Hana Example</p>\n\n<p><strong>What do you build?</strong></p><p>Small tools.</p><p><strong>Why small?</strong></p>\n<p>They fit.</p>";
    let markdown =
        "Name: Hana Example\n\n**What do you build?**\n\nSmall tools.\n\n**Why small?**\n\nThey <b>fit</b>.\n";
    for (format, body) in [
        ("__default__", lines),
        ("1", lines),
        ("__default__", html),
        ("0", html),
        ("richtext", html),
        ("markdown", markdown),
        ("markdown_with_smartypants", markdown),
    ] {
        let imported = read_export(&entry(format, body), &["a".to_owned()], &options("a", &[])).expect("an entry");
        check(&imported, &[]);
        let body = imported.items[0].body.replace("**", "");
        let expected = "---- What do you build?\n\nSmall tools.\n\n---- Why small?\n\nThey fit.\n";
        assert_eq!(body, expected, "{format}");
    }
}
