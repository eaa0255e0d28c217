//! Messages of reports, in every language of reports.
//!
//! Both translations are written in one place, so that neither can be forgotten.

use std::fmt::Display;

/// The language of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportLanguage {
    /// English.
    #[default]
    English,
    /// Japanese.
    Japanese,
}

impl ReportLanguage {
    /// The report language for a POSIX locale such as `ja_JP.UTF-8`: Japanese, or else English.
    pub fn of_locale(locale: &str) -> Self {
        let tag = locale.split(['_', '-', '.', '@']).next().unwrap_or_default();
        if tag.eq_ignore_ascii_case("ja") { Self::Japanese } else { Self::English }
    }
}

/// A sentence or a part of one, without full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// In English.
    pub english: String,
    /// In Japanese.
    pub japanese: String,
}

impl Message {
    /// The sentence in one language.
    pub fn text(&self, language: ReportLanguage) -> &str {
        match language {
            ReportLanguage::English => &self.english,
            ReportLanguage::Japanese => &self.japanese,
        }
    }
}

/// A noun for messages; in English with its article: "a session".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) english: &'static str,
    pub(crate) japanese: &'static str,
}

impl Words {
    /// The name in one language.
    pub(crate) fn text(self, language: ReportLanguage) -> &'static str {
        match language {
            ReportLanguage::English => self.english,
            ReportLanguage::Japanese => self.japanese,
        }
    }
}

impl From<Words> for Message {
    fn from(Words { english, japanese }: Words) -> Self {
        Self { english: english.to_owned(), japanese: japanese.to_owned() }
    }
}

/// A value that can be formatted into a message. Values that are not words are the same in every language.
pub trait Speak {
    /// In English.
    fn english(&self) -> String;
    /// In Japanese.
    fn japanese(&self) -> String;
}

impl<T: Display + ?Sized> Speak for T {
    fn english(&self) -> String {
        self.to_string()
    }

    fn japanese(&self) -> String {
        self.to_string()
    }
}

impl Speak for Words {
    fn english(&self) -> String {
        self.english.to_owned()
    }

    fn japanese(&self) -> String {
        self.japanese.to_owned()
    }
}

impl Speak for Message {
    fn english(&self) -> String {
        self.english.clone()
    }

    fn japanese(&self) -> String {
        self.japanese.clone()
    }
}

/// Formats a [`Message`] from an English and a Japanese format string, as `format!` does. Values that are translated
/// themselves are passed by name, and each format string gets its own translation.
#[macro_export]
macro_rules! message {
    ($english:literal, $japanese:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::diagnostic::Message {
            english: format!($english $(, $name = $crate::diagnostic::Speak::english(&$value))*),
            japanese: format!($japanese $(, $name = $crate::diagnostic::Speak::japanese(&$value))*),
        }
    };
}

/// [`Words`] in English and in Japanese.
macro_rules! words {
    ($english:literal, $japanese:literal) => {
        $crate::diagnostic::Words { english: $english, japanese: $japanese }
    };
}

pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_name_a_language() {
        for (locale, expected) in [
            ("ja_JP.UTF-8", ReportLanguage::Japanese),
            ("ja", ReportLanguage::Japanese),
            ("JA-jp", ReportLanguage::Japanese),
            ("en_US.UTF-8", ReportLanguage::English),
            ("C", ReportLanguage::English),
            ("C.UTF-8", ReportLanguage::English),
            ("jam", ReportLanguage::English),
            ("", ReportLanguage::English),
        ] {
            assert_eq!(ReportLanguage::of_locale(locale), expected, "{locale}");
        }
    }

    #[test]
    fn words_stand_in_each_sentence_in_its_language() {
        let (what, text) = (words!("a date", "日付"), "x");
        let message = message!("`{text}` is not {what}", "`{text}`は{what}ではありません", what = what);
        assert_eq!(message.text(ReportLanguage::English), "`x` is not a date");
        assert_eq!(message.text(ReportLanguage::Japanese), "`x`は日付ではありません");
    }
}
