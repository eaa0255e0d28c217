//! Sentences with numbers, names and times in them.

use conference::Language;

use super::Messages;

impl Messages {
    /// "原文（日本語）を読む" / "Read the original in Japanese".
    pub(crate) fn read_original(&self, language: &Language) -> String {
        let name = self.language_name(language);
        if self.japanese { format!("原文（{name}）を読む") } else { format!("Read the original in {name}") }
    }

    /// The original changed on a day, and the translation is older.
    pub(crate) fn older_translation(&self, day: &str) -> String {
        if self.japanese {
            format!("原文は{day}に変更されました。この翻訳はそれより前のものです。")
        } else {
            format!("The original changed on {day}. This translation is older.")
        }
    }

    /// "英語と並べて読む" / "Read it side by side with Japanese".
    pub(crate) fn read_beside(&self, language: &Language) -> String {
        let name = self.language_name(language);
        if self.japanese { format!("{name}と並べて読む") } else { format!("Read it side by side with {name}") }
    }

    /// "英語も表示" / "Show Japanese too".
    pub(crate) fn show_beside(&self, language: &Language) -> String {
        let name = self.language_name(language);
        if self.japanese { format!("{name}も表示") } else { format!("Show {name} too") }
    }

    /// "日本語だけを表示" / "Show English only".
    pub(crate) fn show_only(&self, language: &Language) -> String {
        let name = self.language_name(language);
        if self.japanese { format!("{name}だけを表示") } else { format!("Show {name} only") }
    }

    /// "この部分は英語にはありません。" / "There is no Japanese for this part."
    pub(crate) fn not_in(&self, language: &Language) -> String {
        let name = self.language_name(language);
        if self.japanese {
            format!("この部分は{name}にはありません。")
        } else {
            format!("There is no {name} for this part.")
        }
    }

    /// "題名（日本語・英語）" / "Title (English and Japanese)".
    pub(crate) fn in_two_languages(&self, title: &str, one: &Language, other: &Language) -> String {
        let (one, other) = (self.language_name(one), self.language_name(other));
        if self.japanese { format!("{title}（{one}・{other}）") } else { format!("{title} ({one} and {other})") }
    }

    pub(crate) fn minutes(&self, minutes: i64) -> String {
        if self.japanese { format!("{minutes}分") } else { format!("{minutes} min") }
    }

    /// The title of the schedule, or of a schedule with a filter.
    pub(crate) fn schedule_title(&self, filter: Option<&str>) -> String {
        match (filter, self.japanese) {
            (None, _) => self.schedule.to_owned(),
            (Some(filter), true) => format!("{}：{filter}", self.schedule),
            (Some(filter), false) => format!("{}: {filter}", self.schedule),
        }
    }

    pub(crate) fn times_of(&self, day: &str) -> String {
        if self.japanese { format!("{day}の時刻") } else { format!("Times of {day}") }
    }

    /// "14:50まで（あと5分）" / "until 14:50, 5 more minutes".
    pub(crate) fn until(&self, time: &str, minutes: i64) -> String {
        match (self.japanese, minutes) {
            (true, _) => format!("{time}まで（あと{}）", self.length(minutes)),
            (false, 1) => format!("until {time}, 1 more minute"),
            (false, 2..60) => format!("until {time}, {minutes} more minutes"),
            (false, _) => format!("until {time}, {} more", self.length(minutes)),
        }
    }

    /// "10月1日（土）14:30現在" / "as of Sat 1 October, 14:30".
    pub(crate) fn as_of(&self, day: &str, time: &str) -> String {
        if self.japanese { format!("{day}{time}現在") } else { format!("as of {day}, {time}") }
    }

    /// "20分後に始まります" / "begins in 20 min".
    pub(crate) fn begins_in(&self, minutes: i64) -> String {
        self.begins_in_template().replace("{}", &self.length(minutes))
    }

    /// The same with `{}` for the length, for scripts to fill in.
    pub(crate) fn begins_in_template(&self) -> &'static str {
        if self.japanese { "{}後に始まります" } else { "begins in {}" }
    }

    /// "あと20分" / "20 min left".
    pub(crate) fn left(&self, minutes: i64) -> String {
        self.left_template().replace("{}", &self.length(minutes))
    }

    /// The same with `{}` for the length, for scripts to fill in.
    pub(crate) fn left_template(&self) -> &'static str {
        if self.japanese { "あと{}" } else { "{} left" }
    }

    /// "イベントは10月1日（土）10:00に始まります。" / "The event begins on Sat 1 October at 10:00."
    pub(crate) fn event_begins(&self, day: &str, time: &str) -> String {
        if self.japanese {
            format!("イベントは{day}{time}に始まります。")
        } else {
            format!("The event begins on {day} at {time}.")
        }
    }

    /// "次のセッションは10月1日（土）10:00に始まります。" / "The next session begins on Sat 1 October at 10:00."
    pub(crate) fn event_goes_on(&self, day: &str, time: &str) -> String {
        if self.japanese {
            format!("次のセッションは{day}{time}に始まります。")
        } else {
            format!("The next session begins on {day} at {time}.")
        }
    }

    /// "1時間35分" / "1 h 35 min".
    pub(crate) fn length(&self, minutes: i64) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60);
        let [of_hours, of_minutes] = self.length_templates();
        let hours = (hours > 0).then(|| of_hours.replace("{}", &hours.to_string()));
        let rest = (rest > 0 || hours.is_none()).then(|| of_minutes.replace("{}", &rest.to_string()));
        hours.into_iter().chain(rest).collect::<String>().trim_end().to_owned()
    }

    /// The two parts of a length, with `{}` for the number: its hours and its minutes.
    pub(crate) fn length_templates(&self) -> [&'static str; 2] {
        if self.japanese { ["{}時間", "{}分"] } else { ["{} h ", "{} min"] }
    }

    pub(crate) fn reading_time(&self, minutes: usize) -> String {
        if self.japanese { format!("約{minutes}分で読めます") } else { format!("{minutes} min read") }
    }

    /// "第5弾" / "No. 5".
    pub(crate) fn place_in_series(&self, number: u32) -> String {
        if self.japanese { format!("第{number}弾") } else { format!("No. {number}") }
    }

    /// "3件" / "3 items".
    pub(crate) fn item_count(&self, count: usize) -> String {
        match (self.japanese, count) {
            (true, _) => format!("{count}件"),
            (false, 1) => "1 item".to_owned(),
            (false, _) => format!("{count} items"),
        }
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
        if self.japanese { format!("{}：{credit}", self.photo) } else { format!("{}: {credit}", self.photo) }
    }

    /// "時刻はAsia/Tokyoの時刻です。" / "Times are those of Asia/Tokyo."
    pub(crate) fn times_in(&self, zone: &str) -> String {
        if self.japanese { format!("時刻は{zone}の時刻です。") } else { format!("Times are those of {zone}.") }
    }

    pub(crate) fn interview_description(&self, names: &str) -> String {
        if self.japanese {
            format!("{names}さんへのインタビュー")
        } else {
            format!("An interview with {names}")
        }
    }
}
