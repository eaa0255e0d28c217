//! The schedule as both formats have it. The fields are named and ordered as in the JSON Schema.

use conference::Guid;
use serde::{Serialize, Serializer};

use super::links::Reference;

/// The schedule of an event.
#[derive(Debug, Serialize)]
pub(super) struct Schedule {
    pub(super) url: String,
    pub(super) version: String,
    pub(super) base_url: String,
    pub(super) conference: Conference,
}

/// The event.
#[derive(Debug, Serialize)]
pub(super) struct Conference {
    pub(super) acronym: String,
    pub(super) title: String,
    pub(super) start: String,
    pub(super) end: String,
    #[serde(rename = "daysCount")]
    pub(super) days_count: usize,
    pub(super) timeslot_duration: &'static str,
    #[serde(skip_serializing_if = "is_no_city")]
    pub(super) time_zone_name: Option<String>,
    pub(super) url: String,
    pub(super) tracks: Vec<Track>,
    pub(super) rooms: Vec<Room>,
    pub(super) days: Vec<Day>,
}

/// A track.
#[derive(Debug, Serialize)]
pub(super) struct Track {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) color: Option<String>,
}

/// A room of the event.
#[derive(Debug, Serialize)]
pub(super) struct Room {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) slug: Option<String>,
    #[serde(serialize_with = "as_text")]
    pub(super) guid: Guid,
}

/// A day, with its sessions by place.
#[derive(Debug, Serialize)]
pub(super) struct Day {
    pub(super) index: usize,
    pub(super) date: String,
    pub(super) day_start: String,
    pub(super) day_end: String,
    #[serde(rename = "rooms", serialize_with = "by_name")]
    pub(super) places: Vec<Place>,
}

/// A room, or another place, with the sessions of a day.
#[derive(Debug)]
pub(super) struct Place {
    pub(super) name: String,
    /// Only rooms of the event have one.
    pub(super) guid: Option<Guid>,
    pub(super) events: Vec<Event>,
}

/// A session.
#[derive(Debug, Serialize)]
pub(super) struct Event {
    #[serde(serialize_with = "as_text")]
    pub(super) guid: Guid,
    pub(super) id: u32,
    pub(super) date: String,
    pub(super) start: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end: Option<String>,
    pub(super) duration: String,
    #[serde(skip)]
    pub(super) minutes: i64,
    /// Empty for a session without a place, which is listed under a common one.
    pub(super) room: String,
    pub(super) slug: String,
    pub(super) url: String,
    pub(super) title: String,
    pub(super) subtitle: Option<String>,
    pub(super) track: Option<String>,
    pub(super) r#type: &'static str,
    pub(super) language: Option<String>,
    /// HTML.
    pub(super) r#abstract: Option<String>,
    pub(super) persons: Vec<Person>,
    pub(super) links: Vec<Reference>,
}

/// A speaker or moderator.
#[derive(Debug, Serialize)]
pub(super) struct Person {
    #[serde(skip)]
    pub(super) id: u32,
    #[serde(serialize_with = "as_text")]
    pub(super) guid: Guid,
    pub(super) name: String,
    pub(super) url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) avatar: Option<String>,
    /// HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) biography: Option<String>,
    pub(super) links: Vec<Reference>,
}

/// A duration in hours and minutes.
pub(super) fn duration(minutes: i64) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn as_text<S: Serializer>(guid: &Guid, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(guid)
}

/// Writes places as an object, in their order.
fn by_name<S: Serializer>(places: &[Place], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(places.iter().map(|place| (&place.name, &place.events)))
}

/// Whether the JSON Schema refuses the name of a time zone: it expects a continent and a city, or UTC.
fn is_no_city(zone: &Option<String>) -> bool {
    let begins_capital = |name: &str| {
        let mut letters = name.chars();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && letters.next().is_some_and(|second| second.is_ascii_lowercase())
    };
    let is_word = |name: &str| begins_capital(name) && name[1..].bytes().all(|letter| letter.is_ascii_lowercase());
    !zone.as_deref().is_some_and(|zone| {
        let city = zone.split_once('/').is_some_and(|(continent, city)| is_word(continent) && begins_capital(city));
        city || zone.ends_with("UTC")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_zones_of_the_json_schema_are_named_in_json() {
        for (zone, is_named) in
            [("Asia/Tokyo", true), ("America/New_York", true), ("UTC", true), ("Etc/GMT+9", false), ("Japan", false)]
        {
            assert_eq!(!is_no_city(&Some(zone.to_owned())), is_named, "{zone}");
        }
    }
}
