//! The words of the search.

use conference::search::{Count, Kind};

use super::Messages;

methods! {
    search_site: "サイト内検索", "Search";
    search_button: "検索", "Search";
    search_kind: "種類", "Kind";
    search_language: "言語", "Language";
    search_everything: "セッション、登壇者、インタビューの質問と回答、お知らせをまとめて検索できます。",
        "Search the sessions, the speakers, every question and answer of the interviews, and the news.";
    search_several: "スペースで区切った言葉は、すべて含むものが見つかります。「」や\" \"で囲むと、ひと続きの言葉として検索します。",
        "Several words must all be there. Words in quotation marks are one: \"event source\".";
    search_kana: "ひらがな、カタカナ、全角、半角、長音の違いは区別しません。登壇者は名前の読みでも見つかります。英単語は先頭の文字から検索します。",
        "Latin words are found by their beginning. In Japanese any part of a word is found, and speakers by their readings, too.";
    search_nothing: "見つかりませんでした。", "Nothing was found.";
    search_fewer: "言葉を減らすか、短くしてください。", "Search for fewer or shorter words.";
    search_other_spelling: "別の表記や、英語・日本語の言い換えを試してください。", "Try another spelling, or the word in the other language.";
    search_all_kinds: "種類や言語の条件を外してください。", "Search all kinds and languages.";
    search_all: "すべての種類と言語から検索する", "Search all kinds and languages";
    search_letters: "文字か数字を含む言葉を入力してください。", "Type a word with a letter or a digit.";
    search_more: "続きを見る", "More results";
    search_see_all: "すべて見る", "See all";
    search_without_script: "言葉を入力しても結果が表示されない場合、このサイトはファイルだけで公開されています。検索にはJavaScriptが必要です。JavaScriptを使わない場合は、次の一覧からお探しください。",
        "If you typed a word and see no results, this site is published as files only, and its search needs JavaScript. Without it, look through these lists.";
    search_failed: "検索に必要なファイルを読み込めませんでした。接続を確認して、もう一度検索してください。",
        "The files of the search could not be loaded. Check the connection, and search again.";
    words_failed: "セッションの文章を読み込めませんでした。接続を確認して、Enterキーを押してください。",
        "The words of the sessions could not be loaded. Check the connection, and press Enter.";
    search_working: "検索しています…", "Searching …";
    search_shortcut: "「/」キーで検索欄に移動する", "The key / moves to the search box";
}

impl Messages {
    /// The name of a kind of results.
    pub(crate) fn kind_of_results(&self, kind: Kind) -> &'static str {
        match (kind, self.japanese) {
            (Kind::Session, _) => self.sessions,
            (Kind::Speaker, _) => self.speakers,
            (Kind::Interview, _) => self.interviews,
            (Kind::Question, true) => "質問と回答",
            (Kind::Question, false) => "Questions and answers",
            (Kind::News, _) => self.news,
            (Kind::Page, _) => self.about,
        }
    }

    /// "12件" / "12 results", or "約12件" / "about 12 results".
    pub(crate) fn results(&self, count: Count) -> String {
        let template = match count {
            Count::Exactly(1) => self.one_result(),
            Count::Exactly(_) => self.exact_results(),
            Count::About(_) => self.about_results(),
        };
        template.replace("{}", &count.number().to_string())
    }

    /// A single result in words.
    pub(crate) fn one_result(&self) -> &'static str {
        if self.japanese { "{}件" } else { "{} result" }
    }

    /// An exact number of results, with `{}` for the number.
    pub(crate) fn exact_results(&self) -> &'static str {
        if self.japanese { "{}件" } else { "{} results" }
    }

    /// A number of candidates of which not all were read, with `{}` for the number.
    pub(crate) fn about_results(&self) -> &'static str {
        if self.japanese { "約{}件" } else { "about {} results" }
    }

    /// The title of the results: "検索：運用" / "Search: operations".
    pub(crate) fn search_title(&self, text: &str) -> String {
        let search = self.search_site();
        match (text, self.japanese) {
            ("", _) => search.to_owned(),
            (_, true) => format!("{search}：{text}"),
            (_, false) => format!("{search}: {text}"),
        }
    }
}
