//! Makes content files from a programme.

mod event;
mod kept;
mod left_out;
mod people;
mod settings;
mod shared;
mod talks;

use std::collections::{BTreeSet, HashMap};

use conference::message;

use self::{
    kept::Kept,
    settings::{EventFile, EventSettings},
    shared::SharedRooms,
};
use super::{
    keys,
    names::{Wanted, assign},
    programme::{Person, Programme, Talk},
    scheduled::{MOST, Scheduled},
    zone::{self, Clocks, Guess, When},
};
use crate::{
    Damage, Imported, Item, Known, Place, Places, Value,
    damage::{nothing, one_event},
    markdown,
};

/// Makes the items. People without a session are left out.
pub(super) fn items(mut programme: Programme, known: &Known) -> Result<Scheduled, Damage> {
    if programme.talks.len() > MOST || programme.people.len() > MOST {
        return Err(Damage {
            line: None,
            column: None,
            message: message!(
                "there are more than {MOST} sessions or speakers",
                "セッションまたは登壇者が{MOST}件を超えています"
            ),
            help: Box::new(one_event()),
        });
    }
    // The event alone may come before its sessions.
    if programme.talks.is_empty() && programme.skipped.is_empty() && programme.event.name.is_empty() {
        let found = format!("{} speakers, {} rooms", programme.people.len(), programme.rooms.len());
        return Err(nothing(&found, "the export of a whole schedule"));
    }
    let mut skipped = std::mem::take(&mut programme.skipped);
    skipped.append(&mut left_out::namesakes(&mut programme.people));
    let everybody: BTreeSet<String> = programme.talks.iter().flat_map(|talk| talk.people.iter().cloned()).collect();
    programme.talks.retain(|talk| {
        let (key, title) = (&talk.key, talk.title.first());
        let reason = match (talk.title.is_empty(), talk.start) {
            (true, _) => message!("the session {key} has no title", "セッション {key} にタイトルがありません"),
            (_, None) => message!(
                "“{title}” has no time yet, or none that can be read",
                "「{title}」の時刻が決まっていないか、読み取れません"
            ),
            _ => return true,
        };
        skipped.push(crate::Skipped { line: None, reason });
        false
    });
    let is_own = known.days.is_empty() || event::is_own(&programme, &known.places);
    let event_file = if is_own { EventFile::Written } else { EventFile::Kept };
    let guess = zone(&mut programme, known);
    let mut settings = settings(&programme, guess, event_file, known);
    if event_file == EventFile::Written {
        skipped.append(&mut left_out::days(&programme, &settings));
    }
    programme.talks.retain(|talk| {
        let start = talk.start.map(|when| when.local(&settings.zone).date());
        let fits = start.is_some_and(|day| settings.days.contains(&day));
        if let (false, Some(day)) = (fits, start) {
            let title = talk.title.first();
            let reason = message!(
                "“{title}” is on {day}, which is not in `days` of program/event.md",
                "「{title}」は{day}ですが、program/event.md の`days`にありません"
            );
            skipped.push(crate::Skipped { line: None, reason });
        }
        fits
    });
    skipped.append(&mut left_out::unknown(&programme, &settings));
    let talking: BTreeSet<&str> = programme.talks.iter().flat_map(|talk| &talk.people).map(String::as_str).collect();
    skipped.append(&mut left_out::silent(&programme.people, &everybody, &talking));
    let people: Vec<_> = programme.people.iter().filter(|person| talking.contains(person.key.as_str())).collect();

    let mut places = Places::new();
    let mut items = Vec::new();
    let talk_names = talk_slugs(&programme.talks, programme.family, known, &mut places);
    let mut kept = Kept::default();
    if event_file == EventFile::Written {
        places.insert(event::key(&programme), Place::Event);
        let told: BTreeSet<_> = talk_names.iter().map(|name| &name.slug).collect();
        kept = Kept::of(&programme, &settings, known, &told);
        settings.days.extend(&kept.days);
    }
    let planned = talks::plan(&programme.talks, &talk_names, &settings);
    let shared = SharedRooms::of(&talks::bookings(&planned, &settings), programme.coverage, known);
    if event_file == EventFile::Written {
        items.push(event::item(&programme, &settings, &kept, &shared)?);
    }
    skipped.append(&mut left_out::of_event(&settings));
    skipped.append(&mut shared.missing(event_file));
    let slugs = person_slugs(&people, programme.family, known, &mut places);
    let mut made: Vec<Item> =
        people.iter().zip(&slugs).map(|(person, slug)| people::item(person, slug, &settings)).collect();
    let by_key: HashMap<_, _> =
        people.iter().zip(&slugs).map(|(person, slug)| (person.key.as_str(), slug.slug.clone())).collect();
    made.extend(talks::items(planned, &by_key, &shared.exclusive(event_file), &settings));
    let mut bodies: Vec<_> = made.iter_mut().map(|item| (&mut item.body, &mut item.checks)).collect();
    markdown::mend(&mut bodies);
    items.extend(made);
    refuse_large(&items)?;
    Ok(Scheduled { imported: Imported { items, skipped }, places, coverage: programme.coverage })
}

