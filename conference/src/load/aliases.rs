//! Aliases: former slugs of sessions, interviews and news. Each must lead to one page.

use std::collections::HashMap;

use super::{
    context::Context,
    files::{Document, Kind},
    item::Opened,
    items::Items,
};
use crate::{Slug, message, read::Placed, url::Page};

/// The former slugs of a removed item; their pages give the reason for the removal.
pub(super) struct Former<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) page: Page,
    pub(super) aliases: Vec<Placed<Slug>>,
}

/// Reports aliases that are the slug or an alias of another item of the same kind.
pub(super) fn check(items: &Items<'_>, context: &Context<'_>) {
    let mut taken: HashMap<(Kind, &str), &str> = HashMap::new();
    let sessions = items.sessions.iter().map(|Opened { item, value }| {
        let page = Page::Session(value.session.slug.clone());
        (item.document, page, value.aliases.as_slice())
    });
    let dated = items.dated().map(|(item, entry)| (item.document, entry.page(), entry.aliases()));
    let removed = items.former.iter().map(|former| (former.document, former.page.clone(), former.aliases.as_slice()));
    for (document, page, aliases) in sessions.chain(dated).chain(removed) {
        let Some(kind) = Kind::of_page(&page) else { continue };
        for alias in aliases {
            let owner = context.files.items(kind).get(&alias.value).and_then(|versions| versions.original.as_ref());
            let owner = match owner {
                Some(document) => Some(document.path),
                None => taken.insert((kind, alias.value.as_str()), document.path),
            };
            let Some(owner) = owner else { continue };
            let name = kind.name();
            let message = match owner == document.path {
                true => message!(
                    "`{alias}` leads to this {name} already",
                    "`{alias}`はすでにこの{name}に転送されています",
                    alias = alias.value,
                    name = name
                ),
                false => message!(
                    "`{alias}` leads to {owner} already",
                    "`{alias}`はすでに {owner} に転送されています",
                    alias = alias.value
                ),
            };
            let help = message!(
                "an old name can lead to one {name} only; remove the alias from one of them",
                "以前の名前から転送できる{name}は1つだけです。どちらかから消してください",
                name = name
            );
            document.problems.error("duplicate-alias", alias.span.clone(), message, help);
        }
    }
}
