//! The results of earlier loads that take the most time: front matter, bodies, and two checks.
//!
//! - Front matter depends on the bytes of its file.
//! - A body also depends on its language and on the answers to the questions of the text: the places to which its links lead,
//!   and the pictures that it shows.
//! - The spelling of names depends on the files of an item and on the names of all speakers.
//! - The likeness of questions depends on all questions.

use std::{cell::RefCell, sync::Arc};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{bodies::Found, sources::Sources, wordings::Similar};
use crate::{
    Body, Language, Transcript,
    diagnostic::Problem,
    front_matter::{Extent, Map},
};

/// The most results in one place: that of the present bytes of a file, and that of the last good ones.
const VERSIONS: usize = 2;

/// The results of earlier loads.
#[derive(Debug, Default)]
pub(super) struct Cache {
    front_matter: Versions<Digest, Arc<FrontMatter>>,
    articles: Versions<(Digest, Language), Made<Body>>,
    transcripts: Versions<(Digest, Language), Made<Transcript>>,
    spelling: Versions<Digest, Misspelled>,
    wordings: Results<Digest, Arc<[Similar]>>,
}

/// A BLAKE3 digest.
pub(super) type Digest = [u8; 32];

/// The results for each path.
#[derive(Debug)]
pub(super) struct Versions<K, V>(FxHashMap<String, Results<K, V>>);

/// Results with all that they depend on, the last used first.
#[derive(Debug)]
struct Results<K, V>(Vec<(K, V)>);

/// Front matter, with its problems.
#[derive(Debug)]
pub(super) struct FrontMatter {
    pub(super) map: Arc<Map>,
    pub(super) extent: Extent,
    pub(super) problems: Vec<Problem>,
}

/// A rendered body, with everything that was found in it.
#[derive(Debug)]
pub(super) struct Made<T> {
    pub(super) value: Arc<T>,
    pub(super) found: Arc<Found>,
}

/// The names that the files of an item spell differently, each with the place of its file: 0 is the original, and the
/// translations follow.
pub(super) type Misspelled = Arc<[(usize, Problem)]>;

impl<T> Clone for Made<T> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), found: self.found.clone() }
    }
}

impl<K, V> Default for Versions<K, V> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<K, V> Default for Results<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V: Clone> Results<K, V> {
    fn find(&mut self, key: &K, holds: impl Fn(&V) -> bool) -> Option<V> {
        let place = self.0.iter().position(|(known, value)| known == key && holds(value))?;
        self.0[..=place].rotate_right(1);
        Some(self.0[0].1.clone())
    }

    fn keep(&mut self, key: K, value: V) {
        self.0.truncate(VERSIONS - 1);
        self.0.insert(0, (key, value));
    }
}

impl<K, V> Versions<K, V> {
    fn retain(&mut self, present: &FxHashSet<&str>) {
        self.0.retain(|path, _| present.contains(path.as_str()));
    }
}

impl Cache {
    /// Forgets files that are gone.
    pub(super) fn retain(&mut self, sources: &Sources) {
        let present = sources.files.iter().map(|file| file.path.as_str()).collect();
        self.front_matter.retain(&present);
        self.articles.retain(&present);
        self.transcripts.retain(&present);
        self.spelling.retain(&present);
    }
}

/// The result for a path from the cache, if there is one that depends on the same and holds; otherwise it is made.
fn find_or_make<K: PartialEq, V: Clone>(
    cache: Option<&RefCell<Cache>>,
    versions: fn(&mut Cache) -> &mut Versions<K, V>,
    path: &str,
    key: K,
    holds: impl Fn(&V) -> bool,
    make: impl FnOnce() -> V,
) -> V {
    let Some(cache) = cache else { return make() };
    if let Some(known) = versions(&mut cache.borrow_mut()).0.get_mut(path).and_then(|results| results.find(&key, holds))
    {
        return known;
    }
    let value = make();
    versions(&mut cache.borrow_mut()).0.entry(path.to_owned()).or_default().keep(key, value.clone());
    value
}

/// The front matter of a file.
pub(super) fn front_matter(
    cache: Option<&RefCell<Cache>>,
    path: &str,
    digest: Digest,
    parse: impl FnOnce() -> FrontMatter,
) -> Arc<FrontMatter> {
    find_or_make(cache, |cache| &mut cache.front_matter, path, digest, |_| true, || parse().into())
}

/// The body of a file in its language. Whether the answers to the questions of the text still hold is up to the caller.
pub(super) fn body<T: Cached>(
    cache: Option<&RefCell<Cache>>,
    path: &str,
    key: (Digest, Language),
    holds: impl Fn(&Found) -> bool,
    render: impl FnOnce() -> Made<T>,
) -> Made<T> {
    find_or_make(cache, T::versions, path, key, |made| holds(&made.found), render)
}

/// The spelling of names in the files of an item, by the path of its original and the digest of all that it depends on.
pub(super) fn spelling(
    cache: Option<&RefCell<Cache>>,
    path: &str,
    digest: Digest,
    check: impl FnOnce() -> Vec<(usize, Problem)>,
) -> Misspelled {
    find_or_make(cache, |cache| &mut cache.spelling, path, digest, |_| true, || check().into())
}

/// The questions that are nearly those of other files, by the digest of all questions.
pub(super) fn wordings(
    cache: Option<&RefCell<Cache>>,
    digest: Digest,
    find: impl FnOnce() -> Vec<Similar>,
) -> Arc<[Similar]> {
    let known = cache.and_then(|cache| cache.borrow_mut().wordings.find(&digest, |_| true));
    known.unwrap_or_else(|| {
        let found: Arc<[Similar]> = find().into();
        if let Some(cache) = cache {
            cache.borrow_mut().wordings.keep(digest, found.clone());
        }
        found
    })
}

/// A kind of bodies.
pub(super) trait Cached: Sized {
    fn versions(cache: &mut Cache) -> &mut Versions<(Digest, Language), Made<Self>>;
}

impl Cached for Body {
    fn versions(cache: &mut Cache) -> &mut Versions<(Digest, Language), Made<Self>> {
        &mut cache.articles
    }
}

impl Cached for Transcript {
    fn versions(cache: &mut Cache) -> &mut Versions<(Digest, Language), Made<Self>> {
        &mut cache.transcripts
    }
}
