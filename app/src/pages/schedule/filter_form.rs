//! The form that filters the schedule: a plain GET form, which the island makes immediate.

use conference::{
    filter::{Facet, SessionFilter, TEXT},
    url::Page,
};
use leptos::prelude::*;

use super::choices::{Choice, item};
use crate::{context::context, filter_words::label, shell::document_title};

/// The form around the choices of every facet. The island finds the words that it needs in its `data-*`.
#[component]
pub(super) fn FilterForm<'a>(filter: &'a SessionFilter, choices: AnyView) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let action = context.url(&Page::Schedule(SessionFilter::default()));
    let all = context.conference.sessions.len();
    let title = |filter: Option<&str>| document_title(&context, Some(messages.schedule_title(filter)));
    view! {
        <search>
            <form
                class="filter-form"
                method="get"
                action=action
                autocomplete="off"
                data-all=messages.session_count(all)
                data-some=messages.shown_of_template(all)
                data-failed=messages.words_failed()
                data-title=title(None)
                data-titles=title(Some("{}"))
            >
                <div class="search-line">
                    <label for="filter-text">{messages.search}</label>
                    <input
                        id="filter-text"
                        type="search"
                        name=TEXT
                        value=filter.text().to_owned()
                        placeholder=messages.search_hint
                        maxlength="200"
                        enterkeyhint="search"
                    />
                    <button class="button" type="submit">{messages.apply}</button>
                </div>
                {choices}
                // The island shows it: only the browser knows the stars.
                <p class="starred-choice" hidden="">{item(&context, Facet::Starred, "yes", Choice::NotChosen)}</p>
            </form>
        </search>
    }
}

/// The active filters as links that take one away, and the way back to everything.
#[component]
pub(super) fn Chips<'a>(filter: &'a SessionFilter) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let mut items: Vec<_> = filter
        .iter()
        .map(|(facet, value)| {
            let label = label(&context, facet, value).unwrap_or_else(|| value.to_owned());
            let rest = filter.clone().without(facet, value);
            view! { <Chip label=label facet=facet.name() value=value.to_owned() rest=rest/> }
        })
        .collect();
    if !filter.text().is_empty() {
        let mut rest = filter.clone();
        rest.set_text("");
        items.push(view! { <Chip label=filter.text().to_owned() facet=TEXT value=String::new() rest=rest/> });
    }
    let whole = SessionFilter::default();
    let all = context.url(&Page::Schedule(whole.clone()));
    // The island fills copies of it.
    let model = view! { <Chip label=String::new() facet="" value=String::new() rest=whole/> };
    view! {
        <div class="active-filters" hidden=filter.is_empty()>
            <ul class="chips" aria-label=messages.active_filters>{items}</ul>
            <a class="clear" href=all data-clear="">{messages.clear}</a>
            <template data-remove=messages.remove_filter("{}")>{model}</template>
        </div>
    }
}

/// One active filter, and the schedule without it.
#[component]
fn Chip(label: String, facet: &'static str, value: String, rest: SessionFilter) -> impl IntoView {
    let context = context();
    let name = context.messages.remove_filter(&label);
    view! {
        <li>
            <a class="chip" href=context.url(&Page::Schedule(rest)) data-facet=facet data-value=value aria-label=name>
                {label}
            </a>
        </li>
    }
}

/// The note that nothing matches.
#[component]
pub(super) fn NoMatch(count: usize) -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let all = context.url(&Page::Schedule(SessionFilter::default()));
    view! {
        <div class="no-match" hidden={count > 0}>
            <p class="no-match-title">{messages.no_match}</p>
            <p>{messages.no_match_help}</p>
            <p><a class="button" href=all data-clear="">{messages.clear}</a></p>
        </div>
    }
}
