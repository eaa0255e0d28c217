//! Live parts of pages: sessions with the time for which they are shown, the clock, and the script that follows it.

use conference::{Session, fold::is_cjk, url::Page};
use leptos::prelude::*;

use super::{Level, MovedFrom, Place, Places, SessionTime, heading, tagged, title};
use crate::{
    board::{self, Board, is_under_way},
    context::{Context, context},
    dates,
    interval::{Interval, midnight},
};

/// A session with the time for which it is shown.
pub(crate) struct Timed<'s> {
    pub(crate) session: &'s Session,
    pub(crate) interval: Interval,
    pub(crate) state: State,
}

/// Whether a session runs or comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Running,
    Next,
}

/// The look of sessions.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// A page to read, with links.
    Page,
    /// A display to look at from far away.
    Screen,
}

impl<'s> Timed<'s> {
    /// The sessions of a board as they run, and as they come next.
    pub(crate) fn of(context: &Context, board: &Board<'s>) -> [Vec<Self>; 2] {
        let needed = |(session, interval): (&'s Session, Interval), state| {
            interval.is_needed(context).then_some(Self { session, interval, state })
        };
        let running = board.running().filter_map(|one| needed(one, State::Running)).collect();
        [running, board.next().filter_map(|one| needed(one, State::Next)).collect()]
    }
}

/// The elements of a live page's head: the script or, in a browser without scripts, a reload every minute. A page of a
/// given moment has neither.
pub(crate) fn head_of_live(context: &Context) -> AnyView {
    let refresh = view! { <noscript><meta http-equiv="refresh" content="60"/></noscript> };
    let head = context.ticks.then(|| view! { <script type="module" src="/now.js"></script>{refresh} });
    head.into_any()
}

/// The part of a page that the script changes, with the words for its minutes.
#[component]
pub(crate) fn Live(children: Children) -> impl IntoView {
    let context = context();
    let messages = context.messages;
    let [hours, minutes] = messages.length_templates();
    view! {
        <div
            class="live"
            data-revision=context.conference.revision.to_string()
            data-zone=context.conference.event.timezone.iana_name().map(str::to_owned)
            data-left=messages.left_template()
            data-begins=messages.begins_in_template()
            data-hours=hours
            data-minutes=minutes
        >
            {children()}
        </div>
    }
}

/// The time of day, during the event. The script keeps it right.
#[component]
pub(crate) fn Clock() -> impl IntoView {
    let context = context();
    let hidden = !is_under_way(&context.conference, context.now);
    view! { <p class="clock" data-clock="" hidden=hidden>{(!hidden).then(|| dates::time(context.now))}</p> }
}

