//! What a new file says about each field: its comment, and what it could be.

use std::fmt::Write as _;

/// A field of a front matter, as a new file explains it.
pub(super) struct Field {
    pub(super) name: &'static str,
    /// A valid value, shown where none was given.
    example: &'static str,
    japanese: &'static str,
    english: &'static str,
}

/// The language of the comments: Japanese where it is the event's first, English otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comments {
    Japanese,
    English,
}

impl Comments {
    pub(super) fn of(language: &str) -> Self {
        if language == "ja" { Self::Japanese } else { Self::English }
    }

    pub(super) fn pick(self, japanese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Japanese => japanese,
            Self::English => english,
        }
    }
}

const fn field(name: &'static str, example: &'static str, japanese: &'static str, english: &'static str) -> Field {
    Field { name, example, japanese, english }
}

pub(super) const INTERVIEW: &[Field] = &[
    field("title", "はじめてのサーバーレス", "記事の題名", "The title of the article"),
    field(
        "speaker",
        "taro",
        "答える人: program/speakers/ のファイル名（.md なし）。複数なら speakers: [one, other]",
        "Who answers: the name of a file in program/speakers/, without .md; several as speakers: [one, other]",
    ),
    field(
        "session",
        "first",
        "話題のセッション: program/sessions/ のファイル名（.md なし）",
        "The session it is about: the name of a file in program/sessions/, without .md",
    ),
    field("interviewer", "山田花子", "聞き手の名前", "Who asks"),
    field(
        "published",
        "2016-09-25",
        "公開日。時刻も書けます（2016-09-25 10:00）。その時までサイトには出ません",
        "When it is published, with a time if you like (2016-09-25 10:00); until then it is not on the site",
    ),
    field(
        "draft",
        "true",
        "下書き。この行を消すと公開できます",
        "Not to be published; remove this line when it is ready",
    ),
    field("series", "セッション紹介", "シリーズの名前", "The name of the series it belongs to"),
    field(
        "number",
        "1",
        "シリーズの第何回か。なければ公開順",
        "Its place in the series; by publication where it is absent",
    ),
    field(
        "summary",
        "サーバーレスの運用について聞きました",
        "一覧や検索結果に出る1〜2文",
        "One or two sentences for lists and search engines",
    ),
    field(
        "source",
        "{ name: 主催者のブログ, url: https://example.org/ }",
        "先に掲載された場所",
        "Where it appeared first",
    ),
    field("licence", "CC BY 4.0", "文章の利用条件", "The terms under which the text may be used"),
    field("aliases", "[old-name]", "以前のURLの名前。ここへ転送されます", "Former names in URLs; they lead here"),
];

pub(super) const SESSION: &[Field] = &[
    field("title", "はじめてのサーバーレス", "セッションの題名", "The title of the session"),
    field(
        "format",
        "talk",
        "形式: keynote, talk, lightning, panel, workshop, opening, break, social",
        "What it is: keynote, talk, lightning, panel, workshop, opening, break or social",
    ),
    field(
        "speakers",
        "[taro]",
        "登壇者: program/speakers/ のファイル名（.md なし）",
        "Who speaks: names of files in program/speakers/, without .md",
    ),
    field("moderator", "taro", "パネルの進行役", "Who leads a panel"),
    field("room", "hall", "会場: program/event.md の rooms にある id", "Where: an id of rooms in program/event.md"),
    field("track", "main", "トラック: program/event.md の tracks にある id", "An id of tracks in program/event.md"),
    field("start", "2016-10-01 14:15", "開始（開催地の時刻）", "When it begins, in the event's time zone"),
    field("duration", "35m", "長さ。終了時刻なら end: 14:50", "How long it takes; or the time it ends, as end: 14:50"),
    field("language", "ja", "話す言語", "The language it is held in"),
    field(
        "level",
        "introductory",
        "レベル: introductory, intermediate, advanced",
        "What it asks of its audience: introductory, intermediate or advanced",
    ),
    field("tags", "[operations, aws]", "タグ", "Tags"),
    field("links", "{ slides: https://example.org/slides }", "スライドや動画", "Slides, video and more"),
    field("canceled", "true", "中止になったとき", "Where it will not take place"),
];

pub(super) const SPEAKER: &[Field] = &[
    field("name", "山田太郎", "名前。英語の名前もあるなら { ja: 山田太郎, en: Taro Yamada }", "The name as printed"),
    field(
        "reading",
        "やまだたろう",
        "読み仮名（並び順に使います）",
        "The reading in kana, by which Japanese lists are sorted",
    ),
    field("organization", "会社の名前", "所属", "Company, university or community"),
    field("role", "エンジニア", "役職", "Position there"),
    field("links", "{ website: https://example.org/ }", "リンク", "Links"),
    field(
        "photo",
        "{ file: taro.jpg, credit: 撮影者の名前, licence: CC BY 4.0 }",
        "写真: このファイルと同じフォルダーに置きます",
        "A portrait: a file in the folder of this one",
    ),
];

