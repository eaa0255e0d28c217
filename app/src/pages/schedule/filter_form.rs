//! The form that filters the schedule: a plain GET form, which the island makes immediate.

use conference::{
    Format, Level,
    filter::{Facet, SEPARATOR, SessionFilter, TEXT},
    url::Page,
};
use leptos::prelude::*;

use crate::{context::Context, dates, messages::Messages};

/// One value of a facet and what it is called.
struct Choice {
    value: String,
    label: String,
}

/// The form with every facet in which the sessions differ.
pub(super) fn filter_form(context: Context<'_>, filter: &SessionFilter) -> impl IntoView + use<> {
    let messages = context.messages;
    let action = context.url(&Page::Schedule(SessionFilter::default()));
    let group = |facet: Facet| {
        let choices = choices(context, facet);
        let useful = choices.len() > 1 || (facet == Facet::Interview && !choices.is_empty());
        useful.then(|| match facet {
            Facet::Tag | Facet::Speaker => select(messages, facet, choices, filter).into_any(),
            _ => checkboxes(messages, facet, choices, filter).into_any(),
        })
    };
    let first = [Facet::Day, Facet::Format].into_iter().filter_map(group).collect::<Vec<_>>();
    let further =
        [Facet::Language, Facet::Level, Facet::Track, Facet::Room, Facet::Tag, Facet::Speaker, Facet::Interview];
    let further = further.into_iter().filter_map(group).collect::<Vec<_>>();
    let further = (!further.is_empty()).then(|| {
        view! {
            <details class="more-filters">
                <summary>{messages.more_filters}</summary>
                <div class="filter-groups">{further}</div>
            </details>
        }
    });
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
                <div class="filter-groups">{first}</div>
                {further}
            </form>
        </search>
    }
}

/// What is active, as links that take it away, and the way back to everything.
pub(super) fn chips(context: Context<'_>, filter: &SessionFilter) -> impl IntoView + use<> {
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
            let known = choices(context, facet).into_iter().find(|choice| choice.value == value);
            chip(known.map_or_else(|| value.to_owned(), |choice| choice.label), facet.name(), value.to_owned(), rest)
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

/// What is shown when nothing matches.
pub(super) fn no_match(context: Context<'_>, count: usize) -> impl IntoView + use<> {
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

fn checkboxes(
    messages: &'static Messages,
    facet: Facet,
    choices: Vec<Choice>,
    filter: &SessionFilter,
) -> impl IntoView + use<> {
    let items = choices
        .into_iter()
        .map(|Choice { value, label }| {
            let checked = filter.contains(facet, &value);
            view! {
                <label class="choice">
                    <input type="checkbox" name=facet.name() value=value checked=checked/>
                    <span>{label}</span>
                </label>
            }
        })
        .collect_view();
    let legend = messages.facet_name(facet);
    view! { <fieldset class="filter-group"><legend>{legend}</legend><div class="choices">{items}</div></fieldset> }
}

fn select(
    messages: &'static Messages,
    facet: Facet,
    choices: Vec<Choice>,
    filter: &SessionFilter,
) -> impl IntoView + use<> {
    let options = choices
        .into_iter()
        .map(|Choice { value, label }| {
            let selected = filter.contains(facet, &value);
            view! { <option value=value selected=selected>{label}</option> }
        })
        .collect_view();
    let legend = messages.facet_name(facet);
    let id = format!("filter-{}", facet.name());
    view! {
        <div class="filter-group">
            <label for=id.clone()>{legend}</label>
            <select id=id name=facet.name()><option value="">{messages.any}</option>{options}</select>
        </div>
    }
}

/// The values that sessions have for a facet, in the order of lists.
fn choices(context: Context<'_>, facet: Facet) -> Vec<Choice> {
    let messages = context.messages;
    let conference = context.conference;
    let event = &conference.event;
    let mut used: Vec<&str> = conference
        .sessions
        .iter()
        .flat_map(|session| session.facets.values[facet as usize].split(SEPARATOR))
        .filter(|value| !value.is_empty())
        .collect();
    used.sort_unstable();
    used.dedup();
    let is_used = |value: &str| used.binary_search(&value).is_ok();
    let choice = |value: &str, label: String| Choice { value: value.to_owned(), label };
    let choices: Vec<Choice> = match facet {
        Facet::Day => event.days.iter().map(|&day| choice(&day.to_string(), dates::short_day(messages, day))).collect(),
        Facet::Format => {
            Format::ALL.iter().map(|&format| choice(format.name(), messages.format_name(format).to_owned())).collect()
        }
        Facet::Level => {
            Level::ALL.iter().map(|&level| choice(level.name(), messages.level_name(level).to_owned())).collect()
        }
        Facet::Track => {
            event.tracks.iter().map(|track| choice(track.id.as_str(), context.text(&track.name).to_owned())).collect()
        }
        Facet::Room => {
            event.rooms.iter().map(|room| choice(room.id.as_str(), context.text(&room.name).to_owned())).collect()
        }
        Facet::Speaker => conference
            .speakers
            .iter()
            .map(|speaker| choice(speaker.slug.as_str(), context.text(&speaker.name).to_owned()))
            .collect(),
        Facet::Language => used
            .iter()
            .filter_map(|tag| conference::Language::parse(tag))
            .map(|language| choice(language.as_str(), messages.language_name(&language).to_owned()))
            .collect(),
        Facet::Interview => vec![choice("yes", messages.with_interview.to_owned())],
        Facet::Tag => used.iter().map(|tag| choice(tag, (*tag).to_owned())).collect(),
    };
    choices.into_iter().filter(|choice| is_used(&choice.value)).collect()
}
