//! `serverlessconf new series`: a series of interviews, with room for the questions that it asks everybody.

use conference::{Slug, schema::ItemKind, template, url::Page};

use super::{
    ask::Questioner,
    desk::Desk,
    fields::{Values, front_matter, scalar},
    slug::{ask_slug, suggested},
};
use crate::arguments::NewSeries;

pub(super) fn series(options: NewSeries, questioner: Questioner) -> anyhow::Result<()> {
    let desk = Desk::open(&options.content)?;
    let comments = desk.comments();
    let name =
        questioner.text(options.name, "--name", comments.pick("シリーズの名前", "The name of the series"), None)?;
    let path = |slug: &Slug| format!("interviews/series/{slug}.md");
    let slug =
        ask_slug(questioner, comments, options.slug, suggested(&name).as_deref(), |slug| desk.taken(&path(slug)))?;
    let values: Values = vec![("name", scalar(&name))];
    let body = comments.pick(template::SERIES.japanese, template::SERIES.english);
    let text = front_matter(ItemKind::Series, &values, comments) + body;
    desk.write(&[(path(&slug), text)], None, &Page::Series(slug.to_string()))
}
