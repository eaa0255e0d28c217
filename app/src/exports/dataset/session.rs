//! `/sessions.json`: the sessions that the schedule shows.

use conference::{
    Language, Session as ProgrammeSession,
    filter::SessionFilter,
    url::{Calendar, CalendarSessions, DatasetContent, Described, Export, Page},
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    address::Context,
    forms,
    items::{Link, PersonReference, Room, TagReference, TextReference, Track, links},
};
use crate::{dates, site::Site};

/// The sessions of a conference, in the order of the schedule.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Sessions")]
pub(super) struct SessionsDocument<'s> {
    /// The address of the JSON Schema of this document.
    #[serde(rename = "$schema")]
    schema: String,
    /// The address of this document, with its filter.
    url: String,
    /// The address of the page with the same sessions.
    page: String,
    /// The address of the document about the whole conference.
    conference: String,
    /// The language of the texts (BCP 47). A text without translation is in the language in which it was written.
    language: &'s str,
    /// The state of the content: two documents of one state have the same data.
    revision: String,
    /// The time zone of the event by its IANA name.
    timezone: Option<&'s str>,
    /// The number of sessions in this document.
    count: usize,
    /// The sessions, by start and room.
    sessions: Vec<Session<'s>>,
}

/// A session of the programme.
#[derive(Serialize, JsonSchema)]
struct Session<'s> {
    /// The name of the session in addresses.
    slug: &'s str,
    /// The lasting id of the session: a UUID, as in schedules of c3voc.
    guid: String,
    /// The code of the session in plans of attendees.
    code: &'s str,
    /// The address of the page.
    url: String,
    /// The address of a calendar with this session.
    calendar: String,
    /// The title.
    title: &'s str,
    /// The format.
    #[schemars(schema_with = "forms::format")]
    format: &'static str,
    /// The speakers.
    speakers: Vec<PersonReference<'s>>,
    /// The moderator of a panel.
    moderator: Option<PersonReference<'s>>,
    /// The room.
    room: Option<Room<'s>>,
    /// The place of a session that is held in no room of the event.
    venue: Option<&'s str>,
    /// The track.
    track: Option<Track<'s>>,
    /// The day, as in the filter of sessions.
    #[schemars(regex(pattern = forms::DATE))]
    day: String,
    /// The start, with the offset of the event's time zone.
    #[schemars(regex(pattern = forms::INSTANT))]
    start: String,
    /// The end, if it is known.
    #[schemars(regex(pattern = forms::INSTANT))]
    end: Option<String>,
    /// The language in which the session is held (BCP 47).
    language: Option<&'s str>,
    /// The experience that the session requires.
    #[schemars(schema_with = "forms::level")]
    level: Option<&'static str>,
    /// The tags.
    tags: Vec<TagReference<'s>>,
    /// Slides, video and more.
    links: Vec<Link<'s>>,
    /// Whether the session was canceled.
    canceled: bool,
    /// The abstract in HTML; empty if there is none.
    r#abstract: String,
    /// The interviews about the session.
    interviews: Vec<TextReference<'s>>,
}

/// The sessions that match a filter.
pub(super) fn sessions<'s>(site: &'s Site, language: &'s Language, filter: &SessionFilter) -> SessionsDocument<'s> {
    let context = Context { site, language };
    let conference = &*site.conference;
    let sessions: Vec<_> = conference.filtered(filter).into_iter().map(|one| session(&context, one)).collect();
    SessionsDocument {
        schema: context.export(&Export::DatasetSchema(Described::Sessions)),
        url: context.dataset(DatasetContent::Sessions(filter.clone())),
        page: context.page(&Page::Schedule(filter.clone())),
        conference: context.dataset(DatasetContent::Conference),
        language: language.as_str(),
        revision: conference.revision.to_string(),
        timezone: conference.event.timezone.iana_name(),
        count: sessions.len(),
        sessions,
    }
}

fn session<'s>(context: &Context<'s>, session: &'s ProgrammeSession) -> Session<'s> {
    let event = &context.site.conference.event;
    let sessions = CalendarSessions::Session(session.slug.clone());
    let calendar = Export::Calendar(Calendar { language: context.named_language(), sessions });
    let instant = |moment| dates::instant(moment, &event.timezone);
    Session {
        slug: session.slug.as_str(),
        guid: event.session_guid(session).to_string(),
        code: session.code.as_str(),
        url: context.page(&Page::Session(session.slug.clone())),
        calendar: context.export(&calendar),
        title: context.text(&session.title),
        format: session.format.name(),
        speakers: context.people(&session.speakers),
        moderator: context.people(&session.moderator).pop(),
        room: session.room.as_ref().and_then(|id| context.room(id)),
        venue: context.optional(session.venue.as_ref()),
        track: session.track.as_ref().and_then(|id| context.track(id)),
        day: session.start.date().to_string(),
        start: instant(session.start),
        end: session.end.map(instant),
        language: session.language.as_ref().map(Language::as_str),
        level: session.level.map(|level| level.name()),
        tags: context.tags(&session.tags),
        links: links(&session.links),
        canceled: session.canceled,
        r#abstract: context.html(&session.body.get(context.language).1.html),
        interviews: context.interviews(&session.interviews),
    }
}
