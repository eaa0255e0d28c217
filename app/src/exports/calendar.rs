//! Calendars (RFC 5545 and 7986): sessions for the calendars of attendees, who subscribe to them or download them.
//!
//! The writer is our own. The crate `ics` folds continued lines at 76 octets, and `icalendar` sorts properties by name and
//! takes ids and times that are missing from chance and the clock.

mod content_lines;
mod context;
mod event;
mod time_zone;

use conference::url::{Calendar, CalendarSessions};

use self::{content_lines::ContentLines, context::Context};
use super::made::Made;
use crate::{messages::Messages, site::Site};

/// How often programs ask for changes: rooms change during the event.
const REFRESH: &str = "PT1H";

/// The calendar; `None` if there is no such language, session or speaker.
pub(super) fn calendar(site: &Site, asked: &Calendar) -> Option<Made> {
    let conference = &site.conference;
    let language = conference.event.language(asked.language.as_ref())?;
    // Programs that subscribed to them are to learn that they are off.
    let withdrawn: Vec<_> = match &asked.sessions {
        CalendarSessions::Session(slug) => conference.withdrawn(slug).map(|one| (slug, one)).into_iter().collect(),
        CalendarSessions::Plan(plan) => conference.planned(plan).withdrawn,
        CalendarSessions::Schedule(_) | CalendarSessions::Speaker(_) => Vec::new(),
    };
    let sessions = match conference.calendar(&asked.sessions) {
        Some(sessions) => sessions,
        None if withdrawn.is_empty() => return None,
        None => Vec::new(),
    };
    let context = Context { site, conference, language, messages: Messages::of(language) };
    let mut lines = ContentLines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//serverlessconf//serverlessconf//EN");
    context.add_names(&mut lines, &asked.sessions);
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.add("X-PUBLISHED-TTL", REFRESH);
    let times = sessions.iter().map(|session| (session.start, session.end));
    let withdrawn_times = withdrawn.iter().map(|(_, withdrawn)| (withdrawn.facts.start, withdrawn.facts.end));
    context.add_time_zone(&mut lines, times.chain(withdrawn_times));
    for session in sessions {
        event::add(&mut lines, &context, session);
    }
    for (identity, withdrawn) in withdrawn {
        event::add_withdrawn(&mut lines, &context, identity, &withdrawn.facts);
    }
    lines.add("END", "VCALENDAR");
    Some(Made { media_type: "text/calendar; charset=utf-8", body: lines.finish().into() })
}
