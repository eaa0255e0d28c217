//! News: announcements and round-ups.

use jiff::civil::DateTime;

use crate::{Body, Localized, Origin, Slug, Text};

/// An article of the news, from `news/<slug>.md`.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its file's name and the last segment of its URL.
    pub slug: Slug,
    /// Its title.
    pub title: Text,
    /// Who wrote it.
    pub author: Option<Text>,
    /// When it was published, in the event's time zone; midnight where only the date is given.
    pub published: DateTime,
    /// One or two sentences for lists and descriptions.
    pub summary: Option<Text>,
    /// What it is about.
    pub tags: Vec<String>,
    /// Where it appeared first.
    pub source: Option<Origin>,
    /// The terms under which the text may be used.
    pub licence: Option<String>,
    /// Not to be published yet.
    pub draft: bool,
    /// Former slugs.
    pub aliases: Vec<Slug>,
    /// The text.
    pub body: Localized<Body>,
    /// The one before it, by publication.
    pub previous: Option<Slug>,
    /// The one after.
    pub next: Option<Slug>,
}
