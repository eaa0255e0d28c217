//! Posts, mails and transcripts that mark their questions in other ways.

use import::text::{read, read_export};

use crate::support::{check, options, show};

/// Reads a text; its files are without errors.
#[track_caller]
fn shown(text: &str) -> String {
    let imported = read(text, &options("a", &[])).expect("an interview");
    check(&imported, &[]);
    show(&imported)
}

/// The body of the interview in a text.
#[track_caller]
fn body(text: &str) -> String {
    let imported = read(text, &options("a", &[])).expect("an interview");
    check(&imported, &[]);
    imported.items[0].body.clone()
}

const BOLD: &str = "# 例田花子さんに聞く\n\n名前：例田花子\n会社名：見本図書館\n\n花子さんは図書館で働いています。\n\n\
    **どんなお仕事ですか？**\n\n貸し出しの仕組みを作っています。\n\n**なぜサーバーレスなのですか？**\n\n\
    夜は誰も来ないからです。\n**本当に**大事なことです。\n\n**最後に一言お願いします。**\n図書館へどうぞ。\n";

#[test]
fn lines_in_bold_are_questions_where_most_ask() {
    let expected = "---- どんなお仕事ですか？\n\n貸し出しの仕組みを作っています。\n\n---- なぜサーバーレスなのですか？\n\n\
        夜は誰も来ないからです。\n**本当に**大事なことです。\n\n---- 最後に一言お願いします。\n\n図書館へどうぞ。\n";
    assert_eq!(body(BOLD), expected);
    let text = shown(BOLD);
    assert!(text.contains("# check: lines in bold were taken for the questions\n"), "{text}");
    assert!(text.contains("花子さんは図書館で働いています。"), "{text}");
    // Of one there is no telling, nor where most say something else.
    let one = BOLD.replace("**なぜサーバーレスなのですか？**", "なぜ？").replace("**最後に一言お願いします。**", "");
    assert!(!body(&one).contains("----"), "{}", body(&one));
    let others = BOLD.replace("なのですか？**", "です。**");
    assert!(!body(&others).contains("----"), "{}", body(&others));
}

#[test]
fn bold_lines_of_a_blog_are_questions_as_well() {
    let text = "TITLE: 例田花子さんに聞く\nCATEGORY: a\n-----\nBODY:\n<p><strong>どんな仕組みですか？</strong></p><p>関数です。</p>\
        <p><strong>なぜですか？</strong></p><p>夜だからです。</p>\n-----\n--------\n";
    let imported = read_export(text, &["a".to_owned()], &options("a", &[])).expect("an entry");
    check(&imported, &[]);
    assert_eq!(
        imported.items[0].body,
        "---- どんな仕組みですか？\n\n関数です。\n\n---- なぜですか？\n\n夜だからです。\n"
    );
}

#[test]
fn a_host_and_a_guest_take_turns() {
    for (host, guest) in [("Host", "Guest"), ("Interviewer", "Speaker")] {
        let text = format!(
            "# Interview with Hana Example\n\n**{host}:** Welcome! What do you do?\n\n**{guest}:** I build lending systems.\n\n\
             **{host}:** Why small?\n\n**{guest}:** Because they are read.\n"
        );
        let expected =
            "---- Welcome! What do you do?\n\nI build lending systems.\n\n---- Why small?\n\nBecause they are read.\n";
        assert_eq!(body(&text), expected, "{host}");
        assert!(shown(&text).contains("name: Hana Example\n"), "{}", shown(&text));
        let untitled = text.replace("Interview with Hana Example", "Serverless at the library");
        let damage = read(&untitled, &options("a", &[])).expect_err("nobody has a name");
        assert_eq!(damage.message.english, "it is not said who answers in this interview");
    }
    let text = "例田花子さんに聞く\n\n聞き手：どんなお仕事ですか？\nゲスト：貸し出しの仕組みを作っています。\n聞き手：なぜ小さいのですか？\n\
        ゲスト：読まれて捨てられるからです。\n";
    let expected = "---- どんなお仕事ですか？\n\n貸し出しの仕組みを作っています。\n\n---- なぜ小さいのですか？\n\n読まれて捨てられるからです。\n";
    assert_eq!(body(text), expected);
}