/// Sessions under a name, hidden while none of them is shown.
pub(crate) fn group(
    context: &Context,
    board: &Board<'_>,
    class: &'static str,
    name: &'static str,
    items: &[Timed<'_>],
    style: Style,
) -> AnyView {
    let hidden = !items.iter().any(|item| item.interval.contains(context.now));
    let list = items.iter().map(|item| entry(context, board, item, style)).collect_view();
    let group = view! {
        <div class=class data-group="" hidden=hidden>
            <p class="group-name">{name}</p>
            <ul>{list}</ul>
        </div>
    };
    (!items.is_empty()).then_some(group).into_any()
}

fn entry(context: &Context, board: &Board<'_>, item: &Timed<'_>, style: Style) -> AnyView {
    let Timed { session, interval, .. } = item;
    let (from, until, hidden) = interval.attributes(context);
    let mut class = format!("live-session format-{}", session.format.name());
    if let Some(track) = &session.track {
        class.push_str(&format!(" track-{track}"));
    }
    if session.canceled {
        class.push_str(" is-canceled");
    }
    let (text, lang) = context.tagged(&session.title);
    let phrased = title(context, &session.title);
    let heading = match style {
        Style::Page => {
            let href = context.url(&Page::Session(session.slug.clone()));
            heading(Level::Third, "session-title", view! { <a href=href lang=lang>{phrased}</a> })
        }
        Style::Screen => {
            class.push_str(&format!(" size-{}", size(&text)));
            heading(Level::Second, "session-title", view! { <span lang=lang>{phrased}</span> })
        }
    };
    // The name of the board says it already, except if the board has all places.
    let place = matches!(board.place, board::Place::WholeEvent).then(|| {
        view! { <Place session=*session places=Places::All/> }
    });
    let canceled = session.canceled.then(|| view! { <strong class="canceled">{context.messages.canceled}</strong> });
    view! {
        <li class=class data-from=from data-until=until hidden=hidden>
            {heading}
            {people(context, session, style)}
            <p class="session-marks">
                {canceled}{day(context, item)}<SessionTime session=*session/>{place}{time_left(context, item)}
            </p>
            <MovedFrom session=*session/>
            {progress(context, item)}
        </li>
    }
    .into_any()
}

/// The names of the people of a session; on a screen with their organisations, if they are one or two.
fn people(context: &Context, session: &Session, style: Style) -> AnyView {
    let separator = if context.messages.is_japanese() { "、" } else { ", " };
    let with_organizations = style == Style::Screen && session.people().count() <= 2;
    let names = context.conference.people(session.people()).enumerate().map(|(place, person)| {
        let separator = (place > 0).then_some(separator);
        let organization = person.organization.as_ref().filter(|_| with_organizations);
        let organization =
            organization.map(|name| view! { " "<span class="affiliation">{tagged(context, name)}</span> });
        view! { {separator}<span class="name">{tagged(context, &person.name)}{organization}</span> }
    });
    let names: Vec<_> = names.collect();
    (!names.is_empty()).then(|| view! { <p class="live-people">{names}</p> }).into_any()
}

/// The day of a session that comes next, until that day begins.
fn day(context: &Context, item: &Timed<'_>) -> AnyView {
    let start = item.session.start;
    let interval = Interval::until(midnight(start));
    let needed = item.state == State::Next && interval.is_needed(context);
    let (_, until, hidden) = interval.attributes(context);
    let (machine, day) = (start.date().to_string(), dates::short_day(context.messages, start.date()));
    let day = needed.then(|| view! { <time datetime=machine data-until=until hidden=hidden>{day}</time> });
    day.into_any()
}

/// The minutes until a running session ends, or until the next one begins on the same day.
fn time_left(context: &Context, item: &Timed<'_>) -> AnyView {
    let Timed { session, state, .. } = item;
    let counted = match state {
        State::Running => session.end.map(|end| (end, "left", Interval::default())),
        State::Next => Some((session.start, "begins", Interval::from(midnight(session.start)))),
    };
    let counted = counted.filter(|_| !session.canceled).map(|(to, count, interval)| {
        let (from, _, hidden) = interval.attributes(context);
        // A hidden one says nothing yet: its minutes would change every minute, and the page with them.
        let is_counted = item.interval.contains(context.now) && !hidden;
        let text = is_counted.then(|| match state {
            State::Running => context.messages.left(context.minutes_until(to)),
            State::Next => context.messages.begins_in(context.minutes_until(to)),
        });
        let to = dates::machine(to, &context.conference.event.timezone);
        view! { <span class="time-left" data-to=to data-count=count data-from=from hidden=hidden>{text}</span> }
    });
    counted.into_any()
}

/// The share of a running session that is over, as a bar. The minutes beside it say the same in words.
fn progress(context: &Context, item: &Timed<'_>) -> AnyView {
    let Timed { session, state, interval } = item;
    let minutes = session.duration().map(|duration| duration.as_mins()).filter(|_| *state == State::Running);
    let minutes = minutes.filter(|_| !session.canceled);
    let done = if interval.contains(context.now) { context.now.duration_since(session.start).as_mins() } else { 0 };
    let start = dates::machine(session.start, &context.conference.event.timezone);
    let bar = minutes.map(|minutes| {
        view! { <progress aria-hidden="true" max=minutes value=done data-start=start></progress> }
    });
    bar.into_any()
}

/// The widths of titles that have the same size on a screen, in hundredths of the size. The sizes are in `live.css`.
const WIDTHS: [usize; 5] = [1_500, 2_400, 2_900, 4_400, 7_000];

/// The number of the size of a title on a screen: 1 for short titles, which are the largest.
fn size(title: &str) -> usize {
    let width: usize = title.chars().map(|c| if is_cjk(c) { 100 } else { 62 }).sum();
    1 + WIDTHS.iter().filter(|limit| width > **limit).count()
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn long_titles_are_smaller() {
        assert_eq!(
            [size("Keynote"), size("サーバーレスの運用を考える"), size(&"あ".repeat(40)), size(&"x".repeat(300))],
            [1, 1, 4, 6]
        );
    }
}
