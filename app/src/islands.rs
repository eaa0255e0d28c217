//! What is interactive: compiled for the server (the HTML) and for the browser (the behaviour).

#[expect(unreachable_pub, reason = "#[island] makes its own items public")]
mod schedule_filter;

#[cfg(feature = "ssr")]
pub(crate) use schedule_filter::ScheduleFilter;
