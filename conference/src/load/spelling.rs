//! Names that an article spells in another way than the speaker's own file.

use std::collections::BTreeSet;

use super::item::Item;
use crate::{Speaker, Text, message};

/// Shorter words are too often words of their own.
pub(super) const SHORTEST: usize = 4;

/// Reports words of an article that are the name of one of its people but for a doubled letter or two that changed
/// places: Alan for Allan. Names of other people are what they are.
pub(super) fn check(item: &Item<'_>, people: &[&Speaker], everybody: &BTreeSet<String>) {
    let names: BTreeSet<String> = people.iter().flat_map(|person| words_of(&person.name)).collect();
    let documents =
        item.translations.iter().map(|translation| (translation.document, translation.text, &translation.body));
    let original = (item.document, item.text, &item.parts.body);
    for (document, text, body) in documents.chain([original]) {
        let mut reported = BTreeSet::new();
        for (start, word) in words(&text[body.clone()]) {
            // Most words are no names: nothing is looked up for them.
            if !word.starts_with(char::is_uppercase) {
                continue;
            }
            let folded = word.to_lowercase();
            if everybody.contains(&folded) {
                continue;
            }
            let meant = names.iter().find(|name| differ_as_misspelled(name, &folded));
            let Some(meant) = meant.filter(|_| reported.insert(folded.clone())) else { continue };
            let place = body.start + start..body.start + start + word.len();
            let own = people.iter().find_map(|person| spelled(&person.name, meant)).unwrap_or(meant);
            let message = message!(
                "`{word}` is nearly `{own}`, as the file of the speaker has it",
                "`{word}`は、登壇者のファイルにある`{own}`とよく似ています"
            );
            let help = message!(
                "write `{own}`, or mend the name in program/speakers/",
                "`{own}`と書くか、program/speakers/ の名前を直してください"
            );
            document.problems.warning("name-spelling", place, message, help);
        }
    }
}

/// The words of a name in all languages, in lower case.
pub(super) fn words_of(name: &Text) -> impl Iterator<Item = String> {
    let all: Vec<_> = name.iter().flat_map(|(_, name)| words(name)).map(|(_, word)| word.to_lowercase()).collect();
    all.into_iter()
}

/// A word of a name as it is written there.
fn spelled<'n>(name: &'n Text, folded: &str) -> Option<&'n str> {
    name.iter().flat_map(|(_, name)| words(name)).map(|(_, word)| word).find(|word| word.to_lowercase() == folded)
}

/// The Latin words of a text with their places.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_latin = |character: char| character.is_ascii_alphabetic() || ('\u{C0}'..='\u{24F}').contains(&character);
    let mut place = 0;
    text.split(move |character: char| !is_latin(character)).filter_map(move |word| {
        let start = place;
        let rest = text[start + word.len()..].chars().next();
        place = start + word.len() + rest.map_or(0, char::len_utf8);
        (word.chars().count() >= SHORTEST).then_some((start, word))
    })
}

/// Whether a word is a name with a doubled letter more or less, or with two letters that changed places.
pub(super) fn differ_as_misspelled(name: &str, word: &str) -> bool {
    name != word && (single(name) == single(word) || swapped(name, word))
}

/// Doubled letters as one.
fn single(word: &str) -> String {
    let mut single: Vec<char> = word.chars().collect();
    single.dedup();
    single.into_iter().collect()
}

/// Whether two letters beside each other changed places.
fn swapped(one: &str, other: &str) -> bool {
    let (one, other): (Vec<_>, Vec<_>) = (one.chars().collect(), other.chars().collect());
    let Some(first) = one.iter().zip(&other).position(|(a, b)| a != b) else { return false };
    one.len() == other.len()
        && one.get(first) == other.get(first + 1)
        && one.get(first + 1) == other.get(first)
        && one[first + 1..].get(1..) == other[first + 1..].get(1..)
}

#[cfg(test)]
mod tests {
    use super::differ_as_misspelled;

    #[test]
    fn doubled_and_swapped_letters_are_misspelled() {
        for word in ["alan", "allann", "alaln"] {
            assert!(differ_as_misspelled("allan", word), "{word}");
        }
        for word in ["allan", "allen", "alla", "alani", "", "nalla"] {
            assert!(!differ_as_misspelled("allan", word), "{word}");
        }
    }
}
