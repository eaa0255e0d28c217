//! `news/<slug>.md`.

#![expect(dead_code, reason = "only described, never made")]

use schemars::JsonSchema;

use super::parts::{NamedLink, OneOrMany, Slug, Words};

/// An article of the news.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub(super) struct Article {
    /// The title of the article.
    title: Words,
    /// Who wrote it.
    author: Option<Words>,
    /// When it is published, with a time if you like; until then it is not on the site.
    #[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}([T ]\d{1,2}:\d{2}.*)?$"))]
    published: String,
    /// Whether it is not to be published yet.
    draft: Option<bool>,
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
    /// Why there is no such article any more; its address answers with this reason.
    removed: Option<Words>,
}
