//! Sentences for the times before, between and after the days of the event.

use conference::Session;

use crate::{board::Board, context::Context, dates, interval::Interval};

/// The sentences, each with the time for which it is shown.
pub(crate) fn statuses(context: &Context, whole: &Board<'_>) -> impl Iterator<Item = (Interval, String)> + use<> {
    let messages = context.messages;
    let day_and_time =
        |session: &Session| (dates::short_day(messages, session.start.date()), dates::time(session.start));
    let before = whole.first().map(|first| {
        let (day, time) = day_and_time(first);
        (Interval::until(first.start), messages.event_begins(&day, &time))
    });
    let nights = whole.nights().map(|(night, session)| {
        let (day, time) = day_and_time(session);
        (night, messages.event_goes_on(&day, &time))
    });
    let after = whole.last_end().map(|end| (Interval::from(end), messages.event_is_over.to_owned()));
    before.into_iter().chain(nights).chain(after).collect::<Vec<_>>().into_iter()
}
