//! The programme as data for other programs: c3voc's schedule, and JSON of everything.

use super::{Pattern, page::with_query, pattern};
use crate::{Language, filter::SessionFilter};

/// A document of data in a language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Dataset {
    /// The language of its texts; `None` for the event's first one, which has no prefix in URLs.
    pub language: Option<Language>,
    /// Its content and its format.
    pub content: DatasetContent,
}

/// The content and the format of a dataset.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DatasetContent {
    /// The schedule in c3voc's XML.
    ScheduleXml,
    /// The schedule in c3voc's JSON.
    ScheduleJson,
    /// The event, its speakers, interviews and news.
    Conference,
    /// The sessions that the schedule shows, filtered or whole.
    Sessions(SessionFilter),
}

/// A document in the project's own JSON, which has a JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Described {
    /// [`DatasetContent::Conference`].
    Conference,
    /// [`DatasetContent::Sessions`].
    Sessions,
}

impl DatasetContent {
    /// Every content, unfiltered.
    pub fn all() -> [Self; 4] {
        [Self::ScheduleXml, Self::ScheduleJson, Self::Conference, Self::Sessions(SessionFilter::default())]
    }

    fn pattern(&self) -> Pattern {
        match self {
            Self::ScheduleXml => pattern::SCHEDULE_XML,
            Self::ScheduleJson => pattern::SCHEDULE_JSON,
            Self::Conference => pattern::CONFERENCE_JSON,
            Self::Sessions(_) => pattern::SESSIONS_JSON,
        }
    }
}

impl Dataset {
    /// Whether visitors choose its sessions by a filter.
    pub fn is_chosen(&self) -> bool {
        matches!(&self.content, DatasetContent::Sessions(filter) if !filter.is_empty())
    }

    /// All sessions, in the same language.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { language: self.language.clone(), content: DatasetContent::Sessions(SessionFilter::default()) }
    }

    /// Its path with its query.
    pub(super) fn path(&self) -> String {
        let path = self.content.pattern().path(self.language.as_ref());
        match &self.content {
            DatasetContent::Sessions(filter) => with_query(path, &filter.query()),
            _ => path,
        }
    }

    /// The form of its path.
    pub(super) fn pattern(&self) -> &'static str {
        let Pattern { plain, translated } = self.content.pattern();
        if self.language.is_none() { plain } else { translated }
    }

    /// Reads a path and a query. Whether the event has that language is not asked.
    pub(super) fn parse(path: &str, query: &str) -> Option<Self> {
        DatasetContent::all().into_iter().find_map(|content| {
            let language = content.pattern().language(path)?;
            let content = match content {
                DatasetContent::Sessions(_) => DatasetContent::Sessions(SessionFilter::parse(query)),
                other => other,
            };
            Some(Self { language, content })
        })
    }
}
