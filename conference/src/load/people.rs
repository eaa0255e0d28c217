//! Reads references to speakers.

use super::{context::Context, files::Kind};
use crate::{
    Slug,
    front_matter::Node,
    message,
    read::{FieldReader, Placed},
};

/// Reads one speaker or a list, without duplicates.
pub(super) fn list<'a>(reader: &FieldReader<'a>, node: &'a Node, context: &Context<'_>) -> Vec<Placed<Slug>> {
    let mut people: Vec<Placed<Slug>> = Vec::new();
    for person in reader.values(node, |node| context.reference(reader, node, Kind::Speaker)) {
        if people.iter().any(|known| known.value == person.value) {
            let message = message!("`{slug}` is written twice", "`{slug}`が2回書かれています", slug = person.value);
            reader.problems.warning(
                "duplicate-speaker",
                person.span,
                message,
                message!("remove one of them", "どちらかを消してください"),
            );
        } else {
            people.push(person);
        }
    }
    people
}
