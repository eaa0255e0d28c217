//! An article of the news in a list.

use conference::{Article, url::Page};
use leptos::prelude::*;

use super::{Level, TagLinks, heading, moment, tagged, title, unpublished};
use crate::{context::context, dates};

/// An article in a list, titled by a heading of a level.
#[component]
pub(crate) fn ArticleCard<'a>(article: &'a Article, level: Level) -> impl IntoView + use<> {
    let context = context();
    let (_, lang) = context.tagged(&article.title);
    let title = title(&context, &article.title);
    let href = context.url(&Page::Article(article.slug.clone()));
    let published = moment(&context, article.published, dates::date(context.messages, article.published.date()));
    let summary = article.summary.as_ref().map(|text| view! { <p class="summary">{tagged(&context, text)}</p> });
    let mark = unpublished(&context, (!article.draft).then_some(article.published));
    view! {
        <article class="article-card">
            <p class="interview-meta">{published}{mark}</p>
            {heading(level, "article-title", view! { <a href=href lang=lang>{title}</a> })}
            {summary}
            <TagLinks tags=&article.tags/>
        </article>
    }
}
