//! Sessions as events of a calendar (RFC 5545, section 3.6.1).

use conference::{
    Session, Slug, Text,
    release::{Facts, Stamp},
    url::Page,
};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

use super::{content_lines::ContentLines, context::Context, time_zone::local};

/// Adds a session.
pub(super) fn add(lines: &mut ContentLines, context: &Context<'_>, session: &Session) {
    let event = &context.conference.event;
    begin(lines, context, session.identity());
    add_times(lines, session.start, session.end, &event.timezone);
    let title = session.title.text(context.language);
    if session.canceled {
        // Some programs do not show the status.
        lines.add_text("SUMMARY", &context.messages.canceled_title(title));
        lines.add("STATUS", "CANCELLED");
    } else {
        lines.add_text("SUMMARY", title);
        lines.add("STATUS", "CONFIRMED");
    }
    add_place(lines, context, session);
    let page = Page::Session(session.slug.clone());
    let address = (!context.site.urls.base.is_empty()).then(|| context.address(&page));
    if let Some(address) = &address {
        lines.add("URL", address);
    }
    let track = session.track.as_ref().and_then(|id| event.track(id)).map(|track| track.name.text(context.language));
    let format = context.messages.format_name(session.format);
    lines.add_list("CATEGORIES", [format].into_iter().chain(track).chain(session.tags.iter().map(String::as_str)));
    let description = description(context, session, address);
    if !description.is_empty() {
        lines.add_text("DESCRIPTION", &description);
    }
    lines.add("END", "VEVENT");
}

/// Adds a session that was released and is no longer on the programme.
pub(super) fn add_withdrawn(lines: &mut ContentLines, context: &Context<'_>, identity: &Slug, facts: &Facts) {
    begin(lines, context, identity);
    add_times(lines, facts.start, facts.end, &context.conference.event.timezone);
    lines.add_text("SUMMARY", &context.messages.canceled_title(facts.title.text(context.language)));
    lines.add("STATUS", "CANCELLED");
    if !context.site.urls.base.is_empty() {
        lines.add("URL", &context.address(&Page::Session(identity.clone())));
    }
    lines.add("END", "VEVENT");
}

/// Begins an event with its id, and with the stamps of the releases.
fn begin(lines: &mut ContentLines, context: &Context<'_>, identity: &Slug) {
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", &context.conference.event.guid(identity).to_string());
    match context.conference.releases.stamp(identity) {
        Some(Stamp { sequence, modified }) => {
            lines.add("DTSTAMP", &universal(modified));
            lines.add("LAST-MODIFIED", &universal(modified));
            lines.add("SEQUENCE", &sequence.to_string());
        }
        None => {
            lines.add("DTSTAMP", &universal(first_moment(context)));
            lines.add("SEQUENCE", "0");
        }
    }
}

/// Adds start and end as local times, so that a change of the rules of the zone moves them as it moves the event.
fn add_times(lines: &mut ContentLines, start: DateTime, end: Option<DateTime>, zone: &TimeZone) {
    let instant = |moment: DateTime| zone.to_timestamp(moment).unwrap_or(Timestamp::MAX);
    let mut add = |name: &str, moment: DateTime| match zone.iana_name() {
        Some(id) => lines.add(&format!("{name};TZID={id}"), &local(moment)),
        None => lines.add(name, &universal(instant(moment))),
    };
    add("DTSTART", start);
    // An end must be later than its start, which a clock that is set forward may prevent. An event without end takes no time.
    if let Some(end) = end.filter(|end| instant(*end) > instant(start)) {
        add("DTEND", end);
    }
}

/// Adds room and venue. If the event has rooms, a session without one may be anywhere.
fn add_place(lines: &mut ContentLines, context: &Context<'_>, session: &Session) {
    let event = &context.conference.event;
    if let Some(elsewhere) = &session.venue {
        lines.add_text("LOCATION", elsewhere.text(context.language));
        return;
    }
    let room = session.room.as_ref().and_then(|id| event.room(id));
    if room.is_none() && !event.rooms.is_empty() {
        return;
    }
    let room = room.map(|room| &room.name);
    let venue = event.venue.as_ref().map(|venue| [Some(&venue.name), venue.address.as_ref()]);
    let parts = [room].into_iter().chain(venue.into_iter().flatten()).flatten();
    let parts: Vec<_> = parts.map(|part: &Text| part.text(context.language)).collect();
    if !parts.is_empty() {
        lines.add_text("LOCATION", &parts.join(", "));
    }
    if let Some([latitude, longitude]) = event.venue.as_ref().and_then(|venue| venue.location) {
        lines.add("GEO", &format!("{latitude};{longitude}"));
    }
}

/// The people, the abstract, the links and the address of the page, which some programs show nowhere else.
fn description(context: &Context<'_>, session: &Session, address: Option<String>) -> String {
    let conference = context.conference;
    let names = conference.people(&session.speakers).map(|speaker| speaker.name.text(context.language));
    let mut people: Vec<_> =
        Some(names.collect::<Vec<_>>().join(", ")).filter(|names| !names.is_empty()).into_iter().collect();
    people.extend(
        conference
            .people(&session.moderator)
            .map(|moderator| format!("{}: {}", context.messages.moderator, moderator.name.text(context.language))),
    );
    let links = session.links.iter().map(|link| format!("{}: {}", context.messages.link_name(&link.kind), link.url));
    let links = links.chain(address).collect::<Vec<_>>();
    let text = session.body.get(context.language).1.text.replace('\n', "\n\n");
    let parts = [people.join("\n"), text, links.join("\n")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The first moment of the event, in the place of a time that nobody recorded.
fn first_moment(context: &Context<'_>) -> Timestamp {
    let event = &context.conference.event;
    let moment = event.days.first().map(|day| day.to_datetime(Default::default()));
    moment.and_then(|moment| event.timezone.to_timestamp(moment).ok()).unwrap_or_default()
}

fn universal(moment: Timestamp) -> String {
    format!("{}Z", local(TimeZone::UTC.to_datetime(moment)))
}
