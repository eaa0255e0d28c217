//! The schedule in fragments that filtered schedules share: a filter hides sessions and changes little else.

use std::ops::Range;

use conference::{
    Language, SearchIndex, Session,
    filter::{Facet, SessionFilter},
    fold::nfkc,
};
use leptos::prelude::*;

use super::{
    choices::{self, Choice},
    days::{Layout, around_cards, around_slots, by_day, by_slot},
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
    /// The sessions of each fragment: it is shown if any of them is. A fragment without sessions is the same in both forms.
    sessions: Vec<Range<usize>>,
    /// The choices with no value chosen.
    pub choices: Fragments,
    /// The choices with every value chosen.
    chosen: Fragments,
    /// The value of each fragment of the choices; one without a value is the same in both forms.
    values: Vec<Option<(Facet, String)>>,
    index: SearchIndex,
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
            let index = SearchIndex::of(sessions.iter().map(|session| session.facets.text.as_str()));
            let empty = Fragments::default;
            let mut fragments = Self {
                shown: empty(),
                hidden: empty(),
                sessions: Vec::new(),
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
        for of_day in by_day(sessions) {
            let date = of_day[0].start.date();
            let day = BothForms::of(context, |shown| around_slots(context, date, Layout::List, shown, place()));
            self.push(&day.before, next..next + of_day.len());
            for of_slot in by_slot(of_day) {
                let start = of_slot[0].start;
                let slot = BothForms::of(context, |shown| around_cards(context, start, shown, place()));
                self.push(&slot.before, next..next + of_slot.len());
                for session in of_slot {
                    let card = BothForms::of(context, |shown| {
                        view! { <SessionCard session=*session level=Level::Fourth shown=shown/> }.into_any()
                    });
                    self.push(&card.before, next..next + 1);
                    next += 1;
                }
                self.push(&slot.after, next..next);
            }
            self.push(&day.after, next..next);
        }
    }

    fn push(&mut self, [shown, hidden]: &[String; 2], sessions: Range<usize>) {
        self.shown.push(shown);
        self.hidden.push(hidden);
        self.sessions.push(sessions);
    }

    /// About what it takes in memory besides its days, in bytes.
    pub fn weight(&self) -> usize {
        let values = self.values.iter().flatten().map(|(_, value)| value.len()).sum::<usize>();
        let choices = self.choices.html.len() + self.chosen.html.len() + values;
        size_of_val(&*self.sessions) + choices + self.index.weight()
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
        let matcher = filter.matcher(nfkc);
        let sessions = &site.conference.sessions;
        // How many of the sessions before each are shown.
        let mut before = vec![0];
        let candidates = self.index.candidates(matcher.words());
        before.extend(sessions.iter().zip(candidates).scan(0, |count, (session, candidate)| {
            *count += usize::from(candidate && matcher.matches(&session.facets));
            Some(*count)
        }));
        let mut shown = Vec::with_capacity(self.sessions.len());
        for sessions in &self.sessions {
            // A fragment that is the same in both forms stays with the one before it.
            let is_shown = if sessions.is_empty() {
                shown.last().copied().unwrap_or_default()
            } else {
                before[sessions.start] < before[sessions.end]
            };
            shown.push(is_shown);
        }
        Selection { shown, count: before[sessions.len()] }
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

/// The HTML before and after other fragments, each shown and hidden.
struct BothForms {
    before: [String; 2],
    after: [String; 2],
}

impl BothForms {
    fn of(context: &Context, view: impl Fn(Shown) -> AnyView) -> Self {
        let whole = [Shown::Yes, Shown::No].map(|shown| html(context, view(shown)));
        let part = |html: &String| {
            html.split_once(PLACE)
                .map_or((html.clone(), String::new()), |(before, after)| (before.to_owned(), after.to_owned()))
        };
        let [(shown, after_shown), (hidden, after_hidden)] = whole.each_ref().map(part);
        Self { before: [shown, hidden], after: [after_shown, after_hidden] }
    }
}

/// A fragment as it stands in the finished document.
fn html(context: &Context, view: AnyView) -> String {
    finished(&context.site.urls.base_path, &view.to_html())
}
