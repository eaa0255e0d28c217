//! `serverlessconf new speaker`: a person, with the biography still to be written.

use conference::{Slug, message, schema::ItemKind, url::Page};

use super::{
    ask::Questioner,
    desk::{Desk, NewFile},
    fields::{Comments, Values, front_matter, scalar},
    slug::{ask_slug, suggested},
};
use crate::arguments::NewSpeaker;

pub(super) fn speaker(options: NewSpeaker, questioner: Questioner) -> anyhow::Result<()> {
    let desk = Desk::open(&options.content)?;
    let comments = desk.comments();
    let name = questioner.text(options.name, "--name", comments.pick("名前", "Name"), None)?;
    let path = |slug: &Slug| speaker_file(slug, Vec::new(), comments).0;
    let slug =
        ask_slug(questioner, comments, options.slug, suggested(&name).as_deref(), |slug| desk.taken(&path(slug)))?;
    let organization = questioner.optional_text(options.organization, comments.pick("所属", "Organization"))?;
    let role = questioner.optional_text(options.role, comments.pick("役職", "Role"))?;
    let mut values: Values = vec![("name", scalar(&name))];
    values.extend(organization.map(|text| ("organization", scalar(&text))));
    values.extend(role.map(|text| ("role", scalar(&text))));
    let file = speaker_file(&slug, values, comments);
    let next = message!("write the biography below the second ---", "紹介文は2つめの --- の下に書きます");
    desk.write(&[file], Some(next), &Page::Speaker(slug))
}

/// The file of a speaker.
pub(super) fn speaker_file(slug: &Slug, values: Values, comments: Comments) -> NewFile {
    (format!("program/speakers/{slug}.md"), front_matter(ItemKind::Speaker, &values, comments))
}
