//! Parses dates as people and blogs write them.

use conference::EARLIEST_YEAR;
use jiff::civil::{Date, Time};

/// Parses a date with an optional time, and returns it in the format of the content: `2016-09-25` or `2016-09-25
/// 10:30`.
///
/// Accepts `2016-09-25`, `2016/9/25`, `2016.9.25` and `2016年9月25日`, followed by `10:30` or `10時30分`.
pub(super) fn written(text: &str) -> Option<String> {
    let text = conference::fold::nfkc(text.get(..text.len().min(120)).unwrap_or_default());
    let numbers: Vec<&str> =
        text.split(|character: char| !character.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (&year, rest) = numbers.split_first()?;
    if year.len() != 4 || !text.trim_start().starts_with(year) {
        return None;
    }
    let date = date(year, rest.first()?, rest.get(1)?)?;
    let time = match rest.get(2..4) {
        Some([hour, minute]) => time(hour, minute),
        _ => None,
    };
    Some(join(date, time))
}

/// Parses the date of a Movable Type entry: `10/01/2016 12:34:56`, with ` AM` or ` PM` for hours up to 12.
pub(super) fn of_export(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    let mut numbers = words.next()?.split('/');
    let (month, day, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let date = date(year, month, day).filter(|_| year.len() == 4 && numbers.next().is_none())?;
    let mut clock = words.next().unwrap_or("00:00").split(':');
    let (hour, minute) = (clock.next()?.parse::<u8>().ok()?, clock.next()?);
    let hour = match words.next().map(str::to_ascii_uppercase).as_deref() {
        Some("AM") if hour == 12 => 0,
        Some("PM") if hour < 12 => hour + 12,
        _ => hour,
    };
    Some(join(date, Some(time(&hour.to_string(), minute)?)))
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        .ok()
        .filter(|date| date.year() >= EARLIEST_YEAR)
}

fn time(hour: &str, minute: &str) -> Option<Time> {
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

fn join(date: Date, time: Option<Time>) -> String {
    match time {
        Some(time) => format!("{date} {:02}:{:02}", time.hour(), time.minute()),
        None => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_as_the_content_has_them() {
        for (text, expected) in [
            ("2016-09-25", Some("2016-09-25")),
            ("2016年9月5日（月）", Some("2016-09-05")),
            ("２０１６／９／２５ 10:05", Some("2016-09-25 10:05")),
            ("2016-13-25", None),
            ("25.9.2016", None),
            ("来週", None),
            // A year with transposed digits.
            ("1941-09-20", None),
        ] {
            assert_eq!(written(text).as_deref(), expected, "{text}");
        }
        for (text, expected) in [
            ("10/01/2016 12:34:56", Some("2016-10-01 12:34")),
            ("01/31/2002 03:31:05 PM", Some("2002-01-31 15:31")),
            ("01/31/2002 12:05:00 AM", Some("2002-01-31 00:05")),
            ("31/01/2002 03:31:05", None),
            ("10/01/2016 99:00:00", None),
            ("yesterday", None),
        ] {
            assert_eq!(of_export(text).as_deref(), expected, "{text}");
        }
    }
}
