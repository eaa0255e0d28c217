//! All news, the newest first.

use conference::url::Page;
use leptos::prelude::*;

use crate::{
    context::context,
    parts::{ArticleCard, FeedsLink, Level},
    shell::Shell,
};

#[component]
pub(super) fn NewsPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let articles = &context.conference.articles;
    let items = articles
        .iter()
        .map(|article| view! { <li><ArticleCard article=article level=Level::Second/></li> })
        .collect_view();
    let list = match articles.is_empty() {
        true => view! { <p>{messages.no_news}</p> }.into_any(),
        false => view! { <ol class="article-list" reversed="">{items}</ol> }.into_any(),
    };
    let tags = (!context.conference.tags.is_empty())
        .then(|| view! { <p class="more"><a href=context.url(&Page::Tags)>{messages.all_tags}</a></p> });
    let titles = articles.iter().map(|article| context.text(&article.title)).collect::<Vec<_>>();
    let description = titles.join(" · ");
    let main = view! { <h1>{messages.news}</h1>{list}{tags}<FeedsLink/> };
    view! { <Shell title={Some(messages.news.to_owned())} description=description kind="news">{main}</Shell> }
        .into_any()
}
