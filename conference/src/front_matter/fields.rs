//! Reads the fields of a map one after another, and finds those that nobody asked for.

use std::ops::Range;

use super::{Map, Node, Value};
use crate::{
    diagnostic::Problems,
    read::{Search, list_of},
};

/// The fields of a map while they are read.
///
/// A field that is missing, or that its reader refuses, never keeps the others from being read.
pub(crate) struct Fields<'a> {
    map: &'a Map,
    /// What has these fields, with its article: "a session".
    owner: &'static str,
    /// Where a missing field is reported.
    place: Range<usize>,
    asked: Vec<&'static str>,
    problems: &'a Problems,
}

impl<'a> Fields<'a> {
    /// Begins to read a map.
    pub(crate) fn of(map: &'a Map, owner: &'static str, place: Range<usize>, problems: &'a Problems) -> Self {
        Self { map, owner, place, asked: Vec::new(), problems }
    }

    /// The value of a field, where it has one. A name without a value counts as absent.
    pub(crate) fn node(&mut self, name: &'static str) -> Option<&'a Node> {
        self.asked.push(name);
        let entry = self.map.0.iter().find(|entry| entry.name == name)?;
        (entry.node.value != Value::Empty).then_some(&entry.node)
    }

    /// Reads a field that may be absent.
    pub(crate) fn optional<T>(&mut self, name: &'static str, read: impl FnOnce(&'a Node) -> Option<T>) -> Option<T> {
        self.node(name).and_then(read)
    }

    /// Reads a field that must be there; `example` is its value in the help.
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
                format!("`{name}` has no value"),
                format!("write its value after the colon, such as `{name}: {example}`"),
            ),
            None => self.problems.error(
                "missing-field",
                self.place.clone(),
                format!("{} needs the field `{name}`", self.owner),
                format!("add it, such as `{name}: {example}`"),
            ),
        }
    }

    /// Where the name of a field stands, if it is there.
    pub(crate) fn place(&self, name: &str) -> Option<Range<usize>> {
        self.map.0.iter().find(|entry| entry.name == name).map(|entry| entry.place.clone())
    }

    /// Reports the fields that nobody asked for.
    pub(crate) fn finish(self, search: &Search) {
        for entry in self.map.0.iter().filter(|entry| !self.asked.contains(&entry.name.as_str())) {
            let meant = search.nearest_field(&entry.name, &self.asked);
            let help = match meant {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("remove it; {} may have {}", self.owner, list_of(&self.asked)),
            };
            self.problems.error(
                "unknown-field",
                entry.place.clone(),
                format!("{} has no field `{}`", self.owner, entry.name),
                help,
            );
        }
    }
}
