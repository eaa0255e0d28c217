//! All news, the newest first.

use conference::url::Page;
use leptos::prelude::*;

use crate::{
    context::Context,
    parts::{Level, article_card},
    shell::{Content, Interaction},
};

pub(super) fn news(context: Context<'_>) -> Content {
    let messages = context.messages;
    let articles = &context.conference.articles;
    let items = articles
        .iter()
        .map(|article| view! { <li>{article_card(context, article, Level::Second)}</li> })
        .collect_view();
    let list = match articles.is_empty() {
        true => view! { <p>{messages.no_news}</p> }.into_any(),
        false => view! { <ol class="article-list" reversed="">{items}</ol> }.into_any(),
    };
    let tags = (!context.conference.tags.is_empty())
        .then(|| view! { <p class="more"><a href=context.url(&Page::Tags)>{messages.all_tags}</a></p> });
    let titles = articles.iter().map(|article| context.text(&article.title)).collect::<Vec<_>>();
    Content {
        title: Some(messages.news.to_owned()),
        description: titles.join(" · "),
        kind: "news",
        page: Some(Page::News),
        interaction: Interaction::Static,
        main: view! { <h1>{messages.news}</h1>{list}{tags} }.into_any(),
    }
}
