//! Reads `program/sessions/<slug>.md`.

use std::{ops::Range, sync::Arc};

use jiff::civil::DateTime;

use super::{
    context::{Context, RoomOrTrack},
    dated,
    files::Kind,
    guids,
    item::{Item, Schema},
    people,
};
use crate::{
    Format, Guid, Level, Localized, Session, Slug,
    diagnostic::words,
    front_matter::{Fields, Node},
    message,
    read::{Choice, FieldReader, Moment, Placed, START_EXAMPLE, print_time},
};

pub(super) const SCHEMA: Schema = Schema {
    owner: words!("a session", "セッション"),
    texts: &["title", "venue", "removed"],
    others: &[
        "format",
        "speakers",
        "moderator",
        "room",
        "track",
        "start",
        "end",
        "duration",
        "language",
        "level",
        "tags",
        "links",
        "canceled",
        "aliases",
        "guid",
        "pictures",
        "allow",
    ],
};

const FORMATS: Choice<Format> = Choice {
    code: "unknown-format",
    what: words!("a format", "セッションの形式"),
    all: &Format::ALL,
    name: Format::name,
};
const LEVELS: Choice<Level> =
    Choice { code: "unknown-level", what: words!("a level", "レベル"), all: &Level::ALL, name: Level::name };

/// A session, with the places that later checks report.
pub(super) struct LocatedSession {
    pub(super) session: Session,
    /// The place of the start.
    pub(super) start: Range<usize>,
    /// The places of all people, in the order of [`Session::people`].
    pub(super) people: Vec<Placed<Slug>>,
    /// The aliases with their places.
    pub(super) aliases: Vec<Placed<Slug>>,
    /// The guid with its place.
    pub(super) guid: Option<Placed<Guid>>,
}

/// Reads a session; `None` without a valid title, format or start.
pub(super) fn read<'a>(slug: &Slug, item: &Item<'a>, context: &Context<'a>) -> Option<LocatedSession> {
    let reader = item.reader(context);
    let mut fields = item.fields();
    let title = item.required_text(&mut fields, &reader, "title", "\"Unlimited Frameworks\"");
    let format = fields.required("format", "talk", |node| reader.choice(node, &FORMATS));
    let speakers = fields.optional("speakers", |node| Some(people::list(&reader, node, context))).unwrap_or_default();
    let moderator = fields.optional("moderator", |node| context.reference(&reader, node, Kind::Speaker));
    let room = fields.optional("room", |node| context.room_or_track(&reader, node, RoomOrTrack::Room));
    let venue = item.optional_text(&mut fields, &reader, "venue");
    if let (Some(_), Some(_), Some(place)) = (&room, &venue, fields.place("venue")) {
        reader.problems.error(
            "room-and-venue",
            place,
            message!("there are both `room` and `venue`", "`room`と`venue`の両方があります"),
            message!(
                "keep `room` for a room of the event, or `venue` for a place elsewhere",
                "イベントの部屋なら`room`だけを、別の場所なら`venue`だけを残してください"
            ),
        );
    }
    let track = fields.optional("track", |node| context.room_or_track(&reader, node, RoomOrTrack::Track));
    let start = fields.required("start", START_EXAMPLE, |node| read_start(&reader, node, context));
    let end = read_end(&mut fields, &reader, start.as_ref(), context);
    let language = fields.optional("language", |node| reader.language(node));
    let level = fields.optional("level", |node| reader.choice(node, &LEVELS));
    let tags = fields.optional("tags", |node| Some(reader.tags(node))).unwrap_or_default();
    let links = fields.optional("links", |node| reader.links(node)).unwrap_or_default();
    let canceled = fields.optional("canceled", |node| reader.truth(node)).unwrap_or_default();
    let aliases = dated::aliases(&mut fields, &reader);
    let guid = fields.optional("guid", |node| guids::read(&reader, node));
    item.finish(fields, &reader);

    let (start, format) = (start?, format?);
    if end == Some(start.value) && format != Format::Break {
        let help = message!(
            "give it a length with `end` or `duration`, or leave both out where the end is not known",
            "`end`か`duration`で長さを書いてください。終わりが決まっていなければ両方とも省きます"
        );
        reader.problems.warning(
            "no-length",
            start.span.clone(),
            message!("the session ends when it begins", "セッションの始まりと終わりが同じです"),
            help,
        );
    }
    let session = Session {
        slug: slug.clone(),
        title: title?,
        format,
        speakers: speakers.iter().map(|speaker| speaker.value.clone()).collect(),
        moderator: moderator.as_ref().map(|moderator| moderator.value.clone()),
        room,
        venue,
        track,
        start: start.value,
        end,
        language,
        level,
        tags,
        links,
        canceled,
        aliases: aliases.iter().map(|alias| alias.value.clone()).collect(),
        guid: guid.as_ref().map(|guid| guid.value),
        body: Localized::new(context.default_language(), Arc::default()),
        interviews: Vec::new(),
        code: Default::default(),
        facets: Default::default(),
    };
    let people = speakers.into_iter().chain(moderator).collect();
    Some(LocatedSession { session, start: start.span, people, aliases, guid })
}

