//! `interviews/<slug>.md`.

#![expect(dead_code, reason = "only described, never made")]

use schemars::JsonSchema;

use super::parts::{NamedLink, OneOrMany, Slug, Words};

/// An interview.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Interview {
    /// The title of the article.
    title: Words,
    /// Who answers: the name of a file in program/speakers/, without .md.
    speaker: Option<Slug>,
    /// Who answers, where there are several.
    speakers: Option<OneOrMany<Slug>>,
    /// The session it is about: the name of a file in program/sessions/, without .md.
    session: Option<Slug>,
    /// Who asks.
    interviewer: Option<Words>,
    /// When it is published, with a time if you like; until then it is not on the site.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}([T ]\d{1,2}:\d{2}.*)?$"))]
    published: String,
    /// Whether it is not to be published yet.
    draft: Option<bool>,
    /// The name of the series it belongs to.
    series: Option<Words>,
    /// Its place in the series; by publication where it is absent.
    #[schemars(range(min = 1))]
    number: Option<u32>,
    /// One or two sentences for lists and search engines.
    summary: Option<Words>,
    /// What it is about; each tag has a page.
    tags: Option<OneOrMany<String>>,
    /// Where it appeared first.
    source: Option<NamedLink>,
    /// The terms under which the text may be used.
    licence: Option<String>,
    /// Former names in URLs; they lead here.
    aliases: Option<OneOrMany<Slug>>,
    /// Why there is no such interview any more; its address answers with this reason.
    removed: Option<Words>,
}
