//! Names that look like a slip where all speakers stand beside each other: mixed widths, and one person spelled two ways.

use std::collections::HashMap;

use super::{item::Opened, spelling};
use crate::{Speaker, fold, message};

/// The space of Japanese typesetting, as wide as a character.
const IDEOGRAPHIC_SPACE: char = '\u{3000}';

/// Reports names in mixed widths, and names that are nearly those of other people.
pub(super) fn check(speakers: &[Opened<'_, Speaker>]) {
    // Where both spaces stand in names, the rarer one is the slip.
    let spaced = |space: char| {
        speakers.iter().filter(|opened| opened.value.name.iter().any(|(_, name)| is_spaced(name, space))).count()
    };
    let slip = match (spaced(' '), spaced(IDEOGRAPHIC_SPACE)) {
        (0, _) | (_, 0) => None,
        (narrow, wide) if wide > narrow => Some(' '),
        _ => Some(IDEOGRAPHIC_SPACE),
    };
    // By everything that is the same in two spellings, so that not every name is compared with every other.
    let mut known: HashMap<String, &Opened<'_, Speaker>> = HashMap::new();
    for opened in speakers {
        check_width(opened, slip);
        let keys: Vec<_> = opened.value.name.iter().flat_map(|(_, name)| keys(name)).collect();
        if let Some(other) = keys.iter().find_map(|key| known.get(key)) {
            check_namesake(opened, other);
        }
        known.extend(keys.into_iter().map(|key| (key, opened)));
    }
}

/// What stays of a name where case, width, spaces, doubled letters, or the order of letters are another.
fn keys(name: &str) -> [String; 3] {
    let bare = fold::fold(name).replace(' ', "");
    let mut single: Vec<char> = bare.chars().collect();
    single.dedup();
    let mut sorted: Vec<char> = bare.chars().collect();
    sorted.sort_unstable();
    [format!("single {}", String::from_iter(single)), format!("sorted {}", String::from_iter(sorted)), bare]
}

/// Whether a Japanese name is divided by a space.
fn is_spaced(name: &str, space: char) -> bool {
    name.contains(space) && name.chars().any(fold::is_cjk)
}

fn check_width(opened: &Opened<'_, Speaker>, slip: Option<char>) {
    for (_, name) in opened.value.name.iter() {
        let place = opened.item.fields().place("name").unwrap_or_default();
        let usual: String = name.chars().map(in_usual_width).collect();
        if usual != *name {
            let message =
                message!("`{name}` mixes full-width and half-width characters", "`{name}`に全角と半角が混ざっています");
            opened.item.document.problems.warning(
                "mixed-width",
                place,
                message,
                message!("write `{usual}`", "`{usual}`と書いてください"),
            );
        } else if let Some(slip) = slip.filter(|slip| is_spaced(name, *slip)) {
            let other = if slip == ' ' { IDEOGRAPHIC_SPACE } else { ' ' };
            let mended = name.replace(slip, &other.to_string());
            let message = message!(
                "`{name}` is divided by another space than the names of most speakers",
                "`{name}`の空白が、ほかの多くの登壇者と違います（全角と半角）"
            );
            opened.item.document.problems.warning(
                "mixed-width",
                place,
                message,
                message!("write `{mended}`", "`{mended}`と書いてください"),
            );
        }
    }
}

/// Latin letters and digits narrow, katakana wide; where a wide letter is followed by a mark of sound it stays.
fn in_usual_width(character: char) -> char {
    let is_wide_latin = matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let is_narrow_kana = matches!(character, '\u{FF66}'..='\u{FF9D}');
    match is_wide_latin || is_narrow_kana {
        true => fold::nfkc(character.encode_utf8(&mut [0; 4])).chars().next().unwrap_or(character),
        false => character,
    }
}

/// Reports a person who is most likely somebody else's second file.
fn check_namesake(opened: &Opened<'_, Speaker>, other: &Opened<'_, Speaker>) {
    let own = opened.value.name.iter().map(|(_, name)| name);
    let pairs = own.flat_map(|own| other.value.name.iter().map(move |(_, theirs)| (own, theirs)));
    let Some((own, theirs)) = pairs.into_iter().find(|(own, theirs)| is_near(own, theirs)) else { return };
    let place = opened.item.fields().place("name").unwrap_or_default();
    let path = other.item.document.path;
    let message = match own == theirs {
        true => message!("{path} has the same name", "{path} と同じ名前です"),
        false => message!(
            "`{own}` is nearly `{theirs}`, the name in {path}",
            "`{own}`は、{path} の名前`{theirs}`とよく似ています"
        ),
    };
    let help = message!(
        "if they are one person, keep one of the files and let sessions and interviews name it",
        "同じ人なら、ファイルを1つだけ残し、セッションやインタビューからはそれを指定してください"
    );
    opened.item.document.problems.warning("similar-names", place, message, help);
}

/// Of short words and of numbers every letter counts.
fn is_word(word: &str) -> bool {
    word.chars().count() >= spelling::SHORTEST && word.chars().all(char::is_alphabetic)
}

/// Whether two names are the same but for case, width, variants of characters, spaces, or a slip in one word.
fn is_near(one: &str, other: &str) -> bool {
    let bare = |name: &str| fold::fold(name).replace(' ', "");
    if bare(one) == bare(other) {
        return true;
    }
    let words = |name: &str| fold::fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    let mut different = one.iter().zip(&other).filter(|(one, other)| one != other);
    one.len() == other.len()
        && different.next().is_some_and(|(one, other)| is_word(one) && spelling::differ_as_misspelled(one, other))
        && different.next().is_none()
}
