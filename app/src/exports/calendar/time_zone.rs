//! The rules of a time zone for the years of a calendar (RFC 5545, section 3.6.5).

use std::ops::RangeInclusive;

use jiff::{
    Timestamp,
    civil::{DateTime, date},
    tz::{Offset, TimeZone},
};

use super::content_lines::ContentLines;

/// A date and time without offset, as calendars write it: `20161001T101000`.
pub(super) fn local(moment: DateTime) -> String {
    moment.strftime("%Y%m%dT%H%M%S").to_string()
}

/// Adds the time zone of a name, with each of its transitions in some years.
///
/// Rules that recur for ever would be shorter for some zones, and wrong for all that change their rules.
pub(super) fn add(lines: &mut ContentLines, zone: &TimeZone, name: &str, years: RangeInclusive<i16>) {
    let instant = |moment: DateTime| zone.to_timestamp(moment).unwrap_or(Timestamp::MAX);
    let from = instant(date(*years.start(), 1, 1).at(0, 0, 0, 0));
    let until = instant(date(*years.end(), 12, 31).at(23, 59, 59, 0));
    lines.add("BEGIN", "VTIMEZONE");
    lines.add_text("TZID", name);
    let before = |moment: Timestamp| Timestamp::from_second(moment.as_second() - 1).unwrap_or(Timestamp::MIN);
    // Readers know no time before the first observance, so it begins before the years.
    match zone
        .preceding(from)
        .next()
        .map(|transition| transition.timestamp())
        .filter(|onset| *onset >= Timestamp::UNIX_EPOCH)
    {
        Some(onset) => add_observance(lines, zone, onset, zone.to_offset(before(onset))),
        None => {
            let info = zone.to_offset_info(from);
            let offset = info.offset();
            let kind = if info.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
            add_lines(lines, kind, date(1970, 1, 1).at(0, 0, 0, 0), [offset, offset], info.abbreviation());
        }
    }
    for transition in zone.following(from).take_while(|transition| transition.timestamp() <= until) {
        add_observance(lines, zone, transition.timestamp(), zone.to_offset(before(transition.timestamp())));
    }
    lines.add("END", "VTIMEZONE");
}

/// Adds the observance that begins at a transition from another offset.
fn add_observance(lines: &mut ContentLines, zone: &TimeZone, onset: Timestamp, former: Offset) {
    let info = zone.to_offset_info(onset);
    let kind = if info.dst().is_dst() { "DAYLIGHT" } else { "STANDARD" };
    // The onset is a local time of the former offset.
    add_lines(lines, kind, former.to_datetime(onset), [former, info.offset()], info.abbreviation());
}

fn add_lines(lines: &mut ContentLines, kind: &str, onset: DateTime, [from, to]: [Offset; 2], name: &str) {
    lines.add("BEGIN", kind);
    lines.add("DTSTART", &local(onset));
    lines.add("TZOFFSETFROM", &written(from));
    lines.add("TZOFFSETTO", &written(to));
    lines.add_text("TZNAME", name);
    lines.add("END", kind);
}

/// An offset as `+0900`, with seconds only if it has some.
fn written(offset: Offset) -> String {
    let (sign, seconds) = (if offset.is_negative() { '-' } else { '+' }, offset.seconds().abs());
    let seconds_alone = if seconds % 60 == 0 { String::new() } else { format!("{:02}", seconds % 60) };
    format!("{sign}{:02}{:02}{seconds_alone}", seconds / 3600, seconds / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn observances(name: &str, years: RangeInclusive<i16>) -> Vec<String> {
        let zone = TimeZone::get(name).expect("a zone of the bundled database");
        let mut lines = ContentLines::default();
        add(&mut lines, &zone, name, years);
        let text = lines.finish();
        assert!(text.starts_with(&format!("BEGIN:VTIMEZONE\r\nTZID:{name}\r\n")), "{text}");
        let of = |kind: &str| {
            let opening = format!("BEGIN:{kind}\r\n");
            let texts = text.split(&opening).skip(1).filter_map(|rest| rest.split("END:").next());
            texts.map(|text| format!("{kind} {}", text.trim_end().replace("\r\n", " "))).collect::<Vec<_>>()
        };
        [of("STANDARD"), of("DAYLIGHT")].concat()
    }

    #[test]
    fn a_zone_without_changes_has_one_observance() {
        let tokyo = "STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0900 TZOFFSETTO:+0900 TZNAME:JST";
        assert_eq!(observances("Asia/Tokyo", 2016..=2016), [tokyo]);
        let utc = "STANDARD DTSTART:19700101T000000 TZOFFSETFROM:+0000 TZOFFSETTO:+0000 TZNAME:UTC";
        assert_eq!(observances("UTC", 2016..=2017), [utc]);
    }

    #[test]
    fn each_change_of_the_clocks_is_a_local_time_of_the_offset_before_it() {
        assert_eq!(
            observances("Europe/Berlin", 2016..=2016),
            [
                "STANDARD DTSTART:20151025T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET",
                "STANDARD DTSTART:20161030T030000 TZOFFSETFROM:+0200 TZOFFSETTO:+0100 TZNAME:CET",
                "DAYLIGHT DTSTART:20160327T020000 TZOFFSETFROM:+0100 TZOFFSETTO:+0200 TZNAME:CEST",
            ]
        );
    }

    #[test]
    fn the_last_year_that_there_is_has_its_changes_too() {
        assert!(observances("Europe/Berlin", 9999..=9999).len() >= 2);
    }
}
