//! Reads `news/<slug>.md`.

use std::sync::Arc;

use jiff::civil::DateTime;

use super::{
    context::Context,
    dated::{self, Dated},
    item::{Item, Schema},
};
use crate::{
    Article, Localized, Origin, Slug,
    diagnostic::words,
    read::{DAY_EXAMPLE, Placed},
    url::Page,
};

pub(super) const SCHEMA: Schema = Schema {
    owner: words!("an article", "お知らせ"),
    texts: &["title", "author", "summary", "removed"],
    others: &["published", "updated", "draft", "tags", "source", "licence", "aliases", "pictures", "allow"],
};

/// An article, with the places that later checks report.
pub(super) struct LocatedArticle {
    pub(super) article: Article,
    /// The aliases with their places.
    pub(super) aliases: Vec<Placed<Slug>>,
}

impl Dated for LocatedArticle {
    fn page(&self) -> Page {
        Page::Article(self.article.slug.clone())
    }

    fn published(&self) -> DateTime {
        self.article.published
    }

    fn updated(&self) -> Option<DateTime> {
        self.article.updated
    }

    fn draft(&self) -> bool {
        self.article.draft
    }

    fn aliases(&self) -> &[Placed<Slug>] {
        &self.aliases
    }
}

/// Reads an article; `None` without a valid title or date.
pub(super) fn read<'a>(slug: &Slug, item: &Item<'a>, context: &Context<'a>) -> Option<LocatedArticle> {
    let reader = item.reader(context);
    let mut fields = item.fields();
    let title = item.required_text(&mut fields, &reader, "title", "This week in serverless");
    let author = item.optional_text(&mut fields, &reader, "author");
    let published = fields.required("published", DAY_EXAMPLE, |node| reader.publication(node));
    let updated = dated::updated(&mut fields, &reader, published);
    let summary = item.optional_text(&mut fields, &reader, "summary");
    let tags = fields.optional("tags", |node| Some(reader.tags(node))).unwrap_or_default();
    let source = fields.optional("source", |node| reader.named_link(node, words!("a source", "出典")));
    let licence = fields.optional("licence", |node| reader.scalar(node, words!("a licence", "利用条件"), "CC BY 4.0"));
    let draft = dated::draft(item, &mut fields, &reader, &context.search);
    let aliases = dated::aliases(&mut fields, &reader);
    item.finish(fields, &reader);
    let article = Article {
        slug: slug.clone(),
        title: title?,
        author,
        published: published?,
        updated,
        outdated: dated::outdated(item, published?, updated).map(|one| one.language.clone()).collect(),
        summary,
        tags,
        source: source.map(|source| Origin { name: source.name, url: source.url }),
        licence: licence.map(str::to_owned),
        draft,
        aliases: aliases.iter().map(|alias| alias.value.clone()).collect(),
        body: Localized::new(context.default_language(), Arc::default()),
        previous: None,
        next: None,
    };
    Some(LocatedArticle { article, aliases })
}
