//! The items of feeds: everything that is published at a time, the newest first.

use std::{cmp::Reverse, collections::BTreeSet};

use jiff::civil::DateTime;

use crate::{
    Article, Conference, Event, Interview, Slug,
    release::Release,
    url::{Export, Feed, FeedFormat, FeedSubject, Page},
};

/// How many items a feed has at most, the newest ones. Readers ask every hour and keep what they saw, so that nothing is lost.
pub const FEED_ENTRIES: usize = 50;

/// An item of a feed.
#[derive(Clone, Copy, Debug)]
pub enum FeedItem<'a> {
    /// An interview.
    Interview(&'a Interview),
    /// An article of the news.
    Article(&'a Article),
    /// A release of the programme with its number, from 1.
    Release(usize, &'a Release),
}

impl FeedItem<'_> {
    fn is_draft(&self) -> bool {
        match self {
            Self::Interview(interview) => interview.draft,
            Self::Article(article) => article.draft,
            Self::Release(..) => false,
        }
    }

    /// Its time in the event's time zone.
    fn published(&self, event: &Event) -> DateTime {
        match self {
            Self::Interview(interview) => interview.published,
            Self::Article(article) => article.published,
            Self::Release(_, release) => event.timezone.to_datetime(release.time),
        }
    }

    fn slug(&self) -> Option<&Slug> {
        match self {
            Self::Interview(interview) => Some(&interview.slug),
            Self::Article(article) => Some(&article.slug),
            Self::Release(..) => None,
        }
    }
}

impl Conference {
    /// The subjects that have a feed, those of many items first. Series, speakers and tags have one if they have items: a
    /// large conference would have thousands of empty feeds.
    pub fn feed_subjects(&self) -> impl Iterator<Item = FeedSubject> {
        let fixed = [FeedSubject::Everything, FeedSubject::News, FeedSubject::Interviews, FeedSubject::Changes];
        let series: BTreeSet<_> = self.interviews.iter().filter_map(|interview| self.series_of(interview)).collect();
        let series = series.into_iter().map(|name| FeedSubject::Series(name.to_owned()));
        let speakers = self.speakers.iter().map(|speaker| FeedSubject::Speaker(speaker.slug.clone()));
        let tags = self.tags.keys().cloned().map(FeedSubject::Tag);
        fixed.into_iter().chain(series).chain(speakers).chain(tags).filter(|subject| self.has_feed(subject))
    }

    /// Whether there is a feed of a subject.
    pub fn has_feed(&self, subject: &FeedSubject) -> bool {
        let has_items = match subject {
            FeedSubject::Everything | FeedSubject::Interviews | FeedSubject::News => true,
            FeedSubject::Changes => !self.releases.is_empty(),
            FeedSubject::Series(name) => {
                self.interviews.iter().any(|interview| self.series_of(interview) == Some(name.as_str()))
            }
            FeedSubject::Speaker(slug) => self.speaker(slug).is_some_and(|speaker| !speaker.interviews.is_empty()),
            FeedSubject::Tag(tag) => {
                let is_dated = |page: &Page| matches!(page, Page::Interview(_) | Page::Article(_));
                self.tags.get(tag).is_some_and(|tagged| tagged.pages.iter().any(is_dated))
            }
        };
        has_items && subject.has_folder()
    }

    /// The feed with the items that a page belongs to; `None` for a page without one.
    pub fn feed_of(&self, page: &Page) -> Option<FeedSubject> {
        let subject = match &page.canonical() {
            Page::Home | Page::Feeds => FeedSubject::Everything,
            Page::Interviews => FeedSubject::Interviews,
            Page::Interview(slug) => match self.series_of(self.interview(slug)?) {
                Some(name) => FeedSubject::Series(name.to_owned()),
                None => FeedSubject::Interviews,
            },
            Page::Series(key) => {
                FeedSubject::Series(self.series.get(key)?.name.text(self.event.default_language()).to_owned())
            }
            Page::News | Page::Article(_) => FeedSubject::News,
            Page::Changes => FeedSubject::Changes,
            Page::Speaker(slug) => FeedSubject::Speaker(slug.clone()),
            Page::Tag(tag) => FeedSubject::Tag(tag.clone()),
            _ => return None,
        };
        Some(subject).filter(|subject| self.has_feed(subject))
    }

    /// The items of a feed at a moment of the event's time zone, the newest first; `None` if there is no such feed. Previews
    /// have drafts and items of the future on their pages, but not in feeds: readers keep an entry that was withdrawn.
    pub fn feed_items(&self, subject: &FeedSubject, now: DateTime) -> Option<Vec<FeedItem<'_>>> {
        if !self.has_feed(subject) {
            return None;
        }
        let interviews = || self.interviews.iter().map(FeedItem::Interview);
        let articles = || self.articles.iter().map(FeedItem::Article);
        let releases =
            || self.releases.iter().enumerate().rev().map(|(place, release)| FeedItem::Release(place + 1, release));
        let mut items: Vec<_> = match subject {
            FeedSubject::Everything => interviews().chain(articles()).chain(releases()).collect(),
            FeedSubject::Interviews => interviews().collect(),
            FeedSubject::News => articles().collect(),
            FeedSubject::Changes => releases().collect(),
            FeedSubject::Series(name) => {
                let in_series =
                    self.interviews.iter().filter(|interview| self.series_of(interview) == Some(name.as_str()));
                in_series.map(FeedItem::Interview).collect()
            }
            FeedSubject::Speaker(slug) => {
                let interviews = self.speaker(slug)?.interviews.iter().filter_map(|slug| self.interview(slug));
                interviews.map(FeedItem::Interview).collect()
            }
            FeedSubject::Tag(tag) => {
                let item = |page: &Page| match page {
                    Page::Interview(slug) => self.interview(slug).map(FeedItem::Interview),
                    Page::Article(slug) => self.article(slug).map(FeedItem::Article),
                    _ => None,
                };
                self.tags.get(tag)?.pages.iter().filter_map(item).collect()
            }
        };
        items.retain(|item| !item.is_draft() && item.published(&self.event) <= now);
        items.sort_by_cached_key(|item| (Reverse(item.published(&self.event)), item.slug().cloned()));
        items.truncate(FEED_ENTRIES);
        Some(items)
    }

    /// The feeds in every language and format.
    pub(crate) fn feeds(&self) -> impl Iterator<Item = Export> {
        let subjects: Vec<_> = self.feed_subjects().collect();
        self.event.languages.iter().flat_map(move |language| {
            let language = Some(language).filter(|language| *language != self.event.default_language()).cloned();
            let feeds = subjects.clone().into_iter().flat_map(move |subject| {
                FeedFormat::ALL.map(|format| Feed { language: language.clone(), subject: subject.clone(), format })
            });
            feeds.map(Export::Feed)
        })
    }

    /// The name of the series of an interview in the event's first language, by which it is the same in all languages.
    fn series_of<'a>(&'a self, interview: &'a Interview) -> Option<&'a str> {
        interview.series.as_ref().map(|series| series.name.text(self.event.default_language()))
    }
}
