//! The index: for every term the fields that have it, cut into pieces of which a query needs few.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{
    document::{Item, Kind, items},
    folded::Folded,
    strings::Strings,
    terms::{self, Sought},
    texts::FIELDS,
    vlq,
};
use crate::Conference;

/// The bytes of a piece of the terms. A longer list is a piece of its own.
const PIECE: usize = 24 * 1024;
/// Lists of all terms with the same beginning are made if the lists of these terms would take more bytes.
const LONG: usize = 4 * 1024;
/// The bytes of texts in a piece: a result needs that of its item only.
const TEXTS: usize = 12 * 1024;
/// The same for sessions, which the schedule needs all.
const SESSION_TEXTS: usize = 32 * 1024;
/// The mark after the beginning that the terms of a list share. No term has it.
const ANY: char = '*';

/// An index of everything that a search finds.
///
/// A document is an item in a language; its number is that of the item times the count of languages, and that of the
/// language. A field has the number of its document times the count of fields, and its own.
#[derive(Debug)]
pub struct Index {
    pub(super) languages: usize,
    pub(super) items: Vec<Item>,
    kinds: [Range<usize>; Kind::ALL.len()],
    /// All terms, in the order of their UTF-16 code units, as JavaScript compares strings.
    terms: Strings,
    /// For each term, the numbers of its fields.
    lists: Strings,
    /// The first term of each piece.
    pieces: Vec<usize>,
    /// The first item in each piece of the texts.
    texts: Vec<usize>,
}

/// A document that has all words of a search, as far as its index can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) document: u32,
    /// The sum of the best fields of all words: the lower, the better.
    pub(super) rank: u32,
}

impl Index {
    /// Builds the index. A large site takes a second.
    pub fn new(conference: &Conference) -> Self {
        let (items, kinds) = items(conference);
        let languages = &conference.event.languages;
        let mut fields: FxHashMap<Box<str>, Vec<u32>> = FxHashMap::default();
        let (mut texts, mut size) = (Vec::new(), 0);
        for (place, item) in items.iter().enumerate() {
            let most = if kinds[Kind::Session as usize].contains(&place) { SESSION_TEXTS } else { TEXTS };
            // The schedule loads the pieces of the sessions, and nothing else.
            if size >= most || place == 0 || place == kinds[Kind::Session as usize].end {
                texts.push(place);
                size = 0;
            }
            for language in conference.languages_of(item) {
                let number = languages.iter().position(|own| own == language).unwrap_or_default();
                for (field, text) in conference.texts_of(item, language).0.iter().enumerate() {
                    size += text.len();
                    let unit = ((place * languages.len() + number) * FIELDS + field) as u32;
                    terms::of_text(&Folded::of(text).text, |term| match fields.get_mut(term) {
                        Some(units) if units.last() == Some(&unit) => {}
                        Some(units) => units.push(unit),
                        None => _ = fields.insert(term.into(), vec![unit]),
                    });
                }
            }
        }
        let mut terms: Vec<(Box<str>, Vec<u32>)> = fields.into_iter().collect();
        terms.sort_unstable_by(|(one, _), (other, _)| terms::order(one, other));
        let mut index = Self {
            languages: languages.len(),
            items,
            kinds,
            terms: Strings::default(),
            lists: Strings::default(),
            pieces: Vec::new(),
            texts,
        };
        index.add_terms(&terms);
        index
    }

    /// Adds sorted terms with their fields, and the lists of terms with the same beginning.
    fn add_terms(&mut self, terms: &[(Box<str>, Vec<u32>)]) {
        let mut list = String::new();
        let mut size = PIECE;
        let mut add = |index: &mut Self, term: &str, fields: &[u32]| {
            list.clear();
            vlq::write(fields.iter().copied(), &mut list);
            let length = term.len() + list.len() + "\"\":\"\",".len();
            if size + length > PIECE {
                index.pieces.push(index.terms.len());
                size = 0;
            }
            size += length;
            index.terms.push(term);
            index.lists.push(&list);
        };
        for (place, (term, fields)) in terms.iter().enumerate() {
            // The beginnings that this term is the first to have, the shortest first.
            let shared = place.checked_sub(1).map_or(0, |before| terms::common(&terms[before].0, term));
            let mut beginnings: Vec<(usize, Vec<u32>)> = Vec::new();
            for (end, character) in
                term.char_indices().map(|(start, character)| (start + character.len_utf8(), character))
            {
                let is_sought = crate::words::is_spaced(character) || end == character.len_utf8();
                if end > shared
                    && is_sought
                    && let Some(all) = beginning(&terms[place..], &term[..end])
                {
                    beginnings.push((end, all));
                }
            }
            let mut beginnings = beginnings.into_iter().peekable();
            while let Some((end, all)) = beginnings.next_if(|(end, _)| *end < term.len()) {
                add(self, &format!("{}{ANY}", &term[..end]), &all);
            }
            add(self, term, fields);
            if let Some((_, all)) = beginnings.next() {
                add(self, &format!("{term}{ANY}"), &all);
            }
        }
    }

    /// The range of the items of a kind.
    pub fn kind(&self, kind: Kind) -> Range<usize> {
        self.kinds[kind as usize].clone()
    }

    /// An item by its number.
    pub fn item(&self, place: usize) -> &Item {
        &self.items[place]
    }

