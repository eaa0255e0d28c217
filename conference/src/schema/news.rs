//! `news/<slug>.md`.

#![expect(dead_code, reason = "only described, never made")]

use schemars::JsonSchema;

use super::parts::{Credits, NameOrLink, OneOrMany, Publication, Reason, Scalar, Slug, Tag, Truth, Words, removable};

/// An article of the news.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields, transform = removable)]
pub(super) struct Article {
    /// The title of the article.
    title: Words,
    /// Who wrote it.
    author: Option<Words>,
    /// When it is published, with a time if you like; until then it is not on the site.
    published: Publication,
    /// When its text changed last, if readers should know of it: feeds and search engines show it again.
    updated: Option<Publication>,
    /// Whether it is not to be published yet.
    draft: Option<Truth>,
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
    /// Why there is no such article any more; its address answers with this reason.
    removed: Reason,
}
