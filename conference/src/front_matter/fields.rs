//! Reads the fields of a map one by one, and reports unknown fields.

use std::ops::Range;

use super::{
    recovery::Extent,
    tree::{Map, Node, Value},
};
use crate::{
    diagnostic::{Problems, Words},
    message,
    nearest::{Search, list_of},
};

/// The fields of a map, while they are read.
///
/// A missing or invalid field does not keep the others from being read.
pub(crate) struct Fields<'a> {
    map: &'a Map,
    /// The owner of the fields, with its article: "a session".
    owner: Words,
    /// The place at which missing fields are reported.
    place: Range<usize>,
    asked: Vec<&'static str>,
    extent: Extent,
    problems: &'a Problems,
}

impl<'a> Fields<'a> {
    /// Starts to read a map.
    pub(crate) fn of(map: &'a Map, owner: Words, place: Range<usize>, problems: &'a Problems) -> Self {
        Self { map, owner, place, asked: Vec::new(), extent: Extent::Whole, problems }
    }

    /// Sets how much could be read. Fields that are missing in a part are not reported.
    pub(crate) fn of_extent(self, extent: Extent) -> Self {
        Self { extent, ..self }
    }

    /// The value of a field. A name without a value counts as absent.
    pub(crate) fn node(&mut self, name: &'static str) -> Option<&'a Node> {
        self.asked.push(name);
        let entry = self.map.0.iter().find(|entry| entry.name == name)?;
        (entry.node.value != Value::Empty).then_some(&entry.node)
    }

    /// Reads an optional field.
    pub(crate) fn optional<T>(&mut self, name: &'static str, read: impl FnOnce(&'a Node) -> Option<T>) -> Option<T> {
        self.node(name).and_then(read)
    }

    /// Reads a required field; `example` is the value in the suggestion.
    pub(crate) fn required<T>(
        &mut self,
        name: &'static str,
        example: &str,
        read: impl FnOnce(&'a Node) -> Option<T>,
    ) -> Option<T> {
        match self.node(name) {
            Some(node) => read(node),
            None => {
                self.miss(name, example);
                None
            }
        }
    }

    /// Reports that a field is missing or has no value.
    pub(crate) fn miss(&self, name: &'static str, example: &str) {
        match self.map.0.iter().find(|entry| entry.name == name) {
            Some(entry) => self.problems.error(
                "missing-field",
                entry.place.clone(),
                message!("`{name}` has no value", "`{name}`の値がありません"),
                message!(
                    "write its value after the colon, such as `{name}: {example}`",
                    "コロンの後に値を書いてください。例: `{name}: {example}`"
                ),
            ),
            None if self.extent == Extent::Part => {}
            None => self.problems.error(
                "missing-field",
                self.place.clone(),
                message!("{owner} needs the field `{name}`", "{owner}には`{name}`が必要です", owner = self.owner),
                message!("add it, such as `{name}: {example}`", "追加してください。例: `{name}: {example}`"),
            ),
        }
    }

    /// The place of the name of a field.
    pub(crate) fn place(&self, name: &str) -> Option<Range<usize>> {
        self.map.0.iter().find(|entry| entry.name == name).map(|entry| entry.place.clone())
    }

    /// Reports the fields that were not read: they are unknown.
    pub(crate) fn finish(self, search: &Search) {
        for entry in self.map.0.iter().filter(|entry| !self.asked.contains(&entry.name.as_str())) {
            let meant = search.nearest_field(&entry.name, &self.asked);
            let help = match meant {
                Some(name) => message!("did you mean `{name}`?", "`{name}`のことですか？"),
                None => message!(
                    "remove it; {owner} may have {known}",
                    "この行を消してください。{owner}に書けるのは{known}です",
                    owner = self.owner,
                    known = list_of(&self.asked)
                ),
            };
            self.problems.error(
                "unknown-field",
                entry.place.clone(),
                message!(
                    "{owner} has no field `{name}`",
                    "{owner}に`{name}`というフィールドはありません",
                    owner = self.owner,
                    name = entry.name
                ),
                help,
            );
        }
    }
}
