//! `interviews/series/<slug>.md`.

#![expect(dead_code, reason = "only described, never made")]

use schemars::JsonSchema;

use super::parts::{Credits, OneOrMany, Reason, Scalar, Words, removable};

/// A series of interviews.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = removable)]
pub(super) struct Series {
    /// The name of the series.
    name: Words,
    /// One or two sentences for search engines.
    summary: Option<Words>,
    /// The questions that the series asks everybody, in order.
    questions: Option<OneOrMany<Question>>,
    /// Who took the pictures in the text, by the names of their files; it stands under them.
    pictures: Option<Credits>,
    /// Spellings that look like a slip in the name of somebody and are none: no warning is given.
    allow: Option<OneOrMany<Scalar>>,
    /// Why there is no such series any more; its address answers with this reason.
    removed: Reason,
}

#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
struct Question {
    /// The id that the question has at the end of its line in every interview.
    id: QuestionId,
    /// The wording on the page with all answers.
    text: Words,
}

/// Letters and digits of any script, and hyphens.
#[derive(JsonSchema)]
#[schemars(transparent, extend("type" = ["string", "number", "boolean"]))]
struct QuestionId(#[schemars(regex(pattern = r"^[^\s!-,./:-@\[-`{-~]+$"))] String);
