//! The fields of a schedule by their JSON names; only those that may be published.

use serde::Deserialize;

use crate::schedule::{
    json::{List, Pairs, Text, dated},
    programme::Words,
};

/// The object `schedule`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::schedule) struct Schedule {
    pub(in crate::schedule) base_url: Text,
    pub(in crate::schedule) conference: Conference,
}

/// The event with its days.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::schedule) struct Conference {
    pub(in crate::schedule) acronym: Text,
    pub(in crate::schedule) title: Words,
    pub(in crate::schedule) start: Text,
    pub(in crate::schedule) end: Text,
    pub(in crate::schedule) time_zone_name: Text,
    pub(in crate::schedule) url: Text,
    /// The time of the day change: earlier times are in the night after a day.
    pub(in crate::schedule) day_change: Text,
    pub(in crate::schedule) rooms: List<DivisionRecord>,
    pub(in crate::schedule) tracks: List<DivisionRecord>,
    pub(in crate::schedule) days: List<Day>,
}

/// A room or a track.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::schedule) struct DivisionRecord {
    pub(in crate::schedule) guid: Text,
    pub(in crate::schedule) slug: Text,
    pub(in crate::schedule) name: Words,
    pub(in crate::schedule) color: Text,
}

/// A day, with its sessions by room name.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::schedule) struct Day {
    #[serde(deserialize_with = "dated")]
    pub(in crate::schedule) date: Text,
    pub(in crate::schedule) rooms: Pairs<List<Event>>,
}

/// A session.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::schedule) struct Event {
    pub(in crate::schedule) guid: Text,
    pub(in crate::schedule) code: Text,
    pub(in crate::schedule) id: Text,
    #[serde(deserialize_with = "dated")]
    pub(in crate::schedule) date: Text,
    pub(in crate::schedule) start: Text,
    pub(in crate::schedule) duration: Text,
    /// The name of the room, which is that of the list around the session.
    pub(in crate::schedule) room: Words,
    pub(in crate::schedule) slug: Text,
    pub(in crate::schedule) title: Words,
    pub(in crate::schedule) subtitle: Words,
    pub(in crate::schedule) track: Words,
    #[serde(rename = "type")]
    pub(in crate::schedule) kind: Words,
    pub(in crate::schedule) language: Text,
    #[serde(rename = "abstract")]
    pub(in crate::schedule) summary: Text,
    pub(in crate::schedule) description: Text,
    pub(in crate::schedule) persons: List<Speaker>,
    pub(in crate::schedule) links: List<Link>,
    pub(in crate::schedule) attachments: List<Link>,
}

/// A person of a session.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::schedule) struct Speaker {
    pub(in crate::schedule) code: Text,
    pub(in crate::schedule) guid: Text,
    pub(in crate::schedule) id: Text,
    pub(in crate::schedule) name: Text,
    pub(in crate::schedule) public_name: Text,
    /// The name of the field in older frabs.
    pub(in crate::schedule) full_public_name: Text,
    pub(in crate::schedule) avatar: Text,
    pub(in crate::schedule) biography: Text,
    pub(in crate::schedule) description: Text,
    pub(in crate::schedule) links: List<Link>,
}

/// A link: an object, or only the URL.
#[derive(Debug, Default, Deserialize)]
#[serde(default, from = "Written")]
pub(in crate::schedule) struct Link {
    pub(in crate::schedule) title: Option<String>,
    pub(in crate::schedule) url: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Object {
        #[serde(default)]
        title: Option<String>,
        #[serde(default)]
        url: Option<String>,
    },
    Address(String),
    Other(serde::de::IgnoredAny),
}

impl From<Written> for Link {
    fn from(written: Written) -> Self {
        match written {
            Written::Object { title, url } => Self { title, url },
            Written::Address(url) => Self { title: None, url: Some(url) },
            Written::Other(_) => Self::default(),
        }
    }
}
