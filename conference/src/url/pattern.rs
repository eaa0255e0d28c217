//! The forms of paths, as routers, metrics and logs name them: `{slug}` stands for one segment.

use crate::Language;

/// The form of the paths of one kind of page or export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// In the event's first language: `/sessions/{slug}`.
    pub plain: &'static str,
    /// In every other language: `/{language}/sessions/{slug}`.
    pub translated: &'static str,
}

impl Pattern {
    /// The path in a language, of a pattern without braces; the event's first language is `None` and has no prefix.
    pub(super) fn path(self, language: Option<&Language>) -> String {
        let prefix = language.map(|language| format!("/{language}")).unwrap_or_default();
        format!("{prefix}{}", self.plain)
    }

    /// The language in a path of this pattern, which has no braces; `None` for any other path.
    pub(super) fn language(self, path: &str) -> Option<Option<Language>> {
        let prefix = path.strip_suffix(self.plain)?;
        match prefix.strip_prefix('/') {
            None => prefix.is_empty().then_some(None),
            Some(language) => Language::parse(language).map(Some),
        }
    }
}

macro_rules! pattern {
    ($path:literal) => {
        Pattern { plain: $path, translated: concat!("/{language}", $path) }
    };
}

/// [`Page::Home`](super::Page::Home).
pub const HOME: Pattern = pattern!("/");
/// [`Page::Schedule`](super::Page::Schedule), filtered or whole.
pub const SCHEDULE: Pattern = pattern!("/schedule");
/// [`Page::Session`](super::Page::Session).
pub const SESSION: Pattern = pattern!("/sessions/{slug}");
/// [`Page::Speakers`](super::Page::Speakers).
pub const SPEAKERS: Pattern = pattern!("/speakers");
/// [`Page::Speaker`](super::Page::Speaker).
pub const SPEAKER: Pattern = pattern!("/speakers/{slug}");
/// [`Page::Interviews`](super::Page::Interviews).
pub const INTERVIEWS: Pattern = pattern!("/interviews");
/// [`Page::Interview`](super::Page::Interview).
pub const INTERVIEW: Pattern = pattern!("/interviews/{slug}");
/// [`Page::Bilingual`](super::Page::Bilingual).
pub const BILINGUAL: Pattern = pattern!("/interviews/{slug}/with/{other}");
/// [`Page::Series`](super::Page::Series).
pub const SERIES: Pattern = pattern!("/series/{name}");
/// [`Page::Questions`](super::Page::Questions).
pub const QUESTIONS: Pattern = pattern!("/questions");
/// [`Page::Question`](super::Page::Question).
pub const QUESTION: Pattern = pattern!("/questions/{id}");
/// [`Page::News`](super::Page::News).
pub const NEWS: Pattern = pattern!("/news");
/// [`Page::Article`](super::Page::Article).
pub const ARTICLE: Pattern = pattern!("/news/{slug}");
/// [`Page::Tags`](super::Page::Tags).
pub const TAGS: Pattern = pattern!("/tags");
/// [`Page::Tag`](super::Page::Tag).
pub const TAG: Pattern = pattern!("/tags/{tag}");
/// [`Page::About`](super::Page::About).
pub const ABOUT: Pattern = pattern!("/about");
/// [`Page::Changes`](super::Page::Changes).
pub const CHANGES: Pattern = pattern!("/changes");
/// [`Page::Feeds`](super::Page::Feeds).
pub const FEEDS: Pattern = pattern!("/feeds");
/// [`Page::Search`](super::Page::Search).
pub const SEARCH: Pattern = pattern!("/search");
/// [`Page::Now`](super::Page::Now).
pub const NOW: Pattern = pattern!("/now");
/// [`Page::Screens`](super::Page::Screens).
pub const SCREENS: Pattern = pattern!("/screens");
/// [`Page::Screen`](super::Page::Screen).
pub const SCREEN: Pattern = pattern!("/screens/{slug}");

/// [`Page::Exports`](super::Page::Exports).
pub const EXPORTS: Pattern = pattern!("/exports");
/// [`Page::Embed`](super::Page::Embed).
pub const EMBED: Pattern = pattern!("/embed");
/// [`Page::EmbeddedSchedule`](super::Page::EmbeddedSchedule).
pub const EMBEDDED_SCHEDULE: Pattern = pattern!("/embed/schedule");

/// [`Page::Plan`](super::Page::Plan).
pub const PLAN: Pattern = pattern!("/plan");
/// [`Page::PlanSessions`](super::Page::PlanSessions).
pub const PLAN_SESSIONS: Pattern = pattern!("/plan/sessions");
/// [`Page::PlanPaper`](super::Page::PlanPaper).
pub const PLAN_PAPER: Pattern = pattern!("/plan/paper");

