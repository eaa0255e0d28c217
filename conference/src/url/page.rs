//! The pages of the site, in every language.

use super::{EmbeddedSchedule, Pattern, decode_path, encode_path, pattern};
use crate::{Language, Slug, Tag, filter::SessionFilter, plan::Plan, search::Query};

/// A page of the site, in any language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// The event, its days and its venue.
    Home,
    /// The schedule, filtered or whole.
    Schedule(SessionFilter),
    /// One session.
    Session(Slug),
    /// All speakers.
    Speakers,
    /// One speaker.
    Speaker(Slug),
    /// All interviews.
    Interviews,
    /// One interview.
    Interview(Slug),
    /// One interview in the language of the page and in another one, answer by answer.
    Bilingual(Slug, Language),
    /// A series of interviews, by its key.
    Series(String),
    /// All questions that several people answered.
    Questions,
    /// One question with all its answers, by its id.
    Question(String),
    /// All news.
    News,
    /// One article of the news.
    Article(Slug),
    /// All tags.
    Tags,
    /// Everything with one tag.
    Tag(Tag),
    /// Venue and organiser.
    About,
    /// The changes of the programme.
    Changes,
    /// The feeds, and how to read them.
    Feeds,
    /// The results of a search.
    Search(Query),
    /// The sessions that an attendee chose. The plan of this browser has no codes in its address.
    Plan(Plan),
    /// All sessions, of which those of a plan are chosen.
    PlanSessions(Plan),
    /// A plan on paper.
    PlanPaper(Plan),
    /// Every room with the sessions that run and those that come next.
    Now,
    /// The documents for other programs.
    Exports,
    /// The way to show the schedule on another site, filtered or whole.
    Embed(SessionFilter),
    /// The schedule for a frame on another site.
    EmbeddedSchedule(EmbeddedSchedule),
    /// All screens.
    Screens,
    /// The screen in front of a room, or that of an event without rooms.
    Screen(Slug),
}

impl Page {
    /// The path in a language: the default language has no prefix. Absolute, without host, with its query.
    pub fn path(&self, language: &Language, default: &Language) -> String {
        let prefix = if language == default { String::new() } else { format!("/{language}") };
        match self {
            Self::Home => format!("{prefix}/"),
            Self::Schedule(filter) => with_query(format!("{prefix}/schedule"), &filter.query()),
            Self::Session(slug) => format!("{prefix}/sessions/{slug}"),
            Self::Speakers => format!("{prefix}/speakers"),
            Self::Speaker(slug) => format!("{prefix}/speakers/{slug}"),
            Self::Interviews => format!("{prefix}/interviews"),
            Self::Interview(slug) => format!("{prefix}/interviews/{slug}"),
            Self::Bilingual(slug, other) => format!("{prefix}/interviews/{slug}{WITH}{other}"),
            Self::Series(key) => format!("{prefix}/series/{}", segment(key)),
            Self::Questions => format!("{prefix}/questions"),
            Self::Question(id) => format!("{prefix}/questions/{}", segment(id)),
            Self::News => format!("{prefix}/news"),
            Self::Article(slug) => format!("{prefix}/news/{slug}"),
            Self::Tags => format!("{prefix}/tags"),
            Self::Tag(tag) => format!("{prefix}/tags/{}", segment(tag.as_str())),
            Self::About => format!("{prefix}/about"),
            Self::Changes => format!("{prefix}/changes"),
            Self::Feeds => format!("{prefix}/feeds"),
            Self::Search(query) => with_query(format!("{prefix}/search"), &query.query()),
            Self::Plan(plan) => with_query(format!("{prefix}/plan"), &plan.query()),
            Self::PlanSessions(plan) => with_query(format!("{prefix}/plan/sessions"), &plan.query()),
            Self::PlanPaper(plan) => with_query(format!("{prefix}/plan/paper"), &plan.query()),
            Self::Now => format!("{prefix}/now"),
            Self::Exports => format!("{prefix}/exports"),
            Self::Embed(filter) => with_query(format!("{prefix}/embed"), &filter.query()),
            Self::EmbeddedSchedule(schedule) => with_query(format!("{prefix}/embed/schedule"), &schedule.query()),
            Self::Screens => format!("{prefix}/screens"),
            Self::Screen(room) => format!("{prefix}/screens/{room}"),
        }
    }

