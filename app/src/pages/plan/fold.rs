//! The booklet of eight panels that is folded of one sheet of A4, of as many sheets as the sessions need.

use conference::{Session, plan::Plan};
use leptos::prelude::*;

use super::qr_figure::qr_figure;
use crate::{
    context::{Context, context},
    dates,
    parts::{Place, Places, tagged},
};

/// A size of type, with the lines of a panel and the full-width characters of a line. They leave room: no text is cut.
struct Size {
    class: &'static str,
    lines: usize,
    characters: usize,
}

/// For a plan that fits one sheet.
const LARGE: Size = Size { class: "fold-sheet fold-large", lines: 15, characters: 12 };
const SMALL: Size = Size { class: "fold-sheet", lines: 24, characters: 17 };
/// The panels of a sheet with sessions, between the two covers.
const PANELS: usize = 6;

/// The sheets of the booklet: the style sheet puts the panels into the order of the folds.
#[component]
pub(super) fn Fold<'a>(plan: &'a Plan) -> impl IntoView + use<> {
    let context = context();
    let planned = context.conference.planned(plan);
    let large = panels(&context, &planned.sessions, &LARGE);
    let (size, panels) =
        if large.len() <= PANELS { (LARGE, large) } else { (SMALL, panels(&context, &planned.sessions, &SMALL)) };
    let sheets = panels.chunks(PANELS).enumerate().map(|(sheet, panels)| {
        let inner = (0..PANELS).map(|place| {
            let sessions = panels.get(place).map(|sessions| panel(&context, sessions));
            view! { <div class=format!("fold-panel fold-{}", place + 2)>{sessions}</div> }
        });
        // The code is on the first sheet alone: it is large.
        let (front, back) = (front(&context, (sheet == 0).then_some(plan)), back(&context));
        view! {
            <div class=size.class>
                <div class="fold-panel fold-1">{front}</div>
                {inner.collect_view()}
                <div class="fold-panel fold-8">{back}</div>
            </div>
        }
    });
    // Screen readers read the list, which says the same.
    view! { <section class="paper-fold" aria-hidden="true">{sheets.collect_view()}</section> }
}

/// The sessions of each panel.
fn panels<'s>(context: &Context, sessions: &[&'s Session], size: &Size) -> Vec<Vec<&'s Session>> {
    let mut panels: Vec<Vec<&'s Session>> = Vec::new();
    let mut left = 0;
    let mut last = None;
    for session in sessions {
        let date = session.start.date();
        // A panel begins with its day, and a day with two lines.
        let day = if last.replace(date) == Some(date) { 0 } else { 2 };
        let title = context.text(&session.title);
        let half_widths: usize = title.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
        let lines = half_widths.div_ceil(2 * size.characters) + 1;
        if left < lines + day {
            panels.push(Vec::new());
            left = size.lines - 2;
        } else {
            left -= day;
        }
        left = left.saturating_sub(lines);
        if let Some(panel) = panels.last_mut() {
            panel.push(session);
        }
    }
    panels
}

fn panel(context: &Context, sessions: &[&Session]) -> AnyView {
    let mut last = None;
    let items = sessions.iter().map(|session| {
        let date = session.start.date();
        let day = (last.replace(date) != Some(date)).then(|| {
            view! { <p class="fold-day">{dates::short_day(context.messages, date)}</p> }
        });
        let canceled = session.canceled.then(|| view! { <strong>{context.messages.canceled}" "</strong> });
        view! {
            {day}
            <div class="fold-session">
                <p class="fold-time">{dates::time(session.start)}</p>
                <p>{canceled}{tagged(context, &session.title)}</p>
                <p class="fold-place">
                    {dates::span(session.start, session.end)}" "<Place session=*session places=Places::Distinct/>
                </p>
            </div>
        }
    });
    items.collect_view().into_any()
}

fn front(context: &Context, plan: Option<&Plan>) -> AnyView {
    let event = &context.conference.event;
    let days = event.days.iter().map(|day| view! { <p>{dates::day(context.messages, *day)}</p> }).collect_view();
    view! {
        <p class="fold-name">{tagged(context, &event.name)}</p>
        {days}
        {plan.and_then(|plan| qr_figure(context, plan))}
    }
    .into_any()
}

fn back(context: &Context) -> AnyView {
    let event = &context.conference.event;
    let venue = event.venue.as_ref().map(|venue| {
        let lines = [Some(&venue.name), venue.address.as_ref(), venue.access.as_ref()].into_iter().flatten();
        lines.map(|line| view! { <p>{tagged(context, line)}</p> }).collect_view()
    });
    let notes = || view! { <p class="fold-line"></p> };
    view! { {venue}{(0..8).map(|_| notes()).collect_view()} }.into_any()
}
