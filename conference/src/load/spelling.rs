//! Finds names that a text spells differently from the speaker's file.

mod written;

use std::{cell::RefCell, collections::BTreeSet, ops::Range};

use self::written::{Written, texts};
use super::{cache, context::Context, item::Item};
use crate::{
    Speaker, Text,
    diagnostic::{Problem, Severity},
    fold::{is_cjk, variants},
    message,
};

/// Shorter words are too often ordinary words.
pub(super) const SHORTEST: usize = 4;

/// The names of all speakers: a word that is a name is not a typo.
pub(super) struct Names {
    /// Latin words in lower case, without the short ones.
    latin: BTreeSet<String>,
    /// Latin words of any length, in lower case.
    all: BTreeSet<String>,
    /// Parts of Japanese names.
    japanese: BTreeSet<String>,
    /// The digest of all names.
    digest: blake3::Hash,
}

impl Names {
    pub(super) fn of<'s>(speakers: impl Iterator<Item = &'s Speaker> + Clone) -> Self {
        let latin = speakers.clone().flat_map(|speaker| words_of(&speaker.name)).collect();
        let names = || speakers.clone().flat_map(|speaker| speaker.name.iter());
        let all = names().flat_map(|(_, name)| name.split(|letter| !is_latin(letter))).map(str::to_lowercase);
        Self {
            latin,
            all: all.collect(),
            japanese: names().flat_map(|(_, name)| parts(name)).map(str::to_owned).collect(),
            digest: digest(speakers),
        }
    }

    /// Reports words that differ from the name of one of the item's people by a doubled letter or two swapped
    /// letters (Alan for Allan), or by a variant character (髙橋 for 高橋). Names of other people and spellings that
    /// the item allows are not reported. An item without people is compared with all speakers whose names it also
    /// spells correctly.
    pub(super) fn check(&self, item: &Item<'_>, people: &[&Speaker], context: &Context<'_>) {
        let translations = item.translations.iter().map(|translation| translation.document);
        let documents: Vec<_> = [item.document].into_iter().chain(translations).collect();
        let mut digest = blake3::Hasher::new();
        digest.update(self.digest.as_bytes());
        documents.iter().for_each(|document| _ = digest.update(&document.digest));
        people.iter().for_each(|person| _ = digest.update(person.slug.as_str().as_bytes()).update(b"\n"));
        let digest = *digest.finalize().as_bytes();
        let found = cache::spelling(context.cache, item.document.path, digest, || self.find(item, people));
        found.iter().for_each(|(place, problem)| documents[*place].problems.add(problem.clone()));
    }

    fn find(&self, item: &Item<'_>, people: &[&Speaker]) -> Vec<(usize, Problem)> {
        let found = RefCell::new(Vec::new());
        for (number, text) in texts(item).enumerate() {
            let report = |place: Range<usize>, own: &str| {
                let written = &text.text[place.clone()];
                if !item.allows(written) {
                    found.borrow_mut().push((number, problem(place, written, own)));
                }
            };
            self.check_latin(&text, people, report);
            self.check_japanese(&text, people, report);
        }
        found.into_inner()
    }

    fn check_latin(&self, text: &Written<'_>, people: &[&Speaker], report: impl Fn(Range<usize>, &str)) {
        // Most words are not names, and need no lookup.
        let named = || text.words().filter(|(_, word)| word.starts_with(char::is_uppercase));
        let names: BTreeSet<String> = match people {
            [] => named().map(|(_, word)| word.to_lowercase()).filter(|word| self.latin.contains(word)).collect(),
            people => people.iter().flat_map(|person| words_of(&person.name)).collect(),
        };
        if names.is_empty() {
            return;
        }
        let mut reported = BTreeSet::new();
        for (start, word) in named() {
            let folded = word.to_lowercase();
            if self.latin.contains(&folded) || ORDINARY.contains(&folded.as_str()) {
                continue;
            }
            let meant = names.iter().find(|name| differ_as_misspelled(name, &folded));
            if meant.is_none() || text.neighbours(start, word).any(|other| !self.all.contains(&other)) {
                // Alan Turing is another person.
                continue;
            }
            let Some(meant) = meant.filter(|_| reported.insert(folded.clone())) else { continue };
            let own = people.iter().find_map(|person| spelled(&person.name, meant));
            let own = own.or_else(|| named().map(|(_, word)| word).find(|word| word.to_lowercase() == *meant));
            report(start..start + word.len(), own.unwrap_or(meant));
        }
    }

    fn check_japanese(&self, text: &Written<'_>, people: &[&Speaker], report: impl Fn(Range<usize>, &str)) {
        let names = || people.iter().flat_map(|person| person.name.iter()).map(|(_, name)| name);
        let own: BTreeSet<&str> = match people {
            [] => text.pairs().filter_map(|pair| self.japanese.get(pair)).map(String::as_str).collect(),
            _ => names().flat_map(|name| parts(name)).collect(),
        };
        if own.is_empty() {
            return;
        }
        let rest: BTreeSet<&str> = names().flat_map(|name| halves(name)).collect();
        for own in own {
            for written in spellings(own).filter(|written| !self.japanese.contains(written)) {
                if let Some(start) = text.find_name(&written, &rest) {
                    report(start..start + written.len(), own);
                }
            }
        }
    }
}

