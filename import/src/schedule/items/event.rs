//! Makes `program/event.md` from the event of a schedule.

use std::collections::{BTreeSet, HashMap};

use conference::{Language, Slug, fold::fold, message};
use jiff::{civil::Date, tz::TimeZone};

use super::{
    kept::{self, Kept},
    settings::{DivisionIds, EventFile, EventSettings, Languages},
    shared::SharedRooms,
};
use crate::{
    Damage, Field, Item, Named, Place, Places, Value,
    schedule::{
        frab, keys, links,
        programme::{Division, Programme, Words},
        zone,
    },
    slug::{self, Taken},
};

/// The most days of a source that are believed.
const LONGEST: usize = 31;

/// The key of the event.
pub(super) fn key(programme: &Programme) -> String {
    format!("{} event", programme.family)
}

/// Whether an earlier import of the same event wrote the file of the event: one of this family, or one whose sessions
/// have the same guids.
pub(super) fn is_own(programme: &Programme, places: &Places) -> bool {
    let is_event = |key: &str| places.get(key) == Some(&Place::Event);
    let is_known = |guid: &String| places.contains_key(&format!("{}{guid}", keys::GUID));
    let others = [frab::FRAB, frab::PRETALX].map(|family| format!("{family} event"));
    is_event(&key(programme))
        || others.iter().any(|key| is_event(key))
            && programme.talks.iter().filter_map(|talk| talk.guid.as_ref()).any(is_known)
}

/// All days with sessions; without any session, the days of the source.
pub(super) fn days(programme: &Programme, zone: &TimeZone) -> BTreeSet<Date> {
    let starts = programme.talks.iter().filter_map(|talk| talk.start).map(|when| when.local(zone).date());
    let days: BTreeSet<Date> = starts.collect();
    match days.is_empty() {
        true => named(programme).collect(),
        false => days,
    }
}

/// The days that the source names.
pub(super) fn named(programme: &Programme) -> impl Iterator<Item = Date> {
    let named = &programme.event.days;
    named.iter().copied().filter(|_| named.len() <= LONGEST)
}

/// The languages of the event, with a remark.
pub(super) fn languages(programme: &Programme) -> (Vec<Language>, Option<String>) {
    let mut find = Languages::default();
    let mut languages: Vec<Language> = Vec::new();
    for language in programme.event.languages.iter().filter_map(|tag| find.find(tag)) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    if !languages.is_empty() {
        return (languages, None);
    }
    // The language of most sessions; of equally frequent ones, the first in the alphabet.
    let mut count: HashMap<Language, usize> = HashMap::new();
    for tag in programme.talks.iter().filter_map(|talk| talk.language.as_deref()) {
        find.find(tag).into_iter().for_each(|language| *count.entry(language).or_default() += 1);
    }
    let most = count.into_iter().max_by(|a, b| a.1.cmp(&b.1).then_with(|| b.0.cmp(&a.0)));
    let (language, how) = match most {
        Some((language, _)) => (language, "that of most sessions"),
        None => (Language::parse("en").unwrap_or_else(|| unreachable!("a tag")), "a guess"),
    };
    (
        vec![language],
        Some(format!("the languages of the site, the default first; the source does not say, this is {how}")),
    )
}

/// The ids of rooms or tracks: existing ones by name, and new ones if the import writes the event.
pub(super) fn parts(parts: &[Division], kind: &str, known: &[Named], event_file: EventFile) -> DivisionIds {
    let by_name: HashMap<String, &Slug> =
        known.iter().rev().flat_map(|one| one.names.iter().map(|name| (fold(name), &one.slug))).collect();
    let mut order: Vec<_> = parts.iter().filter(|part| !part.name.is_empty()).collect();
    order.sort_by_key(|part| &part.key);
    let mut result = DivisionIds { ids: HashMap::new(), missing: HashMap::new() };
    let mut taken = Taken::default();
    let mut waiting = Vec::new();
    for part in order {
        let there = part.name.0.iter().find_map(|(_, name)| by_name.get(&fold(name)));
        match there.filter(|id| !taken.contains(id)) {
            Some(id) => {
                taken.insert((*id).clone());
                result.ids.insert(part.key.clone(), (*id).clone());
            }
            None => waiting.push(part),
        }
    }
    for part in waiting {
        let wanted = own_id(part).unwrap_or_else(|| slug::from_id(kind, &part.key));
        // A person may have renamed the room.
        let there = known.iter().any(|one| one.slug == wanted) && !taken.contains(&wanted);
        if there || event_file == EventFile::Written {
            result.ids.insert(part.key.clone(), taken.take(wanted));
        } else {
            let entry = format!("“{}”; add `{{ id: {wanted}, name: … }}` and import again", part.name.first());
            result.missing.insert(part.key.clone(), entry);
        }
    }
    result
}

