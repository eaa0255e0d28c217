//! JSON values of schedules: numbers instead of texts, and texts for each language.

use std::fmt;

use conference::{EARLIEST_YEAR, message};
use serde::{
    Deserialize, Deserializer,
    de::{DeserializeOwned, Error, IgnoredAny, MapAccess, SeqAccess, Visitor},
};

use super::{programme::Words, scheduled::MOST, zone};
use crate::{Damage, damage::of_json, text::html::unescape};

/// The most lists and objects, and the most values, of a source: each takes more memory than its text.
const MOST_PARTS: usize = 400_000;
const MOST_VALUES: usize = 4_000_000;

/// Reads all JSON values of a text.
pub(super) fn read_all<T: DeserializeOwned>(text: &str) -> Result<Vec<T>, Damage> {
    let count = |wanted: &[u8]| text.bytes().filter(|byte| wanted.contains(byte)).count();
    if count(b"{[") > MOST_PARTS || count(b",") > MOST_VALUES {
        return Err(Damage {
            line: None,
            column: None,
            message: message!(
                "the source has more parts than the schedule of any event",
                "1つのイベントのスケジュールとしては要素が多すぎます"
            ),
            help: Box::new(message!(
                "check whether it really is one; no more than {MOST} sessions are read",
                "スケジュールかどうかを確かめてください。読み込むセッションは{MOST}件までです"
            )),
        });
    }
    let values = serde_json::Deserializer::from_str(text).into_iter();
    values.take(MOST).collect::<Result<_, _>>().map_err(|error| of_json(&error))
}

/// A text, or a number as text; `None` if it is empty or null.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text(pub(super) Option<String>);

impl Text {
    pub(super) fn as_deref(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text(Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Text, E> {
                Ok(Text(Some(number.to_string())))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Text, E> {
                Ok(Text(Some(number.to_string())))
            }

            fn visit_unit<E: Error>(self) -> Result<Text, E> {
                Ok(Text(None))
            }
        }
        deserializer.deserialize_any(TextVisitor)
    }
}

/// A text that may be a date. A year outside of the accepted range is reported as an error.
pub(super) fn dated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    let text = Text::deserialize(deserializer)?;
    match text.as_deref().filter(|text| zone::has_other_year(text)) {
        Some(date) => Err(D::Error::custom(format!("the year of `{date}` is none from {EARLIEST_YEAR} to 9999"))),
        None => Ok(text),
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct WordsVisitor;
        impl<'de> Visitor<'de> for WordsVisitor {
            type Value = Words;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text, or one text a language")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
                Ok(Words::one(text.trim()))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Words, E> {
                Ok(Words::one(number.to_string()))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Words, E> {
                Ok(Words::one(number.to_string()))
            }

            fn visit_unit<E: Error>(self) -> Result<Words, E> {
                Ok(Words::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
                let mut words = Words::default();
                while let Some((language, text)) = map.next_entry::<String, Text>()? {
                    words.0.extend(text.0.map(|text| (Some(language), unescape(&text).into_owned())));
                }
                Ok(words)
            }
        }
        deserializer.deserialize_any(WordsVisitor)
    }
}

/// A boolean; everything but `true` is false.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Truth(pub(super) bool);

impl<'de> Deserialize<'de> for Truth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Option::<serde_json::Value>::deserialize(deserializer)?;
        Ok(Self(matches!(text, Some(serde_json::Value::Bool(true)))))
    }
}

/// A list or null.
#[derive(Clone, Debug)]
pub(super) struct List<T>(pub(super) Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(Option::<Vec<T>>::deserialize(deserializer)?.unwrap_or_default()))
    }
}

/// The entries of an object, in the order of the source.
#[derive(Debug)]
pub(super) struct Pairs<T>(pub(super) Vec<(String, T)>);

impl<T> Default for Pairs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for PairsVisitor<T> {
            type Value = Pairs<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_unit<E: Error>(self) -> Result<Pairs<T>, E> {
                Ok(Pairs::default())
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Pairs<T>, A::Error> {
                // Some programs write an empty object as an empty list.
                match list.next_element::<IgnoredAny>()? {
                    None => Ok(Pairs::default()),
                    Some(_) => Err(A::Error::invalid_type(serde::de::Unexpected::Seq, &self)),
                }
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs<T>, A::Error> {
                let mut pairs = Pairs::default();
                while let Some(pair) = map.next_entry()? {
                    pairs.0.push(pair);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_any(PairsVisitor(std::marker::PhantomData))
    }
}
