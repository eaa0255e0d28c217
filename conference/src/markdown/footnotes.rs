//! Footnotes: collected while reading, and numbered by their first reference.

use std::{collections::BTreeMap, ops::Range};

use super::spanned::Spanned;

/// The footnotes of a file.
#[derive(Debug, Default)]
pub(super) struct Footnotes<'a> {
    /// By label in lower case.
    pub(super) definitions: BTreeMap<String, Definition<'a>>,
    /// In the order of the first references.
    pub(super) notes: Vec<Note>,
    /// The position of the question to which the text belongs that is being written.
    pub(super) asked: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Definition<'a> {
    pub(super) label: String,
    pub(super) span: Range<usize>,
    pub(super) events: Vec<Spanned<'a>>,
    /// From 1; `None` until it is referenced.
    pub(super) number: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Note {
    pub(super) key: String,
    pub(super) id: String,
    /// The ids of its references.
    pub(super) references: Vec<String>,
    /// The questions that refer to it, and `None` for other parts, in the order of the text.
    pub(super) referrers: Vec<Option<usize>>,
}

impl<'a> Footnotes<'a> {
    /// Stores a footnote. Returns the label if it is defined already; the first definition is kept.
    pub(super) fn define(&mut self, label: &str, span: Range<usize>, events: Vec<Spanned<'a>>) -> Option<String> {
        let key = label.to_lowercase();
        if self.definitions.contains_key(&key) {
            return Some(label.to_owned());
        }
        self.definitions.insert(key, Definition { label: label.to_owned(), span, events, number: None });
        None
    }

    /// The content of all footnotes.
    pub(super) fn texts(&self) -> impl Iterator<Item = &[Spanned<'a>]> {
        self.definitions.values().map(|definition| definition.events.as_slice())
    }

    /// The footnotes without references.
    pub(super) fn unused(&self) -> Vec<(String, Range<usize>)> {
        let unused = self.definitions.values().filter(|definition| definition.number.is_none());
        unused.map(|definition| (definition.label.clone(), definition.span.clone())).collect()
    }
}
