//! The objects of the pretalx API: a single type for all of them, as they nest in every combination.

use std::fmt;

use serde::{
    Deserialize, Deserializer,
    de::{Error, IntoDeserializer as _, MapAccess, SeqAccess, Visitor, value::MapAccessDeserializer},
};

use crate::schedule::{
    json::{List, Text, dated},
    programme::Words,
};

/// An object; only fields that may be published.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Record {
    pub(super) id: Text,
    pub(super) code: Text,
    pub(super) slug: Text,
    pub(super) title: Words,
    pub(super) name: Words,
    pub(super) tag: Words,
    pub(super) state: Text,
    #[serde(rename = "abstract")]
    pub(super) abstract_text: Text,
    pub(super) description: Words,
    pub(super) biography: Text,
    pub(super) avatar: Text,
    pub(super) avatar_url: Text,
    pub(super) content_locale: Text,
    pub(super) duration: Text,
    pub(super) default_duration: Text,
    pub(super) color: Text,
    #[serde(deserialize_with = "dated")]
    pub(super) start: Text,
    #[serde(deserialize_with = "dated")]
    pub(super) end: Text,
    #[serde(deserialize_with = "dated")]
    pub(super) date_from: Text,
    #[serde(deserialize_with = "dated")]
    pub(super) date_to: Text,
    pub(super) timezone: Text,
    pub(super) locale: Text,
    pub(super) locales: List<Text>,
    pub(super) url: Text,
    pub(super) count: Text,
    pub(super) next: Text,
    pub(super) previous: Text,
    pub(super) resource: Text,
    pub(super) speakers: List<Reference>,
    pub(super) submission_type: Reference,
    pub(super) submission: Reference,
    pub(super) track: Reference,
    pub(super) room: Reference,
    pub(super) tags: List<Reference>,
    pub(super) resources: List<Reference>,
    pub(super) slot: Reference,
    pub(super) slots: List<Reference>,
    pub(super) breaks: List<Record>,
    pub(super) results: List<Record>,
}

impl Record {
    /// The description, if it is a text without language.
    pub(super) fn description_text(&self) -> Option<&str> {
        Some(self.description.first()).filter(|text| !text.is_empty())
    }
}

impl Words {
    /// The first text, if there is one.
    pub(super) fn first_text(&self) -> Option<String> {
        Some(self.first().to_owned()).filter(|text| !text.is_empty())
    }
}

/// A response: one object, or a list of objects.
pub(super) struct Root(pub(super) Vec<Record>);

impl<'de> Deserialize<'de> for Root {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct RecordsVisitor;
        impl<'de> Visitor<'de> for RecordsVisitor {
            type Value = Root;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object or a list of objects")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Root, A::Error> {
                let mut records = Vec::new();
                while let Some(record) = list.next_element()? {
                    records.push(record);
                }
                Ok(Root(records))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Root, A::Error> {
                Ok(Root(vec![Record::deserialize(MapAccessDeserializer::new(map))?]))
            }
        }
        deserializer.deserialize_any(RecordsVisitor)
    }
}

/// A reference to another object: its id or code, its name, or the object itself.
#[derive(Clone, Debug, Default)]
pub(super) enum Reference {
    #[default]
    None,
    /// A number.
    Id(String),
    /// A code or a name.
    Words(Words),
    Record(Box<Record>),
}

impl Reference {
    /// The id, code or name as one text.
    pub(super) fn text(&self) -> Option<String> {
        match self {
            Self::Id(id) => Some(id.clone()),
            Self::Words(words) => words.first_text(),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Reference {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ReferenceReader)
    }
}

struct ReferenceReader;

impl<'de> Visitor<'de> for ReferenceReader {
    type Value = Reference;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an id, a name or an object")
    }

    fn visit_unit<E: Error>(self) -> Result<Reference, E> {
        Ok(Reference::None)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Reference, E> {
        Ok(Reference::Id(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Reference, E> {
        Ok(Reference::Id(number.to_string()))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Reference, E> {
        Ok(Reference::Words(Words::one(text.trim())))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Reference, A::Error> {
        let Some(first) = map.next_key::<String>()? else { return Ok(Reference::None) };
        // A name with translations is an object as well; the key `id` would be Indonesian.
        let primary = first.split(['-', '_']).next().unwrap_or_default();
        let is_language = primary.len() == 2 && primary.bytes().all(|byte| byte.is_ascii_lowercase()) && first != "id";
        if is_language {
            let mut words = Words::default();
            let text: Text = map.next_value()?;
            words.0.extend(text.0.map(|text| (Some(first), text)));
            while let Some((language, text)) = map.next_entry::<String, Text>()? {
                words.0.extend(text.0.map(|text| (Some(language), text)));
            }
            return Ok(Reference::Words(words));
        }
        let replay = Replay { first: Some(first), map };
        Record::deserialize(MapAccessDeserializer::new(replay)).map(|record| Reference::Record(Box::new(record)))
    }
}

/// An object whose first key was read already.
struct Replay<A> {
    first: Option<String>,
    map: A,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Replay<A> {
    type Error = A::Error;

    fn next_key_seed<K: serde::de::DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        match self.first.take() {
            Some(first) => seed.deserialize(first.into_deserializer()).map(Some),
            None => self.map.next_key_seed(seed),
        }
    }

    fn next_value_seed<V: serde::de::DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}
