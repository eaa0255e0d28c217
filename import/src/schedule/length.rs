//! Parses durations in the formats of schedules.

use jiff::{Span, SpanRelativeTo};

/// A duration in minutes, with a remark.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Length {
    pub(super) minutes: Option<i64>,
    pub(super) check: Option<String>,
}

/// The meaning of three parts with colons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Three {
    /// Days, hours and minutes, as pretalx writes durations of a day or more.
    FromDays,
    /// Hours, minutes and seconds.
    FromHours,
}

impl Length {
    /// Parses `1:30`, `00:45:00`, `90`, `PT1H30M` or `45 min`.
    pub(super) fn read(text: Option<&str>, three: Three) -> Self {
        let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Self::default() };
        let said = || Some(format!("the source says the duration is `{text}`"));
        let parts: Option<Vec<i64>> = text.split(':').map(|part| part.parse::<u16>().ok().map(i64::from)).collect();
        match parts.as_deref() {
            Some([minutes]) => Self { minutes: Some(*minutes), check: None },
            Some([hours, minutes]) => Self { minutes: Some(hours * 60 + minutes), check: None },
            // Below a day, pretalx writes two parts.
            Some([days, hours, minutes]) if three == Three::FromDays && *days > 0 => {
                Self { minutes: Some((days * 24 + hours) * 60 + minutes), check: None }
            }
            Some([hours, minutes, seconds]) => {
                Self { minutes: Some(hours * 60 + minutes), check: said().filter(|_| *seconds > 0) }
            }
            _ => {
                let minutes = in_words(text);
                Self { check: said().filter(|_| minutes.is_none()), minutes }
            }
        }
    }
}

/// Parses an ISO 8601 duration, or one with unit names.
fn in_words(text: &str) -> Option<i64> {
    let span: Span = text.parse().ok()?;
    let length = span.to_duration(SpanRelativeTo::days_are_24_hours()).ok()?;
    Some(length.as_mins()).filter(|_| length.is_positive())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, three: Three, minutes: Option<i64>, check: Option<&str>) {
        let length = Length::read(Some(text), three);
        assert_eq!((length.minutes, length.check.as_deref()), (minutes, check), "{text}");
    }

    #[test]
    fn lengths_are_read_as_schedules_write_them() {
        for (text, minutes) in [
            ("00:30", Some(30)),
            ("1:05", Some(65)),
            ("01:30:00", Some(90)),
            ("45", Some(45)),
            ("PT45M", Some(45)),
            ("P1DT1H", Some(25 * 60)),
            ("45 min", Some(45)),
            ("1h 30m", Some(90)),
            ("", None),
        ] {
            check(text, Three::FromHours, minutes, None);
        }
        check("1:00:30", Three::FromHours, Some(60), Some("the source says the duration is `1:00:30`"));
        check("1:00:30", Three::FromDays, Some(24 * 60 + 30), None);
        check("00:45:00", Three::FromDays, Some(45), None);
        for text in ["x", "1:x", "-5 min", "soon"] {
            check(text, Three::FromHours, None, Some(&format!("the source says the duration is `{text}`")));
        }
    }
}
