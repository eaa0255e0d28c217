//! Feeds that readers subscribe to: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, beside the pages that they belong to.

use super::{Page, Pattern, decode_path, page::segment, pattern};
use crate::{Language, Slug, Tag};

/// The longest name of a series or tag with a feed, in bytes: file systems allow 255 for a folder of an export.
const LONGEST_NAME: usize = 240;

/// A feed in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Feed {
    /// The language; `None` for the event's first one, which has no prefix in URLs.
    pub language: Option<Language>,
    /// The subject of its entries.
    pub subject: FeedSubject,
    /// The format.
    pub format: FeedFormat,
}

/// Whether a name can be a folder of an export, beside the pages of others; a `/` in it begins another folder.
pub(crate) fn is_folder(name: &str) -> bool {
    name.split('/').all(|name| {
        let is_page = name.ends_with(".html");
        !matches!(name, "" | "." | "..")
            && !is_page
            && !name.starts_with("feed.")
            && name.len() <= LONGEST_NAME
            && !name.contains(['\\', '\0'])
    })
}

/// The subject of a feed.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FeedSubject {
    /// Everything that is published at a time: interviews, news and the changes of the programme.
    Everything,
    /// All interviews.
    Interviews,
    /// All news.
    News,
    /// The releases of the programme.
    Changes,
    /// The interviews of a series, by its name in the event's first language.
    Series(String),
    /// The interviews with a speaker.
    Speaker(Slug),
    /// The interviews and news with a tag.
    Tag(Tag),
}

/// The format of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FeedFormat {
    /// Atom (RFC 4287).
    Atom,
    /// RSS 2.0 (rssboard.org).
    Rss,
    /// JSON Feed 1.1 (jsonfeed.org).
    Json,
}

impl FeedFormat {
    /// Every format, the first one for most readers.
    pub const ALL: [Self; 3] = [Self::Atom, Self::Rss, Self::Json];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Atom => "Atom",
            Self::Rss => "RSS",
            Self::Json => "JSON Feed",
        }
    }

    /// Its media type, without parameters. That of RSS is not registered, but every program knows it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Atom => "application/atom+xml",
            Self::Rss => "application/rss+xml",
            Self::Json => "application/feed+json",
        }
    }

    fn file(self) -> &'static str {
        match self {
            Self::Atom => "feed.atom",
            Self::Rss => "feed.rss",
            Self::Json => "feed.json",
        }
    }
}

impl FeedSubject {
    /// The page about the subject. The page of a series under its name redirects if the series has a file.
    pub fn page(&self) -> Page {
        match self {
            Self::Everything => Page::Home,
            Self::Interviews => Page::Interviews,
            Self::Series(name) => Page::Series(name.clone()),
            Self::News => Page::News,
            Self::Changes => Page::Changes,
            Self::Speaker(slug) => Page::Speaker(slug.clone()),
            Self::Tag(tag) => Page::Tag(tag.clone()),
        }
    }

    /// Whether its name can be a folder of an export, beside the pages of others.
    pub(crate) fn has_folder(&self) -> bool {
        let name = match self {
            Self::Series(name) => name,
            Self::Tag(tag) => tag.as_str(),
            _ => return true,
        };
        is_folder(name)
    }

    /// The path of its folder in the event's first language.
    fn folder(&self) -> String {
        match self {
            Self::Everything => String::new(),
            Self::Interviews => "/interviews".to_owned(),
            Self::News => "/news".to_owned(),
            Self::Changes => "/changes".to_owned(),
            Self::Series(name) => format!("/series/{}", segment(name)),
            Self::Speaker(slug) => format!("/speakers/{slug}"),
            Self::Tag(tag) => format!("/tags/{}", segment(tag.as_str())),
        }
    }

    fn of_folder(folder: &str) -> Option<Self> {
        Some(match folder.split('/').collect::<Vec<_>>()[..] {
            [""] => Self::Everything,
            ["", "interviews"] => Self::Interviews,
            ["", "news"] => Self::News,
            ["", "changes"] => Self::Changes,
            ["", "series", name] => Self::Series(decode_path(name)?),
            ["", "speakers", slug] => Self::Speaker(Slug::parse(slug)?),
            ["", "tags", tag] => Self::Tag(Tag::of(&decode_path(tag)?)?),
            _ => return None,
        })
    }

    fn pattern(&self) -> Pattern {
        match self {
            Self::Everything => pattern::FEED,
            Self::Interviews => pattern::INTERVIEWS_FEED,
            Self::News => pattern::NEWS_FEED,
            Self::Changes => pattern::CHANGES_FEED,
            Self::Series(_) => pattern::SERIES_FEED,
            Self::Speaker(_) => pattern::SPEAKER_FEED,
            Self::Tag(_) => pattern::TAG_FEED,
        }
    }
}

impl Feed {
    /// Its path.
    pub fn path(&self) -> String {
        let prefix = self.language.as_ref().map(|language| format!("/{language}")).unwrap_or_default();
        format!("{prefix}{}/{}", self.subject.folder(), self.format.file())
    }

    /// The form of its path.
    pub(super) fn pattern(&self) -> &'static str {
        let Pattern { plain, translated } = self.subject.pattern();
        if self.language.is_none() { plain } else { translated }
    }

    /// Reads a path. Whether the event has that language and the subject is not asked.
    pub(super) fn parse(path: &str) -> Option<Self> {
        let (folder, file) = path.rsplit_once('/')?;
        let format = FeedFormat::ALL.into_iter().find(|format| format.file() == file)?;
        let feed = match FeedSubject::of_folder(folder) {
            Some(subject) => Self { language: None, subject, format },
            None => {
                let rest = folder.strip_prefix('/')?;
                let (language, folder) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                let subject = FeedSubject::of_folder(folder)?;
                Self { language: Some(Language::parse(language)?), subject, format }
            }
        };
        // Other spellings of a tag or series are no addresses.
        (feed.path() == path).then_some(feed)
    }
}
