//! The fields of a kind of item.

use crate::{diagnostic::Words, nearest::Search};

/// The fields of a kind of item.
pub(in crate::load) struct Schema {
    /// The kind of item, with its article: "a session".
    pub(in crate::load) owner: Words,
    /// The texts that translations may override.
    pub(in crate::load) texts: &'static [&'static str],
    /// The fields that are the same in all languages.
    pub(in crate::load) others: &'static [&'static str],
}

impl Schema {
    /// The field that an unknown name probably means.
    pub(in crate::load) fn nearest(&self, search: &Search, name: &str) -> Option<&'static str> {
        let known: Vec<_> = self.texts.iter().chain(self.others).copied().collect();
        if known.contains(&name) { None } else { search.nearest_field(name, &known) }
    }
}