pub(super) const EVENT: &[Field] = &[
    field("name", "サーバーレスの会", "イベントの名前", "The name of the event"),
    field("acronym", "serverless2016", "短い名前", "A short name"),
    field("tagline", "サーバーのない一日", "ひとことで", "The event in a phrase"),
    field("url", "https://example.org/", "公式サイト", "The official site"),
    field("timezone", "Asia/Tokyo", "時刻の基準（IANAの名前）", "The time zone of all times, by its IANA name"),
    field("days", "[2016-10-01]", "開催日", "The days of the event"),
    field(
        "languages",
        "[ja, en]",
        "サイトの言語。最初のものが基本です",
        "The languages of the site; the first one is the default",
    ),
    field("venue", "{ name: 会場の名前, address: 会場の住所, location: [35.68, 139.77] }", "会場", "The venue"),
    field(
        "rooms",
        "[{ id: hall, name: ホール }]",
        "部屋。セッションの room で使います",
        "The rooms; sessions name them by id",
    ),
    field(
        "tracks",
        "[{ id: main, name: メイン, color: \"#00664a\" }]",
        "トラック。セッションの track で使います",
        "The tracks; sessions name them by id",
    ),
    field("hashtag", "serverless", "ハッシュタグ（# なし）", "The hashtag, without #"),
    field("organizer", "{ name: 主催者の名前, url: https://example.org/ }", "主催", "The organiser"),
    field("sponsors", "[{ name: 会社の名前, url: https://example.org/ }]", "スポンサー", "The sponsors"),
    field(
        "notice",
        "時刻は変わることがあります",
        "時刻のそばに出る注意書き",
        "What is to be known wherever times are shown",
    ),
];

/// The values that are known, in YAML.
pub(super) type Values = Vec<(&'static str, String)>;

/// Writes a front matter: every field with its comment, commented out where it has no value.
pub(super) fn front_matter(fields: &[Field], values: &Values, comments: Comments) -> String {
    let mut text = String::from("---\n");
    for Field { name, example, japanese, english } in fields {
        let comment = comments.pick(japanese, english);
        let value = values.iter().find(|(known, _)| known == name);
        let line = match value {
            Some((_, value)) => format!("{name}: {value}"),
            None => format!("# {name}: {example}"),
        };
        writeln!(text, "# {comment}\n{line}").expect("writing to a string cannot fail");
    }
    text.push_str("---\n\n");
    text
}

/// A text as a YAML scalar: as it is where that is safe, quoted otherwise (a JSON string is a YAML one).
pub(super) fn scalar(text: &str) -> String {
    let plain =
        |character: char| character.is_alphanumeric() || matches!(character, ' ' | '-' | '.' | '/' | '_' | '、' | '。');
    let word = text.chars().next().is_some_and(char::is_alphabetic);
    let reserved = ["true", "false", "null", "yes", "no", "on", "off"].contains(&text.to_lowercase().as_str());
    if word && !reserved && text.chars().all(plain) && text.trim() == text {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}

/// A value that is no text: a slug, a date, a length. What could end it or begin another field is refused.
pub(super) fn plain(value: String) -> anyhow::Result<String> {
    let allowed = |character: char| character.is_ascii_alphanumeric() || " :/_+.-".contains(character);
    if value.chars().all(allowed) && !value.contains(": ") && !value.starts_with('-') {
        return Ok(value);
    }
    anyhow::bail!("{value:?} cannot be the value of a field; nothing was written")
}

/// A list of slugs, dates or languages.
pub(super) fn list(values: &[String]) -> anyhow::Result<String> {
    let values = values.iter().cloned().map(plain).collect::<anyhow::Result<Vec<_>>>()?;
    Ok(format!("[{}]", values.join(", ")))
}

#[cfg(test)]
mod tests {
    use conference::{
        Asset,
        load::{Audience, SourceFile, Sources, load},
    };

    use super::*;

    /// The front matter with every example in force.
    fn complete(fields: &[Field], comments: Comments) -> String {
        let values = fields.iter().map(|field| (field.name, field.example.to_owned())).collect();
        front_matter(fields, &values, comments)
    }

    #[test]
    fn every_example_is_valid() {
        for comments in [Comments::Japanese, Comments::English] {
            let file = |path: &str, text: String| SourceFile { path: path.to_owned(), bytes: text.into_bytes() };
            let sources = Sources {
                files: vec![
                    file("program/event.md", complete(EVENT, comments)),
                    file("program/speakers/taro.md", complete(SPEAKER, comments) + "話します。\n"),
                    file("program/sessions/first.md", complete(SESSION, comments) + "話です。\n"),
                    file("interviews/taro.md", complete(INTERVIEW, comments) + "---- なぜ？\n\nなぜなら。\n"),
                ],
                assets: vec![Asset { path: "program/speakers/taro.jpg".to_owned(), digest: [0; 32] }],
            };
            let mut found = load(&sources, Audience::Organizers).diagnostics;
            // The session that is the example of a canceled one has an interview.
            found.retain(|found| found.code != "session-canceled");
            assert_eq!(found, []);
        }
    }

    #[test]
    fn fields_stand_in_their_usual_order() {
        for (path, fields) in [
            ("program/event.md", EVENT),
            ("program/speakers/taro.md", SPEAKER),
            ("program/sessions/first.md", SESSION),
            ("interviews/taro.md", INTERVIEW),
        ] {
            assert_eq!(conference::canonical(path, &complete(fields, Comments::English)), None, "{path}");
        }
    }

    #[test]
    fn texts_stay_what_they_are() {
        for text in
            ["はじめて", "a: b", "# x", "yes", "1.5", "it's \"it\"", " a ", "- a", "[a]", "a\nb", "", "C++ & \\"]
        {
            let event =
                format!("---\nname: {}\ntimezone: UTC\ndays: [2016-10-01]\nlanguages: [ja]\n---\n", scalar(text));
            let path = "program/event.md".to_owned();
            let sources = Sources { files: vec![SourceFile { path, bytes: event.into_bytes() }], ..Sources::default() };
            let name = load(&sources, Audience::Organizers).conference.map(|conference| conference.event.name);
            let name = name.map(|name| name.text(&conference::Language::parse("ja").expect("a tag")).to_owned());
            // A name that says nothing is refused; line ends become spaces.
            let expected = (!text.is_empty()).then(|| text.trim().replace('\n', " "));
            let name = name.map(|name| name.trim().replace('\n', " "));
            assert_eq!(name, expected, "{text}");
        }
    }
}
