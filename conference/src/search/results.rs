//! The results of a search: candidates of the index whose texts have all words.

use std::collections::BTreeSet;

use super::{
    document::{Item, Kind},
    excerpt::{Run, excerpt, marked},
    folded::Folded,
    index::Index,
    query::Query,
    terms,
    texts::Field,
};
use crate::{Conference, Language, words::contains};

/// The most results of each kind if all kinds are listed.
const OF_EACH_KIND: usize = 5;
/// The most results if one kind is listed.
const OF_ONE_KIND: usize = 20;
/// The most candidates of a kind whose texts are read.
const MOST_READ: usize = 100;

/// So many pieces of texts are loaded to know the number of results.
const FEW_PIECES: usize = 8;

/// The results of a search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The kinds with results, in the order of [`Kind::ALL`].
    pub groups: Vec<Group>,
}

/// The results of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// How many items there are, in all pages of results.
    pub count: Count,
    /// The best results.
    pub hits: Vec<Hit>,
    /// The candidates before those that are not read yet, if there are any: where the next page of results begins.
    pub next: Option<usize>,
}

/// A number of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Exactly so many.
    Exactly(usize),
    /// So many candidates, of which only some were read.
    About(usize),
}

impl Count {
    /// The number.
    pub fn number(self) -> usize {
        match self {
            Self::Exactly(number) | Self::About(number) => number,
        }
    }
}

/// A result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The item.
    pub item: Item,
    /// The language of its texts.
    pub language: Language,
    /// The title, or the question, with the words marked.
    pub title: Vec<Run>,
    /// The sentence around the first word, with the words marked; empty if there is no text.
    pub excerpt: Vec<Run>,
}

impl Results {
    /// How many results there are of all kinds.
    pub fn count(&self) -> Count {
        let number = self.groups.iter().map(|group| group.count.number()).sum();
        match self.groups.iter().all(|group| matches!(group.count, Count::Exactly(_))) {
            true => Count::Exactly(number),
            false => Count::About(number),
        }
    }
}

/// The versions of an item that are candidates, the preferred language first.
struct Versions {
    rank: u32,
    item: usize,
    /// The positions of the languages in the event.
    languages: Vec<usize>,
}

impl Index {
    /// Searches. Of an item in several languages, the version in `preferred` is the result if it has all words.
    pub fn search(&self, conference: &Conference, query: &Query, preferred: &Language) -> Results {
        let words = query.words();
        if words.is_empty() {
            return Results::default();
        }
        let languages = &conference.event.languages;
        let position = |language: &Language| languages.iter().position(|own| own == language);
        let is_exact = words.iter().all(|word| terms::are_exact(word, &terms::of_word(word)));
        let preferred = position(preferred);
        let mut items: Vec<Versions> = Vec::new();
        let wanted = query.language.as_ref().map(position);
        for candidate in self.candidates(&words) {
            let (item, language) =
                (candidate.document as usize / self.languages, candidate.document as usize % self.languages);
            if wanted.is_some_and(|wanted| wanted != Some(language)) {
                continue;
            }
            match items.last_mut().filter(|last| last.item == item) {
                Some(versions) if Some(language) == preferred => {
                    versions.rank = candidate.rank;
                    versions.languages.insert(0, language);
                }
                Some(versions) => versions.languages.push(language),
                None => items.push(Versions { rank: candidate.rank, item, languages: vec![language] }),
            }
        }
        let kinds = Kind::ALL.into_iter().filter(|kind| query.kind.is_none_or(|wanted| wanted == *kind));
        let groups = kinds.map(|kind| {
            let range = self.kind(kind);
            let place = |item: usize| items.partition_point(|versions| versions.item < item);
            let mut candidates: Vec<&Versions> = items[place(range.start)..place(range.end)].iter().collect();
            candidates.sort_by_key(|versions| versions.rank);
            let hit = |versions: &Versions| {
                let mut languages = versions.languages.iter().map(|&language| &languages[language]);
                languages.find_map(|language| self.hit(conference, versions.item, language, &words))
            };
            self.group(kind, &candidates, query, is_exact, hit)
        });
        Results { groups: groups.filter(|group| group.count.number() > 0).collect() }
    }

    /// The results of a kind from its candidates, the best first. `hit` reads the texts of a candidate.
    fn group(
        &self,
        kind: Kind,
        candidates: &[&Versions],
        query: &Query,
        is_exact: bool,
        hit: impl Fn(&Versions) -> Option<Hit>,
    ) -> Group {
        let limit = if query.kind.is_some() { OF_ONE_KIND } else { OF_EACH_KIND };
        // A browser has few pieces to load, or has them already: all are read, and the number is exact.
        let reads_all = !is_exact && self.count_text_pieces(candidates) <= FEW_PIECES;
        let (mut hits, mut refused, mut next) = (Vec::new(), 0, query.from);
        let first = if reads_all { 0 } else { query.from };
        let last = if reads_all { candidates.len() } else { query.from.saturating_add(MOST_READ) };
        for (place, versions) in candidates.iter().enumerate().take(last).skip(first) {
            if hits.len() == limit && !reads_all {
                break;
            }
            let hit = hit(versions);
            refused += usize::from(hit.is_none());
            if place >= query.from && hits.len() < limit {
                hits.extend(hit);
                next = place + 1;
            }
        }
        let count = candidates.len() - refused;
        let is_whole = first == 0 && next == candidates.len();
        let count = if is_exact || reads_all || is_whole { Count::Exactly(count) } else { Count::About(count) };
        Group { kind, count, hits, next: Some(next).filter(|next| *next < candidates.len()) }
    }

    /// How many pieces have the texts of candidates; no more than it takes to know that they are many.
    fn count_text_pieces(&self, candidates: &[&Versions]) -> usize {
        let mut pieces = BTreeSet::new();
        for versions in candidates {
            pieces.insert(self.text_pieces().partition_point(|first| *first <= versions.item));
            if pieces.len() > FEW_PIECES {
                break;
            }
        }
        pieces.len()
    }

    /// The result of a version of an item, if its texts have all words.
    fn hit(&self, conference: &Conference, item: usize, language: &Language, words: &[Box<str>]) -> Option<Hit> {
        let item = self.item(item);
        let texts = conference.texts_of(item, language);
        let folded = texts.0.each_ref().map(|text| Folded::of(text));
        if !words.iter().all(|word| folded.iter().any(|field| contains(&field.text, word))) {
            return None;
        }
        let title = match item {
            Item::Question(..) | Item::SharedQuestion(_) => &texts.0[Field::Question as usize],
            _ => texts.0[Field::Title as usize].lines().next().unwrap_or_default(),
        };
        Some(Hit {
            item: item.clone(),
            language: language.clone(),
            title: marked(title, words),
            excerpt: excerpt(&texts.0[Field::Text as usize], &folded[Field::Text as usize], words),
        })
    }
}
