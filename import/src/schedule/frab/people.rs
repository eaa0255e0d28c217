//! The people of a schedule, which describes them again in every session.

use std::collections::{BTreeMap, BTreeSet};

use conference::fold::fold;

use super::{
    prose::{pair, prose},
    schema::Speaker,
};
use crate::{
    markdown,
    schedule::{
        json::Text,
        programme::{Person, Prose, Words},
    },
};

/// The people found so far.
pub(super) struct People {
    pub(super) found: Vec<Person>,
    keys: BTreeSet<String>,
    /// Keys that several people share, such as an id of 0.
    shared: BTreeSet<String>,
    notation: markdown::Prose,
}

impl People {
    /// Finds the keys that several people share.
    pub(super) fn of<'s>(all: impl Iterator<Item = &'s Speaker>, notation: markdown::Prose) -> Self {
        let mut names: BTreeMap<&str, String> = BTreeMap::new();
        let mut shared = BTreeSet::new();
        for speaker in all {
            let (key, name) = (key(speaker), fold(name(speaker)));
            if !name.is_empty() && *names.entry(key).or_insert_with(|| name.clone()) != name {
                shared.insert(key.to_owned());
            }
        }
        Self { found: Vec::new(), keys: BTreeSet::new(), shared, notation }
    }

    /// The keys of the speakers of a session; new speakers are added.
    pub(super) fn keys(&mut self, speakers: &[Speaker]) -> Vec<String> {
        speakers.iter().filter_map(|speaker| self.add(speaker)).collect()
    }

    fn add(&mut self, speaker: &Speaker) -> Option<String> {
        let (key, name) = (key(speaker), name(speaker));
        let key = match self.shared.contains(key) {
            true => format!("{key} {}", fold(name)),
            false => key.to_owned(),
        };
        if key.is_empty() {
            return None;
        }
        if self.keys.insert(key.clone()) {
            let biography = speaker.biography.as_deref().or(speaker.description.as_deref());
            let mut checks = Vec::new();
            let biography = biography.map_or(Prose::None, |text| prose(text, &self.notation, &mut checks));
            self.found.push(Person {
                key: key.clone(),
                name: Words::one(name),
                line: None,
                links: speaker.links.0.iter().filter_map(|link| pair(link, None)).collect(),
                photo: speaker.avatar.0.clone(),
                biography,
                checks,
            });
        }
        Some(key)
    }
}

fn name(speaker: &Speaker) -> &str {
    let names = [&speaker.name, &speaker.public_name, &speaker.full_public_name];
    names.into_iter().find_map(Text::as_deref).unwrap_or_default()
}

/// The key of a person: the most stable identifier there is.
fn key(speaker: &Speaker) -> &str {
    let keys = [&speaker.code, &speaker.guid, &speaker.id];
    keys.into_iter().find_map(Text::as_deref).unwrap_or_else(|| name(speaker))
}
