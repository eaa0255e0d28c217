//! The dates of feeds.

use conference::Event;
use jiff::{Timestamp, Zoned, civil::DateTime, fmt::rfc2822};

/// A moment of the event's time zone with its offset.
pub(super) fn zoned(event: &Event, moment: DateTime) -> Zoned {
    // Only the last day that there is can be too late in some zone.
    event.timezone.to_zoned(moment).unwrap_or_else(|_| Timestamp::MAX.to_zoned(event.timezone.clone()))
}

/// A date as Atom and JSON Feed write it (RFC 3339).
pub(super) fn internet_date(moment: &Zoned) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// A date as mail and RSS write it (RFC 822 with years of four digits).
pub(super) fn mail_date(moment: &Zoned) -> String {
    // It knows no years before 0, which only a release with a mistyped time has.
    rfc2822::to_string(moment).unwrap_or_else(|_| internet_date(moment))
}
