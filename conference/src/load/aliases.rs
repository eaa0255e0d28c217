//! Former names of interviews: each must lead to one page.

use std::collections::HashMap;

use super::{context::Context, interview::Draft, item::Opened};

/// Reports aliases that are taken by another interview, as its name or as an alias of its own.
pub(super) fn check(interviews: &[Opened<'_, Draft>], context: &Context<'_>) {
    let mut taken: HashMap<&str, &str> = HashMap::new();
    for Opened { item, value } in interviews {
        for alias in &value.aliases {
            let owner = context.files.interviews.get(&alias.value).and_then(|versions| versions.original.as_ref());
            let owner = match owner {
                Some(document) => Some(document.path),
                None => taken.insert(alias.value.as_str(), item.document.path),
            };
            let Some(owner) = owner else { continue };
            let message = match owner == item.document.path {
                true => format!("`{}` leads to this interview already", alias.value),
                false => format!("`{}` leads to {owner} already", alias.value),
            };
            let help = "an old name can lead to one interview only; remove the alias from one of them";
            item.document.problems.error("duplicate-alias", alias.span.clone(), message, help);
        }
    }
}
