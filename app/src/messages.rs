//! The words of the interface, in Japanese and in English.

use conference::{Format, Language, Level, filter::Facet};

/// Every fixed word of the pages in one language.
pub(crate) struct Messages {
    pub(crate) home: &'static str,
    pub(crate) schedule: &'static str,
    pub(crate) speakers: &'static str,
    pub(crate) interviews: &'static str,
    pub(crate) about: &'static str,
    pub(crate) skip_to_content: &'static str,
    pub(crate) main_navigation: &'static str,
    pub(crate) languages: &'static str,
    pub(crate) sponsors: &'static str,
    pub(crate) organizer: &'static str,
    pub(crate) official_site: &'static str,
    pub(crate) venue: &'static str,
    pub(crate) address: &'static str,
    pub(crate) access: &'static str,
    pub(crate) map: &'static str,
    pub(crate) when: &'static str,
    pub(crate) first_sessions: &'static str,
    pub(crate) now_running: &'static str,
    pub(crate) next_sessions: &'static str,
    pub(crate) newest_interviews: &'static str,
    pub(crate) whole_schedule: &'static str,
    pub(crate) all_interviews: &'static str,
    pub(crate) event_is_over: &'static str,
    pub(crate) interview: &'static str,
    pub(crate) with_interview: &'static str,
    pub(crate) canceled: &'static str,
    pub(crate) jump_to_now: &'static str,
    pub(crate) gone: &'static str,
    pub(crate) draft: &'static str,
    pub(crate) not_yet_public: &'static str,
    pub(crate) moderator: &'static str,
    pub(crate) room: &'static str,
    pub(crate) track: &'static str,
    pub(crate) language: &'static str,
    pub(crate) level: &'static str,
    pub(crate) format: &'static str,
    pub(crate) day: &'static str,
    pub(crate) tag: &'static str,
    pub(crate) speaker: &'static str,
    pub(crate) tags: &'static str,
    pub(crate) parallel: &'static str,
    pub(crate) previous: &'static str,
    pub(crate) next: &'static str,
    pub(crate) neighbours: &'static str,
    pub(crate) back_to_schedule: &'static str,
    pub(crate) sessions: &'static str,
    pub(crate) questions: &'static str,
    pub(crate) profile: &'static str,
    pub(crate) interviewer: &'static str,
    pub(crate) source: &'static str,
    pub(crate) licence: &'static str,
    pub(crate) photo: &'static str,
    pub(crate) about_session: &'static str,
    pub(crate) link_to_question: &'static str,
    pub(crate) previous_in_series: &'static str,
    pub(crate) next_in_series: &'static str,
    pub(crate) no_interviews: &'static str,
    pub(crate) no_sessions: &'static str,
    pub(crate) search: &'static str,
    pub(crate) search_hint: &'static str,
    pub(crate) more_filters: &'static str,
    pub(crate) apply: &'static str,
    pub(crate) any: &'static str,
    pub(crate) active_filters: &'static str,
    pub(crate) clear: &'static str,
    pub(crate) no_match: &'static str,
    pub(crate) no_match_help: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) not_found_help: &'static str,
    pub(crate) other_language_body: &'static str,
    japanese: bool,
}

