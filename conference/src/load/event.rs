//! Reads `program/event.md`.

mod parts;

use std::sync::Arc;

use jiff::civil::Date;

use self::parts::Division;
use super::{
    context::Context,
    files::{Document, EVENT},
    item::{self, Item, Opened, Original, Schema},
};
use crate::{
    Event, Language, Localized, Room, Slug, Text, Track,
    diagnostic::{Diagnostic, Severity, words},
    front_matter::{Extent, Fields},
    message,
    read::DAY_EXAMPLE,
};

pub(super) const SCHEMA: Schema = Schema {
    owner: words!("an event", "イベント"),
    texts: &["name", "tagline", "notice"],
    others: &[
        "acronym",
        "url",
        "timezone",
        "days",
        "languages",
        "venue",
        "rooms",
        "changeover",
        "changeovers",
        "tracks",
        "hashtag",
        "organizer",
        "sponsors",
        "pictures",
    ],
};

/// Reads the event, and completes the context for all other files. The second value is an event that cannot be shown,
/// but has a body that can be checked.
pub(super) fn read<'a>(
    context: &mut Context<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Option<Opened<'a, Event>>, Option<Item<'a>>) {
    let versions = &context.files.event;
    let Some(document) = &versions.original else {
        diagnostics.push(Diagnostic::of_file(
            Severity::Error,
            "missing-event",
            EVENT,
            message!("there is no file that describes the event", "イベントの情報を書いたファイルがありません"),
            message!(
                "add it, with at least `name`, `timezone`, `days` and `languages` in its front matter",
                "追加してください。フロントマターには少なくとも`name`、`timezone`、`days`、`languages`が必要です"
            ),
        ));
        return (None, None);
    };
    let original = item::open_original(document, context);
    if let Some(original) = &original {
        context.languages = learn_languages(document, original, context);
    }
    let Some(item) = item::complete(versions, original, context, diagnostics, &SCHEMA) else { return (None, None) };
    let (event, known) = read_fields(&item, context);
    context.days = known.days;
    context.rooms = known.rooms;
    context.tracks = known.tracks;
    context.exclusive_rooms = known.exclusive_rooms;
    match event.filter(|_| item.extent == Extent::Whole) {
        Some(value) => (Some(Opened { item, value }), None),
        None => (None, Some(item)),
    }
}

/// Reads the languages first, as every text needs them.
fn learn_languages(
    document: &Document<'_>,
    Original { layout, map, extent }: &Original,
    context: &Context<'_>,
) -> Option<Vec<Language>> {
    let reader = context.reader(document);
    let place = layout.opening.clone();
    let mut fields = Fields::of(map, SCHEMA.owner, place, &document.problems).of_extent(*extent);
    let languages = fields.required("languages", "[ja, en]", |node| parts::languages(&reader, node))?;
    (!languages.is_empty()).then_some(languages)
}

/// The parts of the event against which other files are checked; `None` for a part with errors.
struct Known {
    days: Option<Vec<Date>>,
    rooms: Option<Vec<Slug>>,
    tracks: Option<Vec<Slug>>,
    /// The rooms that are not shared.
    exclusive_rooms: Vec<Slug>,
}

fn read_fields<'a>(item: &Item<'a>, context: &Context<'a>) -> (Option<Event>, Known) {
    let reader = item.reader(context);
    let mut fields = item.fields();
    // Read above; marks the field as known.
    fields.node("languages");
    // Read with the body.
    fields.node(item::PICTURES);
    let name = item.required_text(&mut fields, &reader, "name", "ServerlessConf Tokyo");
    let tagline = item.optional_text(&mut fields, &reader, "tagline");
    let acronym = fields.optional("acronym", |node| parts::acronym(&reader, node));
    let url = fields.optional("url", |node| reader.url(node));
    let timezone = fields.required("timezone", "Asia/Tokyo", |node| reader.time_zone(node));
    let days = fields.required("days", &format!("[{DAY_EXAMPLE}]"), |node| parts::days(&reader, node));
    let venue = fields.optional("venue", |node| parts::venue(&reader, node));
    let rooms = fields.node("rooms").map(|node| parts::rooms(&reader, node));
    let changeover = fields.optional("changeover", |node| reader.duration(node)).map(|time| time.value);
    let known_rooms = rooms.as_ref().and_then(|rooms| rooms.known(|room| room.id.clone()));
    let changeovers = fields.optional("changeovers", |node| {
        Some(reader.list(node, |node| parts::changeover(&reader, node, known_rooms.as_deref())))
    });
    let tracks = fields.node("tracks").map(|node| parts::tracks(&reader, node));
    let rooms = rooms.unwrap_or_else(|| Division::missing(item.extent));
    let tracks = tracks.unwrap_or_else(|| Division::missing(item.extent));
    let hashtag = fields.optional("hashtag", |node| parts::hashtag(&reader, node));
    let organizer = fields.optional("organizer", |node| reader.named_link(node, words!("an organizer", "主催")));
    let sponsors = fields.optional("sponsors", |node| {
        Some(reader.list(node, |node| reader.named_link(node, words!("a sponsor", "スポンサー"))))
    });
    let notice = item.optional_text(&mut fields, &reader, "notice");
    fields.finish(&context.search);

    let known = Known {
        days: days.as_ref().and_then(|days| days.known(|day| *day)),
        rooms: rooms.known(|room: &Room| room.id.clone()),
        tracks: tracks.known(|track: &Track| track.id.clone()),
        exclusive_rooms: rooms.all.iter().filter(|room| !room.shared).map(|room| room.id.clone()).collect(),
    };
    let build = |name: Text| {
        let days = days?.all;
        Some(Event {
            acronym: acronym.unwrap_or_else(|| parts::derive_acronym(&name, &days)),
            name,
            tagline,
            url,
            timezone: timezone?,
            days,
            languages: context.languages.clone()?,
            venue,
            rooms: rooms.all,
            changeover,
            changeovers: changeovers.unwrap_or_default(),
            tracks: tracks.all,
            hashtag,
            organizer,
            sponsors: sponsors.unwrap_or_default(),
            notice,
            body: Localized::new(context.default_language(), Arc::default()),
        })
    };
    (name.and_then(build), known)
}
