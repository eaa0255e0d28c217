//! Texts that join the content: none takes the file of another one, and the same one finds its own again.

use std::collections::BTreeSet;

use conference::{Language, Slug};

use crate::{Damage, Imported, Known, Named, Place, Places, text};

/// Reads one interview.
pub(super) fn interview(source: &str, known: &Known) -> Result<(Imported, Places), Damage> {
    join(known, |options| text::read(source, options))
}

/// Reads the interviews of a blog that are in the categories of the command line.
pub(super) fn blog(source: &str, known: &Known) -> Result<(Imported, Places), Damage> {
    join(known, |options| text::read_export(source, &known.categories, options))
}

fn join(
    known: &Known,
    read: impl Fn(&text::Options<'_>) -> Result<Imported, Damage>,
) -> Result<(Imported, Places), Damage> {
    let name = known.name.as_deref();
    let key = |place: &Place| format!("text {} {}", name.unwrap_or("-"), place.path());
    let is_own = |place: &Place| known.places.get(&key(place)) == Some(place);
    // Whom this text brought the last time it brings again: their files are its own.
    let others = known.speakers.iter().filter(|speaker| !is_own(&Place::Speaker(speaker.slug.clone())));
    let speakers: Vec<Named> = others.cloned().collect();
    let language = known.default_language().cloned().or_else(|| Language::parse("ja"));
    let options = text::Options {
        speakers: &speakers,
        language: language.expect("`ja` is a language tag"),
        slug: known.slug.clone(),
        name,
    };
    let mut imported = read(&options)?;
    let mut taken: BTreeSet<&Slug> = known.interviews.iter().map(|interview| &interview.slug).collect();
    taken.retain(|slug| !is_own(&Place::Interview((*slug).clone())));
    let mut places = Places::new();
    for item in &mut imported.items {
        if let Place::Interview(slug) = &item.place
            && taken.contains(slug)
        {
            let free = numbered(slug).find(|slug| !taken.contains(slug)).unwrap_or_else(|| slug.clone());
            item.checks.push(format!("there is another interview `{slug}` already; `{free}` is the name of this one"));
            item.place = Place::Interview(free);
        }
        places.insert(key(&item.place), item.place.clone());
    }
    Ok((imported, places))
}

/// `hana-2`, `hana-3` …
fn numbered(slug: &Slug) -> impl Iterator<Item = Slug> {
    (2_u32..).filter_map(move |number| Slug::parse(&format!("{slug}-{number}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# 例田花子さんに聞く\n\n- 名前: 例田花子\n- 会社名: 例社\n\n人です。\n\n## Quick Chat\n\n---- 質問ですか。\n\n答えです。\n";

    fn known(name: &str) -> Known {
        let languages = Language::parse("ja").into_iter().collect();
        Known { languages, name: Some(name.to_owned()), ..Known::default() }
    }

    fn paths(imported: &Imported) -> Vec<String> {
        imported.items.iter().map(|item| item.place.path()).collect()
    }

    /// What is known after an import.
    fn joined(mut known: Known, (imported, places): &(Imported, Places)) -> Known {
        for item in &imported.items {
            let named = |slug: &Slug| Named { slug: slug.clone(), names: vec!["例田花子".to_owned()] };
            match &item.place {
                Place::Speaker(slug) => known.speakers.push(named(slug)),
                Place::Interview(slug) => known.interviews.push(named(slug)),
                Place::Event | Place::Session(_) => {}
            }
        }
        known.places.extend(places.clone());
        known
    }

    #[test]
    fn the_same_text_gives_the_same_files_again() {
        let first = interview(TEXT, &known("hanako")).expect("it is an interview");
        let second = interview(TEXT, &joined(known("hanako"), &first)).expect("it is an interview");
        assert_eq!(first, second);
        assert_eq!(first.0.items.len(), 2);
    }

    #[test]
    fn another_text_takes_nobodys_file() {
        let first = interview(TEXT, &known("hanako")).expect("it is an interview");
        let after = Known { name: Some("other".to_owned()), ..joined(known("hanako"), &first) };
        let other = interview(TEXT, &after).expect("it is an interview");
        let (mine, theirs) = (paths(&first.0), paths(&other.0));
        assert!(theirs.iter().all(|path| !mine.contains(path)), "{mine:?} {theirs:?}");
        assert_eq!(theirs.len(), 1, "the speaker is there already");
        let again = interview(TEXT, &joined(after, &other)).expect("it is an interview");
        assert_eq!(paths(&again.0), theirs);
    }
}