#[test]
fn a_guest_of_a_profile_is_still_a_name() {
    let text = "Guest: Hana Example Jr.\n聞き手：試作太郎\n\n---- Why?\n\nSo.\n";
    let text = shown(text);
    assert!(text.contains("name: Hana Example Jr.\n") && text.contains("interviewer: 試作太郎\n"), "{text}");
}

#[test]
fn a_line_of_dashes_among_other_marks_is_no_question() {
    let turns = "# Interview with Hana Example\n\n**Taro:** What do you do?\n\n**Hana:** I build.\n\n--- a short break ---\n\n\
        **Taro:** Why small?\n\n**Hana:** So.\n";
    let text = body(turns);
    assert!(text.starts_with("---- What do you do?\n") && text.contains("\n---- Why small?\n"), "{text}");
    assert!(!text.contains("---- a short"), "{text}");
    let marks = "例田花子さんに聞く\n\nQ：どんなお仕事ですか？\nA：貸し出しの仕組みです。\n――それは大変でしたね。\n———余談ですが、猫がいます。\n\n\
        Q：最後に一言。\nA：どうぞ。\n";
    let text = body(marks);
    assert!(text.starts_with("---- どんなお仕事ですか？\n") && text.contains("\n---- 最後に一言。\n"), "{text}");
    assert_eq!(text.matches("---- ").count(), 2, "{text}");
}

#[test]
fn the_mail_that_is_answered_is_private() {
    let text = "Q: What do you work on?\nA: Lending.\n\nQ: Any last words?\nA: No.\n\nHana Example\n\n\
        -----Original Message-----\nFrom: Organizer <organizer@example.org>\nTo: Hana Example <hana@example.org>\n\n\
        Please answer. My phone is 090-1234-5678.\n";
    for (head, mark) in [
        ("Subject: Re: Interview\nFrom: Hana Example <hana@example.org>\n\n", "-----Original Message-----"),
        ("Interview with Hana Example\n\n", "----- 元のメッセージ -----"),
    ] {
        let text = format!("{head}{}", text.replace("-----Original Message-----", mark));
        let shown = shown(&text);
        assert!(!shown.contains('@') && !shown.contains("090"), "{shown}");
        assert!(shown.contains("the mail that this one answers was left out"), "{shown}");
        assert!(shown.contains("---- What do you work on?") && shown.contains("\n\nLending.\n"), "{shown}");
    }
}

#[test]
fn an_interview_that_is_passed_on_is_read_without_the_headers() {
    for mark in ["---------- Forwarded message ---------\n", "________________________________\n"] {
        let text = format!(
            "Subject: Fwd\nFrom: Organizer <organizer@example.org>\n\nSee below.\n\n{mark}From: Hana Example <hana@example.org>\n\
             Sent: Tuesday\nTo: Organizer <organizer@example.org>\n\nQ: What do you work on?\nA: Lending.\n"
        );
        let shown = shown(&text);
        assert!(!shown.contains('@') && shown.contains("name: Hana Example\n"), "{shown}");
        assert!(shown.contains("---- What do you work on?") && !shown.contains("See below"), "{shown}");
    }
}

#[test]
fn headings_of_hatena_may_have_a_blank() {
    let text = "* 例田花子さんに聞く\n\n[f:id:reida:20160925123456j:plain]\n\n- 名前: 例田花子\n\n** Quick Chat\n\n---- なぜ？\n\n\
        [https://example.org/report:embed:cite]\n\n---- 最後に一言\n\nどうぞ。\n\n** まとめ\n\nおしまい。\n";
    let text = shown(text);
    assert!(text.contains("title: 例田花子さんに聞く\n") && text.contains("\n## Quick Chat\n"), "{text}");
    assert!(text.contains("\n## まとめ\n\nおしまい。\n"), "{text}");
}

