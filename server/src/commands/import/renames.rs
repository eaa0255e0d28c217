//! Finds files that somebody renamed after an import, so that the import continues with them.

use std::collections::{BTreeMap, BTreeSet};

use import::{Place, Places, renamed};

use super::target::Target;

/// The prefix of the keys of former names. No other item gets a former name, because links may still use it.
const FORMER: &str = "former ";

/// Lets an import continue with the present names of renamed files.
pub(super) fn follow(target: &mut Target) -> anyhow::Result<()> {
    let found = find(target)?;
    apply(&mut target.places, &found);
    target.renamed = found.into_iter().map(|(from, to)| (to, from)).collect();
    Ok(())
}

/// The present places of renamed files, by the places that imports gave them.
fn find(target: &Target) -> anyhow::Result<BTreeMap<Place, Place>> {
    let places = target.places.iter().filter(|(key, _)| !key.starts_with(FORMER)).map(|(_, place)| place);
    let claimed: BTreeSet<&Place> = places.collect();
    let mut lost = Vec::new();
    for &place in &claimed {
        if let (Some(written), (_, None)) = (target.written(&place.path())?, target.present(place)?) {
            lost.push((place.clone(), written));
        }
    }
    if lost.is_empty() {
        return Ok(BTreeMap::new());
    }
    let others = target.sources.files.iter().filter_map(|file| {
        let place = Place::parse(&file.path.replace("/index.md", ".md")).filter(|place| !claimed.contains(place))?;
        let text = String::from_utf8(file.bytes().to_vec()).ok()?;
        Some((place, text.replace("\r\n", "\n")))
    });
    Ok(renamed(&lost, &others.collect::<Vec<_>>()))
}

/// Replaces the names of renamed files by their present names.
fn apply(places: &mut Places, renamed: &BTreeMap<Place, Place>) {
    if renamed.is_empty() {
        return;
    }
    let by_path: BTreeMap<String, String> = renamed.iter().map(|(from, to)| (from.path(), to.path())).collect();
    let now = |(key, place): (String, Place)| {
        if key.starts_with(FORMER) {
            return (key, place);
        }
        // Keys of texts contain the path of the interview.
        let words: Vec<&str> = key.split(' ').map(|word| by_path.get(word).map_or(word, String::as_str)).collect();
        (words.join(" "), renamed.get(&place).unwrap_or(&place).clone())
    };
    *places = std::mem::take(places).into_iter().map(now).collect();
    places.extend(renamed.keys().map(|from| (format!("{FORMER}{}", from.path()), from.clone())));
}
