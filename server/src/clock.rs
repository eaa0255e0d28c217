//! Where "now" comes from: the one place that asks the system's clock.

use app::Now;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Where "now" comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's clock.
    System,
    /// Always this moment of the event's time zone.
    Fixed(DateTime),
}

impl Clock {
    /// The moment in the event's time zone.
    pub fn now(self, zone: &TimeZone) -> Now {
        match self {
            Self::System => Now::Ticking(Timestamp::now().to_zoned(zone.clone()).datetime()),
            Self::Fixed(moment) => Now::Fixed(moment),
        }
    }
}