#[test]
fn an_export_that_is_cut_within_the_head_of_an_entry_is_refused() {
    let text = "TITLE: a\nCATEGORY: b\n-----\nBODY:\n<p>名前：例田花子</p><p>---- なぜ？</p><p>夜だから。</p>\n-----\n--------\n\
        TITLE: c\nBASENAME: 2016/1";
    let damage = read_export(text, &["b".to_owned()], &options("a", &[])).expect_err("it is cut");
    assert_eq!((damage.line, damage.message.english.as_str()), (Some(8), "the export ends in the middle of an entry"));
}

#[test]
fn tags_in_the_code_of_a_post_do_not_make_it_html() {
    let text = "TITLE: a\nCATEGORY: b\n-----\nBODY:\n- 名前：例田花子\n\n---- なぜ？\n\n`</p>` と書く**強い**話です。\n\n- 一\n- 二\n-----\n--------\n";
    let imported = read_export(text, &["b".to_owned()], &options("a", &[])).expect("an entry");
    check(&imported, &[]);
    assert_eq!(imported.items[0].body, "---- なぜ？\n\n`</p>` と書く**強い**話です。\n\n- 一\n- 二\n");
}

#[test]
fn front_matter_of_a_post_is_no_text() {
    let body = "\n- 名前：例田花子\n\n## Quick Chat\n\n---- どんな仕組みですか？\n\n小さな関数です。\n";
    let hugo = "---\ntitle: \"図書館: サーバーレス\"\ndate: 2016-09-25T10:00:00+09:00\nauthor: organizer\ntags:\n  - interview\n- more\ndraft: false\n---\n";
    let text = shown(&format!("{hugo}{body}"));
    assert!(
        text.contains("title: \"図書館: サーバーレス\"\n") && text.contains("published: 2016-09-25 10:00\n"),
        "{text}"
    );
    assert!(text.contains("---\n\n## Quick Chat\n\n---- どんな仕組みですか？"), "{text}");
    assert!(text.contains("skipped: line 4: `author` of the front matter was left out\n"), "{text}");
    assert!(!text.contains("draft") && !text.contains("organizer"), "{text}");
    for draft in
        ["+++\ntitle = \"x\"\ndate = 2016-09-25\ndraft = true\n+++\n", "---\ntitle: x\npublished: false\n---\n"]
    {
        let text = shown(&format!("{draft}{body}"));
        assert!(text.contains("title: x\n") && text.contains("draft: true\n"), "{text}");
    }
    // The name may stand above as well.
    let text = shown(&format!("---\ntitle: x\nspeaker: Hana Example\n---\n{}", body.replace("- 名前：例田花子", "")));
    assert!(text.contains("name: Hana Example\n") && text.contains("speaker: hana-example\n"), "{text}");
    // A line across, and no front matter.
    let text = shown(&format!("---\n名前：例田花子\n\n---\n{}", body.replace("- 名前：例田花子", "")));
    assert!(text.contains("name: 例田花子\n"), "{text}");
}

#[test]
fn a_name_to_replace_is_told_as_it_is() {
    let entry = |name: &str| {
        format!(
            "TITLE: {name}さんに聞く\nCATEGORY: a\n-----\nBODY:\n<p>---- なぜ？</p><p>夜だから。</p>\n-----\n--------\n"
        )
    };
    let text = entry("例田花子") + &entry("試作太郎");
    let imported = read_export(&text, &["a".to_owned()], &options("---", &[])).expect("entries");
    check(&imported, &[]);
    let text = show(&imported);
    let (_, second) = text.split_once("==> interviews/interview-1-2.md\n").expect("the second one");
    assert!(
        second.contains("rename this file, `interview-1-2`\n") && !second.contains("file, `interview-1`\n"),
        "{text}"
    );
}
