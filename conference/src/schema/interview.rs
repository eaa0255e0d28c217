//! `interviews/<slug>.md`.

#![expect(dead_code, reason = "only described, never made")]

use schemars::JsonSchema;

use super::parts::{Credits, NameOrLink, OneOrMany, Publication, Reason, Scalar, Slug, Tag, Truth, Words, removable};

/// An interview.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = removable)]
pub(super) struct Interview {
    /// The title of the article.
    title: Words,
    /// Who answers: the name of a file in program/speakers/, without .md; several as a list.
    speaker: Option<OneOrMany<Slug>>,
    /// Who answers, where there are several.
    speakers: Option<OneOrMany<Slug>>,
    /// The session it is about: the name of a file in program/sessions/, without .md.
    session: Option<Slug>,
    /// Who asks.
    interviewer: Option<Words>,
    /// When it is published, with a time if you like; until then it is not on the site.
    published: Publication,
    /// When its text changed last, if readers should know of it: feeds and search engines show it again.
    updated: Option<Publication>,
    /// Whether it is not to be published yet.
    draft: Option<Truth>,
    /// The series it belongs to: the name of a file in interviews/series/, without .md, or any other name.
    series: Option<Words>,
    /// Its place in the series; by publication where it is absent.
    number: Option<Ordinal>,
    /// One or two sentences for lists and search engines.
    summary: Option<Words>,
    /// What it is about; each tag has a page.
    tags: Option<OneOrMany<Tag>>,
    /// Where it appeared first.
    source: Option<NameOrLink>,
    /// The terms under which the text may be used.
    licence: Option<Scalar>,
    /// Former names in URLs; they lead here.
    aliases: Option<OneOrMany<Slug>>,
    /// Who took the pictures in the text, by the names of their files; it stands under them.
    pictures: Option<Credits>,
    /// Spellings that look like a slip in the name of somebody and are none: no warning is given.
    allow: Option<OneOrMany<Scalar>>,
    /// Why there is no such interview any more; its address answers with this reason.
    removed: Reason,
}

/// A number from 1, in quotes as well.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum Ordinal {
    Number(#[schemars(range(min = 1, max = 1_000_000))] u32),
    Digits(#[schemars(regex(pattern = r"^0*[1-9]\d{0,6}$"))] String),
}
