//! The days of a schedule, which end in the night.

use std::collections::BTreeSet;

use conference::Session;
use jiff::civil::{Date, DateTime};

/// The hour at which a day of the programme begins: earlier sessions belong to the night after the day before, as in
/// schedules of pretalx and frab.
const BEGIN: i8 = 4;

/// The day of the programme on which a session begins. The hours before the first day of the event belong to that day.
pub(super) fn day_of(start: DateTime, days: &[Date]) -> Date {
    let night = start.date().yesterday().ok().filter(|day| start.hour() < BEGIN && days.contains(day));
    night.unwrap_or(start.date())
}

/// Every day of the event, and of sessions beside them.
pub(super) fn all<'s>(days: &[Date], sessions: impl Iterator<Item = &'s Session>) -> BTreeSet<Date> {
    days.iter().copied().chain(sessions.map(|session| day_of(session.start, days))).collect()
}

/// The first and the last moment of a day.
pub(super) fn limits(day: Date, first: Option<DateTime>) -> [DateTime; 2] {
    let begin = day.at(BEGIN, 0, 0, 0);
    let end = day.tomorrow().map_or_else(|_| day.at(23, 59, 59, 0), |next| next.at(BEGIN, 0, 0, 0));
    [first.map_or(begin, |first| first.min(begin)), end]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_night_belongs_to_the_day_before() {
        let days = [date(2016, 10, 1), date(2016, 10, 2)];
        for (start, expected) in [
            (date(2016, 10, 1).at(10, 0, 0, 0), date(2016, 10, 1)),
            (date(2016, 10, 2).at(3, 59, 0, 0), date(2016, 10, 1)),
            (date(2016, 10, 2).at(4, 0, 0, 0), date(2016, 10, 2)),
            // There is no day before.
            (date(2016, 10, 1).at(1, 0, 0, 0), date(2016, 10, 1)),
        ] {
            assert_eq!(day_of(start, &days), expected, "{start}");
        }
    }

    #[test]
    fn a_day_contains_its_first_session_and_the_last_day_that_there_is_has_an_end() {
        let day = date(2016, 10, 1);
        let early = day.at(1, 30, 0, 0);
        assert_eq!(limits(day, Some(early)), [early, date(2016, 10, 2).at(4, 0, 0, 0)]);
        assert_eq!(limits(day, None)[0], day.at(4, 0, 0, 0));
        assert_eq!(limits(Date::MAX, None)[1], Date::MAX.at(23, 59, 59, 0));
    }
}
