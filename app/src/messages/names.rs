//! The names of languages, formats, levels, facets and links.

use conference::{Format, Language, Level, filter::Facet};

use super::Messages;

impl Messages {
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
            Facet::Starred => self.plan,
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
}
