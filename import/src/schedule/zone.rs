//! Times of a schedule, and the time zone of the event.

use conference::EARLIEST_YEAR;
use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    fmt::temporal::{Pieces, PiecesOffset},
    tz::{Offset, TimeZone, TimeZoneDatabase},
};

/// A time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A moment, with its UTC offset.
    Offset(Timestamp, Offset),
    /// A local time of the event.
    Local(DateTime),
}

impl When {
    /// Parses date and time in ISO 8601, with or without offset.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let pieces = Pieces::parse(text.trim()).ok()?;
        let moment = year_of_files(pieces.date())?.to_datetime(pieces.time()?);
        let offset = match pieces.offset() {
            None => return Some(Self::Local(moment)),
            Some(PiecesOffset::Zulu) => Offset::UTC,
            Some(PiecesOffset::Numeric(numeric)) => numeric.offset(),
            Some(_) => return None,
        };
        Some(Self::Offset(offset.to_timestamp(moment).ok()?, offset))
    }

    /// The local time in a time zone.
    pub(super) fn local(self, zone: &TimeZone) -> DateTime {
        match self {
            Self::Offset(moment, _) => zone.to_datetime(moment),
            Self::Local(moment) => moment,
        }
    }

    /// The clock that the source writes, as a local time of the event.
    pub(super) fn as_written(self) -> Self {
        match self {
            Self::Offset(moment, offset) => Self::Local(offset.to_datetime(moment)),
            Self::Local(moment) => Self::Local(moment),
        }
    }

    /// The local time after a number of minutes, in which the clocks may change.
    pub(super) fn after(self, minutes: i64, zone: &TimeZone) -> Option<DateTime> {
        let start = match self {
            Self::Offset(moment, _) => moment,
            Self::Local(moment) => moment.to_zoned(zone.clone()).ok()?.timestamp(),
        };
        Some(zone.to_datetime(start.checked_add(SignedDuration::from_mins(minutes)).ok()?))
    }
}

/// Parses a date; a time after it is ignored.
pub(super) fn date(text: &str) -> Option<Date> {
    year_of_files(Pieces::parse(text.trim()).ok()?.date())
}

/// A date in the accepted range of years.
fn year_of_files(date: Date) -> Option<Date> {
    Some(date).filter(|date| (EARLIEST_YEAR..=9999).contains(&date.year()))
}

/// Whether a text is a date outside of the accepted range of years.
pub(super) fn has_other_year(text: &str) -> bool {
    Pieces::parse(text.trim()).is_ok_and(|pieces| year_of_files(pieces.date()).is_none())
}

/// Parses a time such as `10:30`.
pub(super) fn time(text: &str) -> Option<Time> {
    let mut parts = text.trim().split(':');
    let hour = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    Time::new(hour, minute, 0, 0).ok()
}

/// Time zones of many conferences; the likeliest for an offset comes first.
const LIKELY: [&str; 25] = [
    "Asia/Tokyo",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Helsinki",
    "America/New_York",
    "America/Los_Angeles",
    "America/Chicago",
    "America/Denver",
    "America/Sao_Paulo",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Australia/Sydney",
    "Australia/Brisbane",
    "Pacific/Auckland",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Europe/Istanbul",
    "Asia/Dubai",
    "Asia/Bangkok",
    "America/Bogota",
    "Asia/Kathmandu",
    "Australia/Adelaide",
    "Asia/Dhaka",
    "America/Halifax",
    "Atlantic/Azores",
];

/// A time zone; for a guess, with a remark.
pub(super) struct Guess {
    pub(super) zone: TimeZone,
    pub(super) check: Option<String>,
    pub(super) clocks: Clocks,
}

/// The clocks by which times are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clocks {
    /// Those of the time zone.
    OfZone,
    /// Those of the source, as no time zone has its offsets.
    OfSource,
}

