//! What there is to choose in the filter: every facet in which the sessions differ, with its values.

use std::collections::{HashMap, HashSet};

use conference::{
    Format, Language, Level, Slug,
    filter::{Facet, SEPARATOR, SessionFilter},
};
use leptos::prelude::*;

use crate::{context::Context, dates, pages::without_marks};

/// The facets that are in sight; the others are under "more filters".
const FIRST: [Facet; 2] = [Facet::Day, Facet::Format];
const FURTHER: [Facet; 7] =
    [Facet::Language, Facet::Level, Facet::Track, Facet::Room, Facet::Tag, Facet::Speaker, Facet::Interview];

/// The part of the form in which values are chosen.
pub(super) fn choices(context: Context<'_>, filter: &SessionFilter) -> AnyView {
    let group = |facet: Facet| {
        let values = values(context, facet);
        is_useful(facet, &values).then(|| group(context, facet, values, filter))
    };
    let first: Vec<_> = FIRST.into_iter().filter_map(group).collect();
    let further: Vec<_> = FURTHER.into_iter().filter_map(group).collect();
    let further = (!further.is_empty()).then(|| {
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

fn is_useful(facet: Facet, values: &[String]) -> bool {
    values.len() > 1 || (facet == Facet::Interview && !values.is_empty())
}

fn group(context: Context<'_>, facet: Facet, values: Vec<String>, filter: &SessionFilter) -> AnyView {
    let messages = context.messages;
    let items = values.iter().map(|value| item(context, facet, value, filter.contains(facet, value))).collect_view();
    let legend = messages.facet_name(facet);
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
            <select id=id name=facet.name()><option value="">{messages.any}</option>{items}</select>
        </div>
    }
    .into_any()
}

/// Whether there are usually so many values that a list takes less room.
fn is_select(facet: Facet) -> bool {
    matches!(facet, Facet::Tag | Facet::Speaker)
}

fn item(context: Context<'_>, facet: Facet, value: &str, is_chosen: bool) -> AnyView {
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

/// What a value is called.
pub(super) fn label(context: Context<'_>, facet: Facet, value: &str) -> Option<String> {
    let messages = context.messages;
    let event = &context.conference.event;
    let text = match facet {
        Facet::Day => dates::short_day(messages, value.parse().ok()?),
        Facet::Format => messages.format_name(Format::ALL.into_iter().find(|it| it.name() == value)?).to_owned(),
        Facet::Level => messages.level_name(Level::ALL.into_iter().find(|it| it.name() == value)?).to_owned(),
        Facet::Track => context.text(&event.tracks.iter().find(|it| it.id.as_str() == value)?.name).to_owned(),
        Facet::Room => context.text(&event.rooms.iter().find(|it| it.id.as_str() == value)?.name).to_owned(),
        Facet::Speaker => context.text(&context.conference.speaker(&Slug::parse(value)?)?.name).to_owned(),
        Facet::Language => messages.language_name(&Language::parse(value)?).to_owned(),
        Facet::Interview => (value == "yes").then(|| messages.with_interview.to_owned())?,
        Facet::Tag => value.to_owned(),
    };
    Some(text)
}

/// The values that sessions have for a facet, in the order of lists.
fn values(context: Context<'_>, facet: Facet) -> Vec<String> {
    let conference = context.conference;
    let event = &conference.event;
    let values = conference.sessions.iter().flat_map(|session| session.facets.values[facet as usize].split(SEPARATOR));
    let used: HashSet<&str> = values.filter(|value| !value.is_empty()).collect();
    let known: Vec<String> = match facet {
        Facet::Day => event.days.iter().map(ToString::to_string).collect(),
        Facet::Format => Format::ALL.iter().map(|format| format.name().to_owned()).collect(),
        Facet::Level => Level::ALL.iter().map(|level| level.name().to_owned()).collect(),
        Facet::Track => event.tracks.iter().map(|track| track.id.to_string()).collect(),
        Facet::Room => event.rooms.iter().map(|room| room.id.to_string()).collect(),
        Facet::Speaker => conference.speakers.iter().map(|speaker| speaker.slug.to_string()).collect(),
        Facet::Language | Facet::Interview | Facet::Tag => {
            let mut values: Vec<_> = used.iter().copied().map(str::to_owned).collect();
            values.sort_unstable();
            values
        }
    };
    known.into_iter().filter(|value| used.contains(value.as_str())).collect()
}

/// The choices of an empty filter, and what is to be written into them for a value that is chosen.
#[derive(Debug)]
pub(super) struct PreparedChoices {
    html: String,
    marks: HashMap<(Facet, String), (usize, String)>,
}

impl PreparedChoices {
    /// About what they take in memory, in bytes.
    pub(super) fn weight(&self) -> usize {
        let marks = self.marks.iter().map(|((_, value), (_, html))| value.len() + html.len());
        self.html.len() + marks.sum::<usize>()
    }

    pub(super) fn new(context: Context<'_>) -> Self {
        let html = without_marks(choices(context, &SessionFilter::default()).to_html());
        let mut marks = HashMap::new();
        let mut end = 0;
        for facet in FIRST.into_iter().chain(FURTHER) {
            let values = values(context, facet);
            if !is_useful(facet, &values) {
                continue;
            }
            for value in values {
                let [plain, chosen] =
                    [false, true].map(|chosen| without_marks(item(context, facet, &value, chosen).to_html()));
                let Some(start) = html[end..].find(&plain).map(|place| end + place) else { continue };
                let same = plain.bytes().zip(chosen.bytes()).take_while(|(one, other)| one == other).count();
                let place = (0..=same).rev().find(|place| plain.is_char_boundary(*place)).unwrap_or_default();
                let mark = chosen[place..place + (chosen.len() - plain.len())].to_owned();
                marks.insert((facet, value), (start + place, mark));
                end = start + plain.len();
            }
        }
        Self { html, marks }
    }

    /// The choices, none of them marked.
    pub(super) fn html(&self) -> &str {
        &self.html
    }

    /// The choices with those of a filter marked; `None` where it has none of them.
    pub(super) fn marked(&self, filter: &SessionFilter) -> Option<String> {
        let chosen = filter.iter().filter_map(|(facet, value)| self.marks.get(&(facet, value.to_owned())));
        let mut chosen: Vec<_> = chosen.collect();
        if chosen.is_empty() {
            return None;
        }
        chosen.sort_unstable();
        let mut marked = String::with_capacity(self.html.len() + chosen.len() * 16);
        let mut last = 0;
        for (place, mark) in chosen {
            marked.push_str(&self.html[last..*place]);
            marked.push_str(mark);
            last = *place;
        }
        marked.push_str(&self.html[last..]);
        Some(marked)
    }
}