fn read_start<'a>(reader: &FieldReader<'a>, node: &'a Node, context: &Context<'_>) -> Option<Placed<DateTime>> {
    let start = reader.date_time(node)?;
    context.check_day(reader, start.value.date(), start.span.clone())?;
    Some(start)
}

/// Reads `end` or `duration`; `None` if both are missing or invalid.
fn read_end<'a>(
    fields: &mut Fields<'a>,
    reader: &FieldReader<'a>,
    start: Option<&Placed<DateTime>>,
    context: &Context<'_>,
) -> Option<DateTime> {
    let moment = fields.optional("end", |node| reader.moment(node));
    let duration = fields.optional("duration", |node| reader.duration(node));
    if let (Some(_), Some(_), Some(place)) = (&moment, &duration, fields.place("duration")) {
        let help = message!(
            "keep the one that you want to maintain, and remove the other one",
            "どちらか使いたい方だけを残してください"
        );
        reader.problems.error(
            "end-and-duration",
            place,
            message!("there are both `end` and `duration`", "`end`と`duration`の両方があります"),
            help,
        );
    }
    let start = start?.value;
    let (end, span) = match (moment, duration) {
        (Some(Placed { value: Moment::DateTime(end), span }), _) => (end, span),
        (Some(Placed { value: Moment::Time(time), span }), _) => (start.date().to_datetime(time), span),
        (None, Some(duration)) => (start.checked_add(duration.value).ok()?, duration.span),
        (None, None) => return None,
    };
    if end < start {
        let next = start.date().tomorrow().map(|day| day.to_string()).unwrap_or_default();
        reader.problems.error(
            "end-before-start",
            span,
            message!(
                "the session ends at {end} but begins at {start}",
                "終わり（{end}）が始まり（{start}）より前になっています",
                end = print_time(end),
                start = print_time(start)
            ),
            message!(
                "where it ends after midnight, write the date as well: `{next} {end}`",
                "日をまたぐときは日付も書いてください: `{next} {end}`",
                end = print_time(end)
            ),
        );
        return None;
    }
    // A party may last into the night after a day of the event.
    if end.date() > start.date() && context.days.as_ref().is_some_and(|days| !days.contains(&end.date())) {
        let night = start.date().tomorrow().is_ok_and(|next| end.date() == next && end.hour() < 12);
        if !night {
            let message = message!(
                "the session ends on {day}, which is not a day of the event",
                "終わりの{day}は開催日ではありません",
                day = end.date()
            );
            reader.problems.error(
                "day-outside-event",
                span,
                message,
                message!("check the date and the length", "日付と長さを確かめてください"),
            );
            return None;
        }
    }
    Some(end)
}