/// The time zone of the source. If no zone has its offsets from UTC, its clocks become the times of the event.
fn zone(programme: &mut Programme, known: &Known) -> Guess {
    let moments: Vec<_> = programme.talks.iter().filter_map(|talk| talk.start).collect();
    let guess = zone::guess(programme.event.zone.as_deref(), &moments);
    if guess.clocks == Clocks::OfSource && known.timezone.is_none() {
        for talk in &mut programme.talks {
            (talk.start, talk.end) = (talk.start.map(When::as_written), talk.end.map(When::as_written));
        }
    }
    guess
}

/// Collects what the programme and the content say about the event.
fn settings(programme: &Programme, guess: Guess, event_file: EventFile, known: &Known) -> EventSettings {
    let Guess { zone, check, .. } = guess;
    // The time zone of the content or the command line is not a guess, unless it equals the guess.
    let other = known.timezone.clone().filter(|own| zone::name(own) != zone::name(&zone));
    let (zone, zone_check) = match other {
        Some(own) => (own, None),
        None => (zone, check),
    };
    let days = match event_file {
        EventFile::Written => event::days(programme, &zone),
        EventFile::Kept => known.days.iter().copied().collect(),
    };
    let languages = match known.languages.as_slice() {
        [] => event::languages(programme).0,
        known => known.to_vec(),
    };
    let rooms = event::parts(&programme.rooms, "room", &known.rooms, event_file);
    let tracks = event::parts(&programme.tracks, "track", &known.tracks, event_file);
    EventSettings { languages, zone, zone_check, days, rooms, tracks }
}

fn person_slugs(people: &[&Person], family: &str, known: &Known, places: &mut Places) -> Vec<super::names::Assigned> {
    let wanted: Vec<_> = people
        .iter()
        .map(|person| Wanted {
            key: format!("{family} speaker {}", person.key),
            guid: None,
            id: &person.key,
            given: None,
            name: person.name.latin(),
            known_as: person.name.first(),
        })
        .collect();
    let slugs = assign(&wanted, "speaker", &known.speakers, &known.places, |place| match place {
        Place::Speaker(slug) => Some(slug),
        _ => None,
    });
    places.extend(wanted.into_iter().zip(&slugs).map(|(one, slug)| (one.key, Place::Speaker(slug.slug.clone()))));
    slugs
}

fn talk_slugs(talks: &[Talk], family: &str, known: &Known, places: &mut Places) -> Vec<super::names::Assigned> {
    let keys = keys::of_talks(talks, family, &known.places);
    let wanted: Vec<_> = talks
        .iter()
        .zip(keys)
        .map(|(talk, keys)| Wanted {
            key: keys.own,
            guid: keys.guid,
            id: &talk.key,
            given: talk.slug.as_deref(),
            name: talk.title.latin(),
            known_as: talk.title.first(),
        })
        .collect();
    let slugs = assign(&wanted, "session", &known.sessions, &known.places, |place| match place {
        Place::Session(slug) => Some(slug),
        _ => None,
    });
    for (one, slug) in wanted.into_iter().zip(&slugs) {
        let keys = [Some(one.key), one.guid].into_iter().flatten();
        places.extend(keys.map(|key| (key, Place::Session(slug.slug.clone()))));
    }
    slugs
}

/// Rejects items whose files would be too large: the loader reads no file above 1 MiB.
fn refuse_large(items: &[Item]) -> Result<(), Damage> {
    fn weight(value: &Value) -> usize {
        match value {
            // An escaped character in quotes may take six bytes.
            Value::Text(text) | Value::Plain(text) => 6 * text.len() + 16,
            Value::List(values) => values.iter().map(weight).sum(),
            Value::Map(pairs) => pairs.iter().map(|(name, value)| 6 * name.len() + 16 + weight(value)).sum(),
        }
    }
    let large = items.iter().find(|item| {
        let fields: usize = item.fields.iter().map(|field| weight(&field.value)).sum();
        fields + item.body.len() + 1_300 * (item.checks.len() + item.fields.len()) > 1 << 20
    });
    match large {
        None => Ok(()),
        Some(item) => Err(Damage {
            line: None,
            column: None,
            message: message!(
                "what belongs into {path} is larger than any file may be",
                "{path} の内容がファイルの大きさの上限を超えています",
                path = item.place.path()
            ),
            help: Box::new(one_event()),
        }),
    }
}
