//! Makes the files of speakers.

use super::settings::EventSettings;
use crate::{
    Field, Item, Place, Value,
    schedule::{links, names::Assigned, programme::Person},
};

/// The file of a speaker.
pub(super) fn item(person: &Person, name: &Assigned, settings: &EventSettings) -> Item {
    let mut checks: Vec<_> = name.check.iter().chain(&person.checks).cloned().collect();
    let field = |name, value| Field { name, value, check: None };
    let mut fields = vec![match person.name.is_empty() {
        true => Field {
            name: "name",
            value: Value::Text(name.slug.to_string()),
            check: Some(String::from("the source does not tell the name")),
        },
        false => field("name", person.name.value(&settings.languages)),
    }];
    if let Some(line) = person.line.as_deref().map(str::trim).filter(|line| !line.is_empty()) {
        let check = String::from("a line about the person; an employer in it belongs in `organization`");
        fields.push(Field { name: "role", value: Value::Text(line.to_owned()), check: Some(check) });
    }
    fields.push(field("links", links::value(&person.links, &mut checks)));
    if let Some(photo) = person.photo.as_deref().filter(|photo| links::is_web(photo)) {
        checks.push(format!("to show the portrait, save {photo} beside this file and name it in `photo`"));
    }
    Item { place: Place::Speaker(name.slug.clone()), checks, fields, body: person.biography.markdown() }
}
