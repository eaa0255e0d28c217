//! Rules, and the ids that they name.

use std::fmt::Write as _;

use jiff::civil::{Date, DateTime};

/// The id of a day on the schedule.
pub(crate) fn day_id(day: Date) -> String {
    format!("day-{day}")
}

/// The id of a start time on the schedule.
pub(crate) fn slot_id(start: DateTime) -> String {
    format!("at-{}-{:02}{:02}", start.date(), start.hour(), start.minute())
}

/// Adds a rule.
pub(super) fn push(css: &mut String, rule: std::fmt::Arguments<'_>) {
    writeln!(css, "{rule}").expect("writing to a string cannot fail");
}
