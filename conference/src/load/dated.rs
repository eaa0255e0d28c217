//! The common part of interviews and news: a publication time, drafts and aliases.

use jiff::civil::{DateTime, Time};

use super::item::{Item, Translation};
use crate::{
    Slug,
    diagnostic::words,
    front_matter::Fields,
    message,
    nearest::Search,
    read::{FieldReader, Placed},
    url::Page,
};

/// An item with a publication time.
pub(super) trait Dated {
    fn page(&self) -> Page;
    fn published(&self) -> DateTime;
    fn updated(&self) -> Option<DateTime>;
    fn draft(&self) -> bool;
    fn aliases(&self) -> &[Placed<Slug>];
}

/// A dated item, with its file.
pub(super) type DatedItem<'e, 'a> = (&'e Item<'a>, &'e dyn Dated);

/// Whether an item is a draft. Any value but `false`, and any name similar to `draft`, makes it one: publishing cannot
/// be undone.
pub(super) fn draft<'f>(
    item: &'f Item<'_>,
    fields: &mut Fields<'f>,
    reader: &FieldReader<'f>,
    search: &Search,
) -> bool {
    let misnamed = |name: &str| item.schema.nearest(search, name) == Some("draft");
    let said = item.map.0.iter().any(|entry| entry.name == "draft" || misnamed(&entry.name));
    fields.optional("draft", |node| reader.truth(node)).unwrap_or(said)
}

/// Reads the time of the last change. A day alone is a moment of that day on which the item was published already.
pub(super) fn updated<'f>(
    fields: &mut Fields<'f>,
    reader: &FieldReader<'f>,
    published: Option<DateTime>,
) -> Option<DateTime> {
    let node = fields.node("updated")?;
    let (updated, published) = (reader.publication(node)?, published?);
    if updated >= published {
        return Some(updated);
    }
    if updated == published.date().to_datetime(Time::midnight()) {
        return Some(published);
    }
    reader.problems.error(
        "updated-before-published",
        node.span.clone(),
        message!("`updated` is before `published`", "`updated`が`published`より前です"),
        message!(
            "write the day on which the text changed last, or remove `updated`",
            "本文を最後に変更した日を書くか、`updated`を消してください"
        ),
    );
    None
}

/// The translations that are older than the last change. `updated` of a translation is that of the original up to which it
/// was made; without it the translation is as old as the publication.
pub(super) fn outdated<'i, 'a>(
    item: &'i Item<'a>,
    published: DateTime,
    updated: Option<DateTime>,
) -> impl Iterator<Item = &'i Translation<'a>> {
    item.translations.iter().filter(move |translation| {
        let translated = translation.updated.as_ref().map_or(published, |updated| updated.value);
        updated.is_some_and(|change| !contains(translated, change))
    })
}

/// Whether a translation contains a change. A day alone contains all changes of the day.
fn contains(translated: DateTime, change: DateTime) -> bool {
    translated >= change || (translated.time() == Time::midnight() && translated.date() == change.date())
}

/// Reads the aliases of an item.
pub(super) fn aliases<'f>(fields: &mut Fields<'f>, reader: &FieldReader<'f>) -> Vec<Placed<Slug>> {
    let help = || {
        message!(
            "use only a–z, 0–9 and hyphens, as in the URL",
            "URLと同じように、a〜z、0〜9、ハイフンだけを使ってください"
        )
    };
    let slug = |node| reader.slug(node, words!("a former name in URLs", "以前のURLの名前"), help);
    fields.optional("aliases", |node| Some(reader.values(node, slug))).unwrap_or_default()
}
