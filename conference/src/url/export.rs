//! Documents that are generated from the conference for programs: search engines, editors, browsers, calendars, readers of feeds.

use super::{Calendar, Dataset, Described, Feed, Icon, PlainText, page::with_query, pattern};
use crate::{Language, plan::Plan, schema::ItemKind};

/// A document generated from the conference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    /// Sessions for the calendars of attendees (RFC 5545).
    Calendar(Calendar),
    /// The programme as data for other programs.
    Dataset(Dataset),
    /// The JSON Schema of a dataset.
    DatasetSchema(Described),
    /// Interviews, news or changes of the programme for readers of feeds.
    Feed(Feed),
    /// The QR code of the address of a plan in a language, which is `None` for the event's first one.
    PlanQrCode(Option<Language>, Plan),
    /// The schedule, or the sessions that run now, for terminals.
    PlainText(PlainText),
    /// The rules for crawlers (RFC 9309).
    Robots,
    /// The JSON Schema of the front matter of a kind of file.
    Schema(ItemKind),
    /// The pieces of the search index, for browsers.
    SearchIndex,
    /// A piece of the terms of the search index; the first has the number 0.
    SearchTerms(usize),
    /// A piece of the texts that a search finds; the first has the number 0.
    SearchTexts(usize),
    /// The list of all pages (sitemaps.org), or of its parts if there are many pages.
    Sitemap,
    /// A part of the sitemap of a large site; the first has the number 1.
    SitemapPart(usize),
    /// The stylesheet with the colours of tracks and the places in the grid, by the digest of its bytes.
    Stylesheet(String),
    /// An icon of the event.
    Icon(Icon),
    /// The description of the site as an application (W3C Web Application Manifest) in a language; `None` for the
    /// event's first one.
    Manifest(Option<Language>),
    /// The addresses that the service worker saves for readers of a language; `None` for the event's first one.
    SavedFiles(Option<Language>),
    /// The service worker, which answers without a network.
    ServiceWorker,
}

impl Export {
    /// The exports with a fixed path. To add one, write its line here.
    pub const FIXED: &[(&str, Self)] = &[
        ("/robots.txt", Self::Robots),
        ("/sitemap.xml", Self::Sitemap),
        ("/schema/event.json", Self::Schema(ItemKind::Event)),
        ("/schema/session.json", Self::Schema(ItemKind::Session)),
        ("/schema/speaker.json", Self::Schema(ItemKind::Speaker)),
        ("/schema/interview.json", Self::Schema(ItemKind::Interview)),
        ("/schema/series.json", Self::Schema(ItemKind::Series)),
        ("/schema/news.json", Self::Schema(ItemKind::News)),
        ("/schema/conference.json", Self::DatasetSchema(Described::Conference)),
        ("/schema/sessions.json", Self::DatasetSchema(Described::Sessions)),
        ("/icon-192.png", Self::Icon(Icon::Small)),
        ("/icon-512.png", Self::Icon(Icon::Large)),
        ("/icon-maskable-512.png", Self::Icon(Icon::Maskable)),
        ("/apple-touch-icon.png", Self::Icon(Icon::Touch)),
        ("/favicon.ico", Self::Icon(Icon::Favicon)),
        ("/sw.js", Self::ServiceWorker),
        ("/search/index.json", Self::SearchIndex),
    ];

    /// Its path, with its query.
    pub fn path(&self) -> String {
        match self {
            Self::Calendar(calendar) => calendar.path(),
            Self::PlainText(text) => text.path(),
            Self::Dataset(dataset) => dataset.path(),
            Self::Feed(feed) => feed.path(),
            Self::PlanQrCode(language, plan) => {
                with_query(pattern::PLAN_QR_CODE.path(language.as_ref()), &plan.query())
            }
            Self::Stylesheet(digest) => format!("/conference.{digest}.css"),
            Self::SitemapPart(number) => format!("/sitemap-{number}.xml"),
            Self::SearchTerms(number) => format!("/search/terms-{number}.json"),
            Self::SearchTexts(number) => format!("/search/texts-{number}.json"),
            Self::Manifest(language) => pattern::MANIFEST.path(language.as_ref()),
            Self::SavedFiles(language) => pattern::SAVED_FILES.path(language.as_ref()),
            fixed => fixed.pattern().to_owned(),
        }
    }

    /// The form of its path.
    pub fn pattern(&self) -> &'static str {
        match self {
            Self::Calendar(calendar) => calendar.pattern(),
            Self::PlainText(text) => text.pattern(),
            Self::Dataset(dataset) => dataset.pattern(),
            Self::Feed(feed) => feed.pattern(),
            Self::PlanQrCode(None, _) => pattern::PLAN_QR_CODE.plain,
            Self::PlanQrCode(Some(_), _) => pattern::PLAN_QR_CODE.translated,
            Self::Stylesheet(_) => pattern::STYLESHEET,
            Self::SitemapPart(_) => pattern::SITEMAP_PART,
            Self::SearchTerms(_) => pattern::SEARCH_TERMS,
            Self::SearchTexts(_) => pattern::SEARCH_TEXTS,
            Self::Manifest(None) => pattern::MANIFEST.plain,
            Self::Manifest(Some(_)) => pattern::MANIFEST.translated,
            Self::SavedFiles(None) => pattern::SAVED_FILES.plain,
            Self::SavedFiles(Some(_)) => pattern::SAVED_FILES.translated,
            fixed => {
                let line = Self::FIXED.iter().find(|(_, export)| export == fixed);
                line.map(|(path, _)| *path).expect("every export without parameters is in the table")
            }
        }
    }

    /// Reads a path and a query. Whether there is an export with that digest, number, language or item is not asked.
    pub fn parse(path: &str, query: &str) -> Option<Self> {
        if let Some((_, export)) = Self::FIXED.iter().find(|(fixed, _)| *fixed == path) {
            return Some(export.clone());
        }
        if let Some(calendar) = Calendar::parse(path, query) {
            return Some(Self::Calendar(calendar));
        }
        if let Some(text) = PlainText::parse(path, query) {
            return Some(Self::PlainText(text));
        }
        if let Some(dataset) = Dataset::parse(path, query) {
            return Some(Self::Dataset(dataset));
        }
        if let Some(feed) = Feed::parse(path) {
            return Some(Self::Feed(feed));
        }
        if let Some(language) = pattern::PLAN_QR_CODE.language(path) {
            return Some(Self::PlanQrCode(language, Plan::parse(query)));
        }
        if let Some(language) = pattern::MANIFEST.language(path) {
            return Some(Self::Manifest(language));
        }
        if let Some(language) = pattern::SAVED_FILES.language(path) {
            return Some(Self::SavedFiles(language));
        }
        if let Some(digest) = path.strip_prefix("/conference.").and_then(|rest| rest.strip_suffix(".css")) {
            let is_digest = !digest.is_empty() && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            return is_digest.then(|| Self::Stylesheet(digest.to_owned()));
        }
        let number = |before: &str, after: &str| {
            let number = path.strip_prefix(before)?.strip_suffix(after)?;
            let is_number =
                number.bytes().all(|byte| byte.is_ascii_digit()) && (number == "0" || !number.starts_with('0'));
            number.parse().ok().filter(|_| is_number)
        };
        let terms = || number("/search/terms-", ".json").map(Self::SearchTerms);
        let texts = || number("/search/texts-", ".json").map(Self::SearchTexts);
        let part = number("/sitemap-", ".xml").filter(|number| *number > 0).map(Self::SitemapPart);
        part.or_else(terms).or_else(texts)
    }
}
