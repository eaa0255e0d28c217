//! A published conference: all items, sorted, linked and indexed.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, OnceLock},
};

use jiff::civil::{Date, DateTime};

use crate::{
    Article, Asset, Event, Interview, Rendition, Revision, Series, Session, SharedQuestion, Slug, Speaker, Tag, Tagged,
    Text,
    filter::{Facet, Faceted, Matcher, SessionFilter},
    plan::{Code, Plan},
    release::{Releases, Withdrawn},
    search,
    url::{CalendarSessions, Page},
    words,
};

/// A published conference: every item that could be read, with all references resolved.
#[derive(Clone, Debug)]
pub struct Conference {
    /// The event.
    pub event: Event,
    /// Sorted by start, then room (in the event's order), then slug.
    pub sessions: Vec<Session>,
    /// Sorted by reading or name, folded.
    pub speakers: Vec<Speaker>,
    /// The newest first; at the same time, by slug.
    pub interviews: Vec<Interview>,
    /// The news, the newest first; at the same time, by slug.
    pub articles: Vec<Article>,
    /// The series of interviews that have a page, by key.
    pub series: BTreeMap<String, Series>,
    /// The questions that several people answered: first those of series in their order, then the most answered.
    pub questions: Vec<SharedQuestion>,
    /// The pages of each tag.
    pub tags: BTreeMap<Tag, Tagged>,
    /// The assets that pages show or link to, by path.
    pub assets: BTreeMap<String, Asset>,
    /// The renditions of the pictures on pages, by file name.
    pub renditions: BTreeMap<String, Rendition>,
    /// The releases of the programme.
    pub releases: Releases,
    /// The sessions that were released and are no longer on the programme, by identity.
    pub(crate) withdrawn: BTreeMap<Slug, Withdrawn>,
    /// Redirects: the pages of former slugs, with the present pages.
    pub(crate) moved: HashMap<Page, Page>,
    /// The pages of removed items, with the reasons for their removal.
    pub(crate) removed: HashMap<Page, Text>,
    /// The time of the next publication in the event's time zone. The conference is out of date from then on.
    pub next_publication: Option<DateTime>,
    /// Digest of all inputs.
    pub revision: Revision,
    pub(crate) index: Index,
    pub(crate) session_texts: OnceLock<Arc<[String]>>,
    pub(crate) search: OnceLock<Arc<search::Index>>,
}

/// A session with everything that a filter compares.
struct Filtered<'a> {
    conference: &'a Conference,
    place: usize,
}

impl Faceted for Filtered<'_> {
    fn values(&self, facet: Facet) -> Cow<'_, str> {
        Cow::Borrowed(&self.conference.sessions[self.place].facets[facet as usize])
    }

    fn contains(&self, word: &str) -> bool {
        words::contains(&self.conference.session_texts()[self.place], word)
    }
}

/// The sessions of a plan.
#[derive(Debug)]
pub struct Planned<'a> {
    /// The sessions on the programme, by start and room.
    pub sessions: Vec<&'a Session>,
    /// The identities and the last facts of sessions that were withdrawn.
    pub withdrawn: Vec<(&'a Slug, &'a Withdrawn)>,
    /// The codes of no session.
    pub unknown: Vec<&'a Code>,
}

/// The positions of the items in their lists, by slug.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    pub(crate) sessions: BTreeMap<Slug, usize>,
    pub(crate) speakers: BTreeMap<Slug, usize>,
    pub(crate) interviews: BTreeMap<Slug, usize>,
    pub(crate) articles: BTreeMap<Slug, usize>,
    pub(crate) questions: BTreeMap<String, usize>,
    /// For every session, the latest end of all sessions up to it. Ascending, for binary search.
    pub(crate) ends: Vec<Option<DateTime>>,
}

impl Conference {
    /// A session by its slug.
    pub fn session(&self, slug: &Slug) -> Option<&Session> {
        self.index.sessions.get(slug).map(|&place| &self.sessions[place])
    }

