//! Reads dates, times and durations.

use jiff::{
    SignedDuration,
    civil::{Date, DateTime, Time},
    tz::{TimeZone, TimeZoneDatabase},
};

use super::field_reader::{FieldReader, Placed};
use crate::{
    diagnostic::{Message, words},
    front_matter::Node,
    message,
};

/// An example date.
pub(crate) const DAY_EXAMPLE: &str = "2016-10-01";
/// An example start.
pub(crate) const START_EXAMPLE: &str = "2016-10-01 14:15";

/// The earliest year that is accepted, also by importers.
pub const EARLIEST_YEAR: i16 = 1970;

/// A time of day, with or without its date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// The time alone.
    Time(Time),
    /// Date and time.
    DateTime(DateTime),
}

impl<'a> FieldReader<'a> {
    /// Reads a date.
    pub(crate) fn date(&self, node: &'a Node) -> Option<Placed<Date>> {
        let text = self.scalar(node, words!("a date", "日付"), DAY_EXAMPLE)?;
        let date = parse_date(text);
        if date.is_none() {
            let help = message!(
                "write year, month and day as `{DAY_EXAMPLE}`",
                "年月日を`{DAY_EXAMPLE}`のように書いてください"
            );
            self.report_date(node, text, help);
        }
        Some(Placed { value: date?, span: node.span.clone() })
    }

    /// Reads date and time.
    pub(crate) fn date_time(&self, node: &'a Node) -> Option<Placed<DateTime>> {
        let text = self.scalar(node, words!("a date and time", "日付と時刻"), START_EXAMPLE)?;
        let value = match parse_moment(text) {
            Some(Moment::DateTime(value)) => value,
            Some(Moment::Time(_)) => {
                let help = message!(
                    "write the date before it: `{START_EXAMPLE}`",
                    "前に日付を書いてください: `{START_EXAMPLE}`"
                );
                self.problems.error(
                    "bad-time",
                    node.span.clone(),
                    message!("`{text}` has no date", "`{text}`に日付がありません"),
                    help,
                );
                return None;
            }
            None => {
                self.report_time(node, text, START_EXAMPLE);
                return None;
            }
        };
        Some(Placed { value, span: node.span.clone() })
    }

    /// Reads a time with or without its date.
    pub(crate) fn moment(&self, node: &'a Node) -> Option<Placed<Moment>> {
        let text = self.scalar(node, words!("a time", "時刻"), "14:50")?;
        let moment = parse_moment(text);
        if moment.is_none() {
            self.report_time(node, text, "14:50");
        }
        Some(Placed { value: moment?, span: node.span.clone() })
    }

    /// Reads a date with optional time; midnight if there is none.
    pub(crate) fn publication(&self, node: &'a Node) -> Option<DateTime> {
        let text = self.scalar(node, words!("a date", "日付"), DAY_EXAMPLE)?;
        match text.contains([' ', 'T', ':']) {
            true => self.date_time(node).map(|placed| placed.value),
            false => self.date(node).map(|placed| placed.value.to_datetime(Time::midnight())),
        }
    }

    /// Reports an invalid date; `help` explains the format.
    fn report_date(&self, node: &Node, text: &str, help: Message) {
        let (message, help) = match calendar_date(text) {
            Some(date) => (
                message!("the year {year} is before all events", "{year}年は古すぎます", year = date.year()),
                message!(
                    "check the year; the first one is {EARLIEST_YEAR}",
                    "年を確かめてください。{EARLIEST_YEAR}年から使えます"
                ),
            ),
            None => (message!("`{text}` is not a date of the calendar", "`{text}`を日付として読めません"), help),
        };
        self.problems.error("bad-date", node.span.clone(), message, help);
    }

    fn report_time(&self, node: &Node, text: &str, example: &str) {
        let (date, time) = text.split_once([' ', 'T']).unwrap_or(("", text));
        if !date.is_empty() && parse_date(date).is_none() {
            self.report_date(node, date, message!("write it as `{example}`", "`{example}`のように書いてください"));
            return;
        }
        let help = if time.contains(['+', '-', 'Z', 'z']) {
            message!(
                "write it as `{example}`, in the time of the event and without a time zone",
                "開催地の時刻で、タイムゾーンを付けずに`{example}`のように書いてください"
            )
        } else if time.starts_with("24") {
            message!(
                "write midnight as `00:00` of the next day, with its date",
                "深夜0時は、次の日の日付と`00:00`で書いてください"
            )
        } else {
            message!("write it as `{example}`", "`{example}`のように書いてください")
        };
        self.problems.error(
            "bad-time",
            node.span.clone(),
            message!("`{text}` is not a time", "`{text}`を時刻として読めません"),
            help,
        );
    }

    /// Reads a duration.
    pub(crate) fn duration(&self, node: &'a Node) -> Option<Placed<SignedDuration>> {
        let text = self.scalar(node, words!("a length of time", "時間の長さ"), "35m")?;
        let duration = parse_duration(text);
        if duration.is_none() {
            self.problems.error(
                "bad-duration",
                node.span.clone(),
                message!("`{text}` is not a length of time", "`{text}`を時間の長さとして読めません"),
                message!(
                    "write hours and minutes as `35m`, `1h` or `1h30m`",
                    "時間と分を`35m`、`1h`、`1h30m`のように書いてください"
                ),
            );
        }
        Some(Placed { value: duration?, span: node.span.clone() })
    }

