//! The schedule in fragments that filtered schedules share: a filter hides sessions and changes little else.

use std::ops::Range;

use conference::{
    Language, Session, TrigramIndex,
    filter::{Facet, SessionFilter},
    words::literal,
};
use leptos::prelude::*;

use super::{
    choices::{self, Choice},
    day_bar::{neighbour_link, time_link},
    days::{Extent, Layout, around_cards, around_slots, by_day, by_slot, layout},
    place::{PLACE, place},
};
use crate::{
    context::Context,
    document::finished,
    parts::{Level, SessionCard, Shown},
    site::{Now, Site},
};

/// The choices and the days of the schedule in one language, for one site and one period of its timeline.
#[derive(Debug)]
pub struct ScheduleFragments {
    /// The days with every session shown.
    pub shown: Fragments,
    /// The days with every session hidden.
    pub hidden: Fragments,
    /// The condition of each fragment for its form in `shown`.
    conditions: Vec<Condition>,
    /// The choices with no value chosen.
    pub choices: Fragments,
    /// The choices with every value chosen.
    chosen: Fragments,
    /// The value of each fragment of the choices; one without a value is the same in both forms.
    values: Vec<Option<(Facet, String)>>,
    index: TrigramIndex,
}

/// The condition for the form of a fragment, on a range of the sessions.
#[derive(Debug)]
enum Condition {
    /// Any of them is shown.
    Any(Range<usize>),
    /// Those that are shown are in several rooms: the day is a grid.
    SeveralRooms(Range<usize>),
    /// None: the fragment is the same in both forms.
    Always,
}

/// HTML in fragments, in the order of the page.
#[derive(Debug, Default)]
pub struct Fragments {
    /// All of them.
    pub html: String,
    /// Where each of them ends, in bytes.
    pub ends: Vec<usize>,
}

/// What a filter shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Whether each fragment of the days is shown.
    pub shown: Vec<bool>,
    /// How many sessions are shown.
    pub count: usize,
}

/// The document of a filtered schedule without its fragments.
#[derive(Debug)]
pub struct Frame {
    /// Everything before the choices of the filter.
    pub head: String,
    /// Everything between the choices and the days.
    pub form: String,
    /// Everything after the days.
    pub after: String,
}

impl Frame {
    /// Cuts a document in which the fragments are missing; `None` if it has no places for them, as without sessions.
    pub fn cut(document: &str) -> Option<Self> {
        let (head, rest) = document.split_once(PLACE)?;
        let (form, after) = rest.split_once(PLACE)?;
        Some(Self { head: head.to_owned(), form: form.to_owned(), after: after.to_owned() })
    }
}

impl ScheduleFragments {
    /// Renders the fragments.
    pub fn new(site: &Site, language: &Language, now: Now) -> Self {
        let owner = Owner::new();
        owner.with(|| {
            let context = Context::new(site.clone(), language.clone(), None, now);
            provide_context(context.clone());
            let sessions: Vec<&Session> = site.conference.sessions.iter().collect();
            let index = TrigramIndex::of(site.conference.session_texts().iter().map(String::as_str));
            let empty = Fragments::default;
            let mut fragments = Self {
                shown: empty(),
                hidden: empty(),
                conditions: Vec::new(),
                choices: empty(),
                chosen: empty(),
                values: Vec::new(),
                index,
            };
            fragments.add_choices(&context);
            fragments.add_days(&context, &sessions);
            fragments
        })
    }

    fn add_choices(&mut self, context: &Context) {
        let around = html(context, choices::around(context, place(), Some(place())));
        let mut around = around.split(PLACE);
        for facets in [&choices::FIRST[..], &choices::FURTHER] {
            let groups: Vec<_> = choices::useful(context, facets).collect();
            let before = around.next().unwrap_or_default();
            // Without further groups there is nothing to unfold.
            if groups.is_empty() && facets == choices::FURTHER {
                let (before, _) = before.split_once("<details").unwrap_or((before, ""));
                return self.push_choice(before, before, None);
            }
            self.push_choice(before, before, None);
            for (facet, values) in groups {
                let group = html(context, choices::group(context, facet, place()));
                let (before, after) = group.split_once(PLACE).unwrap_or((&group, ""));
                self.push_choice(before, before, None);
                for value in values {
                    let [plain, chosen] = [Choice::NotChosen, Choice::Chosen]
                        .map(|choice| html(context, choices::item(context, facet, &value, choice)));
                    self.push_choice(&plain, &chosen, Some((facet, value)));
                }
                self.push_choice(after, after, None);
            }
        }
        let after = around.next().unwrap_or_default();
        self.push_choice(after, after, None);
    }

    fn push_choice(&mut self, plain: &str, chosen: &str, value: Option<(Facet, String)>) {
        self.choices.push(plain);
        self.chosen.push(chosen);
        self.values.push(value);
    }

    fn add_days(&mut self, context: &Context, sessions: &[&Session]) {
        let mut next = 0;
        let days: Vec<_> = by_day(sessions)
            .map(|of_day| {
                let range = next..next + of_day.len();
                next = range.end;
                (of_day, range)
            })
            .collect();
        for (place, (of_day, range)) in days.iter().enumerate() {
            let neighbour = |place: Option<usize>| place.and_then(|place| days.get(place));
            self.add_day_bar(context, of_day, range, [neighbour(place.checked_sub(1)), neighbour(Some(place + 1))]);
            let mut next = range.start;
            for of_slot in by_slot(of_day) {
                let start = of_slot[0].start;
                let [before, after] =
                    BothForms::of(context, |shown| around_cards(context, start, shown, self::place()));
                self.push(&before, Condition::Any(next..next + of_slot.len()));
                for session in of_slot {
                    let [card] = BothForms::of(context, |shown| {
                        view! { <SessionCard session=*session level=Level::Fourth shown=shown/> }.into_any()
                    });
                    self.push(&card, Condition::Any(next..next + 1));
                    next += 1;
                }
                self.push(&after, Condition::Always);
            }
            let [_, _, after] = around_day(context, of_day, Layout::List);
            self.push(&after, Condition::Always);
        }
    }

