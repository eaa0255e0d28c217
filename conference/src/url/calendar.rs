//! Calendars that programs subscribe to: the schedule, a session or the sessions of a speaker (RFC 5545).

use super::{Page, Pattern, page::with_query, pattern};
use crate::{Language, Slug, filter::SessionFilter, plan::Plan};

/// The file extension of calendars (RFC 5545, section 8.1).
const EXTENSION: &str = ".ics";

/// A calendar in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Calendar {
    /// The language; `None` for the event's first one, which has no prefix in URLs.
    pub language: Option<Language>,
    /// The sessions in it.
    pub sessions: CalendarSessions,
}

/// The sessions in a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CalendarSessions {
    /// Those that the schedule shows, filtered or whole.
    Schedule(SessionFilter),
    /// One session.
    Session(Slug),
    /// Those of a speaker.
    Speaker(Slug),
    /// Those of a plan.
    Plan(Plan),
}

impl CalendarSessions {
    /// The sessions that a page is about; `None` for a page without a calendar.
    pub fn of_page(page: &Page) -> Option<Self> {
        match page {
            Page::Schedule(filter) => Some(Self::Schedule(filter.clone())),
            Page::Session(slug) => Some(Self::Session(slug.clone())),
            Page::Speaker(slug) => Some(Self::Speaker(slug.clone())),
            Page::Plan(plan) if !plan.is_empty() => Some(Self::Plan(plan.clone())),
            _ => None,
        }
    }

    /// The page about the sessions.
    pub fn page(&self) -> Page {
        match self {
            Self::Schedule(filter) => Page::Schedule(filter.clone()),
            Self::Session(slug) => Page::Session(slug.clone()),
            Self::Speaker(slug) => Page::Speaker(slug.clone()),
            Self::Plan(plan) => Page::Plan(plan.clone()),
        }
    }

    fn pattern(&self) -> Pattern {
        match self {
            Self::Schedule(_) => pattern::SCHEDULE_CALENDAR,
            Self::Session(_) => pattern::SESSION_CALENDAR,
            Self::Speaker(_) => pattern::SPEAKER_CALENDAR,
            Self::Plan(_) => pattern::PLAN_CALENDAR,
        }
    }
}

impl Calendar {
    /// Whether visitors choose its sessions, by a filter or a plan.
    pub fn is_chosen(&self) -> bool {
        match &self.sessions {
            CalendarSessions::Schedule(filter) => !filter.is_empty(),
            CalendarSessions::Plan(_) => true,
            CalendarSessions::Session(_) | CalendarSessions::Speaker(_) => false,
        }
    }

    /// The calendar of the whole schedule, in the same language.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { language: self.language.clone(), sessions: CalendarSessions::Schedule(SessionFilter::default()) }
    }

    /// Its path with its query.
    pub(super) fn path(&self) -> String {
        let prefix = self.language.as_ref().map(|language| format!("/{language}")).unwrap_or_default();
        match &self.sessions {
            CalendarSessions::Schedule(filter) => with_query(format!("{prefix}/schedule{EXTENSION}"), &filter.query()),
            CalendarSessions::Plan(plan) => with_query(format!("{prefix}/plan{EXTENSION}"), &plan.query()),
            CalendarSessions::Session(slug) => format!("{prefix}/sessions/{slug}{EXTENSION}"),
            CalendarSessions::Speaker(slug) => format!("{prefix}/speakers/{slug}{EXTENSION}"),
        }
    }

    /// The form of its path.
    pub(super) fn pattern(&self) -> &'static str {
        let Pattern { plain, translated } = self.sessions.pattern();
        if self.language.is_none() { plain } else { translated }
    }

    /// Reads a path and a query. Whether the event has that language and the item is not asked.
    pub(super) fn parse(path: &str, query: &str) -> Option<Self> {
        let path = path.strip_prefix('/')?.strip_suffix(EXTENSION)?;
        let sessions = |path: &str| match path.split_once('/') {
            None if path == "schedule" => Some(CalendarSessions::Schedule(SessionFilter::parse(query))),
            None if path == "plan" => Some(CalendarSessions::Plan(Plan::parse(query))),
            Some(("sessions", slug)) => Slug::parse(slug).map(CalendarSessions::Session),
            Some(("speakers", slug)) => Slug::parse(slug).map(CalendarSessions::Speaker),
            _ => None,
        };
        if let Some(sessions) = sessions(path) {
            return Some(Self { language: None, sessions });
        }
        let (language, path) = path.split_once('/')?;
        Some(Self { language: Some(Language::parse(language)?), sessions: sessions(path)? })
    }
}
