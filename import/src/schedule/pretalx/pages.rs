//! The pages that lists of the API come in: whether all of them are there.

use std::collections::BTreeMap;

use conference::message;

use super::record::Record;
use crate::Skipped;

/// The lists that have several pages, by their addresses without the number of the page.
#[derive(Default)]
pub(super) struct Pages(BTreeMap<String, List>);

#[derive(Default)]
struct List {
    /// How many objects are there, and how many there should be.
    there: usize,
    count: Option<usize>,
    /// The address of the next page, or of one before.
    other: String,
}

impl Pages {
    /// Counts the objects of an answer that is a page of several.
    pub(super) fn count(&mut self, answer: &Record) {
        let Some(other) = answer.next.as_deref().or(answer.previous.as_deref()) else { return };
        let address = other.split('?').next().unwrap_or(other);
        let list = self.0.entry(address.to_owned()).or_default();
        list.there += answer.results.0.len();
        list.count = answer.count.as_deref().and_then(|count| count.parse().ok());
        // The last page tells of no next one, but of the one before it.
        if answer.next.0.is_some() || list.other.is_empty() {
            other.clone_into(&mut list.other);
        }
    }

    /// Tells which lists have further pages.
    pub(super) fn missing(&self) -> Vec<Skipped> {
        let missing = self.0.values().filter(|list| list.count.is_none_or(|count| list.there < count));
        let reason = |list: &List| {
            let other = &list.other;
            message!(
                "this is one page of several; another one is {other}",
                "複数ページのうちの一部です。ほかのページ: {other}"
            )
        };
        missing.map(|list| Skipped { line: None, reason: reason(list) }).collect()
    }
}