    /// A session that was released and is no longer on the programme, by its identity.
    pub fn withdrawn(&self, identity: &Slug) -> Option<&Withdrawn> {
        self.withdrawn.get(identity)
    }

    /// The sessions that were released and are no longer on the programme, with their identities.
    pub fn withdrawn_sessions(&self) -> impl Iterator<Item = (&Slug, &Withdrawn)> {
        self.withdrawn.iter()
    }

    /// A speaker by their slug.
    pub fn speaker(&self, slug: &Slug) -> Option<&Speaker> {
        self.index.speakers.get(slug).map(|&place| &self.speakers[place])
    }

    /// An interview by its slug.
    pub fn interview(&self, slug: &Slug) -> Option<&Interview> {
        self.index.interviews.get(slug).map(|&place| &self.interviews[place])
    }

    /// An article of the news by its slug.
    pub fn article(&self, slug: &Slug) -> Option<&Article> {
        self.index.articles.get(slug).map(|&place| &self.articles[place])
    }

    /// A series by its key, or by its name in the event's first language.
    pub fn series_named(&self, name: &str) -> Option<&Series> {
        let named = |series: &&Series| series.name.text(self.event.default_language()) == name;
        self.series.get(name).or_else(|| self.series.values().find(named))
    }

    /// The questions of a series with their ids: those that its file lists, or else those of its interviews that several people
    /// answered.
    pub fn questions_of<'a>(&'a self, series: &'a Series) -> Vec<(&'a str, &'a Text)> {
        if !series.questions.is_empty() {
            return series.questions.iter().map(|question| (question.id.as_str(), &question.text)).collect();
        }
        let is_asked =
            |question: &&SharedQuestion| series.interviews.iter().any(|slug| question.interviews.contains(slug));
        self.questions.iter().filter(is_asked).map(|question| (question.id.as_str(), &question.text)).collect()
    }

    /// A question that several people answered, by its id.
    pub fn question(&self, id: &str) -> Option<&SharedQuestion> {
        self.index.questions.get(id).map(|&place| &self.questions[place])
    }

    /// The speakers with the given slugs, in the same order.
    pub fn people<'a>(&'a self, slugs: impl IntoIterator<Item = &'a Slug>) -> impl Iterator<Item = &'a Speaker> {
        slugs.into_iter().filter_map(|slug| self.speaker(slug))
    }

    /// The sessions of a day, by start and room.
    pub fn sessions_on(&self, day: Date) -> impl DoubleEndedIterator<Item = &Session> {
        let place = |is_before: fn(Date, Date) -> bool| {
            self.sessions.partition_point(|session| is_before(session.start.date(), day))
        };
        self.sessions[place(|date, day| date < day)..place(|date, day| date <= day)].iter()
    }

    /// The sessions that match a filter, by start and room.
    pub fn filtered(&self, filter: &SessionFilter) -> Vec<&Session> {
        let sessions = self.sessions.iter().enumerate();
        let matcher = filter.matcher();
        sessions.filter(|(place, _)| self.matches(&matcher, *place)).map(|(_, session)| session).collect()
    }

    /// Whether the session at a position matches a filter.
    pub fn matches(&self, matcher: &Matcher<'_>, place: usize) -> bool {
        matcher.matches(&Filtered { conference: self, place })
    }

    /// The texts of the sessions that a filter searches: their fields in all languages, folded. The first call derives them,
    /// which takes a tenth of a second for a large site.
    pub fn session_texts(&self) -> &[String] {
        self.session_texts
            .get_or_init(|| (0..self.sessions.len()).map(|place| search::session_text(self, place)).collect())
    }

    /// The index of everything that a search finds. The first call builds it, which takes about a second for a large site.
    pub fn search_index(&self) -> &search::Index {
        self.search.get_or_init(|| Arc::new(search::Index::new(self)))
    }

    /// The other sessions that overlap this one, without breaks.
    pub fn parallel<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Session> {
        // Sessions before the first index have ended when this one begins; sessions after the last index begin later.
        let first = self.index.ends.partition_point(|end| end.is_none_or(|end| end <= session.start));
        let last = session.end.map_or(0, |end| self.sessions.partition_point(|other| other.start < end));
        self.sessions[first..last.max(first)]
            .iter()
            .filter(move |other| session.overlaps(other))
            .filter(move |other| other.slug != session.slug && other.format != crate::Format::Break)
    }

    /// The sessions before and after this one in the same room on the same day, without breaks. A session without room
    /// is compared with the others without room.
    pub fn neighbours(&self, session: &Session) -> (Option<&Session>, Option<&Session>) {
        let same = |other: &&Session| {
            let listed = other.format != crate::Format::Break || other.slug == session.slug;
            listed && other.room == session.room
        };
        let mut previous = None;
        let mut others = self.sessions_on(session.start.date()).filter(same);
        for other in others.by_ref() {
            if other.slug == session.slug {
                break;
            }
            previous = Some(other);
        }
        (previous, others.next())
    }

    /// The sessions of a calendar, by start and room; `None` if there is no such session, or no speaker with sessions.
    pub fn calendar(&self, sessions: &CalendarSessions) -> Option<Vec<&Session>> {
        match sessions {
            CalendarSessions::Schedule(filter) => Some(self.filtered(filter)),
            CalendarSessions::Session(slug) => Some(vec![self.session(slug)?]),
            CalendarSessions::Plan(plan) => Some(self.sessions_of(plan).collect()),
            CalendarSessions::Speaker(slug) => {
                let sessions = self.speaker(slug)?.sessions.iter().filter_map(|slug| self.session(slug)).collect();
                Some(sessions).filter(|sessions: &Vec<_>| !sessions.is_empty())
            }
        }
    }

    fn sessions_of(&self, plan: &Plan) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(|session| plan.contains(&session.code))
    }

    /// The sessions of a plan.
    pub fn planned<'a>(&'a self, plan: &'a Plan) -> Planned<'a> {
        let sessions: Vec<_> = self.sessions_of(plan).collect();
        let mut withdrawn: Vec<_> =
            self.withdrawn.iter().map(|(slug, one)| (self.event.code(slug), slug, one)).collect();
        withdrawn.retain(|(code, ..)| plan.contains(code));
        let known: BTreeSet<&Code> =
            sessions.iter().map(|session| &session.code).chain(withdrawn.iter().map(|(code, ..)| code)).collect();
        let unknown = plan.codes().filter(|code| !known.contains(code)).collect();
        let withdrawn = withdrawn.iter().map(|(_, slug, one)| (*slug, *one)).collect();
        Planned { sessions, withdrawn, unknown }
    }

    /// Pages that redirect or answer 410: those of former slugs and removed items, sorted by URL.
    pub fn former_pages(&self) -> impl Iterator<Item = Page> {
        let default = self.event.default_language();
        let mut pages: Vec<_> = self.moved.keys().chain(self.removed.keys()).cloned().collect();
        pages.sort_by_cached_key(|page| page.path(default, default));
        pages.into_iter()
    }

    /// The page that replaces a page with a former slug, or an interview that is not there in two languages.
    pub fn moved(&self, page: &Page) -> Option<Page> {
        let Page::Bilingual(slug, other) = page else { return self.moved.get(page).cloned() };
        match self.moved.get(&page.canonical()) {
            Some(Page::Interview(present)) => Some(Page::Bilingual(present.clone(), other.clone())),
            _ => self.interview(slug).map(|_| page.canonical()),
        }
    }

    /// The reason for the removal of a page; `None` if its item was not removed.
    pub fn reason_for_removal(&self, page: &Page) -> Option<&Text> {
        self.removed.get(&page.canonical())
    }

    /// The sessions that have not ended at a time in the event's time zone, by start.
    pub fn upcoming(&self, now: DateTime) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(move |session| session.end.unwrap_or(session.start) > now)
    }
}
