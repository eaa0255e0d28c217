//! The source of "now": the only module that reads the system's clock.

use app::Now;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// The source of "now".
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's clock.
    System,
    /// Always this moment, in any time zone: a present that does not pass while pages are made that belong together.
    Still(Timestamp),
    /// Always this moment of the event's time zone.
    Fixed(DateTime),
}

impl Clock {
    /// The moment in the event's time zone.
    pub fn now(self, zone: &TimeZone) -> Now {
        match self {
            Self::System => Self::Still(Timestamp::now()).now(zone),
            // Readers of a page that shows the present go on from it, however long it was kept.
            Self::Still(moment) => Now::Ticking(moment.to_zoned(zone.clone()).datetime()),
            Self::Fixed(moment) => Now::Fixed(moment),
        }
    }

    /// The moment in every time zone, for records.
    pub fn timestamp() -> Timestamp {
        Timestamp::now()
    }

    /// The same clock, stopped.
    #[must_use]
    pub fn stopped(self) -> Self {
        match self {
            Self::System => Self::Still(Timestamp::now()),
            still => still,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_shows_one_present() {
        let zone = TimeZone::UTC;
        let before = Clock::System.now(&zone).moment();
        let stopped = Clock::System.stopped();
        let Now::Ticking(moment) = stopped.now(&zone) else { panic!("it is the present") };
        assert!(before <= moment && moment <= Clock::System.now(&zone).moment());
        assert_eq!(stopped.stopped().now(&zone), stopped.now(&zone));
        let asked = Clock::Fixed(moment);
        assert_eq!(asked.stopped().now(&zone), Now::Fixed(moment));
    }
}
