//! One article of the news.

use conference::{Article, Slug, url::Page};
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::context,
    parts::{self, Origin, Outdated, PaperLinks, Prose, TagLinks, publication, tagged, unpublished},
    shell::Shell,
};

#[component]
pub(super) fn ArticlePage(slug: Slug) -> AnyView {
    let context = context();
    let Some(article) = context.conference.article(&slug) else { return view! { <Missing/> }.into_any() };
    let messages = context.messages;
    let (title, lang) = context.tagged(&article.title);
    let phrased = parts::title(&context, &article.title);
    let body = &article.body.get(&context.language).1;
    let description = match &article.summary {
        Some(summary) => context.text(summary).to_owned(),
        None => body.text.clone(),
    };
    let mark = unpublished(&context, (!article.draft).then_some(article.published));
    let published = publication(&context, article.published, article.updated);
    let author = article.author.as_ref().map(|author| {
        let label = format!("{}: ", messages.author);
        view! { <span>{label}{tagged(&context, author)}</span> }
    });
    let change = article.updated.filter(|_| article.outdated.contains(&context.language));
    let reading = messages.reading_time(body.reading_time.minutes());
    let summary = article.summary.as_ref().map(|text| view! { <p class="lead">{tagged(&context, text)}</p> });
    let main = view! {
        <article class="article">
            <header class="article-header">
                {mark.map(|mark| view! { <p>{mark}</p> })}
                <h1 lang=lang>{phrased}</h1>
                {summary}
                <p class="interview-meta">{published}{author}<span>{reading}</span></p>
                <TagLinks tags=&article.tags/>
            </header>
            <Outdated change=change/>
            <Prose body=&article.body/>
            <PaperLinks html=vec![&body.html]/>
            <Origin source=article.source.as_ref() licence=article.licence.as_deref()/>
        </article>
        <Neighbours article=article/>
    };
    view! { <Shell title={Some(title)} description=description kind="article-main" sheet=Some("/reading.css")>{main}</Shell> }.into_any()
}

/// The articles before and after this one.
#[component]
fn Neighbours<'a>(article: &'a Article) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let entry = |rel: &'static str, label: &'static str, slug: &Slug| {
        let other = context.conference.article(slug)?;
        let (title, lang) = context.tagged(&other.title);
        let href = context.url(&Page::Article(slug.clone()));
        Some(view! {
            <li class=rel><span class="direction">{label}</span><a href=href rel=rel lang=lang>{title}</a></li>
        })
    };
    let older = article.previous.as_ref().and_then(|slug| entry("prev", messages.older_article, slug));
    let newer = article.next.as_ref().and_then(|slug| entry("next", messages.newer_article, slug));
    let all = context.url(&Page::News);
    view! {
        <nav class="neighbours" aria-label=messages.news>
            <ul>{older}{newer}<li class="all"><a href=all>{messages.all_news}</a></li></ul>
        </nav>
    }
}
