//! The schedule in pieces, for filters that nobody has asked for before: a filter hides sessions and changes little else.

use conference::{Language, Session, filter::SessionFilter, fold::nfkc};
use leptos::{prelude::*, tachys::html::InertElement};

use super::{around, around_cards, around_slots, by_day, by_slot};
use crate::{
    context::{Context, Now, Site},
    pages::{document, in_owner, without_marks},
    parts::{Level, Shown, session_card},
    references::below,
};

/// Stands in the place of other pieces. No content can write it: `<` is escaped there.
const PLACE: &str = "<!--pieces-->";

/// The pieces of the schedule in one language, for one site and one period of its timeline.
#[derive(Debug)]
pub struct PreparedSchedule {
    days: Vec<Part<Part<Piece>>>,
}

/// What stands around other pieces.
#[derive(Debug)]
struct Part<T> {
    before: Piece,
    inner: Vec<T>,
    after: String,
}

/// HTML of which one part says that it is hidden.
#[derive(Debug)]
struct Piece {
    html: String,
    /// Where the mark of a hidden one stands, in bytes.
    place: usize,
    mark: String,
}

impl PreparedSchedule {
    /// Renders the pieces.
    pub fn new(site: &Site, language: &Language, now: Now) -> Self {
        in_owner(|| {
            let context = Context::new(site, language, now);
            let sessions: Vec<&Session> = context.conference.sessions.iter().collect();
            let card =
                |session: &&Session| Piece::of(context, |shown| session_card(context, session, Level::Fourth, shown));
            let slot = |sessions: &[&Session]| {
                let start = sessions[0].start;
                let inner = sessions.iter().map(card).collect();
                Part::of(context, inner, |shown| around_cards(context, start, shown, place()))
            };
            let day = |sessions: &[&Session]| {
                let date = sessions[0].start.date();
                let inner = by_slot(sessions).map(slot).collect();
                Part::of(context, inner, |shown| around_slots(context, date, false, shown, place()))
            };
            Self { days: by_day(&sessions).map(day).collect() }
        })
    }

    /// The document of a filter that is not empty, for the same site, language and period: the same bytes as
    /// [`render`](crate::render) gives.
    pub fn render(&self, site: &Site, language: &Language, filter: &SessionFilter, now: Now) -> String {
        in_owner(|| {
            let context = Context::new(site, language, now);
            let matcher = filter.matcher(nfkc);
            let shown: Vec<_> =
                site.conference.sessions.iter().map(|session| matcher.matches(&session.facets)).collect();
            let count = shown.iter().filter(|shown| **shown).count();
            let html = document(context, around(context, filter, count, place()));
            let Some((before, after)) = html.split_once(PLACE) else { return html };
            let mut whole = String::with_capacity(html.len() + self.days.iter().map(Part::length).sum::<usize>());
            whole.push_str(before);
            let mut next = shown.into_iter();
            for day in &self.days {
                day.push(&mut whole, &mut next);
            }
            whole.push_str(after);
            whole
        })
    }
}

/// What can be pushed as shown or hidden, by the sessions in it.
trait Push {
    /// Takes as many of `shown` as it holds sessions; says whether any of them is shown.
    fn push(&self, html: &mut String, shown: &mut dyn Iterator<Item = bool>) -> bool;
    fn length(&self) -> usize;
}

impl Push for Piece {
    fn push(&self, html: &mut String, shown: &mut dyn Iterator<Item = bool>) -> bool {
        let shown = shown.next().unwrap_or_default();
        self.push_as(html, shown);
        shown
    }

    fn length(&self) -> usize {
        self.html.len() + self.mark.len()
    }
}

impl<T: Push> Push for Part<T> {
    fn push(&self, html: &mut String, shown: &mut dyn Iterator<Item = bool>) -> bool {
        let start = html.len();
        html.push_str(&self.before.html);
        let any = self.inner.iter().fold(false, |any, inner| inner.push(html, shown) | any);
        if !any {
            html.insert_str(start + self.before.place, &self.before.mark);
        }
        html.push_str(&self.after);
        any
    }

    fn length(&self) -> usize {
        self.before.length() + self.inner.iter().map(Push::length).sum::<usize>() + self.after.len()
    }
}

impl<T> Part<T> {
    fn of(context: Context<'_>, inner: Vec<T>, view: impl Fn(Shown) -> AnyView) -> Self {
        let mut before = Piece::of(context, view);
        let place = before.html.find(PLACE).unwrap_or(before.html.len());
        let after = before.html.split_off(place);
        Self { before, inner, after: after.trim_start_matches(PLACE).to_owned() }
    }
}

impl Piece {
    /// Renders both forms, and finds in what they differ.
    fn of(context: Context<'_>, view: impl Fn(Shown) -> AnyView) -> Self {
        let html = |shown| below(&context.site.urls.base_path, without_marks(view(shown).to_html()));
        let (shown, hidden) = (html(Shown::Yes), html(Shown::No));
        let same = shown.bytes().zip(hidden.bytes()).take_while(|(one, other)| one == other).count();
        let place = (0..=same).rev().find(|place| shown.is_char_boundary(*place)).unwrap_or_default();
        let mark = hidden[place..place + (hidden.len() - shown.len())].to_owned();
        Self { html: shown, place, mark }
    }

    fn push_as(&self, html: &mut String, shown: bool) {
        if shown {
            html.push_str(&self.html);
        } else {
            let (before, after) = self.html.split_at(self.place);
            html.extend([before, &self.mark, after]);
        }
    }
}

fn place() -> AnyView {
    InertElement::new(PLACE).into_any()
}
