//! The form that filters the schedule: a plain GET form, which the island makes immediate.

use conference::{
    filter::{SessionFilter, TEXT},
    url::Page,
};
use leptos::prelude::*;

use super::choices::label;
use crate::{
    context::{Context, context},
    islands::Chip,
};

/// The form around the choices of every facet. The island finds the words that it needs in its `data-*`.
#[component]
pub(super) fn FilterForm<'a>(filter: &'a SessionFilter, choices: AnyView) -> impl IntoView + use<> {
    let context = context();
    let messages = context.messages;
    let action = context.url(&Page::Schedule(SessionFilter::default()));
    let all = context.conference.sessions.len();
    view! {
        <search>
            <form
                class="filter-form"
                method="get"
                action=action
                autocomplete="off"
                data-all=messages.session_count(all)
                data-some=messages.shown_of_template(all)
                data-active-filters=messages.active_filters
                data-remove-filter=messages.remove_filter("{}")
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
            </form>
        </search>
    }
}

/// The active filters, in the order of the form.
pub(super) fn chips(context: &Context, filter: &SessionFilter) -> Vec<Chip> {
    let mut chips: Vec<_> = filter
        .iter()
        .map(|(facet, value)| Chip {
            label: label(context, facet, value).unwrap_or_else(|| value.to_owned()),
            facet: facet.name().to_owned(),
            value: value.to_owned(),
            href: context.url(&Page::Schedule(filter.clone().without(facet, value))),
        })
        .collect();
    if !filter.text().is_empty() {
        let mut rest = filter.clone();
        rest.set_text("");
        let (label, href) = (filter.text().to_owned(), context.url(&Page::Schedule(rest)));
        chips.push(Chip { label, facet: TEXT.to_owned(), value: String::new(), href });
    }
    chips
}
