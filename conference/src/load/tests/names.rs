//! Names: what is a slip, and what only looks like one.

use super::*;

/// The codes and helps of what is wrong with speakers of these names.
fn of_names(names: &[&str]) -> Vec<String> {
    let files = names.iter().enumerate().map(|(number, name)| {
        (format!("program/speakers/p{number}.md"), format!("---\nname: {name}\n---\n\nWords.\n"))
    });
    let files: Vec<_> = files.collect();
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let found = load_all(&sources(&files)).diagnostics.into_iter();
    found
        .filter(|found| ["mixed-width", "similar-names"].contains(&found.code))
        .map(|found| format!("{}: {} ({})", found.code, found.message.english, found.help.english))
        .collect()
}

#[test]
fn names_in_mixed_widths_are_reported() {
    assert_eq!(
        of_names(&["山田 太郎", "Ａllan Espinosa", "ｽズキ"]),
        [
            "mixed-width: `Ａllan Espinosa` mixes full-width and half-width characters (write `Allan Espinosa`)",
            "mixed-width: `ｽズキ` mixes full-width and half-width characters (write `スズキ`)",
        ]
    );
    assert_eq!(
        of_names(&["山田 太郎", "佐藤 花子", "鈴木　次郎"]),
        ["mixed-width: `鈴木　次郎` is divided by another space than the names of most speakers (write `鈴木 次郎`)",]
    );
    assert_eq!(of_names(&["山田　太郎", "佐藤花子", "Allan Espinosa", "髙橋　一（はじめ）"]), [""; 0]);
}

#[test]
fn narrow_kana_are_mended_with_their_marks_of_sound() {
    for (name, mended) in [("ﾔﾏﾀﾞ太郎", "ヤマダ太郎"), ("ﾎﾟｰﾙ･ﾌﾞﾗｳﾝ", "ポール・ブラウン"), ("ヤマタﾞ太郎", "ヤマダ太郎")]
    {
        let expected = format!("mixed-width: `{name}` mixes full-width and half-width characters (write `{mended}`)");
        assert_eq!(of_names(&[name]), [expected]);
    }
}

#[test]
fn narrow_kana_are_reported_wherever_a_name_stands() {
    let files = [
        ("program/speakers/taro.md", &*speaker("太郎\nreading: ﾀﾛｳ")),
        ("interviews/taro.md", &interview("taro", "2016-09-25", "interviewer: ﾊﾅｺ\n")),
        ("news/a.md", "---\ntitle: 知らせ\npublished: 2016-09-20\nauthor: ﾊﾅｺ\n---\n\n本文です。\n"),
    ];
    let loaded = load_all(&sources(&files));
    let found: Vec<_> = loaded.diagnostics.iter().map(|found| (found.code, found.line)).collect();
    assert_eq!(found, [("mixed-width", 5), ("mixed-width", 4), ("mixed-width", 3)]);
}

#[test]
fn two_files_of_nearly_one_name_are_reported() {
    for (one, other) in [("Allan Espinosa", "Alan Espinosa"), ("髙橋一郎", "高橋 一郎"), ("A B", "a b")] {
        let found = of_names(&[one, other]);
        assert!(found.len() == 1 && found[0].starts_with("similar-names"), "{one}: {found:?}");
    }
    for (one, other) in [("Allan Espinosa", "Alan Espinossa"), ("山田太郎", "山田次郎"), ("Jon Smith", "Jane Smith")]
    {
        assert_eq!(of_names(&[one, other]), [""; 0]);
    }
}

/// The spellings that are reported in an interview with somebody.
fn of_interview(name: &str, words: &str, fields: &str) -> Vec<String> {
    let files = [
        ("program/speakers/taro.md", &*speaker(name)),
        ("interviews/taro.md", &interview("taro", "2016-09-25", fields).replace("なぜなら", words)),
    ];
    let found = load_all(&sources(&files)).diagnostics;
    found.iter().map(|found| format!("{} {}", found.code, &found.source[found.marked.clone()])).collect()
}

#[test]
fn a_word_beside_a_name_of_somebody_else_is_no_slip() {
    for (name, words) in
        [("Allan Espinosa", "Alan Turing と Alan M. Kay"), ("Holly Starr", "Star Trek"), ("Allan Wu", "Charles Alan")]
    {
        assert_eq!(of_interview(name, words, ""), [""; 0], "{words}");
    }
    for (name, words) in [("Allan Espinosa", "Alan Turing と Alan Espinosa"), ("Allan Wu", "Alan Wu と Alan")] {
        assert_eq!(of_interview(name, words, ""), ["name-spelling Alan"], "{words}");
    }
}

#[test]
fn a_spelling_that_an_item_allows_is_no_slip() {
    for (name, words, slip, allowed) in [
        ("Gary Webber", "Weber 社の Gray と", "Weber", "[Weber, Gray]"),
        ("金沢 太郎", "金澤さん", "金澤", "金澤 明子"),
    ] {
        assert!(of_interview(name, words, "").contains(&format!("name-spelling {slip}")), "{words}");
        assert_eq!(of_interview(name, words, &format!("allow: {allowed}\n")), [""; 0], "{words}");
    }
}

#[test]
fn two_people_of_one_name_are_allowed() {
    for files in [["山田太郎", "山田太郎\nallow: 山田太郎"], ["山田太郎\nallow: [山田太郎]", "山田太郎"]]
    {
        assert_eq!(of_names(&files), [""; 0]);
    }
    assert_eq!(of_names(&["ＮＴＴ太郎\nallow: ＮＴＴ太郎"]), [""; 0]);
}

#[test]
fn those_who_ask_and_write_are_spelled_in_one_way() {
    let article =
        "---\ntitle: 知らせ\npublished: 2016-09-20\nauthor: { ja: 山田花子, en: Hanako Yamada }\n---\n\n本文です。\n";
    let files = [
        ("program/speakers/taro.md", &*speaker("鈴木太郎")),
        ("interviews/a.md", &interview("taro", "2016-09-25", "interviewer: 山田花子\n")),
        ("interviews/b.md", &interview("taro", "2016-09-25", "interviewer: 山田　花子\n")),
        ("interviews/c.md", &interview("taro", "2016-09-25", "interviewer: 鈴木　太郎\n")),
        ("interviews/d.md", &interview("taro", "2016-09-25", "interviewer: 山田　花子\nallow: [山田　花子]\n")),
        ("interviews/e.md", &interview("taro", "2016-09-25", "interviewer: 鈴木太郎\n")),
        ("news/a.md", article),
        ("news/b.md", &article.replace("Hanako", "Hannako")),
    ];
    let found = load_all(&sources(&files)).diagnostics;
    let found: Vec<_> =
        found.iter().map(|found| format!("{}:{} {}", found.path, found.line, found.message.english)).collect();
    assert_eq!(
        found,
        [
            "interviews/b.md:5 `山田　花子` is nearly `山田花子`, a name in interviews/a.md",
            "interviews/c.md:5 `鈴木　太郎` is nearly `鈴木太郎`, a name in program/speakers/taro.md",
            "news/b.md:4 `Hannako Yamada` is nearly `Hanako Yamada`, a name in news/a.md",
        ]
    );
}
