//! The schedule in pieces, for filters that nobody has asked for before: a filter hides sessions and changes little else.

use std::ops::Range;

use conference::{Language, SearchIndex, Session, filter::SessionFilter, fold::nfkc};
use leptos::{prelude::*, tachys::html::InertElement};

use super::{around, around_cards, around_slots, by_day, by_slot, choices::PreparedChoices};
use crate::{
    context::{Context, Now, Site},
    pages::{document, in_owner, without_marks},
    parts::{Level, Shown, session_card},
    references::below,
};

/// Stands in the place of other pieces. No content can write it: `<` is escaped there.
const PLACE: &str = "<!--pieces-->";

/// The days of the schedule in one language, for one site and one period of its timeline: what a filter gives is put
/// together from both of their forms.
#[derive(Debug)]
pub struct PreparedSchedule {
    /// With every session shown.
    pub shown: Pieces,
    /// With every session hidden.
    pub hidden: Pieces,
    /// The sessions of each piece: it is shown where any of them is, and the same in both forms where there are none.
    sessions: Vec<Range<usize>>,
    choices: PreparedChoices,
    index: SearchIndex,
}

/// Cards, and what stands before and after cards, in the order of the page.
#[derive(Debug, Default)]
pub struct Pieces {
    /// All of them.
    pub html: String,
    /// Where each of them ends, in bytes.
    pub ends: Vec<usize>,
}

/// The document of a filter, without the pieces between `form` and `after`.
#[derive(Debug)]
pub struct FilteredSchedule {
    /// What stands before the choices of the filter.
    pub head: String,
    /// The choices; `None` where they are as [`PreparedSchedule::choices`] has them.
    pub choices: Option<String>,
    /// What stands between the choices and the days.
    pub form: String,
    /// Which of the pieces are shown.
    pub shown: Vec<bool>,
    /// What stands after the days.
    pub after: String,
}

impl PreparedSchedule {
    /// Renders the pieces.
    pub fn new(site: &Site, language: &Language, now: Now) -> Self {
        in_owner(|| {
            let context = Context::new(site, language, now);
            let choices = PreparedChoices::new(context);
            let (shown, hidden) = Default::default();
            let sessions: Vec<&Session> = context.conference.sessions.iter().collect();
            let index = SearchIndex::of(sessions.iter().map(|session| session.facets.text.as_str()));
            let mut prepared = Self { shown, hidden, sessions: Vec::new(), choices, index };
            let mut next = 0;
            for of_day in by_day(&sessions) {
                let date = of_day[0].start.date();
                let day = Forms::of(context, |shown| around_slots(context, date, false, shown, place()));
                prepared.push(&day.before, next..next + of_day.len());
                for of_slot in by_slot(of_day) {
                    let start = of_slot[0].start;
                    let slot = Forms::of(context, |shown| around_cards(context, start, shown, place()));
                    prepared.push(&slot.before, next..next + of_slot.len());
                    for session in of_slot {
                        let card = Forms::of(context, |shown| session_card(context, session, Level::Fourth, shown));
                        prepared.push(&card.before, next..next + 1);
                        next += 1;
                    }
                    prepared.push(&slot.after, next..next);
                }
                prepared.push(&day.after, next..next);
            }
            prepared
        })
    }

    /// About what it takes in memory without its pieces, in bytes.
    pub fn weight(&self) -> usize {
        size_of_val(&*self.sessions) + self.choices.weight() + self.index.weight()
    }

    /// The choices of the form, none of them marked.
    pub fn choices(&self) -> &str {
        self.choices.html()
    }

    fn push(&mut self, [shown, hidden]: &[String; 2], sessions: Range<usize>) {
        self.shown.push(shown);
        self.hidden.push(hidden);
        self.sessions.push(sessions);
    }

    /// The document of a filter that is not empty, for the same site, language and period: put together, the same bytes as
    /// [`render`](crate::render) gives.
    pub fn filtered(&self, site: &Site, language: &Language, filter: &SessionFilter, now: Now) -> FilteredSchedule {
        in_owner(|| {
            let context = Context::new(site, language, now);
            let matcher = filter.matcher(nfkc);
            // How many of the sessions before each are shown.
            let mut before = vec![0];
            let candidates = self.index.candidates(matcher.words());
            before.extend(site.conference.sessions.iter().zip(candidates).scan(0, |count, (session, candidate)| {
                *count += usize::from(candidate && matcher.matches(&session.facets));
                Some(*count)
            }));
            let count = before[site.conference.sessions.len()];
            let html = document(context, around(context, filter, count, place(), place()));
            let mut shown = Vec::with_capacity(self.sessions.len());
            for sessions in &self.sessions {
                // What is the same in both forms stays with what is before it.
                let is_shown = if sessions.is_empty() {
                    shown.last().copied().unwrap_or_default()
                } else {
                    before[sessions.start] < before[sessions.end]
                };
                shown.push(is_shown);
            }
            match html.split(PLACE).collect::<Vec<_>>()[..] {
                [head, form, after] => {
                    let [head, form, after] = [head, form, after].map(str::to_owned);
                    FilteredSchedule { head, choices: self.choices.marked(filter), form, shown, after }
                }
                // Without sessions there is no form and no day.
                _ => {
                    let (form, after) = Default::default();
                    FilteredSchedule { head: html, choices: Some(String::new()), form, shown, after }
                }
            }
        })
    }
}

impl Pieces {
    fn push(&mut self, piece: &str) {
        self.html.push_str(piece);
        self.ends.push(self.html.len());
    }
}

/// What stands before and after other pieces, each shown and hidden.
struct Forms {
    before: [String; 2],
    after: [String; 2],
}

impl Forms {
    fn of(context: Context<'_>, view: impl Fn(Shown) -> AnyView) -> Self {
        let html = |shown| below(&context.site.urls.base_path, without_marks(view(shown).to_html()));
        let whole = [html(Shown::Yes), html(Shown::No)];
        let part = |html: &String| {
            html.split_once(PLACE)
                .map_or((html.clone(), String::new()), |(before, after)| (before.to_owned(), after.to_owned()))
        };
        let [(shown, after_shown), (hidden, after_hidden)] = whole.each_ref().map(part);
        Self { before: [shown, hidden], after: [after_shown, after_hidden] }
    }
}

fn place() -> AnyView {
    InertElement::new(PLACE).into_any()
}
