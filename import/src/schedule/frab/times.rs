//! The start of a session, which a schedule gives twice: as a moment with its offset, and as a clock.

use jiff::{
    civil::{Date, DateTime, Time},
    tz::{TimeZone, TimeZoneDatabase},
};

use super::schema::Event;
use crate::schedule::zone::{self, When};

/// The clock of a schedule.
pub(super) struct Clock {
    /// The time zone that the schedule names.
    zone: Option<TimeZone>,
    /// The time of the day change: earlier times are in the night after a day.
    day_change: Option<Time>,
}

impl Clock {
    pub(super) fn of(zone: Option<&str>, day_change: Option<&str>) -> Self {
        let zone = zone.and_then(|name| TimeZoneDatabase::bundled().get(name).ok());
        Self { zone, day_change: day_change.and_then(zone::time) }
    }

    /// The start of a session on a day of the schedule, with a remark if the schedule contradicts itself.
    pub(super) fn start(&self, event: &Event, day: Option<Date>, checks: &mut Vec<String>) -> Option<When> {
        let clock = event.start.as_deref().and_then(zone::time);
        let moment = event.date.as_deref().and_then(When::parse);
        let start = match (moment, clock) {
            (Some(moment), Some(clock)) => self.agreed(moment, clock, checks),
            (Some(moment), None) => moment,
            (None, clock) => self.local(event.date.as_deref().and_then(zone::date).or(day)?, clock?),
        };
        let date = self.shown(start).date();
        if let Some(day) = day.filter(|day| date != *day && day.tomorrow().ok() != Some(date)) {
            checks.push(format!("the source has this session on {day}, but its date is {date}"));
        }
        Some(start)
    }

    /// Decides between a moment and a clock. If the clock of the moment is the same, its offset is wrong.
    fn agreed(&self, moment: When, clock: Time, checks: &mut Vec<String>) -> When {
        let (shown, written) = (self.shown(moment), moment.as_written());
        if is_same(shown.time(), clock) {
            return moment;
        }
        let When::Local(own) = written else { return moment };
        if is_same(own.time(), clock) {
            checks.push(String::from(
                "the date of the source has another offset from UTC than the time zone of the event; its clock was kept",
            ));
            return written;
        }
        if own.time() == Time::midnight() {
            return self.local(own.date(), clock);
        }
        let (said, shown) = (clock.strftime("%H:%M"), shown.strftime("%Y-%m-%d %H:%M"));
        checks.push(format!("the source says it starts at {said}, but its date says {shown}"));
        moment
    }

    /// A moment as the site shows it.
    fn shown(&self, moment: When) -> DateTime {
        match (&self.zone, moment.as_written()) {
            (Some(zone), _) => moment.local(zone),
            (None, When::Local(written)) => written,
            (None, When::Offset(..)) => moment.local(&TimeZone::UTC),
        }
    }

    /// A time on a day of the schedule. A time before the day change is in the night after that day.
    fn local(&self, day: Date, time: Time) -> When {
        let is_night = self.day_change.is_some_and(|change| time < change);
        let day = if is_night { day.tomorrow().unwrap_or(day) } else { day };
        When::Local(day.to_datetime(time))
    }
}

/// Whether two times are the same to the minute.
fn is_same(one: Time, other: Time) -> bool {
    (one.hour(), one.minute()) == (other.hour(), other.minute())
}
