//! Former names of interviews and news: each must lead to one page.

use std::collections::HashMap;

use super::{context::Context, dated::Entry, files::Kind};
use crate::{message, url::Page};

/// Reports aliases that are taken by another item of the kind, as its name or as an alias of its own.
pub(super) fn check<'e, 'a: 'e>(entries: impl Iterator<Item = Entry<'e, 'a>>, context: &Context<'_>) {
    let mut taken: HashMap<(Kind, &str), &str> = HashMap::new();
    for (item, entry) in entries {
        let kind = if matches!(entry.page(), Page::Article(_)) { Kind::News } else { Kind::Interview };
        for alias in entry.aliases() {
            let owner = context.files.items(kind).get(&alias.value).and_then(|versions| versions.original.as_ref());
            let owner = match owner {
                Some(document) => Some(document.path),
                None => taken.insert((kind, alias.value.as_str()), item.document.path),
            };
            let Some(owner) = owner else { continue };
            let name = kind.name();
            let message = match owner == item.document.path {
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
            item.document.problems.error("duplicate-alias", alias.span.clone(), message, help);
        }
    }
}
