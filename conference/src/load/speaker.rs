//! Reads `program/speakers/<slug>.md`.

use std::sync::Arc;

use super::{
    context::Context,
    item::{Item, Schema},
    photo,
};
use crate::{Localized, Slug, Speaker, diagnostic::words};

pub(super) const SCHEMA: Schema = Schema {
    owner: words!("a speaker", "登壇者"),
    texts: &["name", "organization", "role", "removed"],
    others: &["reading", "links", "photo", "pictures", "allow"],
};

/// Reads a speaker; `None` without a valid name.
pub(super) fn read<'a>(slug: &Slug, item: &Item<'a>, context: &Context<'a>) -> Option<Speaker> {
    let reader = item.reader(context);
    let mut fields = item.fields();
    let name = item.required_text(&mut fields, &reader, "name", "Allan Espinosa");
    let reading = fields
        .optional("reading", |node| reader.scalar(node, words!("the reading of a name", "名前の読み"), "よしだしんご"));
    let organization = item.optional_text(&mut fields, &reader, "organization");
    let role = item.optional_text(&mut fields, &reader, "role");
    let links = fields.optional("links", |node| reader.links(node)).unwrap_or_default();
    let photo = fields.optional("photo", |node| photo::read(&reader, node, item.document.path, context));
    item.finish(fields, &reader);
    Some(Speaker {
        slug: slug.clone(),
        name: name?,
        reading: reading.map(str::to_owned),
        organization,
        role,
        links,
        photo,
        body: Localized::new(context.default_language(), Arc::default()),
        sessions: Vec::new(),
        interviews: Vec::new(),
        mentions: Vec::new(),
    })
}
