//! Checks names: mixed character widths, and one person spelled in two ways.

use std::{
    collections::{BTreeMap, HashMap, HashSet},
    ops::Range,
};

use super::{
    context::Context,
    files::Document,
    item::{Item, Opened},
    items::Items,
    spelling,
};
use crate::{Slug, Speaker, Text, fold, message};

/// The full-width space of Japanese typesetting.
const IDEOGRAPHIC_SPACE: char = '\u{3000}';

/// A name, with its place.
struct Name<'p> {
    item: &'p Item<'p>,
    document: &'p Document<'p>,
    place: Range<usize>,
    spelled: &'p str,
}

impl<'p> Name<'p> {
    /// The names in a field of an item, in all languages.
    fn all(item: &'p Item<'p>, field: &'p str, text: &'p Text) -> impl Iterator<Item = Self> {
        text.iter().map(move |(language, spelled)| {
            let translation = item.translations.iter().find(|translation| translation.language == *language);
            let translated = translation.and_then(|translation| {
                let text = translation.texts.iter().find(|text| text.name == field && text.text == *spelled)?;
                Some((translation.document, text.place.clone()))
            });
            let (document, place) =
                translated.unwrap_or_else(|| (item.document, item.fields().place(field).unwrap_or_default()));
            Self { item, document, place, spelled }
        })
    }
}

/// Reports names with mixed widths, names similar to those of other people, and names that texts spell differently.
pub(super) fn check(items: &Items<'_>, context: &Context<'_>) {
    check_speakers(&items.speakers);
    check_credits(items);
    check_texts(items, context);
}

/// Compares every text with the names of the people it is about.
fn check_texts(items: &Items<'_>, context: &Context<'_>) {
    let speakers: BTreeMap<_, _> = items.speakers.iter().map(|opened| (&opened.value.slug, &opened.value)).collect();
    let names = spelling::Names::of(speakers.values().copied());
    let known = |slugs: &mut dyn Iterator<Item = &Slug>| {
        slugs.filter_map(|slug| speakers.get(slug).copied()).collect::<Vec<_>>()
    };
    for Opened { item, value } in &items.interviews {
        names.check(item, &known(&mut value.interview.speakers.iter()), context);
    }
    for Opened { item, value } in &items.sessions {
        names.check(item, &known(&mut value.session.people()), context);
    }
    for Opened { item, value } in &items.speakers {
        names.check(item, &[value], context);
    }
    for Opened { item, .. } in &items.news {
        names.check(item, &[], context);
    }
}

/// Reports interviewers and authors that another file spells differently. The spelling of a speaker's file takes
/// precedence, then the first one.
fn check_credits(items: &Items<'_>) {
    let speakers = items.speakers.iter().flat_map(|opened| Name::all(&opened.item, "name", &opened.value.name));
    let mut right: HashSet<&str> = HashSet::new();
    let mut known: HashMap<String, (&str, &str)> = HashMap::new();
    for (is_speaker, name) in speakers.map(|name| (true, name)).chain(credits(items).map(|name| (false, name))) {
        let spelled = name.spelled;
        if !is_speaker {
            check_width(&name, None);
            let others = keys(spelled).into_iter().filter_map(|key| known.get(&key));
            let other = others.copied().find(|(other, _)| is_near(spelled, other));
            let is_right = right.contains(spelled) || name.item.allows(spelled);
            if let Some((other, path)) = other.filter(|_| !is_right) {
                report_credit(&name, other, path);
                continue;
            }
        }
        right.insert(spelled);
        for key in keys(spelled) {
            known.entry(key).or_insert((spelled, name.document.path));
        }
    }
}
/// The names of interviewers and authors.
fn credits<'p>(items: &'p Items<'_>) -> impl Iterator<Item = Name<'p>> {
    let interviewers = items.interviews.iter().filter_map(|Opened { item, value }| {
        value.interview.interviewer.as_ref().map(|name| Name::all(item, "interviewer", name))
    });
    let authors = items
        .news
        .iter()
        .filter_map(|Opened { item, value }| value.article.author.as_ref().map(|name| Name::all(item, "author", name)));
    interviewers.flatten().chain(authors.flatten())
}

fn report_credit(name: &Name<'_>, other: &str, path: &str) {
    let own = name.spelled;
    let message = message!(
        "`{own}` is nearly `{other}`, a name in {path}",
        "`{own}`は、{path} にある名前`{other}`とよく似ています"
    );
    let help = message!(
        "write `{other}` if it is the same person; if it is somebody else, add `allow: [{own}]`",
        "同じ人なら`{other}`と書いてください。別の人なら`allow: [{own}]`と書いてください"
    );
    name.document.problems.warning("similar-names", name.place.clone(), message, help);
}

