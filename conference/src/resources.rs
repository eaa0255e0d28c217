//! The lists of everything that a site answers, and of the pages in its sitemap.

use crate::{
    Conference, Language, Slug,
    filter::SessionFilter,
    plan::Plan,
    search::Query,
    url::{
        Calendar, CalendarSessions, Dataset, DatasetContent, EmbeddedSchedule, Export, Page, PlainText, Resource, Route,
    },
};

/// The most addresses in one part of the sitemap, each URL with those of its translations: about 3 MB. The protocol allows 50,000
/// URLs in 50 MB, but a part is kept in the cache.
const SITEMAP_ADDRESSES: usize = 20_000;

/// The name of the screen of an event without rooms.
pub const WHOLE_EVENT: &str = "all";

impl Conference {
    /// Every page that there is in all languages, the most visited first; the schedule only without filter.
    pub fn pages(&self) -> impl Iterator<Item = Page> {
        let fixed = [
            Page::Home,
            Page::Schedule(SessionFilter::default()),
            Page::Speakers,
            Page::Interviews,
            Page::News,
            Page::Tags,
            Page::About,
            Page::Feeds,
            Page::Search(Query::default()),
            Page::Now,
            Page::Exports,
            Page::Embed(SessionFilter::default()),
            Page::EmbeddedSchedule(EmbeddedSchedule::default()),
            Page::Screens,
        ];
        let sessions = self.sessions.iter().map(|session| Page::Session(session.slug.clone()));
        let speakers = self.speakers.iter().map(|speaker| Page::Speaker(speaker.slug.clone()));
        let interviews = self.interviews.iter().map(|interview| Page::Interview(interview.slug.clone()));
        let articles = self.articles.iter().map(|article| Page::Article(article.slug.clone()));
        let series = self.series.keys().cloned().map(Page::Series);
        let questions = (!self.questions.is_empty()).then_some(Page::Questions);
        let questions = questions.into_iter().chain(self.questions.iter().map(|one| Page::Question(one.id.clone())));
        let tags = self.tags.keys().cloned().map(Page::Tag);
        let plan = (!self.sessions.is_empty())
            .then(|| {
                [Page::Plan(Plan::default()), Page::PlanSessions(Plan::default()), Page::PlanPaper(Plan::default())]
            })
            .into_iter()
            .flatten();
        let changes = (!self.releases.is_empty()).then_some(Page::Changes);
        let withdrawn = self.withdrawn.keys().cloned().map(Page::Session);
        let tags = tags.chain(plan).chain(changes).chain(withdrawn).chain(self.screens().map(Page::Screen));
        fixed
            .into_iter()
            .chain(sessions)
            .chain(speakers)
            .chain(interviews)
            .chain(series)
            .chain(questions)
            .chain(articles)
            .chain(tags)
    }

    /// Every page in a language: those that there are in all languages, then the interviews in two languages.
    pub fn pages_in(&self, language: &Language) -> impl Iterator<Item = Page> {
        let bilingual = self.interviews.iter().flat_map(move |interview| {
            let others = self.event.languages.iter().filter(move |other| interview.is_bilingual(language, other));
            others.map(|other| Page::Bilingual(interview.slug.clone(), other.clone()))
        });
        self.pages().chain(bilingual)
    }

    /// The names of the screens: one a room. An event without rooms has one screen, [`WHOLE_EVENT`].
    pub fn screens(&self) -> impl Iterator<Item = Slug> {
        let whole = if self.event.rooms.is_empty() { Slug::parse(WHOLE_EVENT) } else { None };
        self.event.rooms.iter().map(|room| room.id.clone()).chain(whole)
    }

    /// Everything that the site answers, in one order: the pages, one language after the other, then exports, renditions and
    /// files of authors. The stylesheet is not among them: its URL holds the digest of bytes that only the views can make. Nor
    /// are the [`search_pieces`](Self::search_pieces), whose number is not known before the index is built.
    pub fn resources(&self) -> impl Iterator<Item = Resource> {
        let routes = self.event.languages.iter().flat_map(|language| {
            self.pages_in(language).map(|page| Resource::Page(Route { language: language.clone(), page }))
        });
        let exports = Export::FIXED.iter().map(|(_, export)| export.clone()).chain(self.calendars());
        let exports = exports.chain(self.translated_exports()).chain(self.feeds());
        let parts = self.sitemap_parts();
        let parts = (1..=parts).filter(move |_| parts > 1).map(Export::SitemapPart);
        let renditions = self.renditions.keys().cloned().map(Resource::Rendition);
        let files = self.assets.values().filter(|asset| asset.is_served());
        let files = files.map(|asset| Resource::File(asset.path.clone()));
        routes.chain(exports.chain(parts).map(Resource::Export)).chain(renditions).chain(files)
    }

    /// The pieces of the search index. Builds it, unless it is there.
    pub fn search_pieces(&self) -> impl Iterator<Item = Export> {
        let index = self.search_index();
        let texts = (0..index.text_pieces().len()).map(Export::SearchTexts);
        (0..index.pieces().len()).map(Export::SearchTerms).chain(texts)
    }

    /// The exports that there are once in every language.
    fn translated_exports(&self) -> impl Iterator<Item = Export> {
        self.event.languages.iter().flat_map(|language| {
            let language = Some(language).filter(|language| *language != self.event.default_language()).cloned();
            let text = Export::PlainText(PlainText::schedule(language.clone()));
            let datasets = DatasetContent::all().map(|content| Dataset { language: language.clone(), content });
            let others = [Export::Manifest(language.clone()), Export::SavedFiles(language), text];
            datasets.map(Export::Dataset).into_iter().chain(others)
        })
    }

    /// The calendars in every language; that of the schedule only without filter.
    fn calendars(&self) -> impl Iterator<Item = Export> {
        let has_sessions = |page: &Page| match page {
            Page::Speaker(slug) => self.speaker(slug).is_some_and(|speaker| !speaker.sessions.is_empty()),
            _ => true,
        };
        self.event.languages.iter().flat_map(move |language| {
            let language = Some(language).filter(|language| *language != self.event.default_language());
            let sessions = self.pages().filter(has_sessions).filter_map(|page| CalendarSessions::of_page(&page));
            sessions.map(move |sessions| Export::Calendar(Calendar { language: language.cloned(), sessions }))
        })
    }

    /// How many parts the sitemap has: one for most sites.
    pub fn sitemap_parts(&self) -> usize {
        self.indexed_pages().count().div_ceil(self.pages_of_sitemap())
    }

    /// The pages of a part of the sitemap, counted from 1.
    pub fn sitemap_part(&self, number: usize) -> impl Iterator<Item = Page> {
        let size = self.pages_of_sitemap();
        self.indexed_pages().skip(number.saturating_sub(1).saturating_mul(size)).take(size)
    }

    /// The pages that search engines are to list.
    fn indexed_pages(&self) -> impl Iterator<Item = Page> {
        self.pages().filter(Page::is_indexed)
    }

    /// How many pages a part of the sitemap lists in all languages.
    fn pages_of_sitemap(&self) -> usize {
        let languages = self.event.languages.len().max(1);
        (SITEMAP_ADDRESSES / (languages * (languages + 1))).max(1)
    }
}
