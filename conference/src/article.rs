//! News: announcements and round-ups.

use std::sync::Arc;

use jiff::civil::DateTime;

use crate::{Body, Language, Localized, Origin, Slug, Text};

/// An article of the news, from `news/<slug>.md`.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its file's name and the last segment of its URL.
    pub slug: Slug,
    /// Its title.
    pub title: Text,
    /// The author.
    pub author: Option<Text>,
    /// The time of publication in the event's time zone; midnight if only the date is given.
    pub published: DateTime,
    /// The time of the last change that readers should know of, never before `published`.
    pub updated: Option<DateTime>,
    /// The languages whose translations are older than that change.
    pub outdated: Vec<Language>,
    /// One or two sentences for lists and descriptions.
    pub summary: Option<Text>,
    /// The tags.
    pub tags: Vec<String>,
    /// The publication that it appeared in first.
    pub source: Option<Origin>,
    /// The terms under which the text may be used.
    pub licence: Option<String>,
    /// Whether it is a draft, which visitors do not see.
    pub draft: bool,
    /// Former slugs, the first one first.
    pub aliases: Vec<Slug>,
    /// The text.
    pub body: Localized<Arc<Body>>,
    /// The article published before it.
    pub previous: Option<Slug>,
    /// The article published after it.
    pub next: Option<Slug>,
}

impl Article {
    /// The first slug that it had, which stays when its file gets another name.
    pub fn identity(&self) -> &Slug {
        self.aliases.first().unwrap_or(&self.slug)
    }

    /// The time of the last change: that of the publication if there was none since.
    pub fn modified(&self) -> DateTime {
        self.updated.unwrap_or(self.published)
    }
}