    /// Reads the name of a time zone. The time zone database is built in.
    pub(crate) fn time_zone(&self, node: &'a Node) -> Option<TimeZone> {
        let text = self.scalar(node, words!("the name of a time zone", "タイムゾーンの名前"), "Asia/Tokyo")?;
        let zones = TimeZoneDatabase::bundled();
        match zones.get(text) {
            Ok(zone) => Some(zone),
            Err(_) => {
                let names: Vec<_> = zones.available().map(|name| name.to_string()).collect();
                let city =
                    |name: &&String| name.rsplit('/').next().is_some_and(|city| city.eq_ignore_ascii_case(text.trim()));
                let meant = match text {
                    "JST" => Some("Asia/Tokyo"),
                    _ => names
                        .iter()
                        .find(city)
                        .map(String::as_str)
                        .or_else(|| self.search.nearest(text, names.iter().map(String::as_str))),
                };
                let help = match meant {
                    Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
                    None => message!(
                        "write continent and city, such as `Asia/Tokyo` or `Europe/Berlin`",
                        "地域と都市を書いてください。例: `Asia/Tokyo`、`Europe/Berlin`"
                    ),
                };
                let message =
                    message!("`{text}` is not the name of a time zone", "`{text}`はタイムゾーンの名前ではありません");
                self.problems.error("unknown-time-zone", node.span.clone(), message, help);
                None
            }
        }
    }
}

/// Formats a time for messages: `14:15`.
pub(crate) fn print_time(moment: DateTime) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// Parses a date in a plausible year: transposed digits are rejected.
fn parse_date(text: &str) -> Option<Date> {
    calendar_date(text).filter(|date| date.year() >= EARLIEST_YEAR)
}

fn calendar_date(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4..=4)?;
    let month = number(parts.next()?, 2..=2)?;
    let day = number(parts.next()?, 2..=2)?;
    if parts.next().is_some() {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn parse_time(text: &str) -> Option<Time> {
    let mut parts = text.split(':');
    let hour = number(parts.next()?, 1..=2)?;
    let minute = number(parts.next()?, 2..=2)?;
    let second = parts.next().map_or(Some(0), |second| number(second, 2..=2))?;
    if parts.next().is_some() {
        return None;
    }
    Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, i8::try_from(second).ok()?, 0).ok()
}

fn parse_moment(text: &str) -> Option<Moment> {
    match text.split_once([' ', 'T']) {
        Some((date, time)) => {
            Some(Moment::DateTime(parse_date(date)?.to_datetime(parse_time(time.trim_start_matches(' '))?)))
        }
        None => parse_time(text).map(Moment::Time),
    }
}

/// Parses `35m`, `1h` and `1h30m`; at most 99 days in each part.
fn parse_duration(text: &str) -> Option<SignedDuration> {
    let part = |text: &str| number(text, 1..=4).map(i64::from);
    let (hours, minutes) = match text.split_once('h') {
        Some((hours, "")) => (part(hours)?, 0),
        Some((hours, minutes)) => (part(hours)?, part(minutes.strip_suffix('m')?)?),
        None => (0, part(text.strip_suffix('m')?)?),
    };
    Some(SignedDuration::from_mins(hours * 60 + minutes))
}

/// Parses ASCII digits, of an allowed count.
fn number(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<i16> {
    (digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::{Moment, parse_date, parse_duration, parse_moment};

    #[test]
    fn dates_are_year_month_and_day() {
        assert_eq!(parse_date("2016-10-01").map(|date| date.to_string()).as_deref(), Some("2016-10-01"));
        for bad in
            ["", "2016-10-1", "2016-13-01", "2016-02-30", "16-10-01", "2016/10/01", "2016-10-01 ", "２０１６-10-01"]
        {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn times_have_minutes_and_may_have_seconds_and_a_date() {
        for (text, expected) in [
            ("2016-10-01 14:15", "2016-10-01T14:15:00"),
            ("2016-10-01T14:15", "2016-10-01T14:15:00"),
            ("2016-10-01 14:15:30", "2016-10-01T14:15:30"),
            ("2016-10-01 9:05", "2016-10-01T09:05:00"),
            ("2016-10-01  14:15", "2016-10-01T14:15:00"),
        ] {
            let Some(Moment::DateTime(moment)) = parse_moment(text) else { panic!("{text} is a date and time") };
            assert_eq!(moment.to_string(), expected);
        }
        assert!(matches!(parse_moment("14:50"), Some(Moment::Time(time)) if time.to_string() == "14:50:00"));
        for bad in
            ["", "14", "14:5", "24:00", "14:60", "14:15:60", "2016-10-01", "2016-10-01 ", "14：15", "14:15Z", "-1:00"]
        {
            assert_eq!(parse_moment(bad), None, "{bad}");
        }
    }

    #[test]
    fn durations_are_hours_and_minutes() {
        for (text, minutes) in [("35m", 35), ("1h", 60), ("1h30m", 90), ("90m", 90), ("0m", 0), ("24h", 1440)] {
            assert_eq!(parse_duration(text), Some(SignedDuration::from_mins(minutes)), "{text}");
        }
        for bad in ["", "35", "m", "h", "1h30", "-5m", "1.5h", "30m1h", "1h1h", "99999m", "３５m", "35 m"] {
            assert_eq!(parse_duration(bad), None, "{bad}");
        }
    }
}