/// Ordinary words and names that resemble other names: Moore, Brian, Angel.
const ORDINARY: [&str; 11] =
    ["able", "angel", "angle", "brain", "chose", "choose", "form", "from", "loose", "lose", "more"];

/// The digest of all names with the people who have them.
fn digest<'s>(speakers: impl Iterator<Item = &'s Speaker>) -> blake3::Hash {
    let mut digest = blake3::Hasher::new();
    for speaker in speakers {
        let names = speaker.name.iter().flat_map(|(language, name)| [language.as_str(), name]);
        for part in [speaker.slug.as_str()].into_iter().chain(names) {
            digest.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
    }
    digest.finalize()
}

fn problem(place: Range<usize>, written: &str, own: &str) -> Problem {
    let message = message!(
        "`{written}` is nearly `{own}`, as the file of the speaker has it",
        "`{written}`は、登壇者のファイルにある`{own}`とよく似ています"
    );
    let help = message!(
        "write `{own}`, or mend the name in program/speakers/; if it is somebody or something else, add `allow: [{written}]` to the front matter",
        "`{own}`と書くか、program/speakers/ の名前を直してください。別の人や物の名前なら、フロントマターに`allow: [{written}]`と書いてください"
    );
    Problem { severity: Severity::Warning, code: "name-spelling", span: place, message, help }
}

/// The parts of a Japanese name that have variant spellings.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let varies = |part: &&str| part.chars().any(|character| variants(character).next().is_some());
    halves(name).filter(|part| part.chars().count() > 1).filter(varies)
}

/// The parts of a Japanese name: its words, or for a single word the likely family name of two characters, and the
/// rest.
fn halves(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split([' ', '\u{3000}']).flat_map(|word| match word.char_indices().nth(2) {
        Some((middle, _)) if word.chars().count() > 3 => [&word[..middle], &word[middle..]],
        _ => [word, ""],
    });
    words.filter(|part| !part.is_empty() && part.chars().all(is_cjk))
}

/// All pairs of adjacent CJK characters.
fn pairs(text: &str) -> impl Iterator<Item = &str> {
    let second = text.char_indices().skip(1);
    text.char_indices()
        .zip(second)
        .filter(|((_, one), (_, other))| is_cjk(*one) && is_cjk(*other))
        .map(|((start, _), (middle, other))| &text[start..middle + other.len_utf8()])
}

/// The spellings of a part of a name with one variant character.
fn spellings(part: &str) -> impl Iterator<Item = String> {
    part.char_indices().flat_map(move |(place, character)| {
        let rest = &part[place + character.len_utf8()..];
        variants(character).map(move |variant| format!("{}{variant}{rest}", &part[..place]))
    })
}

/// The words of a name in all languages, in lower case.
fn words_of(name: &Text) -> impl Iterator<Item = String> {
    let all: Vec<_> = name.iter().flat_map(|(_, name)| words(name)).map(|(_, word)| word.to_lowercase()).collect();
    all.into_iter()
}

/// A word of a name in its original case.
fn spelled<'n>(name: &'n Text, folded: &str) -> Option<&'n str> {
    name.iter().flat_map(|(_, name)| words(name)).map(|(_, word)| word).find(|word| word.to_lowercase() == folded)
}

fn is_latin(character: char) -> bool {
    character.is_ascii_alphabetic() || ('\u{C0}'..='\u{24F}').contains(&character)
}

/// The Latin words of a text with their offsets.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut place = 0;
    text.split(move |character: char| !is_latin(character)).filter_map(move |word| {
        let start = place;
        let rest = text[start + word.len()..].chars().next();
        place = start + word.len() + rest.map_or(0, char::len_utf8);
        (word.chars().count() >= SHORTEST).then_some((start, word))
    })
}

/// Whether a word differs from a name by a doubled letter, or by two swapped letters.
pub(super) fn differ_as_misspelled(name: &str, word: &str) -> bool {
    name != word && (single(name) == single(word) || swapped(name, word))
}

/// Collapses doubled letters.
fn single(word: &str) -> String {
    let mut single: Vec<char> = word.chars().collect();
    single.dedup();
    single.into_iter().collect()
}

/// Whether two words differ by two swapped adjacent letters.
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
    use super::*;

    #[test]
    fn family_names_have_variants() {
        let all = |name| parts(name).flat_map(spellings).collect::<Vec<_>>();
        assert_eq!(all("高橋花子"), ["髙橋"]);
        assert_eq!(all("山崎 國男"), ["山﨑", "山嵜", "国男"]);
        assert_eq!(all("渡辺　渡"), ["渡邊", "渡邉"]);
        assert!(all("例田太郎").is_empty() && all("Shimada Taro").is_empty() && all("島").is_empty());
        assert_eq!(pairs("a高橋と").collect::<Vec<_>>(), ["高橋", "橋と"]);
    }

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