    /// The page that search engines are to know in its place: a filtered schedule, a plan and an interview in two languages
    /// are views of the whole one.
    #[must_use]
    pub fn canonical(&self) -> Self {
        match self {
            Self::Bilingual(slug, _) => Self::Interview(slug.clone()),
            Self::Schedule(_) | Self::EmbeddedSchedule(_) => Self::Schedule(SessionFilter::default()),
            Self::Embed(_) => Self::Embed(SessionFilter::default()),
            Self::Plan(_) | Self::PlanPaper(_) => Self::Plan(Plan::default()),
            Self::PlanSessions(_) => Self::PlanSessions(Plan::default()),
            Self::Search(_) => Self::Search(Query::default()),
            page => page.clone(),
        }
    }

    /// Whether search engines are to list it.
    pub fn is_indexed(&self) -> bool {
        let is_plan = matches!(self, Self::Plan(_) | Self::PlanSessions(_) | Self::PlanPaper(_));
        let is_embedded = matches!(self, Self::Embed(_) | Self::EmbeddedSchedule(_));
        let is_search = matches!(self, Self::Search(_));
        let is_other = matches!(self, Self::Bilingual(..) | Self::Screens | Self::Screen(_));
        !is_plan && !is_embedded && !is_search && !is_other
    }

    /// The same page for readers of another language. The languages of an interview in two languages change places; in a
    /// third language there is the interview alone.
    #[must_use]
    pub fn in_language(&self, own: &Language, wanted: &Language) -> Self {
        match self {
            Self::Bilingual(slug, other) if other == wanted => Self::Bilingual(slug.clone(), own.clone()),
            Self::Bilingual(slug, _) if own != wanted => Self::Interview(slug.clone()),
            page => page.clone(),
        }
    }

    /// The form of its path.
    pub fn pattern(&self) -> Pattern {
        match self {
            Self::Home => pattern::HOME,
            Self::Schedule(_) => pattern::SCHEDULE,
            Self::Session(_) => pattern::SESSION,
            Self::Speakers => pattern::SPEAKERS,
            Self::Speaker(_) => pattern::SPEAKER,
            Self::Interviews => pattern::INTERVIEWS,
            Self::Interview(_) => pattern::INTERVIEW,
            Self::Bilingual(..) => pattern::BILINGUAL,
            Self::Series(_) => pattern::SERIES,
            Self::Questions => pattern::QUESTIONS,
            Self::Question(_) => pattern::QUESTION,
            Self::News => pattern::NEWS,
            Self::Article(_) => pattern::ARTICLE,
            Self::Tags => pattern::TAGS,
            Self::Tag(_) => pattern::TAG,
            Self::About => pattern::ABOUT,
            Self::Changes => pattern::CHANGES,
            Self::Feeds => pattern::FEEDS,
            Self::Search(_) => pattern::SEARCH,
            Self::Plan(_) => pattern::PLAN,
            Self::PlanSessions(_) => pattern::PLAN_SESSIONS,
            Self::PlanPaper(_) => pattern::PLAN_PAPER,
            Self::Now => pattern::NOW,
            Self::Exports => pattern::EXPORTS,
            Self::Embed(_) => pattern::EMBED,
            Self::EmbeddedSchedule(_) => pattern::EMBEDDED_SCHEDULE,
            Self::Screens => pattern::SCREENS,
            Self::Screen(_) => pattern::SCREEN,
        }
    }
}

/// A page in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Route {
    /// The language of the page.
    pub language: Language,
    /// The page.
    pub page: Page,
}

impl Route {
    /// Its path. `languages` are those of the event, the default first.
    pub fn path(&self, languages: &[Language]) -> String {
        self.page.path(&self.language, languages.first().unwrap_or(&self.language))
    }

