//! Plain texts for terminals: the schedule, and the sessions that run now.

use super::{Page, Pattern, page::with_query, pattern};
use crate::{Language, filter::SessionFilter};

/// The query parameter that asks for colours.
const COLOR: &str = "color";

/// A plain text in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PlainText {
    /// The language; `None` for the event's first one, which has no prefix in URLs.
    pub language: Option<Language>,
    /// The subject.
    pub subject: TextSubject,
    /// The style.
    pub style: TextStyle,
}

/// The subject of a plain text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TextSubject {
    /// The sessions that the schedule shows, filtered or whole.
    Schedule(SessionFilter),
    /// The sessions that run and come next. A file cannot follow the clock, so that no export has it.
    Now,
}

/// The style of a plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextStyle {
    /// Characters alone.
    Plain,
    /// With the escape sequences of terminals (ECMA-48) for colours.
    Colored,
}

impl TextStyle {
    fn of(query: &str) -> Self {
        let is_colored = form_urlencoded::parse(query.as_bytes()).any(|(name, _)| name == COLOR);
        if is_colored { Self::Colored } else { Self::Plain }
    }
}

impl PlainText {
    /// The whole schedule in a language.
    pub fn schedule(language: Option<Language>) -> Self {
        Self { language, subject: TextSubject::Schedule(SessionFilter::default()), style: TextStyle::Plain }
    }

    /// The text beside a page with this query; `None` for a page without a text.
    pub fn of_page(page: &Page, language: Option<Language>, query: &str) -> Option<Self> {
        let subject = match page {
            Page::Schedule(filter) => TextSubject::Schedule(filter.clone()),
            Page::Now => TextSubject::Now,
            _ => return None,
        };
        Some(Self { language, subject, style: TextStyle::of(query) })
    }

    /// Whether visitors choose its sessions by a filter.
    pub fn is_chosen(&self) -> bool {
        matches!(&self.subject, TextSubject::Schedule(filter) if !filter.is_empty())
    }

    /// The same text with all sessions.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { subject: TextSubject::Schedule(SessionFilter::default()), ..self.clone() }
    }

    /// Its path with its query.
    pub(super) fn path(&self) -> String {
        let filter = match &self.subject {
            TextSubject::Schedule(filter) => filter.query(),
            TextSubject::Now => String::new(),
        };
        let color = (self.style == TextStyle::Colored).then(|| COLOR.to_owned());
        let parts = [filter].into_iter().filter(|filter| !filter.is_empty()).chain(color);
        with_query(self.form().path(self.language.as_ref()), &parts.collect::<Vec<_>>().join("&"))
    }

    /// The form of its path.
    pub(super) fn pattern(&self) -> &'static str {
        let Pattern { plain, translated } = self.form();
        if self.language.is_none() { plain } else { translated }
    }

    fn form(&self) -> Pattern {
        match self.subject {
            TextSubject::Schedule(_) => pattern::SCHEDULE_TEXT,
            TextSubject::Now => pattern::NOW_TEXT,
        }
    }

    /// Reads a path and a query. Whether the event has that language is not asked.
    pub(super) fn parse(path: &str, query: &str) -> Option<Self> {
        let (language, subject) = match pattern::SCHEDULE_TEXT.language(path) {
            Some(language) => (language, TextSubject::Schedule(SessionFilter::parse(query))),
            None => (pattern::NOW_TEXT.language(path)?, TextSubject::Now),
        };
        Some(Self { language, subject, style: TextStyle::of(query) })
    }
}