impl Messages {
    /// The words for a language: Japanese, or English for every other.
    pub(crate) fn of(language: &Language) -> &'static Self {
        if language.as_str() == "ja" { &JAPANESE } else { &ENGLISH }
    }

    /// The name of a language in itself.
    pub(crate) fn endonym(language: &Language) -> &str {
        match language.as_str() {
            "ja" => "日本語",
            "en" => "English",
            "de" => "Deutsch",
            "fr" => "Français",
            "es" => "Español",
            "ko" => "한국어",
            "zh" => "中文",
            other => other,
        }
    }

    /// The name of a language in this one.
    pub(crate) fn language_name<'l>(&self, language: &'l Language) -> &'l str {
        match (language.as_str(), self.japanese) {
            ("ja", true) => "日本語",
            ("ja", false) => "Japanese",
            ("en", true) => "英語",
            ("en", false) => "English",
            _ => Self::endonym(language),
        }
    }

    pub(crate) fn format_name(&self, format: Format) -> &'static str {
        match (format, self.japanese) {
            (Format::Keynote, true) => "基調講演",
            (Format::Keynote, false) => "Keynote",
            (Format::Talk, true) => "講演",
            (Format::Talk, false) => "Talk",
            (Format::Lightning, true) => "LT",
            (Format::Lightning, false) => "Lightning talk",
            (Format::Panel, true) => "パネル",
            (Format::Panel, false) => "Panel",
            (Format::Workshop, true) => "ワークショップ",
            (Format::Workshop, false) => "Workshop",
            (Format::Opening, true) => "開会",
            (Format::Opening, false) => "Opening",
            (Format::Break, true) => "休憩",
            (Format::Break, false) => "Break",
            (Format::Social, true) => "懇親会",
            (Format::Social, false) => "Social",
        }
    }

    pub(crate) fn level_name(&self, level: Level) -> &'static str {
        match (level, self.japanese) {
            (Level::Introductory, true) => "入門",
            (Level::Introductory, false) => "Introductory",
            (Level::Intermediate, true) => "中級",
            (Level::Intermediate, false) => "Intermediate",
            (Level::Advanced, true) => "上級",
            (Level::Advanced, false) => "Advanced",
        }
    }

    pub(crate) fn facet_name(&self, facet: Facet) -> &'static str {
        match facet {
            Facet::Day => self.day,
            Facet::Format => self.format,
            Facet::Track => self.track,
            Facet::Language => self.language,
            Facet::Level => self.level,
            Facet::Tag => self.tag,
            Facet::Speaker => self.speaker,
            Facet::Room => self.room,
            Facet::Interview => self.interview,
        }
    }

    /// The label of an item's link, by its kind; an unknown kind is its own label.
    pub(crate) fn link_name<'k>(&self, kind: &'k str) -> &'k str {
        match (kind, self.japanese) {
            ("slides", true) => "スライド",
            ("slides", false) => "Slides",
            ("video", true) => "動画",
            ("video", false) => "Video",
            ("code", true) => "コード",
            ("code", false) => "Code",
            ("article", true) => "記事",
            ("article", false) => "Article",
            ("interview", true) => "インタビュー（外部）",
            ("interview", false) => "Interview (external)",
            ("website", true) => "ウェブサイト",
            ("website", false) => "Website",
            ("blog", true) => "ブログ",
            ("blog", false) => "Blog",
            ("twitter", _) => "Twitter",
            ("github", _) => "GitHub",
            ("speakerdeck", _) => "Speaker Deck",
            ("slideshare", _) => "SlideShare",
            ("linkedin", _) => "LinkedIn",
            ("mastodon", _) => "Mastodon",
            ("bluesky", _) => "Bluesky",
            _ => kind,
        }
    }

    pub(crate) fn minutes(&self, minutes: i64) -> String {
        if self.japanese { format!("{minutes}分") } else { format!("{minutes} min") }
    }

    pub(crate) fn reading_time(&self, minutes: usize) -> String {
        if self.japanese { format!("約{minutes}分で読めます") } else { format!("{minutes} min read") }
    }

    /// "第5弾" / "No. 5".
    pub(crate) fn place_in_series(&self, number: u32) -> String {
        if self.japanese { format!("第{number}弾") } else { format!("No. {number}") }
    }

    pub(crate) fn session_count(&self, count: usize) -> String {
        match (self.japanese, count) {
            (true, _) => format!("{count}件のセッション"),
            (false, 1) => "1 session".to_owned(),
            (false, _) => format!("{count} sessions"),
        }
    }

    pub(crate) fn shown_of(&self, shown: usize, all: usize) -> String {
        self.shown_of_template(all).replace("{}", &shown.to_string())
    }

    /// The same with `{}` for the number shown, for the island to fill in.
    pub(crate) fn shown_of_template(&self, all: usize) -> String {
        if self.japanese { format!("{all}件中{{}}件を表示") } else { format!("{{}} of {all} sessions shown") }
    }

    pub(crate) fn remove_filter(&self, label: &str) -> String {
        if self.japanese { format!("「{label}」を解除") } else { format!("Remove “{label}”") }
    }

    pub(crate) fn photo_credit(&self, credit: &str) -> String {
        format!("{}: {credit}", self.photo)
    }

    pub(crate) fn interview_description(&self, names: &str) -> String {
        if self.japanese {
            format!("{names}さんへのインタビュー")
        } else {
            format!("An interview with {names}")
        }
    }

    pub(crate) fn is_japanese(&self) -> bool {
        self.japanese
    }
}

