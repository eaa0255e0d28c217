//! A series of interviews, with the questions that it asks everybody.

use std::sync::Arc;

use crate::{Body, Localized, Slug, Text};

/// A series, from `interviews/series/<slug>.md`, or only from the interviews that name it.
#[derive(Clone, Debug)]
pub struct Series {
    /// The last segment of its URL: the name of its file, or without a file the name in the event's first language.
    pub key: String,
    /// Its name.
    pub name: Text,
    /// One or two sentences for descriptions.
    pub summary: Option<Text>,
    /// The introduction.
    pub body: Localized<Arc<Body>>,
    /// The questions that it asks everybody, in order.
    pub questions: Vec<SeriesQuestion>,
    /// The interviews by their numbers.
    pub interviews: Vec<Slug>,
}

/// A question of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesQuestion {
    /// The id, which the question has in every interview.
    pub id: String,
    /// The wording on the pages of the question.
    pub text: Text,
}
