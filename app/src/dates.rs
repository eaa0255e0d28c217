//! Days and times as readers of a language write them.

use jiff::{
    civil::{Date, DateTime, Weekday},
    tz::{AmbiguousOffset, TimeZone},
};

use crate::messages::Messages;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "2016年10月1日（土）" or "Saturday 1 October 2016".
pub(crate) fn day(messages: &Messages, date: Date) -> String {
    let weekday = weekday(messages, date.weekday());
    if messages.is_japanese() {
        format!("{}年{}月{}日（{weekday}）", date.year(), date.month(), date.day())
    } else {
        format!("{weekday} {} {} {}", date.day(), month(date), date.year())
    }
}

/// A day with its year in parts, so that the year can be left out: `["2016年", "10月1日（土）", ""]` or
/// `["", "Sat 1 October", " 2016"]`.
pub(crate) fn day_parts(messages: &Messages, date: Date) -> [String; 3] {
    let day = short_day(messages, date);
    if messages.is_japanese() {
        [format!("{}年", date.year()), day, String::new()]
    } else {
        [String::new(), day, format!(" {}", date.year())]
    }
}

/// "10月1日（土）" or "Sat 1 October": if the year is clear.
pub(crate) fn short_day(messages: &Messages, date: Date) -> String {
    let weekday = weekday(messages, date.weekday());
    if messages.is_japanese() {
        format!("{}月{}日（{weekday}）", date.month(), date.day())
    } else {
        format!("{} {} {}", &weekday[..3], date.day(), month(date))
    }
}

/// "2016年9月25日" or "25 September 2016".
pub(crate) fn date(messages: &Messages, date: Date) -> String {
    if messages.is_japanese() {
        format!("{}年{}月{}日", date.year(), date.month(), date.day())
    } else {
        format!("{} {} {}", date.day(), month(date), date.year())
    }
}

/// "10:05".
pub(crate) fn time(moment: DateTime) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

/// "10:05–10:40", or the start alone if the end is not known.
pub(crate) fn span(start: DateTime, end: Option<DateTime>) -> String {
    match end {
        Some(end) if end != start => format!("{}–{}", time(start), time(end)),
        _ => time(start),
    }
}

/// The value of a `datetime` attribute with the offset of the event's time zone: `2016-10-01T10:05+09:00`.
pub(crate) fn machine(moment: DateTime, zone: &TimeZone) -> String {
    format!("{}T{}{}", moment.date(), time(moment), offset_text(moment, zone))
}

/// A date and time of XML Schema and of RFC 3339 with the offset of the event's time zone: `2016-10-01T10:05:00+09:00`.
pub(crate) fn instant(moment: DateTime, zone: &TimeZone) -> String {
    let seconds = moment.second();
    format!("{}T{}:{seconds:02}{}", moment.date(), time(moment), offset_text(moment, zone))
}

/// The offset of the event's time zone from UTC, in seconds. While the clocks change it is the one before.
pub(crate) fn offset(moment: DateTime, zone: &TimeZone) -> i32 {
    match zone.to_ambiguous_timestamp(moment).offset() {
        AmbiguousOffset::Unambiguous { offset } => offset.seconds(),
        AmbiguousOffset::Gap { before, .. } | AmbiguousOffset::Fold { before, .. } => before.seconds(),
    }
}

fn offset_text(moment: DateTime, zone: &TimeZone) -> String {
    let seconds = offset(moment, zone);
    let (sign, minutes) = (if seconds < 0 { '-' } else { '+' }, seconds.abs() / 60);
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

fn month(date: Date) -> &'static str {
    MONTHS[usize::try_from(date.month() - 1).expect("jiff's months are 1 to 12")]
}

fn weekday(messages: &Messages, weekday: Weekday) -> &'static str {
    let names = if messages.is_japanese() {
        ["月", "火", "水", "木", "金", "土", "日"]
    } else {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    };
    names[usize::try_from(weekday.to_monday_zero_offset()).expect("jiff's weekdays are 0 to 6")]
}

#[cfg(test)]
mod tests {
    use conference::Language;
    use jiff::civil;

    use super::*;

    fn messages(tag: &str) -> &'static Messages {
        Messages::of(&Language::parse(tag).expect("a valid tag"))
    }

    #[test]
    fn days_are_written_as_in_each_language() {
        let saturday = civil::date(2016, 10, 1);
        assert_eq!(day(messages("ja"), saturday), "2016年10月1日（土）");
        assert_eq!(day(messages("en"), saturday), "Saturday 1 October 2016");
        assert_eq!(short_day(messages("ja"), saturday), "10月1日（土）");
        assert_eq!(short_day(messages("en"), saturday), "Sat 1 October");
        assert_eq!(date(messages("en"), saturday), "1 October 2016");
    }

    #[test]
    fn a_zero_length_shows_one_time() {
        let start = civil::datetime(2023, 9, 23, 15, 0, 0, 0);
        assert_eq!(span(start, Some(start)), "15:00");
        assert_eq!(span(start, None), "15:00");
        assert_eq!(span(start, Some(civil::datetime(2023, 9, 23, 15, 40, 0, 0))), "15:00–15:40");
    }

    #[test]
    fn machine_times_have_the_offset_of_the_zone() {
        let moment = civil::datetime(2016, 10, 1, 9, 5, 0, 0);
        for (zone, expected) in [
            ("Asia/Tokyo", "2016-10-01T09:05+09:00"),
            ("America/St_Johns", "2016-10-01T09:05-02:30"),
            ("UTC", "2016-10-01T09:05+00:00"),
        ] {
            let zone = TimeZone::get(zone).expect("a zone of the bundled database");
            assert_eq!(machine(moment, &zone), expected);
        }
    }
}
