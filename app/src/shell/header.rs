//! The header of every page.

use conference::{filter::TEXT, url::Page};
use leptos::prelude::*;

use crate::{context::context, messages::Messages, parts::tagged};

/// The header of every page: the name of the site, its sections, the search and the languages.
#[component]
pub(super) fn Header() -> impl IntoView {
    let context = context();
    let (messages, page) = (context.messages, context.page.as_ref());
    let event = &context.conference.event;
    let schedule = Page::Schedule(Default::default());
    let mut entries = vec![
        (schedule.clone(), messages.schedule),
        (Page::Speakers, messages.speakers),
        (Page::Interviews, messages.interviews),
    ];
    if !context.conference.articles.is_empty() {
        entries.push((Page::News, messages.news));
    }
    entries.push((Page::About, messages.about));
    let section = page.map(|page| match page {
        Page::Schedule(_) | Page::Session(_) | Page::Now => schedule.clone(),
        Page::Plan(_) | Page::PlanSessions(_) | Page::PlanPaper(_) => schedule.clone(),
        Page::Speaker(_) => Page::Speakers,
        Page::Interview(_) | Page::Bilingual(..) => Page::Interviews,
        Page::Series(_) | Page::Questions | Page::Question(_) => Page::Interviews,
        Page::Article(_) => Page::News,
        page => page.clone(),
    });
    let items = entries
        .into_iter()
        .map(|(entry, label)| {
            let current = match (page, &section) {
                (Some(page), _) if *page == entry => Some("page"),
                (_, Some(section)) if *section == entry => Some("true"),
                _ => None,
            };
            view! { <li><a href=context.url(&entry) aria-current=current>{label}</a></li> }
        })
        .collect_view();
    let home = (page == Some(&Page::Home)).then_some("page");
    view! {
        <header class="site-header">
            <a class="site-name" href=context.url(&Page::Home) aria-current=home>{tagged(&context, &event.name)}</a>
            <nav class="site-nav" aria-label=messages.main_navigation><ul>{items}</ul></nav>
            <SearchBox/>
            <LanguageSwitch/>
        </header>
    }
}

/// The search of the whole site. The page of its results has a larger one.
#[component]
fn SearchBox() -> impl IntoView {
    let context = context();
    let label = context.messages.search_site();
    let action = context.url(&Page::Search(Default::default()));
    (!matches!(context.page, Some(Page::Search(_)))).then(|| {
        view! {
            <search class="site-search">
                <form method="get" action=action>
                    <input
                        type="search"
                        name=TEXT
                        aria-label=label
                        placeholder=label
                        maxlength="200"
                        enterkeyhint="search"
                        aria-keyshortcuts="/"
                    />
                </form>
            </search>
        }
    })
}

/// Links to the same page in the other languages; from an error page to their home pages.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let context = context();
    let event = &context.conference.event;
    let page = context.page.as_ref().unwrap_or(&Page::Home);
    let items = event
        .languages
        .iter()
        .map(|language| {
            let tag = language.to_string();
            let current = (*language == context.language).then_some("true");
            let href = page.in_language(&context.language, language).path(language, event.default_language());
            let name = Messages::endonym(language).to_owned();
            view! { <li><a href=href lang=tag.clone() hreflang=tag aria-current=current>{name}</a></li> }
        })
        .collect_view();
    let label = context.messages.languages;
    (event.languages.len() > 1).then(|| view! { <nav class="language-switch" aria-label=label><ul>{items}</ul></nav> })
}
