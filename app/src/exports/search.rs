//! The search index in files for browsers: the list of the pieces, the terms, and the texts.
//!
//! `public/search.js` reads them. A query needs the pieces of its terms, and the texts of the results that are shown.

use std::collections::BTreeMap;

use conference::{Language, fold, search::Kind};
use serde::Serialize;

use super::made::Made;
use crate::{search_details::details, site::Site};

/// The first file, which a browser loads before any other.
#[derive(Serialize)]
struct Pieces<'a> {
    /// The home page of each language, in the order in which documents are numbered.
    languages: Vec<(&'a str, String)>,
    /// The first item of each kind, and the item after its last one.
    kinds: BTreeMap<&'static str, [usize; 2]>,
    /// The first term of each piece of the terms.
    terms: Vec<&'a str>,
    /// The first item of each piece of the texts, each as the difference from the one before it (base64 VLQ).
    texts: String,
    /// Variant characters, each followed by its usual form.
    variants: String,
}

/// The list of the pieces.
pub(super) fn index(site: &Site) -> Made {
    let conference = &site.conference;
    let index = conference.search_index();
    let default = conference.event.default_language();
    let home = |language| format!("{}{}", site.urls.base_path, conference::url::Page::Home.path(language, default));
    let pieces = Pieces {
        languages: conference.event.languages.iter().map(|language| (language.as_str(), home(language))).collect(),
        kinds: Kind::ALL.map(|kind| (kind.name(), [index.kind(kind).start, index.kind(kind).end])).into(),
        terms: index.pieces().collect(),
        texts: index.text_pieces_as_text(),
        variants: fold::variant_pairs(),
    };
    made(&pieces)
}

/// A piece of the terms.
#[derive(Serialize)]
struct Terms {
    /// The terms in ascending order, with a space before each but the first: how many characters it shares with the one
    /// before it (a digit, at most 9), and the others. Compressed, this is a seventh smaller than an object of lists.
    terms: String,
    /// Their lists of fields in the same order: each field as the difference from the one before it (base64 VLQ).
    lists: String,
}

/// A piece of the terms; `None` if there is no such piece.
pub(super) fn terms(site: &Site, number: usize) -> Option<Made> {
    let (mut terms, mut lists) = (String::new(), String::new());
    let mut before = "";
    for (term, list) in site.conference.search_index().piece(number)? {
        if !before.is_empty() {
            terms.push(' ');
            lists.push(' ');
        }
        let pairs = before.chars().zip(term.chars()).take(9);
        let shared = pairs.take_while(|(one, other)| one == other).count();
        terms.push_str(&shared.to_string());
        terms.extend(term.chars().skip(shared));
        lists.push_str(list);
        before = term;
    }
    Some(made(&Terms { terms, lists }))
}

/// An item in a piece of the texts.
#[derive(Serialize)]
struct Item<'a> {
    /// Its path after that of the home page, with the id of its place there.
    path: String,
    /// The languages in which its page has a text of its own, if they are others than those of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pages: Option<Vec<&'a str>>,
    /// Its fields, and its details, in every language in which it has a text of its own.
    #[serde(flatten)]
    versions: BTreeMap<&'a str, Vec<String>>,
}

/// A piece of the texts: an array of items. `None` if there is no such piece.
pub(super) fn texts(site: &Site, number: usize) -> Option<Made> {
    let conference = &site.conference;
    let index = conference.search_index();
    let default = conference.event.default_language();
    let items = index.text_piece(number)?.map(|place| {
        let item = index.item(place);
        let (page, id) = conference.place_of(item);
        let id = id.map(|id| format!("#{id}")).unwrap_or_default();
        let versions = conference.languages_of(item).map(|language| {
            let texts = conference.texts_of(item, language).0;
            let texts = texts.into_iter().map(|text| text.trim_end().to_owned());
            (language.as_str(), texts.chain([details(conference, item, language)]).collect())
        });
        let versions: BTreeMap<_, _> = versions.collect();
        let pages: Vec<_> = conference.languages_of_page(item).into_iter().map(Language::as_str).collect();
        let has_others = pages.len() != versions.len() || pages.iter().any(|page| !versions.contains_key(page));
        Item { path: page.path(default, default)[1..].to_owned() + &id, pages: has_others.then_some(pages), versions }
    });
    Some(made(&items.collect::<Vec<_>>()))
}

fn made(value: &impl Serialize) -> Made {
    let body = serde_json::to_string(value).expect("every key is text");
    Made { media_type: "application/json", body: body.into() }
}
