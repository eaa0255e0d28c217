//! Checks whether all pages of paginated lists are present.

use std::collections::BTreeMap;

use conference::message;

use super::record::Record;
use crate::Skipped;

/// The paginated lists, by URL without page number.
#[derive(Default)]
pub(super) struct Pages(BTreeMap<String, List>);

#[derive(Default)]
struct List {
    /// The number of objects present, and the total.
    there: usize,
    count: Option<usize>,
    /// The URL of the next or the previous page.
    other: String,
}

impl Pages {
    /// Counts the objects of a response that is a page.
    pub(super) fn count(&mut self, answer: &Record) {
        let Some(other) = answer.next.as_deref().or(answer.previous.as_deref()) else { return };
        let address = other.split('?').next().unwrap_or(other);
        let list = self.0.entry(address.to_owned()).or_default();
        list.there += answer.results.0.len();
        list.count = answer.count.as_deref().and_then(|count| count.parse().ok());
        // The last page has no next page, but a previous one.
        if answer.next.0.is_some() || list.other.is_empty() {
            other.clone_into(&mut list.other);
        }
    }

    /// Reports lists with missing pages.
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
