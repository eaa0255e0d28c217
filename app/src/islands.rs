//! What is interactive: compiled for the server (the HTML) and for the browser (the behaviour).

mod schedule_filter;

#[cfg(feature = "ssr")]
pub(crate) use schedule_filter::ScheduleFilter;
