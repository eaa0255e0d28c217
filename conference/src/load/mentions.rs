//! Collects the pages that mention speakers: those whose texts link to a speaker or to an interview with them.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Interview, Session, Slug, Speaker, conference::Index, url::Page};

/// The place of a page among those that mention somebody: sessions, interviews, news, each in the order of their list.
type Place = (usize, usize);

/// Adds to every speaker the pages that mention them. Their own sessions and interviews are on their page already.
pub(super) fn collect(
    links: &[(Page, Page)],
    speakers: &mut [Speaker],
    interviews: &[Interview],
    sessions: &[Session],
    index: &Index,
) {
    let mut found: BTreeMap<usize, BTreeSet<Place>> = BTreeMap::new();
    let mut pages: BTreeMap<Place, &Page> = BTreeMap::new();
    for (from, to) in links {
        let Some(place) = place(from, index) else { continue };
        for person in people(to, interviews, index).iter().filter_map(|slug| index.speakers.get(slug)) {
            let slug = &speakers[*person].slug;
            let is_own = match from {
                Page::Session(_) => sessions[place.1].people().any(|other| other == slug),
                Page::Interview(_) => interviews[place.1].speakers.contains(slug),
                _ => false,
            };
            if !is_own {
                found.entry(*person).or_default().insert(place);
                pages.insert(place, from);
            }
        }
    }
    for (person, places) in found {
        speakers[person].mentions = places.into_iter().map(|place| pages[&place].clone()).collect();
    }
}

/// The place of a page; `None` if it mentions nobody, or is not published.
fn place(page: &Page, index: &Index) -> Option<Place> {
    match page {
        Page::Session(slug) => Some((0, *index.sessions.get(slug)?)),
        Page::Interview(slug) => Some((1, *index.interviews.get(slug)?)),
        Page::Article(slug) => Some((2, *index.articles.get(slug)?)),
        _ => None,
    }
}

/// The people that a link to a page mentions.
fn people<'p>(page: &'p Page, interviews: &'p [Interview], index: &Index) -> &'p [Slug] {
    match page {
        Page::Speaker(slug) => std::slice::from_ref(slug),
        Page::Interview(slug) => index.interviews.get(slug).map_or(&[], |place| &interviews[*place].speakers),
        _ => &[],
    }
}