/// The id of a room or track from its slug or name.
fn own_id(part: &Division) -> Option<Slug> {
    part.slug.as_deref().and_then(slug::given).or_else(|| slug::suggested(part.name.latin()))
}

/// The file of the event.
pub(super) fn item(
    programme: &Programme,
    settings: &EventSettings,
    kept: &Kept,
    shared: &SharedRooms,
) -> Result<Item, Damage> {
    let event = &programme.event;
    if settings.days.is_empty() {
        return Err(Damage {
            line: None,
            column: None,
            message: message!(
                "there is no session with a time, and the source does not say when the event is",
                "時刻の決まったセッションがなく、開催日もソースにありません"
            ),
            help: Box::new(message!(
                "publish the schedule there first, or start the event with `serverlessconf new event`",
                "先にスケジュールを公開するか、`serverlessconf new event`でイベントを作ってください"
            )),
        });
    }
    let text = |text: &str| Value::Text(text.to_owned());
    let plain = |text: &dyn ToString| Value::Plain(text.to_string());
    let field = |name, value| Field { name, value, check: None };
    let (guessed, check) = languages(programme);
    let language_check = check.filter(|_| guessed == settings.languages);
    let is_acronym = |text: &&str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    };
    let mut fields = Vec::new();
    match event.name.is_empty() {
        true => {
            let check = Some(String::from("the source does not name the event"));
            fields.push(Field { name: "name", value: text("Conference"), check });
        }
        false => fields.push(field("name", event.name.value(&settings.languages))),
    }
    fields.extend(event.acronym.as_deref().filter(is_acronym).map(|acronym| field("acronym", text(acronym))));
    fields.extend(event.url.as_deref().filter(|url| links::is_web(url)).map(|url| field("url", text(url))));
    let zone = plain(&zone::name(&settings.zone));
    fields.push(Field { name: "timezone", value: zone, check: settings.zone_check.clone() });
    let days = Value::List(settings.days.iter().map(|day| plain(day)).collect());
    fields.push(Field { name: "days", value: days, check: kept.days_check.clone() });
    let languages = Value::List(settings.languages.iter().map(|language| plain(language)).collect());
    fields.push(Field { name: "languages", value: languages, check: language_check });
    for (name, parts, ids) in
        [("rooms", &programme.rooms, &settings.rooms), ("tracks", &programme.tracks, &settings.tracks)]
    {
        let check = parts.iter().any(|part| !part.name.is_empty() && own_id(part).is_none());
        let check =
            check.then(|| String::from("an id is a guess where the name cannot be one; sessions and URLs use it"));
        let (kept, shared) = match name {
            "rooms" => (&kept.rooms, Some(shared)),
            _ => (&kept.tracks, None),
        };
        let check = [check, kept.check.clone(), shared.and_then(SharedRooms::check)]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join("; ");
        let check = Some(check).filter(|check| !check.is_empty());
        fields.push(Field { name, value: list(parts, ids, kept, shared, &settings.languages), check });
    }
    Ok(Item { place: Place::Event, checks: Vec::new(), fields, body: String::new() })
}

/// Rooms or tracks in the order of the source, followed by the kept ones.
fn list(
    parts: &[Division],
    ids: &DivisionIds,
    kept: &kept::KeptDivisions,
    shared: Option<&SharedRooms>,
    languages: &[Language],
) -> Value {
    let mut seen = BTreeSet::new();
    let entry = |id: &Slug, name: &Words, color: Option<&str>| {
        let mut pairs =
            vec![(String::from("id"), Value::Plain(id.to_string())), (String::from("name"), name.value(languages))];
        pairs.extend(color.map(|color| (String::from("color"), Value::Text(color.to_ascii_lowercase()))));
        let shared = shared.filter(|shared| shared.contains(id));
        pairs.extend(shared.map(|_| (String::from("shared"), Value::Plain(String::from("true")))));
        Value::Map(pairs)
    };
    let entries = parts.iter().filter_map(|part| {
        let id = ids.ids.get(&part.key).filter(|id| seen.insert((*id).clone()))?;
        let color = part.color.as_deref().map(str::trim).filter(|color| is_color(color));
        Some((id.clone(), entry(id, &part.name, color)))
    });
    let kept_entries =
        kept.parts.iter().map(|part| (part.id.clone(), entry(&part.id, &part.name, part.color.as_deref())));
    let mut entries: Vec<_> = entries.chain(kept_entries).collect();
    entries.sort_by_key(|(id, _)| kept.order.iter().position(|other| other == id).unwrap_or(usize::MAX));
    Value::List(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// Whether a text is `#rgb` or `#rrggbb`.
fn is_color(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or_default();
    matches!(digits.len(), 3 | 6) && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}
