//! A whole conference: every item, sorted, linked and looked up.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::{Date, DateTime};

use crate::{
    Article, Asset, Event, Interview, Rendition, Revision, Session, Slug, Speaker, Tag, Tagged, Text,
    filter::SessionFilter, fold, url::Page,
};

/// A conference as it is published: everything that could be read, with every reference resolved.
#[derive(Clone, Debug)]
pub struct Conference {
    /// The event.
    pub event: Event,
    /// Sorted by start, then room (in the event's order), then slug.
    pub sessions: Vec<Session>,
    /// Sorted by reading or name, folded.
    pub speakers: Vec<Speaker>,
    /// The newest first; of one moment, by slug.
    pub interviews: Vec<Interview>,
    /// The news, the newest first; of one moment, by slug.
    pub articles: Vec<Article>,
    /// What is tagged, by tag.
    pub tags: BTreeMap<Tag, Tagged>,
    /// Files beside the Markdown files that pages show or lead to, by path.
    pub assets: BTreeMap<String, Asset>,
    /// The renditions of the pictures on pages, by file name.
    pub renditions: BTreeMap<String, Rendition>,
    /// The pages of former slugs, with the present ones.
    pub(crate) moved: HashMap<Page, Page>,
    /// The pages of items that were removed, and why.
    pub(crate) removed: HashMap<Page, Text>,
    /// When the next item is published, in the event's time zone: from then on this conference is out of date.
    pub next_publication: Option<DateTime>,
    /// Digest of all inputs.
    pub revision: Revision,
    pub(crate) index: Index,
}

/// Places of the items in their lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    pub(crate) sessions: BTreeMap<Slug, usize>,
    pub(crate) speakers: BTreeMap<Slug, usize>,
    pub(crate) interviews: BTreeMap<Slug, usize>,
    pub(crate) articles: BTreeMap<Slug, usize>,
    /// For every session when the last one up to it ends: grows, so that it can be searched.
    pub(crate) ends: Vec<Option<DateTime>>,
}

impl Conference {
    /// A session by its slug.
    pub fn session(&self, slug: &Slug) -> Option<&Session> {
        self.index.sessions.get(slug).map(|&place| &self.sessions[place])
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

    /// The speakers behind slugs, in the same order.
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

    /// The sessions that a filter lets pass, by start and room.
    pub fn filtered(&self, filter: &SessionFilter) -> Vec<&Session> {
        let matcher = filter.matcher(fold::nfkc);
        self.sessions.iter().filter(|session| matcher.matches(&session.facets)).collect()
    }

    /// The other sessions that take place at some moment of this one, breaks aside.
    pub fn parallel<'a>(&'a self, session: &'a Session) -> impl Iterator<Item = &'a Session> {
        // All before the first of these are over when it begins; all after the last begin later.
        let first = self.index.ends.partition_point(|end| end.is_none_or(|end| end <= session.start));
        let last = session.end.map_or(0, |end| self.sessions.partition_point(|other| other.start < end));
        self.sessions[first..last.max(first)]
            .iter()
            .filter(move |other| session.overlaps(other))
            .filter(move |other| other.slug != session.slug && other.format != crate::Format::Break)
    }

    /// The sessions before and after this one in the same room on the same day, breaks aside; where it has no room, in
    /// the list.
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

    /// Every page, those that most visitors come to first; of the schedule only the whole.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        let fixed = [
            Page::Home,
            Page::Schedule(SessionFilter::default()),
            Page::Speakers,
            Page::Interviews,
            Page::News,
            Page::Tags,
            Page::About,
        ];
        let sessions = self.sessions.iter().map(|session| Page::Session(session.slug.clone()));
        let speakers = self.speakers.iter().map(|speaker| Page::Speaker(speaker.slug.clone()));
        let interviews = self.interviews.iter().map(|interview| Page::Interview(interview.slug.clone()));
        let articles = self.articles.iter().map(|article| Page::Article(article.slug.clone()));
        let tags = self.tags.keys().cloned().map(Page::Tag);
        fixed.into_iter().chain(sessions).chain(speakers).chain(interviews).chain(articles).chain(tags)
    }

    /// Pages that are no more: those of former names and of removed items, in the order of their URLs.
    pub fn former_pages(&self) -> impl Iterator<Item = Page> {
        let default = self.event.default_language();
        let mut pages: Vec<_> = self.moved.keys().chain(self.removed.keys()).cloned().collect();
        pages.sort_by_cached_key(|page| page.path(default, default));
        pages.into_iter()
    }

    /// The page that took the place of one with a former name.
    pub fn moved(&self, page: &Page) -> Option<&Page> {
        self.moved.get(page)
    }

    /// Why there is no such page any more, where its file says so.
    pub fn reason_for_removal(&self, page: &Page) -> Option<&Text> {
        self.removed.get(page)
    }

    /// Sessions that have not ended at a moment of the event's time zone, by start.
    pub fn upcoming(&self, now: DateTime) -> impl Iterator<Item = &Session> {
        self.sessions.iter().filter(move |session| session.end.unwrap_or(session.start) > now)
    }
}
