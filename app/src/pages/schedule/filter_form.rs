//! The form that filters the schedule: a plain GET form, which the island makes immediate.

use conference::{
    filter::{SessionFilter, TEXT},
    url::Page,
};
use leptos::prelude::*;

use super::choices::label;
use crate::context::context;

/// The form around the choices of every facet.
#[component]
pub(super) fn FilterForm<'a>(filter: &'a SessionFilter, choices: AnyView) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let action = context.url(&Page::Schedule(SessionFilter::default()));
    view! {
        <search>
            <form class="filter-form" method="get" action=action autocomplete="off">
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
            </form>
        </search>
    }
}

/// The active filters as links that take one away, and the way back to everything.
#[component]
pub(super) fn Chips<'a>(filter: &'a SessionFilter) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let chip = |label: String, facet: &'static str, value: String, rest: SessionFilter| {
        let remove = messages.remove_filter(&label);
        view! {
            <li>
                <a class="chip" href=context.url(&Page::Schedule(rest)) data-facet=facet data-value=value aria-label=remove>
                    {label}
                </a>
            </li>
        }
    };
    let mut items: Vec<_> = filter
        .iter()
        .map(|(facet, value)| {
            let rest = filter.clone().without(facet, value);
            let label = label(&context, facet, value).unwrap_or_else(|| value.to_owned());
            chip(label, facet.name(), value.to_owned(), rest)
        })
        .collect();
    if !filter.text().is_empty() {
        let mut rest = filter.clone();
        rest.set_text("");
        items.push(chip(filter.text().to_owned(), TEXT, String::new(), rest));
    }
    let all = context.url(&Page::Schedule(SessionFilter::default()));
    view! {
        <div class="active-filters" hidden=filter.is_empty()>
            <ul class="chips" aria-label=messages.active_filters data-remove=messages.remove_filter("{}")>{items}</ul>
            <a class="clear" href=all data-clear="">{messages.clear}</a>
        </div>
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
