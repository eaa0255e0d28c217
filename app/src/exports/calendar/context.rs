//! The site and the language of a calendar, and the properties of the calendar as a whole.

use conference::{
    Conference, Language,
    url::{CalendarSessions, Page},
};
use jiff::civil::DateTime;

use super::{content_lines::ContentLines, time_zone};
use crate::{messages::Messages, site::Site};

/// The site with the language of a calendar.
pub(super) struct Context<'a> {
    pub(super) site: &'a Site,
    pub(super) conference: &'a Conference,
    pub(super) language: &'a Language,
    pub(super) messages: &'static Messages,
}

impl Context<'_> {
    /// Adds the name and the description, under the names of the standard and under those that most programs read.
    pub(super) fn add_names(&self, lines: &mut ContentLines, sessions: &CalendarSessions) {
        let event = &self.conference.event;
        let name = event.name.text(self.language);
        let subject = match sessions {
            CalendarSessions::Schedule(_) | CalendarSessions::Plan(_) => None,
            CalendarSessions::Session(slug) => {
                let withdrawn = || self.conference.withdrawn(slug).map(|withdrawn| &withdrawn.facts.title);
                self.conference.session(slug).map(|session| &session.title).or_else(withdrawn)
            }
            CalendarSessions::Speaker(slug) => self.conference.speaker(slug).map(|speaker| &speaker.name),
        };
        let name = match subject {
            None if matches!(sessions, CalendarSessions::Plan(_)) => format!("{} — {name}", self.messages.plan),
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

    /// Adds the rules of the time zone for sessions with these starts and ends.
    pub(super) fn add_time_zone(
        &self,
        lines: &mut ContentLines,
        times: impl Iterator<Item = (DateTime, Option<DateTime>)>,
    ) {
        let event = &self.conference.event;
        let Some(name) = event.timezone.iana_name() else { return };
        lines.add_text("X-WR-TIMEZONE", name);
        let days = times.flat_map(|(start, end)| [start.date(), end.unwrap_or(start).date()]);
        let years = days.chain(event.days.first().copied()).map(|day| day.year());
        let (first, last) = years.fold((i16::MAX, i16::MIN), |(first, last), year| (first.min(year), last.max(year)));
        time_zone::add(lines, &event.timezone, name, first..=last);
    }

    /// The address of a page in the language of the calendar, on a site that knows its own.
    pub(super) fn address(&self, page: &Page) -> String {
        format!("{}{}", self.site.urls.base, page.path(self.language, self.conference.event.default_language()))
    }
}
