//! Reads the view "All data" of the Sessionize API (`https://sessionize.com/api/v2/<id>/view/All`).
//!
//! It follows <https://sessionize.com/playbook/api> and the responses of its endpoints: `sessions`, `speakers`,
//! `categories`, `rooms` and `questions`. Times are local, without time zone. Descriptions and biographies are plain
//! text. Answers to questions may be private and are never read. Sessions with a `status` other than `Accepted` are
//! left out; service sessions have no status.

use std::collections::HashMap;

use conference::message;
use serde::Deserialize;

use super::{
    format,
    json::{List, Text, Truth, dated, read_all},
    programme::{Division, Nature, Person, Programme, Prose, Talk, Words},
    zone::When,
};
use crate::{Damage, Skipped};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct All {
    sessions: List<Session>,
    speakers: List<Speaker>,
    categories: List<Category>,
    rooms: List<Room>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Session {
    id: Text,
    title: Text,
    description: Text,
    #[serde(deserialize_with = "dated")]
    starts_at: Text,
    #[serde(deserialize_with = "dated")]
    ends_at: Text,
    is_service_session: Truth,
    is_plenum_session: Truth,
    speakers: List<Text>,
    category_items: List<Text>,
    room_id: Text,
    live_url: Text,
    recording_url: Text,
    status: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Speaker {
    id: Text,
    first_name: Text,
    last_name: Text,
    full_name: Text,
    bio: Text,
    tag_line: Text,
    profile_picture: Text,
    links: List<Link>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Link {
    title: Text,
    url: Text,
    link_type: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Category {
    title: Text,
    items: List<CategoryItem>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CategoryItem {
    id: Text,
    name: Text,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Room {
    id: Text,
    name: Text,
}

/// The meaning of a category, by its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Meaning {
    Track,
    Format,
    Level,
    Language,
    Tag,
}

impl Meaning {
    fn of(title: &str) -> Self {
        let title = conference::fold::fold(title);
        let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
        if has(&["track", "とらっく"]) {
            Self::Track
        } else if has(&["format", "type", "形式", "kind"]) {
            Self::Format
        } else if has(&["level", "れべる", "難易度"]) {
            Self::Level
        } else if has(&["language", "言語", "sprache"]) {
            Self::Language
        } else {
            Self::Tag
        }
    }
}

/// Reads all data of an event.
pub(super) fn read(text: &str) -> Result<Programme, Damage> {
    let All { sessions, speakers, categories, rooms } = read_all(text)?.into_iter().next().unwrap_or_default();
    let mut programme = Programme { family: "sessionize", ..Programme::default() };
    let mut meanings: HashMap<String, (Meaning, String)> = HashMap::new();
    for category in categories.0 {
        let meaning = Meaning::of(category.title.as_deref().unwrap_or_default());
        for item in category.items.0 {
            let (Some(id), Some(name)) = (item.id.0, item.name.0) else { continue };
            if meaning == Meaning::Track {
                programme.tracks.push(Division {
                    key: id.clone(),
                    name: Words::one(name.as_str()),
                    ..Division::default()
                });
            }
            meanings.insert(id, (meaning, name));
        }
    }
    let room = |room: Room| Some(Division { key: room.id.0?, name: Words::one(room.name.0?), ..Division::default() });
    programme.rooms = rooms.0.into_iter().filter_map(room).collect();
    programme.people = speakers.0.into_iter().filter_map(person).collect();
    for session in sessions.0 {
        match session.status.as_deref() {
            None | Some("Accepted") => programme.talks.push(talk(session, &meanings)),
            Some(status) => {
                let title = session.title.as_deref().unwrap_or_default();
                let reason = message!("“{title}” has the status {status}", "「{title}」の状態は {status} です");
                programme.skipped.push(Skipped { line: None, reason });
            }
        }
    }
    Ok(programme)
}

fn person(speaker: Speaker) -> Option<Person> {
    let parts = [speaker.first_name.0, speaker.last_name.0];
    let name = speaker.full_name.0.unwrap_or_else(|| parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    let link = |link: Link| Some((link.link_type.0.or(link.title.0).unwrap_or_default(), link.url.0?));
    Some(Person {
        key: speaker.id.0?,
        name: Words::one(name),
        line: speaker.tag_line.0,
        links: speaker.links.0.into_iter().filter_map(link).collect(),
        photo: speaker.profile_picture.0,
        biography: speaker.bio.0.map_or(Prose::None, Prose::Plain),
        checks: Vec::new(),
    })
}

fn talk(session: Session, meanings: &HashMap<String, (Meaning, String)>) -> Talk {
    let mut talk = Talk {
        key: session.id.0.unwrap_or_default(),
        title: Words::one(session.title.0.unwrap_or_default()),
        nature: match (session.is_service_session.0, session.is_plenum_session.0) {
            (true, _) => Nature::Service,
            (false, true) => Nature::Plenary,
            (false, false) => Nature::Session,
        },
        people: session.speakers.0.into_iter().filter_map(|speaker| speaker.0).collect(),
        room: session.room_id.0,
        start: session.starts_at.as_deref().and_then(When::parse),
        end: session.ends_at.as_deref().and_then(When::parse),
        prose: session.description.0.map(Prose::Plain).into_iter().collect(),
        ..Talk::default()
    };
    for (kind, url) in [("video", session.recording_url), ("stream", session.live_url)] {
        talk.links.extend(url.0.map(|url| (kind.to_owned(), url)));
    }
    for id in session.category_items.0.iter().filter_map(Text::as_deref) {
        let Some((meaning, name)) = meanings.get(id) else {
            talk.checks.push(format!("the source names the category item {id}, which is not in it"));
            continue;
        };
        let (what, field, value) = match meaning {
            Meaning::Track => ("track", &mut talk.track, id),
            Meaning::Format => ("format", &mut talk.kind, name.as_str()),
            Meaning::Level => ("level", &mut talk.level, name.as_str()),
            Meaning::Language if format::language(name).is_some() => ("language", &mut talk.language, name.as_str()),
            Meaning::Language | Meaning::Tag => {
                talk.tags.push(name.clone());
                continue;
            }
        };
        match field {
            None => *field = Some(value.to_owned()),
            Some(_) => talk.checks.push(format!("the source also says the {what} is “{name}”")),
        }
    }
    talk
}
