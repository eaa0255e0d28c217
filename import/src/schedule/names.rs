//! Assigns slugs to the items of a programme: those of earlier imports, those of the content, or new ones.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use conference::{Slug, fold::fold};

use crate::{
    Named, Place, Places,
    slug::{self, Taken},
};

/// An item that needs a slug.
pub(super) struct Wanted<'p> {
    /// Its key, with the family: `pretalx speaker ABC`.
    pub(super) key: String,
    /// Another key, which precedes if an earlier import has it.
    pub(super) guid: Option<String>,
    /// Its identifier in the source.
    pub(super) id: &'p str,
    /// The slug in the source.
    pub(super) given: Option<&'p str>,
    /// The name from which a slug is made.
    pub(super) name: &'p str,
    /// The name by which the content may already have it.
    pub(super) known_as: &'p str,
}

/// A slug; for a guess, with a remark.
pub(super) struct Assigned {
    pub(super) slug: Slug,
    pub(super) check: Option<String>,
}

/// Assigns a slug to each item, in the order of the list.
///
/// Items of earlier imports keep their slugs, even if they are renamed. New slugs are assigned in the order of the
/// keys, so that the order and the other items of the source do not affect them.
pub(super) fn assign(
    wanted: &[Wanted<'_>],
    kind: &str,
    known: &[Named],
    places: &Places,
    slug_of: impl Fn(&Place) -> Option<&Slug>,
) -> Vec<Assigned> {
    let earlier: BTreeMap<&str, &Slug> =
        places.iter().filter_map(|(key, place)| Some((key.as_str(), slug_of(place)?))).collect();
    let own_place = |one: &Wanted<'_>| {
        let by_guid = one.guid.as_deref().and_then(|guid| earlier.get(guid));
        by_guid.or_else(|| earlier.get(one.key.as_str())).copied()
    };
    let mut taken = Taken::default();
    earlier.values().for_each(|slug| taken.insert((*slug).clone()));
    known.iter().for_each(|named| taken.insert(named.slug.clone()));
    let present: BTreeSet<&Slug> = known.iter().map(|named| &named.slug).collect();
    let named: BTreeSet<_> = wanted.iter().filter_map(own_place).collect();
    // The items of the content that no earlier import wrote and that have a unique name.
    let mut by_name: HashMap<String, &Slug> = HashMap::new();
    for one in known.iter().rev().filter(|one| !named.contains(&one.slug)) {
        one.names.iter().for_each(|name| _ = by_name.insert(fold(name), &one.slug));
    }
    let mut order: Vec<_> = (0..wanted.len()).collect();
    order.sort_by_key(|&place| &wanted[place].key);
    let mut assigned: Vec<Option<Assigned>> = wanted.iter().map(|_| None).collect();
    let mut claimed: BTreeSet<Slug> = BTreeSet::new();
    for place in order {
        let one = &wanted[place];
        let there = by_name.get(&fold(one.known_as)).filter(|slug| !claimed.contains(**slug));
        let given = one.given.and_then(slug::given);
        let words = given.clone().or_else(|| slug::suggested(one.name));
        let by_id = slug::from_id(kind, one.id);
        // Two keys may have the same slug: a session may come back after another one took its name.
        let own = own_place(one).filter(|slug| !claimed.contains(*slug));
        let is_present = own.is_some_and(|slug| present.contains(slug));
        // If its file is missing, another file may match; otherwise it stays recorded that a person deleted it.
        let slug = match (own, there) {
            (Some(slug), _) if is_present => slug.clone(),
            (_, Some(slug)) => (*slug).clone(),
            (Some(slug), None) => slug.clone(),
            (None, None) => taken.take(words.clone().unwrap_or_else(|| by_id.clone())),
        };
        claimed.insert(slug.clone());
        // Decided from the slug alone, so that a later import gives the same remark.
        let guessed = words.is_none() && slug.as_str().starts_with(by_id.as_str());
        let check = guessed.then(|| {
            format!("the name of this file is its address; `{slug}` is a guess, as `{}` cannot be one", one.name.trim())
        });
        assigned[place] = Some(Assigned { slug, check });
    }
    assigned.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted<'p>(id: &'p str, name: &'p str) -> Wanted<'p> {
        Wanted { key: format!("x speaker {id}"), guid: None, id, given: None, name, known_as: name }
    }

    fn slugs(wanted: &[Wanted<'_>], known: &[Named], places: &Places) -> Vec<String> {
        assign(wanted, "speaker", known, places, |place| match place {
            Place::Speaker(slug) => Some(slug),
            _ => None,
        })
        .into_iter()
        .map(|assigned| assigned.slug.to_string())
        .collect()
    }

    #[test]
    fn neither_order_nor_new_names_move_slugs() {
        let (one, two) = (wanted("1", "Hana"), wanted("2", "Hana"));
        assert_eq!(slugs(&[one, two], &[], &Places::new()), ["hana", "hana-2"]);
        assert_eq!(slugs(&[wanted("2", "Hana"), wanted("1", "Hana")], &[], &Places::new()), ["hana-2", "hana"]);
        let place = |slug: &str| Place::Speaker(Slug::parse(slug).expect("a slug"));
        let places = Places::from([("x speaker 2".to_owned(), place("hana"))]);
        assert_eq!(slugs(&[wanted("1", "Hana"), wanted("2", "Renamed")], &[], &places), ["hana-2", "hana"]);
    }

    #[test]
    fn what_comes_back_after_its_name_was_taken_gets_another() {
        let place = || Place::Speaker(Slug::parse("hana").expect("a slug"));
        let places = Places::from([("x speaker 1".to_owned(), place()), ("x speaker 2".to_owned(), place())]);
        assert_eq!(slugs(&[wanted("2", "Hana"), wanted("1", "Hana")], &[], &places), ["hana-2", "hana"]);
    }

    #[test]
    fn whose_file_is_gone_is_found_by_name() {
        let place = |slug: &str| Place::Speaker(Slug::parse(slug).expect("a slug"));
        let named = Named { slug: Slug::parse("hana").expect("a slug"), names: vec!["Hana Example".to_owned()] };
        let places = Places::from([("x speaker 1".to_owned(), place("hana-example"))]);
        assert_eq!(slugs(&[wanted("1", "Hana Example")], &[named], &places), ["hana"]);
        assert_eq!(slugs(&[wanted("1", "Hana Example")], &[], &places), ["hana-example"]);
    }

    #[test]
    fn who_is_there_already_is_the_same_person() {
        let named = Named { slug: Slug::parse("hanako").expect("a slug"), names: vec!["例 花子".to_owned()] };
        let all = [wanted("1", "例　花子"), wanted("2", "例 花子"), wanted("3", "Hanako")];
        assert_eq!(slugs(&all, &[named], &Places::new()), ["hanako", "speaker-2", "hanako-2"]);
    }
}
