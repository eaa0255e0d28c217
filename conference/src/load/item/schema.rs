//! The fields that the front matter of a kind of item may have.

use crate::{diagnostic::Words, nearest::Search};

/// What the front matter of a kind of item may hold.
pub(in crate::load) struct Schema {
    /// What has these fields, with its article: "a session".
    pub(in crate::load) owner: Words,
    /// The texts that a translation may give in its own front matter.
    pub(in crate::load) texts: &'static [&'static str],
    /// The fields that are the same in every language.
    pub(in crate::load) others: &'static [&'static str],
}

impl Schema {
    /// The field that an unknown name is probably meant to be.
    pub(in crate::load) fn nearest(&self, search: &Search, name: &str) -> Option<&'static str> {
        let known: Vec<_> = self.texts.iter().chain(self.others).copied().collect();
        if known.contains(&name) { None } else { search.nearest_field(name, &known) }
    }
}
