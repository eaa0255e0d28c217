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
        assert_eq!(damage.message, "it is not said who answers in this interview");
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
