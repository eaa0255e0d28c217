//! Every form on a text as people write it.

use import::text::{read, read_export};

use crate::support::{check, fixture, known, options, show};

fn snapshot(name: &str) {
    let stem = name.split('.').next().expect("a first part");
    let text = fixture(name);
    let imported = read(&text, &options(stem, &[])).expect("an interview");
    check(&imported, &[]);
    insta::with_settings!({ snapshot_path => "../snapshots/text", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(name, show(&imported));
    });
}

#[test]
fn reads_the_blogs_form() {
    snapshot("blog.ja.md");
    snapshot("blog.en.md");
}

#[test]
fn reads_hatenas_notation() {
    snapshot("hatena.txt");
}

#[test]
fn reads_mails() {
    snapshot("mail.ja.txt");
    snapshot("mail.en.txt");
    snapshot("reply.en.txt");
}

#[test]
fn reads_transcripts() {
    snapshot("transcript.en.md");
    snapshot("transcript.ja.txt");
    snapshot("dashes.txt");
}

#[test]
fn reads_exports() {
    let text = fixture("export.txt");
    let imported = read_export(&text, &["インタビュー".to_owned()], &options("export", &[])).expect("entries");
    check(&imported, &[]);
    assert!(!show(&imported).contains("秘密"), "comments of visitors are private");
    insta::with_settings!({ snapshot_path => "../snapshots/text", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("export.txt", show(&imported));
    });
}

#[test]
fn takes_a_speaker_who_is_there() {
    let speakers = [known("hana", &["例田花子", "Hana Reida"]), known("taro", &["試作太郎"])];
    let imported = read(&fixture("blog.ja.md"), &options("blog", &speakers)).expect("an interview");
    check(&imported, &speakers);
    let shown = show(&imported);
    assert_eq!(imported.items.len(), 1, "{shown}");
    assert!(shown.contains("speaker: hana\n"), "{shown}");
    assert!(shown.contains("著書に"), "the biography stays: {shown}");
    assert!(shown.contains("skipped: organization “見本図書館株式会社”, role “バックエンドエンジニア”"), "{shown}");
}

#[test]
fn finds_speakers_that_are_there_by_parts_of_their_names() {
    let speakers = [known("hana", &["例田花子"]), known("jiro", &["試作次郎"])];
    let imported = read(&fixture("transcript.ja.txt"), &options("a", &speakers)).expect("an interview");
    check(&imported, &speakers);
    assert!(show(&imported).contains("speakers: [hana, jiro]\n"), "{}", show(&imported));
}

#[test]
fn the_same_source_gives_the_same_files() {
    for name in ["blog.ja.md", "hatena.txt", "mail.ja.txt"] {
        let text = fixture(name);
        let first = read(&text, &options("a", &[])).expect("an interview");
        assert_eq!(read(&text, &options("a", &[])).as_ref(), Ok(&first));
        // After an import the speaker is there: nothing but the place of the biography may change.
        let slug = first.items.iter().find_map(|item| match &item.place {
            import::Place::Speaker(slug) => Some(slug.to_string()),
            _ => None,
        });
        let speakers = [known(&slug.expect("a speaker"), &["例田花子"])];
        let second = read(&text, &options("a", &speakers)).expect("an interview");
        assert_eq!(second.items[0].place, first.items[0].place);
    }
}

#[test]
fn a_name_that_the_user_gives_is_taken() {
    let text = fixture("blog.en.md");
    let slug = conference::Slug::parse("second").expect("a slug");
    let imported = read(&text, &import::text::Options { slug: Some(slug), ..options("a", &[]) }).expect("an interview");
    assert!(show(&imported).starts_with("==> interviews/second.md\n"));
}

#[test]
fn a_title_needs_no_empty_line_before_a_profile() {
    let text =
        "例田花子さんに聞く\n名前：例田花子\n会社名：見本社\n\n経歴です。\n\nQuick Chat\n\n----一つ目？\n答え。\n";
    let imported = read(text, &options("a", &[])).expect("an interview");
    check(&imported, &[]);
    assert_eq!(imported.items[0].body, "## Quick Chat\n\n---- 一つ目？\n\n答え。\n");
    assert_eq!(imported.items[1].body, "経歴です。\n");
    assert!(show(&imported).contains("title: 例田花子さんに聞く"), "{}", show(&imported));
}

#[test]
fn our_own_markdown_comes_back() {
    let body = "はじめに。\n\n## Quick Chat\n\n---- 一つ目？\n\n**答え**です。[資料](https://example.org/)も{漢字|かんじ}も。\n\n- 項目\n- 項目\n\n> 引用\n\n---- 二つ目？ {#second}\n\n`code` と[^1]。\n\n| a | b |\n| --- | --- |\n| c | d |\n\n## まとめ {#summary}\n\n終わり。\n\n[^1]: 注です。\n";
    let text = format!("# 題\n\n{body}");
    let speakers = [known("hana", &["例田花子"])];
    let imported =
        read(&text.replace("はじめに。", "例田花子さんです。"), &options("a", &speakers)).expect("an interview");
    check(&imported, &speakers);
    assert_eq!(imported.items[0].body, body.replace("はじめに。", "例田花子さんです。"));
}

#[test]
fn questions_are_found_by_every_mark() {
    for (text, expected) in [
        ("**Q1. Why?**\n\nSo.\n\n**Q2. How?**\n\nThus.\n", "---- Why?\n\nSo.\n\n---- How?\n\nThus.\n"),
        ("<p><b>Q:</b> Why?<br>A: So.</p>", "---- Why?\n\nSo.\n"),
        ("質問１：なぜ？\n回答：なぜなら。\n", "---- なぜ？\n\nなぜなら。\n"),
        ("## Why?\n\nSo.\n\n## How?\n\nThus.\n", "---- Why?\n\nSo.\n\n---- How?\n\nThus.\n"),
        ("――なぜ？\n\nなぜなら。\n\n――次は？\n\nはい。\n", "---- なぜ？\n\nなぜなら。\n\n---- 次は？\n\nはい。\n"),
        ("-----Why?\nSo.\n", "---- Why?\n\nSo.\n"),
        ("Words alone.\n", "Words alone.\n"),
    ] {
        let name = if text.starts_with('<') { "<p>Name: Hana Example</p>" } else { "Name: Hana Example\n\n" };
        let Ok(imported) = read(&format!("{name}{text}"), &options("a", &[])) else {
            assert_eq!(expected, "", "{text}");
            continue;
        };
        check(&imported, &[]);
        assert_eq!(imported.items[0].body, expected, "{text}");
    }
}