    /// The first term of each piece, in ascending order of UTF-16 code units.
    pub fn pieces(&self) -> impl ExactSizeIterator<Item = &str> {
        self.pieces.iter().map(|&place| self.terms.get(place))
    }

    /// The terms of a piece with their lists; `None` if there is no such piece.
    pub fn piece(&self, number: usize) -> Option<impl Iterator<Item = (&str, &str)>> {
        let start = *self.pieces.get(number)?;
        let end = self.pieces.get(number + 1).copied().unwrap_or(self.terms.len());
        Some((start..end).map(|place| (self.terms.get(place), self.lists.get(place))))
    }

    /// The first item in each piece of the texts.
    pub fn text_pieces(&self) -> &[usize] {
        &self.texts
    }

    /// The first items of the pieces of the texts as text: the differences from one to the next.
    pub fn text_pieces_as_text(&self) -> String {
        let mut text = String::new();
        vlq::write(self.texts.iter().map(|&place| place as u32), &mut text);
        text
    }

    /// The items in a piece of the texts; `None` if there is no such piece.
    pub fn text_piece(&self, number: usize) -> Option<Range<usize>> {
        let start = *self.texts.get(number)?;
        Some(start..self.texts.get(number + 1).copied().unwrap_or(self.items.len()))
    }

    /// The approximate memory use in bytes.
    pub fn weight(&self) -> usize {
        let questions = self.items.len() * (size_of::<Item>() + 16);
        self.terms.weight()
            + self.lists.weight()
            + questions
            + (self.pieces.len() + self.texts.len()) * size_of::<usize>()
    }

    /// The documents that have all words, by number. Whether a document has them indeed, its texts tell.
    pub(super) fn candidates(&self, words: &[Box<str>]) -> Vec<Candidate> {
        let mut all: Option<Vec<Candidate>> = None;
        for word in words {
            let fields = self.fields_with(&terms::of_word(word));
            let mut documents: Vec<Candidate> = Vec::with_capacity(fields.len());
            for field in fields {
                let (document, rank) = (field / FIELDS as u32, field % FIELDS as u32);
                // The best field of a document comes first.
                if documents.last().is_none_or(|last| last.document != document) {
                    documents.push(Candidate { document, rank });
                }
            }
            all = Some(match all {
                None => documents,
                Some(before) => both(&before, &documents),
            });
        }
        all.unwrap_or_default()
    }

    /// The fields with all parts of a word.
    fn fields_with(&self, sought: &[Sought]) -> Vec<u32> {
        let mut all: Option<Vec<u32>> = None;
        for sought in sought {
            let fields = self.fields(sought);
            all = Some(match all {
                None => fields,
                Some(mut before) => {
                    let mut rest = fields.into_iter().peekable();
                    before.retain(|field| {
                        while rest.next_if(|other| other < field).is_some() {}
                        rest.peek() == Some(field)
                    });
                    before
                }
            });
        }
        all.unwrap_or_default()
    }

    fn fields(&self, sought: &Sought) -> Vec<u32> {
        let exactly = |term: &str| {
            let place = self.first_from(term);
            (place < self.terms.len() && self.terms.get(place) == term).then(|| self.lists.get(place))
        };
        match sought {
            Sought::Exactly(term) => vlq::read(exactly(term).unwrap_or_default()).collect(),
            Sought::Beginning(beginning) => {
                if let Some(list) = exactly(&format!("{beginning}{ANY}")) {
                    return vlq::read(list).collect();
                }
                let mut fields: Vec<u32> = (self.first_from(beginning)..self.terms.len())
                    .take_while(|&place| self.terms.get(place).starts_with(&**beginning))
                    .flat_map(|place| vlq::read(self.lists.get(place)))
                    .collect();
                fields.sort_unstable();
                fields.dedup();
                fields
            }
        }
    }

    /// The place of the first term that is not before this one.
    fn first_from(&self, term: &str) -> usize {
        let (mut start, mut end) = (0, self.terms.len());
        while start < end {
            let middle = start.midpoint(end);
            if terms::order(self.terms.get(middle), term).is_lt() {
                start = middle + 1;
            } else {
                end = middle;
            }
        }
        start
    }
}

/// The fields of all terms with the same beginning as the first one, if there are several and their lists are long.
fn beginning(terms: &[(Box<str>, Vec<u32>)], beginning: &str) -> Option<Vec<u32>> {
    let count = terms.iter().take_while(|(term, _)| term.starts_with(beginning)).count();
    let range = &terms[..count];
    let size: usize = range.iter().map(|(term, fields)| term.len() + fields.len() + 8).sum();
    if count < 2 || size <= LONG {
        return None;
    }
    let mut fields: Vec<u32> = range.iter().flat_map(|(_, fields)| fields).copied().collect();
    fields.sort_unstable();
    fields.dedup();
    Some(fields)
}

/// The documents of both lists, with the sums of their ranks.
fn both(one: &[Candidate], other: &[Candidate]) -> Vec<Candidate> {
    let mut rest = other.iter().peekable();
    let in_other = |candidate: &Candidate| {
        while rest.next_if(|other| other.document < candidate.document).is_some() {}
        let other = rest.peek().filter(|other| other.document == candidate.document)?;
        Some(Candidate { document: candidate.document, rank: candidate.rank + other.rank })
    };
    one.iter().filter_map(in_other).collect()
}
