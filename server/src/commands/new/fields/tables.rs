//! The texts for every field: an example and its purpose, in Japanese and English.

use conference::schema::ItemKind;

use super::field::Field;

/// The fields of a new file of a kind.
pub(super) fn fields(kind: ItemKind) -> &'static [Field] {
    match kind {
        ItemKind::Event => EVENT,
        ItemKind::Session => SESSION,
        ItemKind::Speaker => SPEAKER,
        ItemKind::Interview => INTERVIEW,
        ItemKind::Series => SERIES,
        ItemKind::News => NEWS,
    }
}

const fn field(name: &'static str, example: &'static str, japanese: &'static str, english: &'static str) -> Field {
    Field { name, example, japanese, english }
}

const INTERVIEW: &[Field] = &[
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
        "updated",
        "2016-10-03",
        "本文を最後に変更した日。読者に知らせたい変更をしたときに書きます",
        "When its text changed last, after a change that readers should know of",
    ),
    field(
        "draft",
        "true",
        "下書き。この行を消すと公開できます",
        "Not to be published; remove this line when it is ready",
    ),
    field(
        "series",
        "セッション紹介",
        "シリーズ: interviews/series/ のファイル名（.md なし）か、シリーズの名前",
        "The series: the name of a file in interviews/series/, without .md, or any other name",
    ),
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
    field("tags", "[operations, aws]", "タグ。タグごとのページができます", "Tags; each has a page"),
    field(
        "source",
        "{ name: 主催者のブログ, url: https://example.org/ }",
        "先に掲載された場所",
        "Where it appeared first",
    ),
    field("licence", "CC BY 4.0", "文章の利用条件", "The terms under which the text may be used"),
    field("aliases", "[old-name]", "以前のURLの名前。ここへ転送されます", "Former names in URLs; they lead here"),
];

const SERIES: &[Field] = &[
    field("name", "登壇者に聞く", "シリーズの名前", "The name of the series"),
    field("summary", "登壇者に同じ質問をします", "検索結果に出る1〜2文", "One or two sentences for search engines"),
    field(
        "questions",
        "[{ id: first-program, text: 最初に書いたプログラムは？ }]",
        "共通の質問とそのid。new interview --series が、この質問から始まるファイルを作ります",
        "The questions to everybody with their ids; new interview --series starts with them",
    ),
];

const NEWS: &[Field] = &[
    field("title", "今週のサーバーレス", "記事の題名", "The title of the article"),
    field("author", "山田花子", "筆者の名前", "Who wrote it"),
    field(
        "published",
        "2016-09-25",
        "公開日。時刻も書けます（2016-09-25 10:00）。その時までサイトには出ません",
        "When it is published, with a time if you like (2016-09-25 10:00); until then it is not on the site",
    ),
    field(
        "updated",
        "2016-10-03",
        "本文を最後に変更した日。読者に知らせたい変更をしたときに書きます",
        "When its text changed last, after a change that readers should know of",
    ),
    field(
        "draft",
        "true",
        "下書き。この行を消すと公開できます",
        "Not to be published; remove this line when it is ready",
    ),
    field(
        "summary",
        "今週の話題を紹介します",
        "一覧や検索結果に出る1〜2文",
        "One or two sentences for lists and search engines",
    ),
    field("tags", "[aws, weekly]", "タグ。タグごとのページができます", "Tags; each has a page"),
    field(
        "source",
        "{ name: 主催者のブログ, url: https://example.org/ }",
        "先に掲載された場所",
        "Where it appeared first",
    ),
    field("licence", "CC BY 4.0", "文章の利用条件", "The terms under which the text may be used"),
    field("aliases", "[old-name]", "以前のURLの名前。ここへ転送されます", "Former names in URLs; they lead here"),
];

const SESSION: &[Field] = &[
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
    field(
        "venue",
        "別の会場の名前",
        "イベントの部屋でない場所なら、room の代わりに",
        "Instead of a room: a place elsewhere",
    ),
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
    field(
        "aliases",
        "[old-name]",
        "以前のURLの名前。最初の名前を先頭に書きます",
        "Former names in URLs, the first one first; they lead here",
    ),
    field(
        "guid",
        "0b5f8a4e-7c1d-4a51-9a27-3f1c52d0c9aa",
        "取り込み元のツールでのid（UUID）。アプリがセッションを見分けるのに使います",
        "The id (a UUID) in the tool that it was imported from, by which apps know it",
    ),
];

const SPEAKER: &[Field] = &[
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

const EVENT: &[Field] = &[
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
        "部屋。セッションの room で使います。shared: true の部屋では、セッションが重なっても構いません",
        "The rooms; sessions name them by id, and may overlap in a room with shared: true",
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