    /// The form of its path.
    pub fn pattern(&self, languages: &[Language]) -> &'static str {
        let Pattern { plain, translated } = self.page.pattern();
        if languages.first() == Some(&self.language) { plain } else { translated }
    }

    /// Reads a path and a query; `None` if no page has a path of that form. Whether its item exists is not asked.
    ///
    /// `languages` are those of the event, the default first.
    pub fn parse(path: &str, query: &str, languages: &[Language]) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let (language, rest) = match named_language(path, languages.get(1..)?) {
            // "/en" without the slash is no page: there is one URL for each.
            Some(language) => (language, rest.strip_prefix(language.as_str())?.strip_prefix('/')?),
            None => (languages.first()?, rest),
        };
        let page = match rest.split_once('/') {
            None => match rest {
                "" => Page::Home,
                "schedule" => Page::Schedule(SessionFilter::parse(query)),
                "speakers" => Page::Speakers,
                "interviews" => Page::Interviews,
                "questions" => Page::Questions,
                "news" => Page::News,
                "tags" => Page::Tags,
                "about" => Page::About,
                "changes" => Page::Changes,
                "feeds" => Page::Feeds,
                "search" => Page::Search(Query::parse(query)),
                "plan" => Page::Plan(Plan::parse(query)),
                "now" => Page::Now,
                "exports" => Page::Exports,
                "embed" => Page::Embed(SessionFilter::parse(query)),
                "screens" => Page::Screens,
                _ => return None,
            },
            Some(("embed", "schedule")) => Page::EmbeddedSchedule(EmbeddedSchedule::parse(query)),
            Some(("plan", "sessions")) => Page::PlanSessions(Plan::parse(query)),
            Some(("plan", "paper")) => Page::PlanPaper(Plan::parse(query)),
            Some(("sessions", slug)) => Page::Session(Slug::parse(slug)?),
            Some(("speakers", slug)) => Page::Speaker(Slug::parse(slug)?),
            Some(("interviews", rest)) => match rest.split_once(WITH) {
                Some((slug, other)) => Page::Bilingual(Slug::parse(slug)?, other_language(other, language, languages)?),
                None => interview(Slug::parse(rest)?, query, |other| other_language(other, language, languages)),
            },
            Some(("series", key)) if !key.contains('/') => Page::Series(named(key)?),
            Some(("questions", id)) if !id.contains('/') => Page::Question(named(id)?),
            Some(("news", slug)) => Page::Article(Slug::parse(slug)?),
            Some(("screens", room)) => Page::Screen(Slug::parse(room)?),
            Some(("tags", tag)) if !tag.contains('/') => Page::Tag(Tag::of(&decode_path(tag)?)?),
            Some(_) => return None,
        };
        Some(Self { language: language.clone(), page })
    }
}

/// Between the slug of an interview and the second language. It is no query, which a static host would ignore.
const WITH: &str = "/with/";

/// An interview; with `?with=en`, which is shorter to type, the one in two languages.
fn interview(slug: Slug, query: &str, language: impl Fn(&str) -> Option<Language>) -> Page {
    match query.split('&').find_map(|pair| language(pair.strip_prefix("with=")?)) {
        Some(other) => Page::Bilingual(slug, other),
        None => Page::Interview(slug),
    }
}

/// A language of the event, other than that of the page.
fn other_language(tag: &str, own: &Language, languages: &[Language]) -> Option<Language> {
    languages.iter().find(|language| language.as_str() == tag && *language != own).cloned()
}

/// A name of any letters as one segment of a path.
pub(super) fn segment(name: &str) -> String {
    encode_path(name).replace('/', "%2F")
}

/// The name in a segment of a path; `None` if it is empty or no text.
fn named(segment: &str) -> Option<String> {
    decode_path(segment).filter(|name| !name.is_empty())
}

/// A path with its query, if there is one.
pub(super) fn with_query(path: String, query: &str) -> String {
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

/// The one of some languages that the prefix of a path names.
pub fn named_language<'l>(path: &str, languages: &'l [Language]) -> Option<&'l Language> {
    let first = path.strip_prefix('/')?.split('/').next()?;
    languages.iter().find(|language| language.as_str() == first)
}
