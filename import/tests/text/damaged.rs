//! Texts that are no interviews, or not whole.

use import::text::{read, read_export};

use crate::support::{check, fixture, options, show};

fn refuse(text: &str, line: Option<usize>, message: &str) {
    let damage = read(text, &options("a", &[])).expect_err(text);
    assert_eq!((damage.line, damage.message.english.as_str()), (line, message), "{text}");
    assert!(!damage.help.english.is_empty());
}

fn refuse_export(text: &str, categories: &[&str], line: Option<usize>, message: &str) {
    let categories: Vec<_> = categories.iter().map(|&category| category.to_owned()).collect();
    let damage = read_export(text, &categories, &options("a", &[])).expect_err(text);
    assert_eq!((damage.line, damage.message.english.as_str()), (line, message), "{text}");
}

#[test]
fn refuses_what_is_no_interview() {
    refuse("", None, "the text is empty");
    refuse(" \n\u{FEFF}\n", None, "the text is empty");
    refuse("---- なぜ？\n\nなぜなら。\n", None, "it is not said who answers in this interview");
    refuse("名前：例田花子\n", None, "there is no interview below the profile");
    refuse(&fixture("export.txt"), Some(1), "this is the export of a whole blog");
    let long = format!("名前：例田花子\n\n---- なぜ？\n\n{}\n", "長い文です。".repeat(100_000));
    refuse(&long, None, "the text is too long for a page");
}

#[test]
fn refuses_exports_that_are_damaged() {
    let text = fixture("export.txt");
    refuse_export("", &["a"], Some(1), "there are no entries");
    refuse_export(&text, &[], None, "no category is named, and a blog is more than interviews");
    refuse_export(&text, &["料理"], None, "no entry has the category `料理`");
    refuse_export("{\"a\": 1}\n", &["a"], Some(1), "`{\"a\": 1}` is no line of an export's entry");
    refuse_export("TITLE: a\n-----\nhello\n", &["a"], Some(3), "the body of an entry begins with `BODY:`");
    let cut = &text[..text.find("<blockquote>").expect("a quotation")];
    refuse_export(cut, &["インタビュー"], Some(1), "the export ends in the middle of an entry");
    let damage = read_export(&text, &["料理".to_owned()], &options("a", &[])).expect_err("no such category");
    assert_eq!(damage.help.english, "the categories are serverless, インタビュー, 日記");
}

#[test]
fn whatever_is_cut_off_passes_the_check() {
    for name in ["blog.ja.md", "hatena.txt", "mail.ja.txt", "transcript.en.md"] {
        let text = fixture(name);
        for (place, _) in text.char_indices().step_by(37) {
            if let Ok(imported) = read(&text[..place], &options("a", &[])) {
                check(&imported, &[]);
            }
        }
    }
}

#[test]
fn names_that_are_paths_stay_names() {
    let text = "Name: ../../../etc/passwd\n\n---- Why?\n\nSo.\n";
    let imported = read(text, &options("../../escape", &[])).expect("an interview");
    check(&imported, &[]);
    assert!(show(&imported).starts_with("==> interviews/etc-passwd.md\n"), "{}", show(&imported));
    let text = "TITLE: Interview with 例田花子\nBASENAME: ../../README\nCATEGORY: a\nDATE: 99/99/9999\n-----\nBODY:\n<p>Q: a?</p><p>b</p>\n-----\n--------\n";
    let imported = read_export(text, &["A".to_owned()], &options("..", &[])).expect("an entry");
    check(&imported, &[]);
    assert!(show(&imported).starts_with("==> interviews/interview-1.md\n"), "{}", show(&imported));
}

#[test]
fn what_would_be_an_error_is_words() {
    for answer in [
        "<script>alert(1)",
        "<!-- never closed",
        "```\nnever closed",
        "~~~\nnever closed",
        "![a](b.png) and <img src=c.png>",
        "[a](../nobody.md) [b](javascript:x) [c](//host) [d](#nowhere)",
        "<div><div><table><tr><td>a",
        "---- \n----",
        "- a\n---- b?\n- c",
        "> ---- b?",
        "a[^1] b[^2]\n\n[^1]: ---- c?\n\n    ---- d?",
        "## {#a} {#a}\n\n## b {#c d}",
        "## a {#same}\n\n## b {#same}\n\n---- c {#same}\n\nd\n\n## *{#e}*\n\n## `f` {#g-}",
        "| a |\n|---|\n---- b?",
        "a\n---\nb\n===",
        "&#0; &copy; \\",
        "<style>p {}</style><svg><title>x</title></svg><textarea>",
        "[a]: b.md\n\n[a]",
        "http:// https://[ <http://> <a@b> mailto:",
        "***a***b**c*d_e__",
    ] {
        let text = format!("名前：例田花子\n\n---- なぜ？\n\n{answer}\n\n---- 次は？\n\nはい。\n");
        let imported = read(&text, &options("a", &[])).expect("an interview");
        check(&imported, &[]);
        let mail = format!("From: Hana <a@example.org>\nTo: b\n\nQ: a?\nA: {answer}\n\nQ: b?\nA: c\n");
        check(&read(&mail, &options("a", &[])).expect("an interview"), &[]);
        let hatena = format!("*例田花子さんに聞く\n---- なぜ？\n{answer}\n");
        check(&read(&hatena, &options("a", &[])).expect("an interview"), &[]);
        let html = format!("<p>名前：例田花子</p>\n<p>---- なぜ？</p>\n<p>{answer}");
        check(&read(&html, &options("a", &[])).expect("an interview"), &[]);
    }
}

#[test]
fn time_and_depth_are_in_proportion() {
    let heads = ["Name: a\n\n---- b?\n\n", "*a\n>>\n", "From: a\nTo: b\nQ: c?\nA: ", "<p>"];
    let pieces = [
        "[[[[",
        "((",
        "((a))",
        "[http:",
        "<",
        "<a ",
        "<ul>",
        "<li>",
        "<b>",
        "</b>",
        "Q: a?\n",
        "**a:** b\n\n",
        "> ",
        "- ",
        "# ",
        "*a*[b]",
        "`",
        "```\n",
        "a:b\n",
        "[^1]",
        "&",
        "|a|\n",
        ">||\n",
        ">>\n",
        "<table>",
        "<td>",
        "_",
        "~",
        "\\",
        "{",
        "--\n",
        "\n",
        " ",
        "<!--",
        "<script>",
        "<a href='#f-1'>",
        "[a](",
        "![",
        "*",
        "::",
        "：",
    ];
    for head in heads {
        for piece in pieces {
            let text = head.to_owned() + &piece.repeat(20_000 / piece.len());
            // Whether it is an interview does not matter: it ends.
            let _ = read(&text, &options("a", &[]));
            let export = format!("TITLE: a\nCATEGORY: b\n-----\nBODY:\n{text}\n-----\n--------\n");
            let _ = read_export(&export, &["b".to_owned()], &options("a", &[]));
        }
    }
    for piece in ["[[[[", "((", "((a))", "Q: a?\n"] {
        let _ = read(&format!("Name: a\n\n{}", piece.repeat(1_000_000 / piece.len())), &options("a", &[]));
    }
    let _ = read_export(&"-----\n".repeat(100_000), &["b".to_owned()], &options("a", &[]));
    let _ = read_export(&"TITLE: a\n-----\nBODY:\n--------\n".repeat(50_000), &["b".to_owned()], &options("a", &[]));
}