fn check_speakers(speakers: &[Opened<'_, Speaker>]) {
    // If names use both kinds of space, the rarer one is the mistake.
    let spaced = |space: char| {
        speakers.iter().filter(|opened| opened.value.name.iter().any(|(_, name)| is_spaced(name, space))).count()
    };
    let slip = match (spaced(' '), spaced(IDEOGRAPHIC_SPACE)) {
        (0, _) | (_, 0) => None,
        (narrow, wide) if wide > narrow => Some(' '),
        _ => Some(IDEOGRAPHIC_SPACE),
    };
    // By keys that two spellings share, so that not every name is compared with every other.
    let mut known: HashMap<String, &Opened<'_, Speaker>> = HashMap::new();
    for opened in speakers {
        for name in Name::all(&opened.item, "name", &opened.value.name) {
            check_width(&name, slip);
        }
        if let Some(reading) = &opened.value.reading {
            let place = opened.item.fields().place("reading").unwrap_or_default();
            check_width(&Name { item: &opened.item, document: opened.item.document, place, spelled: reading }, None);
        }
        let keys: Vec<_> = opened.value.name.iter().flat_map(|(_, name)| keys(name)).collect();
        if let Some(other) = keys.iter().find_map(|key| known.get(key)) {
            check_namesake(opened, other);
        }
        known.extend(keys.into_iter().map(|key| (key, opened)));
    }
}

/// Keys under which two spellings of a name meet: without differences of case, width, spaces, doubled letters or letter
/// order.
fn keys(name: &str) -> [String; 3] {
    let bare = fold::fold(name).replace(' ', "");
    let mut single: Vec<char> = bare.chars().collect();
    single.dedup();
    let mut sorted: Vec<char> = bare.chars().collect();
    sorted.sort_unstable();
    [format!("single {}", String::from_iter(single)), format!("sorted {}", String::from_iter(sorted)), bare]
}

/// Whether a Japanese name contains a space.
fn is_spaced(name: &str, space: char) -> bool {
    name.contains(space) && name.chars().any(fold::is_cjk)
}

/// Reports a name with mixed widths, or with the wrong kind of space.
fn check_width(name: &Name<'_>, slip: Option<char>) {
    let Name { item, document, place, spelled } = name;
    if item.allows(spelled) {
        return;
    }
    let mended = match slip.filter(|slip| is_spaced(spelled, *slip)) {
        _ if in_usual_width(spelled) != *spelled => in_usual_width(spelled),
        Some(' ') => spelled.replace(' ', "\u{3000}"),
        Some(wide) => spelled.replace(wide, " "),
        None => return,
    };
    let message = match in_usual_width(spelled) == *spelled {
        false => {
            message!(
                "`{spelled}` mixes full-width and half-width characters",
                "`{spelled}`に全角と半角が混ざっています"
            )
        }
        true => message!(
            "`{spelled}` is divided by another space than the names of most speakers",
            "`{spelled}`の空白が、ほかの多くの登壇者と違います（全角と半角）"
        ),
    };
    let help = message!("write `{mended}`", "`{mended}`と書いてください");
    document.problems.warning("mixed-width", place.clone(), message, help);
}

/// A name with narrow Latin letters and digits, and wide katakana.
fn in_usual_width(name: &str) -> String {
    let is_wide_latin = |character| matches!(character, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let is_narrow_kana = |character| matches!(character, '\u{FF61}'..='\u{FF9F}');
    let (mut usual, mut unusual) = (String::new(), String::new());
    // Runs are normalised as a whole: the sound mark of narrow katakana is a character of its own.
    for character in name.chars() {
        if is_wide_latin(character) || is_narrow_kana(character) {
            if unusual.is_empty() && matches!(character, '\u{FF9E}' | '\u{FF9F}') {
                unusual.extend(usual.pop());
            }
            unusual.push(character);
        } else {
            usual.push_str(&fold::nfkc(&std::mem::take(&mut unusual)));
            usual.push(character);
        }
    }
    usual + &fold::nfkc(&unusual)
}

/// Reports two files that are probably about the same person.
fn check_namesake(opened: &Opened<'_, Speaker>, other: &Opened<'_, Speaker>) {
    let own = opened.value.name.iter().map(|(_, name)| name);
    let pairs = own.flat_map(|own| other.value.name.iter().map(move |(_, theirs)| (own, theirs)));
    let allowed = |own: &str, theirs: &str| opened.item.allows(own) || other.item.allows(theirs);
    let mut near = pairs.filter(|(own, theirs)| is_near(own, theirs) && !allowed(own, theirs));
    let Some((own, theirs)) = near.next() else { return };
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
        "if they are one person, keep one of the files and let sessions and interviews name it; if they are two, add `allow: [{own}]` here",
        "同じ人なら、ファイルを1つだけ残し、セッションやインタビューからはそれを指定してください。別の人なら、ここに`allow: [{own}]`と書いてください"
    );
    opened.item.document.problems.warning("similar-names", place, message, help);
}

/// Short words and numbers must match exactly.
fn is_word(word: &str) -> bool {
    word.chars().count() >= spelling::SHORTEST && word.chars().all(char::is_alphabetic)
}

/// Whether two names differ only in case, width, variant characters, spaces, or a typo in one word.
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
