//! The interactive parts: compiled for the server (the HTML) and for the browser (the behaviour).

#[cfg(feature = "hydrate")]
mod dom;
mod schedule_filter;

#[cfg(feature = "ssr")]
pub(crate) use schedule_filter::ScheduleFilter;
