//! The choices of the filter: every facet in which the sessions differ, with its values.

use std::collections::HashSet;

use conference::{
    Format, Level,
    filter::{Facet, SEPARATOR, SessionFilter},
};
use leptos::prelude::*;

use crate::{context::Context, filter_words::label};

/// The facets that are in sight; the others are under "more filters".
pub(super) const FIRST: [Facet; 4] = [Facet::Day, Facet::Room, Facet::Track, Facet::Format];
pub(super) const FURTHER: [Facet; 5] = [Facet::Language, Facet::Level, Facet::Tag, Facet::Speaker, Facet::Interview];

/// The part of the form in which values are chosen.
pub(in crate::pages) fn choices(context: &Context, filter: &SessionFilter) -> AnyView {
    let group = |(facet, values): (Facet, Vec<String>)| {
        let item = |value: &String| item(context, facet, value, Choice::if_true(filter.contains(facet, value)));
        group(context, facet, values.iter().map(item).collect_view().into_any())
    };
    let [first, further] = [&FIRST[..], &FURTHER].map(|facets| useful(context, facets).map(group).collect::<Vec<_>>());
    let further = (!further.is_empty()).then(|| further.into_any());
    around(context, first.into_any(), further)
}

/// The choices around the groups in sight and the further ones.
pub(super) fn around(context: &Context, first: AnyView, further: Option<AnyView>) -> AnyView {
    let further = further.map(|further| {
        view! {
            <details class="more-filters">
                <summary>{context.messages.more_filters}</summary>
                <div class="filter-groups">{further}</div>
            </details>
        }
    });
    view! {
        <div class="filter-groups">{first}</div>
        {further}
    }
    .into_any()
}

/// The facets in which sessions differ, with their values.
pub(super) fn useful(context: &Context, facets: &'static [Facet]) -> impl Iterator<Item = (Facet, Vec<String>)> {
    let with_values = facets.iter().map(|facet| (*facet, values(context, *facet)));
    with_values.filter(|(facet, values)| values.len() > 1 || (*facet == Facet::Interview && !values.is_empty()))
}

/// The values of one facet.
pub(super) fn group(context: &Context, facet: Facet, items: AnyView) -> AnyView {
    let legend = context.messages.facet_name(facet);
    if !is_select(facet) {
        return view! {
            <fieldset class="filter-group"><legend>{legend}</legend><div class="choices">{items}</div></fieldset>
        }
        .into_any();
    }
    let id = format!("filter-{}", facet.name());
    view! {
        <div class="filter-group">
            <label for=id.clone()>{legend}</label>
            <select id=id name=facet.name()><option value="">{context.messages.any}</option>{items}</select>
        </div>
    }
    .into_any()
}

/// Whether a filter has a value.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    Chosen,
    NotChosen,
}

impl Choice {
    fn if_true(condition: bool) -> Self {
        if condition { Self::Chosen } else { Self::NotChosen }
    }
}

/// Whether there are usually so many values that a list takes less room.
fn is_select(facet: Facet) -> bool {
    matches!(facet, Facet::Tag | Facet::Speaker)
}

/// One value.
pub(super) fn item(context: &Context, facet: Facet, value: &str, choice: Choice) -> AnyView {
    let is_chosen = choice == Choice::Chosen;
    let label = label(context, facet, value);
    let value = value.to_owned();
    if is_select(facet) {
        return view! { <option value=value selected=is_chosen>{label}</option> }.into_any();
    }
    view! {
        <label class="choice">
            <input type="checkbox" name=facet.name() value=value checked=is_chosen/>
            <span>{label}</span>
        </label>
    }
    .into_any()
}

/// The values that sessions have for a facet, in the order of lists.
fn values(context: &Context, facet: Facet) -> Vec<String> {
    let conference = &context.conference;
    let event = &conference.event;
    let values = conference.sessions.iter().flat_map(|session| session.facets[facet as usize].split(SEPARATOR));
    let used: HashSet<&str> = values.filter(|value| !value.is_empty()).collect();
    let known: Vec<String> = match facet {
        Facet::Day => event.days.iter().map(ToString::to_string).collect(),
        Facet::Format => Format::ALL.iter().map(|format| format.name().to_owned()).collect(),
        Facet::Level => Level::ALL.iter().map(|level| level.name().to_owned()).collect(),
        Facet::Track => event.tracks.iter().map(|track| track.id.to_string()).collect(),
        Facet::Room => event.rooms.iter().map(|room| room.id.to_string()).collect(),
        Facet::Speaker => conference.speakers.iter().map(|speaker| speaker.slug.to_string()).collect(),
        Facet::Starred => Vec::new(),
        Facet::Language | Facet::Interview | Facet::Tag => {
            let mut values: Vec<_> = used.iter().copied().map(str::to_owned).collect();
            values.sort_unstable();
            values
        }
    };
    known.into_iter().filter(|value| used.contains(value.as_str())).collect()
}
