//! The time for which a part of a page is shown. The server decides for its moment, and `now.js` for every later one.

use jiff::{ToSpan as _, civil::DateTime};

use crate::{context::Context, dates};

/// A time from a moment on and until another one, in the event's time zone. An open side has no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Interval {
    pub(crate) from: Option<DateTime>,
    pub(crate) until: Option<DateTime>,
}

impl Interval {
    /// The time between two moments.
    pub(crate) fn between(from: DateTime, until: DateTime) -> Self {
        Self { from: Some(from), until: Some(until) }
    }

    /// The time until a moment.
    pub(crate) fn until(until: DateTime) -> Self {
        Self { from: None, until: Some(until) }
    }

    /// The time from a moment on.
    pub(crate) fn from(from: DateTime) -> Self {
        Self { from: Some(from), until: None }
    }

    /// Whether a moment lies in it.
    pub(crate) fn contains(&self, moment: DateTime) -> bool {
        self.from.is_none_or(|from| from <= moment) && self.until.is_none_or(|until| moment < until)
    }

    /// Whether no moment lies in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.from.zip(self.until).is_some_and(|(from, until)| until <= from)
    }

    /// Whether it has not ended at the moment of a page: live pages never show the past.
    pub(crate) fn is_needed(&self, context: &Context) -> bool {
        !self.is_empty() && self.until.is_none_or(|until| context.now < until)
    }

    /// The attributes `data-from`, `data-until` and `hidden` of an element that is shown for this time.
    pub(crate) fn attributes(&self, context: &Context) -> (Option<String>, Option<String>, bool) {
        let machine = |moment: DateTime| dates::machine(moment, &context.conference.event.timezone);
        (self.from.map(machine), self.until.map(machine), !self.contains(context.now))
    }
}

/// The moment at which the day of another one begins.
pub(crate) fn midnight(moment: DateTime) -> DateTime {
    moment.date().to_datetime(Default::default())
}

/// The moment at which the day of another one is over.
pub(crate) fn next_midnight(moment: DateTime) -> DateTime {
    midnight(moment).checked_add(1.day()).unwrap_or(DateTime::MAX)
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn an_interval_has_its_beginning_and_not_its_end() {
        let at = |hour| datetime(2016, 10, 1, hour, 0, 0, 0);
        let morning = Interval::between(at(9), at(12));
        assert!(
            morning.contains(at(9)) && morning.contains(at(11)) && !morning.contains(at(12)) && !morning.is_empty()
        );
        assert!(Interval::until(at(9)).contains(at(8)) && !Interval::until(at(9)).contains(at(9)));
        assert!(Interval::from(at(9)).contains(at(9)) && !Interval::from(at(9)).contains(at(8)));
        assert!(Interval::between(at(9), at(9)).is_empty() && !Interval::default().is_empty());
    }
}
