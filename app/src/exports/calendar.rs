//! Calendars (RFC 5545 and 7986): sessions for the calendars of attendees, who subscribe to them or download them.
//!
//! The writer is our own. The crate `ics` folds continued lines at 76 octets, and `icalendar` sorts properties by name and
//! takes ids and times that are missing from chance and the clock.

mod content_lines;
mod event;
mod time_zone;

use conference::{
    Conference, Language, Session,
    url::{Calendar, CalendarSessions},
};

use self::content_lines::ContentLines;
use super::made::Made;
use crate::{messages::Messages, site::Site};

/// How often programs ask for changes: rooms change during the event.
const REFRESH: &str = "PT1H";

/// The calendar; `None` if there is no such language, session or speaker.
pub(super) fn calendar(site: &Site, asked: &Calendar) -> Option<Made> {
    let conference = &site.conference;
    let (default, others) = conference.event.languages.split_first()?;
    let language = match &asked.language {
        None => default,
        Some(language) => others.iter().find(|other| *other == language)?,
    };
    let sessions = conference.calendar(&asked.sessions)?;
    let context = Context { site, conference, language, messages: Messages::of(language) };
    let mut lines = ContentLines::default();
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//serverlessconf//serverlessconf//EN");
    context.add_names(&mut lines, &asked.sessions);
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.add("X-PUBLISHED-TTL", REFRESH);
    context.add_time_zone(&mut lines, &sessions);
    for session in sessions {
        event::add(&mut lines, &context, session);
    }
    lines.add("END", "VCALENDAR");
    Some(Made { media_type: "text/calendar; charset=utf-8", body: lines.finish().into() })
}

/// The site with the language of a calendar.
struct Context<'a> {
    site: &'a Site,
    conference: &'a Conference,
    language: &'a Language,
    messages: &'static Messages,
}

impl Context<'_> {
    /// Adds the name and the description, under the names of the standard and under those that most programs read.
    fn add_names(&self, lines: &mut ContentLines, sessions: &CalendarSessions) {
        let event = &self.conference.event;
        let name = event.name.text(self.language);
        let subject = match sessions {
            CalendarSessions::Schedule(_) => None,
            CalendarSessions::Session(slug) => self.conference.session(slug).map(|session| &session.title),
            CalendarSessions::Speaker(slug) => self.conference.speaker(slug).map(|speaker| &speaker.name),
        };
        let name = match subject {
            Some(subject) => format!("{} — {name}", subject.text(self.language)),
            None => name.to_owned(),
        };
        lines.add_text("NAME", &name);
        lines.add_text("X-WR-CALNAME", &name);
        if let Some(notice) = &event.notice {
            let notice = notice.text(self.language);
            lines.add_text("DESCRIPTION", notice);
            lines.add_text("X-WR-CALDESC", notice);
        }
        if !self.site.urls.base.is_empty() {
            lines.add("URL", &self.address(&sessions.page()));
        }
    }

    fn add_time_zone(&self, lines: &mut ContentLines, sessions: &[&Session]) {
        let event = &self.conference.event;
        let Some(name) = event.timezone.iana_name() else { return };
        lines.add_text("X-WR-TIMEZONE", name);
        let days =
            sessions.iter().flat_map(|session| [session.start.date(), session.end.unwrap_or(session.start).date()]);
        let years = days.chain(event.days.first().copied()).map(|day| day.year());
        let (first, last) = years.fold((i16::MAX, i16::MIN), |(first, last), year| (first.min(year), last.max(year)));
        time_zone::add(lines, &event.timezone, name, first..=last);
    }

    /// The address of a page in the language of the calendar, on a site that knows its own.
    fn address(&self, page: &conference::url::Page) -> String {
        format!("{}{}", self.site.urls.base, page.path(self.language, self.conference.event.default_language()))
    }
}
