//! The order of interviews within their series.

use std::collections::BTreeMap;

use crate::{Interview, Slug};

/// Sets the numbers of interviews within their series, and their neighbours. Returns the interviews of every series, by its key,
/// in their order.
///
/// Expects the newest interview first, as in the list of a conference.
pub(super) fn order(interviews: &mut [Interview]) -> BTreeMap<String, Vec<Slug>> {
    // The oldest first; at the same time, by slug as in the list.
    let oldest_first: Vec<usize> = (0..interviews.len()).rev().collect();
    let mut series: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for &place in &oldest_first {
        if let Some(of) = &interviews[place].series {
            series.entry(of.key.clone()).or_default().push(place);
        }
    }
    let mut neighbours: Vec<(usize, Neighbours)> = Vec::with_capacity(interviews.len());
    for places in series.values_mut() {
        for (number, &place) in (1..).zip(places.iter()) {
            if let Some(of) = interviews[place].series.as_mut().filter(|of| of.number == 0) {
                of.number = number;
            }
        }
        // A stable sort keeps interviews with equal numbers in the order of publication.
        places.sort_by_key(|&place| interviews[place].series.as_ref().map(|of| of.number));
        neighbours.extend(pair(places, interviews, |_| true));
    }
    neighbours.extend(pair(&oldest_first, interviews, |interview| interview.series.is_none()));
    for (place, (previous, next)) in neighbours {
        interviews[place].previous = previous;
        interviews[place].next = next;
    }
    let slugs = |places: Vec<usize>| places.into_iter().map(|place| interviews[place].slug.clone()).collect();
    series.into_iter().map(|(key, places)| (key, slugs(places))).collect()
}

type Neighbours = (Option<Slug>, Option<Slug>);

/// The neighbours of some of the interviews of a sequence.
fn pair(order: &[usize], interviews: &[Interview], asks: impl Fn(&Interview) -> bool) -> Vec<(usize, Neighbours)> {
    let slug = |place: usize| order.get(place).map(|&place| interviews[place].slug.clone());
    let all = order.iter().enumerate().filter(|(_, place)| asks(&interviews[**place]));
    all.map(|(at, &place)| (place, (at.checked_sub(1).and_then(slug), slug(at + 1)))).collect()
}
