//! Files that people gave another name since an import wrote them, as its comments may ask.

use std::collections::{BTreeMap, BTreeSet};

use crate::{Place, likeness::Features};

/// How much of two texts is compared at least before they are called alike.
const LEAST: usize = 24;

/// The places that files have by now, by those that an import gave them.
///
/// `lost` is what was written into files that are not there any more, `others` are files that no import claims. One is
/// the other where the text is the same, or else the title or name, or else most of the words; what fits several is none.
pub fn renamed(lost: &[(Place, String)], others: &[(Place, String)]) -> BTreeMap<Place, Place> {
    let mut found = BTreeMap::new();
    let rules: [fn(&str, &str) -> bool; 3] = [is_same, has_same_name, is_alike];
    for rule in rules {
        let taken: BTreeSet<Place> = found.values().cloned().collect();
        let fits = |(from, old): &(Place, String), (to, new): &(Place, String)| {
            !taken.contains(to) && is_same_kind(from, to) && rule(old, new)
        };
        let open: Vec<_> = lost.iter().filter(|(place, _)| !found.contains_key(place)).collect();
        let mut now = BTreeMap::new();
        for one in &open {
            let mut candidates = others.iter().filter(|other| fits(one, other));
            if let (Some(other), None) = (candidates.next(), candidates.next())
                && open.iter().filter(|one| fits(one, other)).count() == 1
            {
                now.insert(one.0.clone(), other.0.clone());
            }
        }
        found.extend(now);
    }
    found
}

fn is_same_kind(one: &Place, other: &Place) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn is_same(old: &str, new: &str) -> bool {
    old == new
}

fn has_same_name(old: &str, new: &str) -> bool {
    let name = |text: &str| {
        let mut lines = text.lines().skip_while(|line| !line.starts_with("title:") && !line.starts_with("name:"));
        let first = lines.next()?.to_owned();
        Some(lines.take_while(|line| line.starts_with(' ')).fold(first, |name, line| name + line))
    };
    name(old).is_some_and(|old| name(new) == Some(old))
}

fn is_alike(old: &str, new: &str) -> bool {
    let (old, new) = (Features::of(old), Features::of(new));
    old.weight().min(new.weight()) >= LEAST && old.has_answers_of(&new)
}

#[cfg(test)]
mod tests {
    use conference::Slug;

    use super::*;

    fn session(slug: &str, title: &str, body: &str) -> (Place, String) {
        let place = Place::Session(Slug::parse(slug).expect("a slug"));
        (place, format!("---\ntitle: {title}\nformat: talk\n---\n\n{body}\n"))
    }

    #[track_caller]
    fn check(lost: &[(Place, String)], others: &[(Place, String)], expected: &[(&str, &str)]) {
        let path = |slug: &str| Place::Session(Slug::parse(slug).expect("a slug"));
        let expected = expected.iter().map(|(from, to)| (path(from), path(to))).collect();
        assert_eq!(renamed(lost, others), expected);
    }

    #[test]
    fn a_file_is_known_by_its_text_its_title_or_its_words() {
        let lost = [session("a", "Alpha", "Short."), session("b", "Beta", "Words that say how functions sleep.")];
        check(&lost, &[session("x", "Alpha", "Short.")], &[("a", "x")]);
        check(&lost, &[session("x", "Alpha", "Other.")], &[("a", "x")]);
        check(&lost, &[session("x", "Gamma", "More words that say how functions sleep.")], &[("b", "x")]);
        check(&lost, &[session("x", "Gamma", "Short.")], &[]);
        let speaker = (Place::Speaker(Slug::parse("x").expect("a slug")), lost[0].1.clone());
        check(&lost, &[speaker], &[]);
    }

    #[test]
    fn what_fits_several_is_none() {
        let lost = [session("a", "Lunch", "One."), session("b", "Lunch", "Two.")];
        check(&lost, &[session("x", "Lunch", "Three.")], &[]);
        check(&lost[..1], &[session("x", "Lunch", "Three."), session("y", "Lunch", "Four.")], &[]);
        check(&lost, &[session("x", "Lunch", "One."), session("y", "Lunch", "Four.")], &[("a", "x"), ("b", "y")]);
    }
}
