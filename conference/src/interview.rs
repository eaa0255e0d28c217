//! An interview with speakers.

use jiff::civil::DateTime;

use crate::{Localized, Slug, Text, Transcript};

/// An interview, from `interviews/<slug>.md`.
#[derive(Clone, Debug)]
pub struct Interview {
    /// Its file's name and the last segment of its URL.
    pub slug: Slug,
    /// Its title.
    pub title: Text,
    /// Who answers; empty only where all of them were removed. Every slug is in the conference.
    pub speakers: Vec<Slug>,
    /// The session it is about.
    pub session: Option<Slug>,
    /// Who asks.
    pub interviewer: Option<Text>,
    /// When it was published, in the event's time zone; midnight where only the date is given.
    pub published: DateTime,
    /// The series it belongs to.
    pub series: Option<Series>,
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
    /// The questions and answers.
    pub body: Localized<Transcript>,
    /// The one before in its series (or of all, without a series), by place and publication.
    pub previous: Option<Slug>,
    /// The one after.
    pub next: Option<Slug>,
}

/// The place of an interview in a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The name of the series; interviews of the same name (in the default language) belong together.
    pub name: Text,
    /// Its place, from 1: as given in the file (`number`), or by publication.
    pub number: u32,
}

/// Where a text appeared first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The name of the publication.
    pub name: Text,
    /// Its URL.
    pub url: Option<String>,
}
