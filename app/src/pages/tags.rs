//! Tags: all of them, and everything with one.

use conference::{
    Tag,
    filter::{Facet, SessionFilter},
    url::Page,
};
use leptos::prelude::*;

use super::missing::Missing;
use crate::{
    context::context,
    parts::{ArticleCard, InterviewCard, Level, Notice, SessionCard},
    shell::{Interaction, Shell},
};

#[component]
pub(super) fn TagsPage() -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let all = &context.conference.tags;
    let items = all
        .iter()
        .map(|(tag, tagged)| {
            let href = context.url(&Page::Tag(tag.clone()));
            let count = messages.item_count(tagged.pages.len());
            view! { <li><a href=href>{tagged.name.clone()}</a>" "<span class="count">{count}</span></li> }
        })
        .collect_view();
    let list = match all.is_empty() {
        true => view! { <p>{messages.no_tags}</p> }.into_any(),
        false => view! { <ul class="tags tag-index">{items}</ul> }.into_any(),
    };
    let description = all.values().map(|tagged| tagged.name.as_str()).collect::<Vec<_>>().join(", ");
    let main = view! { <h1>{messages.tags}</h1>{list} };
    view! { <Shell title={Some(messages.tags.to_owned())} description=description kind="tags-main">{main}</Shell> }
        .into_any()
}

#[component]
pub(super) fn TagPage(tag: Tag) -> AnyView {
    let context = context();
    let messages = context.messages;
    let conference = &context.conference;
    let Some(tagged) = conference.tags.get(&tag) else { return view! { <Missing/> }.into_any() };
    let mut sessions = Vec::new();
    let mut interviews = Vec::new();
    let mut articles = Vec::new();
    for page in &tagged.pages {
        match page {
            Page::Session(slug) => sessions.extend(conference.session(slug)),
            Page::Interview(slug) => interviews.extend(conference.interview(slug)),
            Page::Article(slug) => articles.extend(conference.article(slug)),
            _ => {}
        }
    }
    // The schedule knows a tag by each of its spellings.
    let spelling = sessions
        .iter()
        .flat_map(|session| &session.tags)
        .find(|name| Tag::of(name).as_ref() == Some(&tag))
        .map(|name| context.url(&Page::Schedule(SessionFilter::default().with(Facet::Tag, name))));
    let schedule = spelling.map(|href| view! { <p class="more"><a href=href>{messages.tag_in_schedule}</a></p> });
    let notice = (!sessions.is_empty()).then(|| view! { <Notice/> });
    let interaction = if sessions.is_empty() { Interaction::Static } else { Interaction::Scripts };
    let sessions = sessions
        .into_iter()
        .map(|session| view! { <SessionCard session=session level=Level::Third/> }.into_any())
        .collect();
    let interviews = interviews
        .into_iter()
        .map(|interview| view! { <li><InterviewCard interview=interview level=Level::Third/></li> }.into_any())
        .collect();
    let articles = articles
        .into_iter()
        .map(|article| view! { <li><ArticleCard article=article level=Level::Third/></li> }.into_any())
        .collect();
    let name = tagged.name.clone();
    let main = view! {
        <h1><span class="hash" aria-hidden="true">"#"</span>{name.clone()}</h1>
        {section(messages.sessions, None, sessions)}
        {notice}{schedule}
        {section(messages.interviews, Some("interview-list"), interviews)}
        {section(messages.news, Some("article-list"), articles)}
        <p class="more"><a href=context.url(&Page::Tags)>{messages.all_tags}</a></p>
    };
    let description = messages.item_count(tagged.pages.len());
    let title = Some(format!("#{name}"));
    view! { <Shell title=title description=description kind="tag-main" interaction=interaction>{main}</Shell> }
        .into_any()
}

/// What there is of one kind, in a list of a class where the items are no landmarks of their own.
fn section(title: &'static str, list: Option<&'static str>, items: Vec<AnyView>) -> Option<impl IntoView + use<>> {
    if items.is_empty() {
        return None;
    }
    let items = match list {
        Some(class) => view! { <ul class=class>{items}</ul> }.into_any(),
        None => items.into_any(),
    };
    Some(view! { <section><h2>{title}</h2>{items}</section> })
}