/// The time zone of a source: the one that it names, or the likeliest for its offsets.
pub(super) fn guess(name: Option<&str>, moments: &[When]) -> Guess {
    let zones = TimeZoneDatabase::bundled();
    let named = name.filter(|name| !name.is_empty());
    if let Some(zone) = named.and_then(|name| zones.get(name).ok()) {
        return Guess { zone, check: None, clocks: Clocks::OfZone };
    }
    let about = match named {
        Some(name) => format!("the source names the unknown time zone `{name}`"),
        None => String::from("the source names no time zone"),
    };
    let mut offsets = moments.iter().filter_map(|when| match when {
        When::Offset(moment, offset) => Some((*moment, *offset)),
        When::Local(_) => None,
    });
    let all: Vec<_> = offsets.by_ref().collect();
    if all.iter().all(|(_, offset)| *offset == Offset::UTC) {
        let check = format!("{about}; write that of the event, such as Asia/Tokyo, or import with --timezone");
        return Guess { zone: TimeZone::UTC, check: Some(check), clocks: Clocks::OfZone };
    }
    let fits = |zone: &TimeZone| all.iter().all(|(moment, offset)| zone.to_offset(*moment) == *offset);
    let likely = LIKELY.iter().filter_map(|name| zones.get(name).ok()).find(fits);
    // Any other place with these offsets; stations and deprecated names come last in the search.
    let is_place = |name: &str| name.contains('/') && !name.starts_with("Antarctica/") && !name.starts_with("Etc/");
    let names = zones.available().map(|name| name.to_string()).filter(|name| is_place(name));
    let found = likely.or_else(|| names.filter_map(|name| zones.get(&name).ok()).find(fits));
    match found {
        Some(zone) => {
            let check = Some(format!("{about}; this is a guess by its offsets from UTC"));
            Guess { zone, check, clocks: Clocks::OfZone }
        }
        None => {
            let check = format!(
                "{about}, and no time zone has its offsets from UTC; the times are those of its clocks: write the time zone of the event"
            );
            Guess { zone: TimeZone::UTC, check: Some(check), clocks: Clocks::OfSource }
        }
    }
}

/// The IANA name of a time zone.
pub(super) fn name(zone: &TimeZone) -> &str {
    zone.iana_name().unwrap_or("UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(texts: &[&str], expected: &str) {
        let moments: Vec<_> = texts.iter().filter_map(|text| When::parse(text)).collect();
        assert_eq!(moments.len(), texts.len());
        let found = guess(None, &moments);
        assert_eq!(name(&found.zone), expected);
        assert!(found.check.is_some());
    }

    #[test]
    fn offsets_tell_a_likely_time_zone() {
        check(&["2016-10-01T10:00:00+09:00"], "Asia/Tokyo");
        check(&["2024-01-10T10:00:00+01:00", "2024-07-10T10:00:00+02:00"], "Europe/Berlin");
        check(&["2024-07-10T10:00:00+01:00"], "Europe/London");
        check(&["2024-01-10T10:00:00Z", "2024-07-10T10:00:00"], "UTC");
        check(&["2024-01-10T10:00:00+00:30"], "UTC");
        check(&["2024-05-10T10:00:00+06:00"], "Asia/Dhaka");
        check(&["2024-05-10T10:00:00+14:00"], "Pacific/Kiritimati");
        check(&["2024-05-10T10:00:00+12:45"], "Pacific/Chatham");
        check(&["2024-05-10T10:00:00+02:00", "2024-05-10T10:00:00+09:00"], "UTC");
    }

    #[test]
    fn a_name_is_no_guess() {
        let found = guess(Some("Europe/Paris"), &[]);
        assert_eq!((name(&found.zone), found.check), ("Europe/Paris", None));
        assert!(guess(Some("../etc/localtime"), &[]).check.is_some_and(|check| check.contains("../etc/localtime")));
    }

    #[test]
    fn moments_are_read_as_schedules_write_them() {
        for bad in ["-009998-01-01T10:00:00Z", "", "10:00", "2016-10-01", "2016-13-01T10:00:00Z", "../x"] {
            assert_eq!(When::parse(bad), None, "{bad}");
        }
        assert_eq!(time("10:30:00").map(|time| time.to_string()).as_deref(), Some("10:30:00"));
    }
}