/// [`CalendarSessions::Schedule`](super::CalendarSessions::Schedule), filtered or whole.
pub const SCHEDULE_CALENDAR: Pattern = pattern!("/schedule.ics");
/// [`CalendarSessions::Session`](super::CalendarSessions::Session). Routers cannot match a part of a segment.
pub const SESSION_CALENDAR: Pattern = pattern!("/sessions/{slug}.ics");
/// [`CalendarSessions::Speaker`](super::CalendarSessions::Speaker). Routers cannot match a part of a segment.
pub const SPEAKER_CALENDAR: Pattern = pattern!("/speakers/{slug}.ics");
/// [`CalendarSessions::Plan`](super::CalendarSessions::Plan).
pub const PLAN_CALENDAR: Pattern = pattern!("/plan.ics");
/// [`TextSubject::Schedule`](super::TextSubject::Schedule), filtered or whole.
pub const SCHEDULE_TEXT: Pattern = pattern!("/schedule.txt");
/// [`TextSubject::Now`](super::TextSubject::Now).
pub const NOW_TEXT: Pattern = pattern!("/now.txt");
/// [`FeedSubject::Everything`](super::FeedSubject::Everything). Routers cannot match a part of a segment.
pub const FEED: Pattern = pattern!("/feed.{format}");
/// [`FeedSubject::Interviews`](super::FeedSubject::Interviews).
pub const INTERVIEWS_FEED: Pattern = pattern!("/interviews/feed.{format}");
/// [`FeedSubject::News`](super::FeedSubject::News).
pub const NEWS_FEED: Pattern = pattern!("/news/feed.{format}");
/// [`FeedSubject::Changes`](super::FeedSubject::Changes).
pub const CHANGES_FEED: Pattern = pattern!("/changes/feed.{format}");
/// [`FeedSubject::Series`](super::FeedSubject::Series).
pub const SERIES_FEED: Pattern = pattern!("/series/{name}/feed.{format}");
/// [`FeedSubject::Speaker`](super::FeedSubject::Speaker).
pub const SPEAKER_FEED: Pattern = pattern!("/speakers/{slug}/feed.{format}");
/// [`FeedSubject::Tag`](super::FeedSubject::Tag).
pub const TAG_FEED: Pattern = pattern!("/tags/{tag}/feed.{format}");
/// [`Export::PlanQrCode`](super::Export::PlanQrCode).
pub const PLAN_QR_CODE: Pattern = pattern!("/plan.svg");

/// [`Resource::Rendition`](super::Resource::Rendition).
pub const RENDITION: &str = "/pictures/{name}";
/// [`Resource::File`](super::Resource::File).
pub const FILE: &str = "/content/{*path}";
/// [`Export::Stylesheet`](super::Export::Stylesheet). Routers cannot match a part of a segment.
pub const STYLESHEET: &str = "/conference.{digest}.css";
/// [`Export::SitemapPart`](super::Export::SitemapPart). Routers cannot match a part of a segment.
pub const SITEMAP_PART: &str = "/sitemap-{number}.xml";
/// [`Export::SearchTerms`](super::Export::SearchTerms). Routers cannot match a part of a segment.
pub const SEARCH_TERMS: &str = "/search/terms-{number}.json";
/// [`Export::SearchTexts`](super::Export::SearchTexts). Routers cannot match a part of a segment.
pub const SEARCH_TEXTS: &str = "/search/texts-{number}.json";
/// [`Export::Manifest`](super::Export::Manifest).
pub const MANIFEST: Pattern = pattern!("/manifest.webmanifest");
/// [`Export::SavedFiles`](super::Export::SavedFiles).
pub const SAVED_FILES: Pattern = pattern!("/offline.json");

/// [`DatasetContent::ScheduleXml`](super::DatasetContent::ScheduleXml).
pub const SCHEDULE_XML: Pattern = pattern!("/schedule.xml");
/// [`DatasetContent::ScheduleJson`](super::DatasetContent::ScheduleJson).
pub const SCHEDULE_JSON: Pattern = pattern!("/schedule.json");
/// [`DatasetContent::Conference`](super::DatasetContent::Conference).
pub const CONFERENCE_JSON: Pattern = pattern!("/conference.json");
/// [`DatasetContent::Sessions`](super::DatasetContent::Sessions), filtered or whole.
pub const SESSIONS_JSON: Pattern = pattern!("/sessions.json");
