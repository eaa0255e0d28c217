//! `serverlessconf new news`: an article as a draft.

use conference::{Slug, schema::ItemKind, template, url::Page};

use super::{
    ask::Questioner,
    desk::Desk,
    fields::{Values, front_matter, plain, scalar, texts},
    slug::{ask_slug, suggested},
};
use crate::{arguments::NewNews, clock::Clock};

pub(super) fn news(options: NewNews, questioner: Questioner) -> anyhow::Result<()> {
    let desk = Desk::open(&options.content)?;
    let comments = desk.comments();
    let title = questioner.text(options.title, "--title", comments.pick("題名", "Title"), None)?;
    let path = |slug: &Slug| format!("news/{slug}.md");
    let slug =
        ask_slug(questioner, comments, options.slug, suggested(&title).as_deref(), |slug| desk.taken(&path(slug)))?;
    let today = Clock::System.now(&desk.conference.event.timezone).moment().date().to_string();
    let mut values: Values = vec![
        ("title", scalar(&title)),
        ("published", plain(options.published.unwrap_or(today))?),
        ("draft", "true".to_owned()),
    ];
    if !options.tag.is_empty() {
        values.push(("tags", texts(&options.tag)));
    }
    let body = comments.pick(template::NEWS.japanese, template::NEWS.english);
    let text = front_matter(ItemKind::News, &values, comments) + body;
    desk.write(&[(path(&slug), text)], None, &Page::Article(slug))
}
