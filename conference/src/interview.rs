//! An interview with speakers.

use std::sync::Arc;

use jiff::civil::DateTime;

use crate::{Language, Localized, Question, Slug, Text, Transcript};

/// An interview, from `interviews/<slug>.md`.
#[derive(Clone, Debug)]
pub struct Interview {
    /// Its file's name and the last segment of its URL.
    pub slug: Slug,
    /// Its title.
    pub title: Text,
    /// The interviewees. Every slug is in the conference; empty only if all of them were removed.
    pub speakers: Vec<Slug>,
    /// The session it is about.
    pub session: Option<Slug>,
    /// The interviewer.
    pub interviewer: Option<Text>,
    /// The time of publication in the event's time zone; midnight if only the date is given.
    pub published: DateTime,
    /// The time of the last change that readers should know of, never before `published`.
    pub updated: Option<DateTime>,
    /// The languages whose translations are older than that change.
    pub outdated: Vec<Language>,
    /// The series it belongs to, with its place there.
    pub series: Option<Installment>,
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
    /// The questions and answers.
    pub body: Localized<Arc<Transcript>>,
    /// The previous interview of the series, or of all interviews without a series.
    pub previous: Option<Slug>,
    /// The next interview.
    pub next: Option<Slug>,
}

impl Interview {
    /// The first slug that it had, which stays when its file gets another name.
    pub fn identity(&self) -> &Slug {
        self.aliases.first().unwrap_or(&self.slug)
    }

    /// Whether its text is there in both of two languages.
    pub fn is_bilingual(&self, one: &Language, other: &Language) -> bool {
        one != other && [one, other].iter().all(|language| self.body.exactly(language).is_some())
    }

    /// The time of the last change: that of the publication if there was none since.
    pub fn modified(&self) -> DateTime {
        self.updated.unwrap_or(self.published)
    }

    /// The question with an id for readers of a language, with the language of the text: that language or the original, if
    /// they have the question, otherwise the first one that has it.
    pub fn question(&self, language: &Language, id: &str) -> Option<(&Language, &Question)> {
        let (first, transcript) = self.body.get(language);
        let shown = std::iter::once((first, transcript)).chain(self.body.iter());
        shown.into_iter().find_map(|(language, transcript)| {
            Some((language, transcript.questions().find(|question| question.is_shared_as(id))?))
        })
    }
}

/// An interview as a part of its series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installment {
    /// The key of the series. Without a file of the series, interviews with the same name in the default language form one.
    pub key: String,
    /// The name of the series.
    pub name: Text,
    /// The position, from 1: the `number` in the file, or by publication.
    pub number: u32,
}

/// The original publication of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The name of the publication.
    pub name: Text,
    /// Its URL.
    pub url: Option<String>,
}