const JAPANESE: Messages = Messages {
    home: "ホーム",
    schedule: "スケジュール",
    speakers: "登壇者",
    interviews: "インタビュー",
    about: "開催概要",
    skip_to_content: "本文へ移動",
    main_navigation: "サイト",
    languages: "言語",
    sponsors: "スポンサー",
    organizer: "主催",
    official_site: "公式サイト",
    venue: "会場",
    address: "住所",
    access: "アクセス",
    map: "地図で見る",
    when: "日程",
    first_sessions: "最初のセッション",
    now_running: "開催中",
    next_sessions: "このあとのセッション",
    newest_interviews: "新着インタビュー",
    whole_schedule: "スケジュールをすべて見る",
    all_interviews: "インタビューの一覧",
    event_is_over: "このイベントは終了しました。プログラムとインタビューは引き続きご覧いただけます。",
    interview: "インタビュー",
    with_interview: "インタビューあり",
    canceled: "中止",
    jump_to_now: "いまの時間へ",
    gone: "このページは取り下げられました",
    draft: "下書き",
    not_yet_public: "公開前",
    moderator: "モデレーター",
    room: "会場",
    track: "トラック",
    language: "言語",
    level: "レベル",
    format: "形式",
    day: "日",
    tag: "タグ",
    speaker: "登壇者",
    tags: "タグ",
    parallel: "同じ時間のセッション",
    previous: "前",
    next: "次",
    neighbours: "前後のセッション",
    back_to_schedule: "スケジュールのこの時間を見る",
    sessions: "セッション",
    questions: "質問",
    profile: "プロフィール",
    interviewer: "聞き手",
    source: "出典",
    licence: "ライセンス",
    photo: "写真",
    about_session: "このセッションについて",
    link_to_question: "この質問へのリンク",
    previous_in_series: "前のインタビュー",
    next_in_series: "次のインタビュー",
    no_interviews: "インタビューはまだありません。",
    no_sessions: "セッションはまだ登録されていません。",
    search: "検索",
    search_hint: "題名、登壇者、所属、タグ、概要から探す",
    more_filters: "くわしく絞り込む",
    apply: "絞り込む",
    any: "すべて",
    active_filters: "絞り込みの条件",
    clear: "すべての条件を解除",
    no_match: "条件に合うセッションはありません。",
    no_match_help: "条件をひとつ外すか、すべて解除してください。",
    not_found: "ページが見つかりません",
    not_found_help: "アドレスが変わったか、入力に誤りがあるようです。次のページからお探しください。",
    other_language_body: "この文章はまだ翻訳されていません。",
    japanese: true,
};

const ENGLISH: Messages = Messages {
    home: "Home",
    schedule: "Schedule",
    speakers: "Speakers",
    interviews: "Interviews",
    about: "About",
    skip_to_content: "Skip to content",
    main_navigation: "Site",
    languages: "Languages",
    sponsors: "Sponsors",
    organizer: "Organiser",
    official_site: "Official site",
    venue: "Venue",
    address: "Address",
    access: "Getting there",
    map: "Show on a map",
    when: "When",
    first_sessions: "First sessions",
    now_running: "On now",
    next_sessions: "Up next",
    newest_interviews: "Newest interviews",
    whole_schedule: "See the whole schedule",
    all_interviews: "All interviews",
    event_is_over: "This event is over. Its programme and interviews stay here to read.",
    interview: "Interview",
    with_interview: "With an interview",
    canceled: "Canceled",
    jump_to_now: "Jump to now",
    gone: "This page was withdrawn",
    draft: "Draft",
    not_yet_public: "Not published yet",
    moderator: "Moderator",
    room: "Room",
    track: "Track",
    language: "Language",
    level: "Level",
    format: "Format",
    day: "Day",
    tag: "Tag",
    speaker: "Speaker",
    tags: "Tags",
    parallel: "At the same time",
    previous: "Before",
    next: "After",
    neighbours: "Before and after",
    back_to_schedule: "Find it in the schedule",
    sessions: "Sessions",
    questions: "Questions",
    profile: "Profile",
    interviewer: "Interviewer",
    source: "Source",
    licence: "Licence",
    photo: "Photo",
    about_session: "About the session",
    link_to_question: "Link to this question",
    previous_in_series: "Previous interview",
    next_in_series: "Next interview",
    no_interviews: "There are no interviews yet.",
    no_sessions: "There are no sessions yet.",
    search: "Search",
    search_hint: "Title, speaker, organisation, tag or abstract",
    more_filters: "More filters",
    apply: "Filter",
    any: "Any",
    active_filters: "Active filters",
    clear: "Clear all filters",
    no_match: "No session matches.",
    no_match_help: "Remove one of the filters, or clear them all.",
    not_found: "Page not found",
    not_found_help: "The address has changed or has a typing mistake in it. These pages are the way on.",
    other_language_body: "This text has not been translated yet.",
    japanese: false,
};
