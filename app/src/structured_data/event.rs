//! The conference and its sessions as events.

use conference::{Format, Session, Slug, Text, release::Facts, url::Page};
use jiff::civil::DateTime;

use super::{
    addresses::{absolute, image},
    place,
    profile::{organization, performers},
    things::{Event, EventStatus},
};
use crate::{context::Context, dates, parts::excerpt};

/// The most sessions that the home page lists. Of a larger programme it lists none: people wait for every kilobyte of
/// that page, and each session names the event as the one it belongs to.
const MOST_SESSIONS: usize = 100;

/// The length of a description in characters.
const DESCRIPTION: usize = 300;

/// The conference with its sessions.
pub(super) fn whole(context: &Context) -> Event {
    let conference = &context.conference;
    let event = &conference.event;
    let sessions: Vec<_> = conference.sessions.iter().filter(|session| session.format != Format::Break).collect();
    let sessions = if sessions.len() > MOST_SESSIONS { Vec::new() } else { sessions };
    let about =
        [event.tagline.as_ref().map(|text| context.text(text)), Some(&*event.body.get(&context.language).1.text)];
    let about = about.into_iter().flatten().find(|text| !text.is_empty());
    Event {
        description: about.map(|text| excerpt(text, DESCRIPTION)),
        organizer: event.organizer.as_ref().map(|organizer| organization(context, organizer)),
        sponsor: event.sponsors.iter().map(|sponsor| organization(context, sponsor)).collect(),
        event_status: Some(EventStatus::Scheduled),
        image: image(context, &Page::Home),
        sub_event: sessions.into_iter().map(|session| listed(context, session)).collect(),
        ..conference_event(context)
    }
}

/// A session on its own page.
pub(super) fn session(context: &Context, session: &Session) -> Event {
    let text = &session.body.get(&context.language).1.text;
    Event {
        description: Some(excerpt(text, DESCRIPTION)).filter(|text| !text.is_empty()),
        image: image(context, &Page::Session(session.slug.clone())),
        in_language: session.language.as_ref().map(ToString::to_string),
        keywords: session.tags.clone(),
        super_event: Some(Box::new(conference_event(context))),
        ..listed(context, session)
    }
}

/// A session that was released and is no longer on the programme.
pub(super) fn withdrawn(context: &Context, identity: &Slug, facts: &Facts) -> Event {
    Event {
        event_status: Some(EventStatus::Cancelled),
        super_event: Some(Box::new(conference_event(context))),
        ..of_facts(context, identity, facts)
    }
}

/// A session among others.
fn listed(context: &Context, session: &Session) -> Event {
    let former = former_starts(context, session);
    let event_status = match (session.canceled, former.is_empty()) {
        (true, _) => EventStatus::Cancelled,
        (false, true) => EventStatus::Scheduled,
        (false, false) => EventStatus::Rescheduled,
    };
    Event {
        previous_start_date: former.into_iter().map(|start| time(context, start)).collect(),
        event_status: Some(event_status),
        ..of_facts(context, &session.slug, &Facts::of(session))
    }
}

fn of_facts(context: &Context, slug: &Slug, facts: &Facts) -> Event {
    Event {
        name: context.text(&facts.title).to_owned(),
        url: absolute(context, &Page::Session(slug.clone())),
        start_date: Some(time(context, facts.start)),
        end_date: facts.end.map(|end| time(context, end)),
        location: place::of_session(context, facts.room.as_ref(), facts.venue.as_ref()),
        performer: performers(context, &facts.people),
        ..Event::default()
    }
}

/// The conference without its sessions.
fn conference_event(context: &Context) -> Event {
    let conference = &context.conference;
    let event = &conference.event;
    let starts = conference.sessions.iter().map(|session| session.start);
    // The day alone if nobody knows when its last session ends.
    let last = conference.sessions.iter().max_by_key(|session| session.end.unwrap_or(session.start));
    let end = last.map(|last| last.end.map_or_else(|| last.start.date().to_string(), |end| time(context, end)));
    let day = |day: Option<&jiff::civil::Date>| day.map(ToString::to_string);
    let default = event.default_language();
    Event {
        id: Some(format!("{}{}#event", context.site.urls.base, Page::Home.path(default, default))),
        name: context.text(&event.name).to_owned(),
        url: absolute(context, &Page::Home),
        start_date: starts.min().map(|start| time(context, start)).or_else(|| day(event.days.first())),
        end_date: end.or_else(|| day(event.days.last())),
        location: place::venue(context),
        ..Event::default()
    }
}

/// The starts that releases announced for a session, other than its present one, the oldest first.
fn former_starts(context: &Context, session: &Session) -> Vec<DateTime> {
    let mut former = Vec::new();
    for change in context.conference.releases.changes_of(session.identity()) {
        let starts = change.was.iter().map(|was| was.start).filter(|start| *start != session.start);
        former.extend(starts);
    }
    former.dedup();
    former
}

fn time(context: &Context, moment: DateTime) -> String {
    dates::machine(moment, &context.conference.event.timezone)
}

/// A session as the subject of a text.
pub(super) fn subject(context: &Context, session: &Session) -> Event {
    let text = |text: &Text| context.text(text).to_owned();
    Event {
        name: text(&session.title),
        url: absolute(context, &Page::Session(session.slug.clone())),
        start_date: Some(time(context, session.start)),
        location: place::of_session(context, session.room.as_ref(), session.venue.as_ref()),
        ..Event::default()
    }
}