    /// Everything of a day before its slots.
    fn add_day_bar(
        &mut self,
        context: &Context,
        of_day: &[&Session],
        range: &Range<usize>,
        [before, after]: [Option<&(&[&Session], Range<usize>)>; 2],
    ) {
        let date = of_day[0].start.date();
        let [head, list, _] = around_day(context, of_day, Layout::List);
        let [_, grid, _] = around_day(context, of_day, Layout::Grid);
        self.push(&head, Condition::Any(range.clone()));
        let neighbour = |fragments: &mut Self, neighbour: Option<&(&[&Session], Range<usize>)>| {
            let Some((of_day, range)) = neighbour else { return };
            let [link] = BothForms::of(context, |shown| neighbour_link(context, date, of_day[0].start.date(), shown));
            fragments.push(&link, Condition::Any(range.clone()));
        };
        neighbour(self, before);
        neighbour(self, after);
        let mut next = range.start;
        for of_slot in by_slot(of_day) {
            let [link] = BothForms::of(context, |shown| time_link(of_slot[0].start, shown));
            self.push(&link, Condition::Any(next..next + of_slot.len()));
            next += of_slot.len();
        }
        let between = BothForms { shown: grid.shown, hidden: list.shown };
        self.push(&between, Condition::SeveralRooms(range.clone()));
    }

    fn push(&mut self, forms: &BothForms, condition: Condition) {
        self.shown.push(&forms.shown);
        self.hidden.push(&forms.hidden);
        self.conditions.push(condition);
    }

    /// About what it takes in memory besides its days, in bytes.
    pub fn weight(&self) -> usize {
        let values = self.values.iter().flatten().map(|(_, value)| value.len()).sum::<usize>();
        let choices = self.choices.html.len() + self.chosen.html.len() + values;
        size_of_val(&*self.conditions) + choices + self.index.weight()
    }

    /// The choices with the values of a filter chosen; `None` if it has none of them.
    pub fn chosen(&self, filter: &SessionFilter) -> Option<String> {
        let is_chosen = |value: &Option<(Facet, String)>| {
            value.as_ref().is_some_and(|(facet, value)| filter.contains(*facet, value))
        };
        if !self.values.iter().any(is_chosen) {
            return None;
        }
        let mut html = String::with_capacity(self.choices.html.len() + 64);
        for (place, value) in self.values.iter().enumerate() {
            let form = if is_chosen(value) { &self.chosen } else { &self.choices };
            html.push_str(form.get(place));
        }
        Some(html)
    }

    /// The sessions that a filter shows, for the site of which the fragments are.
    pub fn select(&self, site: &Site, filter: &SessionFilter) -> Selection {
        let matcher = filter.matcher();
        let sessions = &site.conference.sessions;
        let candidates = self.index.candidates(matcher.words().map(literal));
        let candidates = candidates.into_iter().enumerate();
        let matches: Vec<bool> =
            candidates.map(|(place, candidate)| candidate && site.conference.matches(&matcher, place)).collect();
        let mut shown = Vec::with_capacity(self.conditions.len());
        for condition in &self.conditions {
            let is_shown = match condition {
                Condition::Any(range) => matches[range.clone()].contains(&true),
                Condition::SeveralRooms(range) => {
                    let shown = range.clone().filter(|&place| matches[place]).map(|place| &sessions[place]);
                    layout(shown) == Layout::Grid
                }
                // It stays with the one before it.
                Condition::Always => shown.last().copied().unwrap_or_default(),
            };
            shown.push(is_shown);
        }
        let count = matches.iter().filter(|matches| **matches).count();
        Selection { shown, count }
    }
}

impl Fragments {
    fn push(&mut self, fragment: &str) {
        self.html.push_str(fragment);
        self.ends.push(self.html.len());
    }

    fn get(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.html[start..self.ends[place]]
    }
}

/// A day without the links of its bar and without its slots.
fn around_day(context: &Context, of_day: &[&Session], layout: Layout) -> [BothForms; 3] {
    let date = of_day[0].start.date();
    BothForms::of(context, |shown| around_slots(context, date, Extent::Filtered, layout, shown, place(), place()))
}

/// The HTML of a fragment, shown and hidden.
#[derive(Default)]
struct BothForms {
    shown: String,
    hidden: String,
}

impl BothForms {
    /// The fragments before, between and after the places of others.
    fn of<const N: usize>(context: &Context, view: impl Fn(Shown) -> AnyView) -> [Self; N] {
        let [shown, hidden] = [Shown::Yes, Shown::No].map(|shown| html(context, view(shown)));
        let mut parts = shown.split(PLACE).zip(hidden.split(PLACE));
        std::array::from_fn(|_| {
            let (shown, hidden) = parts.next().unwrap_or_default();
            Self { shown: shown.to_owned(), hidden: hidden.to_owned() }
        })
    }
}

/// A fragment as it stands in the finished document.
fn html(context: &Context, view: AnyView) -> String {
    finished(&context.site.urls.base_path, &view.to_html())
}
