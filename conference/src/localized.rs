//! Languages, and values with translations.

use std::fmt;

use crate::fold;

/// A BCP 47 language tag as content uses it: `ja`, `en`, `pt-br`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(Box<str>);

impl Language {
    /// Parses a tag: a primary subtag of two or three letters and optional further subtags, all in lower case.
    pub fn parse(text: &str) -> Option<Self> {
        let mut subtags = text.split('-');
        let primary = subtags.next()?;
        let letters = |subtag: &str| subtag.bytes().all(|byte| byte.is_ascii_lowercase());
        let further = |subtag: &str| {
            (2..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        let well_formed = (2..=3).contains(&primary.len()) && letters(primary) && subtags.all(further);
        well_formed.then(|| Self(text.into()))
    }

    /// The tag for an unknown language.
    pub(crate) fn undetermined() -> Self {
        Self("und".into())
    }

    /// The tag as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the language is written without spaces between words (Japanese, Chinese).
    pub fn is_cjk(&self) -> bool {
        matches!(self.0.split('-').next(), Some("ja" | "zh"))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A value with translations; the first is the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized<T>(Vec<(Language, T)>);

/// A short text in one or more languages.
pub type Text = Localized<String>;

impl<T> Localized<T> {
    /// A value without translations.
    pub fn new(language: Language, value: T) -> Self {
        Self(vec![(language, value)])
    }

    /// Adds or replaces a translation.
    pub fn insert(&mut self, language: Language, value: T) {
        match self.0.iter_mut().find(|(known, _)| *known == language) {
            Some((_, old)) => *old = value,
            None => self.0.push((language, value)),
        }
    }

    /// The value in a language, or else the original; with its language.
    pub fn get(&self, language: &Language) -> (&Language, &T) {
        let (found, value) = self.0.iter().find(|(known, _)| known == language).unwrap_or(&self.0[0]);
        (found, value)
    }

    /// The value in exactly this language.
    pub fn exactly(&self, language: &Language) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == language).map(|(_, value)| value)
    }

    /// All languages and their values, the original first.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &T)> {
        self.0.iter().map(|(language, value)| (language, value))
    }
}

impl Text {
    /// The text for readers of a language.
    pub fn text(&self, language: &Language) -> &str {
        self.get(language).1
    }

    /// The text for readers of a language, with the `lang` attribute if its language differs from that of the page.
    ///
    /// Text without CJK characters is not marked as Japanese or Chinese, even if its file is: a title such as
    /// "Unlimited Frameworks" is written in Latin script in every language, and is to be read out as English.
    pub fn tagged(&self, language: &Language) -> (&str, Option<&str>) {
        let (found, value) = self.get(language);
        let actual = if found.is_cjk() && !value.chars().any(fold::is_cjk) { "en" } else { found.as_str() };
        (value, (actual != language.as_str()).then_some(actual))
    }
}
