//! Documents that are generated from the conference for programs: search engines, editors, browsers, calendars.

use super::{Calendar, Pattern, page::with_query, pattern};
use crate::{Language, plan::Plan, schema::ItemKind};

/// A document generated from the conference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Export {
    /// Sessions for the calendars of attendees (RFC 5545).
    Calendar(Calendar),
    /// The QR code of the address of a plan in a language, which is `None` for the event's first one.
    PlanQrCode(Option<Language>, Plan),
    /// The rules for crawlers (RFC 9309).
    Robots,
    /// The JSON Schema of the front matter of a kind of file.
    Schema(ItemKind),
    /// The list of all pages (sitemaps.org), or of its parts if there are many pages.
    Sitemap,
    /// A part of the sitemap of a large site; the first has the number 1.
    SitemapPart(usize),
    /// The stylesheet with the colours of tracks and the places in the grid, by the digest of its bytes.
    Stylesheet(String),
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
        ("/schema/news.json", Self::Schema(ItemKind::News)),
    ];

    /// Its path, with its query.
    pub fn path(&self) -> String {
        match self {
            Self::Calendar(calendar) => calendar.path(),
            Self::PlanQrCode(language, plan) => {
                let prefix = language.as_ref().map(|language| format!("/{language}")).unwrap_or_default();
                with_query(format!("{prefix}{}", pattern::PLAN_QR_CODE.plain), &plan.query())
            }
            Self::Stylesheet(digest) => format!("/conference.{digest}.css"),
            Self::SitemapPart(number) => format!("/sitemap-{number}.xml"),
            fixed => fixed.pattern().to_owned(),
        }
    }

    /// The form of its path.
    pub fn pattern(&self) -> &'static str {
        match self {
            Self::Calendar(calendar) => calendar.pattern(),
            Self::PlanQrCode(language, _) => {
                let Pattern { plain, translated } = pattern::PLAN_QR_CODE;
                if language.is_none() { plain } else { translated }
            }
            Self::Stylesheet(_) => pattern::STYLESHEET,
            Self::SitemapPart(_) => pattern::SITEMAP_PART,
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
        if let Some(prefix) = path.strip_suffix(pattern::PLAN_QR_CODE.plain) {
            let language = match prefix.strip_prefix('/') {
                None => None,
                Some(language) => Some(Language::parse(language)?),
            };
            return Some(Self::PlanQrCode(language, Plan::parse(query)));
        }
        if let Some(digest) = path.strip_prefix("/conference.").and_then(|rest| rest.strip_suffix(".css")) {
            let is_digest = !digest.is_empty() && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
            return is_digest.then(|| Self::Stylesheet(digest.to_owned()));
        }
        let number = path.strip_prefix("/sitemap-")?.strip_suffix(".xml")?;
        let is_number = number.bytes().all(|byte| byte.is_ascii_digit()) && !number.starts_with('0');
        number.parse().ok().filter(|_| is_number).map(Self::SitemapPart)
    }
}
