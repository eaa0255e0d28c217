//! Maps formats, levels and languages of a source to those of the content.

use conference::{Format, Language, Level, fold::fold};

use super::programme::Nature;

/// A value; for a guess, with a remark.
pub(super) type Guessed<T> = (T, Option<String>);

/// Words that name a format, in the order in which they are searched.
const WORDS: [(&str, Format); 46] = [
    ("keynote", Format::Keynote),
    ("基調講演", Format::Keynote),
    ("lightning", Format::Lightning),
    ("lt", Format::Lightning),
    ("ライトニング", Format::Lightning),
    ("panel", Format::Panel),
    ("podium", Format::Panel),
    ("discussion", Format::Panel),
    ("パネル", Format::Panel),
    ("workshop", Format::Workshop),
    ("hands-on", Format::Workshop),
    ("tutorial", Format::Workshop),
    ("training", Format::Workshop),
    ("ワークショップ", Format::Workshop),
    ("ハンズオン", Format::Workshop),
    ("opening", Format::Opening),
    ("closing", Format::Opening),
    ("welcome", Format::Opening),
    ("eröffnung", Format::Opening),
    ("ceremony", Format::Opening),
    ("オープニング", Format::Opening),
    ("クロージング", Format::Opening),
    ("lunch", Format::Break),
    ("coffee", Format::Break),
    ("breakfast", Format::Break),
    ("break", Format::Break),
    ("pause", Format::Break),
    ("registration", Format::Break),
    ("check-in", Format::Break),
    ("休憩", Format::Break),
    ("昼食", Format::Break),
    ("受付", Format::Break),
    ("party", Format::Social),
    ("social", Format::Social),
    ("meetup", Format::Social),
    ("dinner", Format::Social),
    ("reception", Format::Social),
    ("networking", Format::Social),
    ("懇親会", Format::Social),
    ("concert", Format::Social),
    ("talk", Format::Talk),
    ("lecture", Format::Talk),
    ("presentation", Format::Talk),
    ("vortrag", Format::Talk),
    ("session", Format::Talk),
    ("講演", Format::Talk),
];

/// The format of a session by its kind in the source, or else by its title.
pub(super) fn format(kind: Option<&str>, title: &str, nature: Nature) -> Guessed<Format> {
    let default = if nature == Nature::Service { Format::Break } else { Format::Talk };
    let Some(kind) = kind.map(str::trim).filter(|kind| !kind.is_empty()) else {
        // The title of a talk may be about a format: "Panel-free design" is not a panel.
        let (format, check) = match nature {
            Nature::Service => {
                let by_title = find(title).map_or(default, |(format, _)| format);
                (by_title, "the source says only that this is no talk")
            }
            Nature::Plenary => (Format::Keynote, "the source says only that this is for everybody"),
            Nature::Session => (default, "the source does not say what kind of session this is"),
        };
        return (format, Some(check.to_owned()));
    };
    match find(kind) {
        Some((format, true)) => (format, None),
        Some((format, false)) => (format, Some(format!("the source says `{kind}`"))),
        None => (default, Some(format!("the source says `{kind}`"))),
    }
}

/// Whether a title consists of words for meals and breaks alone.
pub(super) fn is_break(title: &str) -> bool {
    const OTHERS: [&str; 12] =
        ["and", "&", "tea", "time", "snacks", "drinks", "the", "with", "morning", "afternoon", "short", "long"];
    let mut rest = fold(title);
    let is_pause = |format: Format| matches!(format, Format::Break | Format::Social);
    let mut pauses: Vec<String> =
        WORDS.iter().filter(|(_, format)| is_pause(*format)).map(|(word, _)| fold(word)).collect();
    pauses.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let before = rest.len();
    for word in &pauses {
        match word.is_ascii() {
            true => {
                let words =
                    rest.split(' ').filter(|own| own.trim_matches(|next: char| !next.is_alphanumeric()) != word);
                rest = words.collect::<Vec<_>>().join(" ");
            }
            false => rest = rest.replace(word.as_str(), ""),
        }
    }
    let names_pause = rest.len() < before;
    let mut words = rest.split(|next: char| !next.is_alphanumeric()).filter(|word| !word.is_empty());
    names_pause && words.all(|word| OTHERS.contains(&word))
}

/// The format that a text names, and whether it contains nothing else.
fn find(text: &str) -> Option<(Format, bool)> {
    let folded = fold(text);
    let has = |word: &str| {
        let word = fold(word);
        match word.is_ascii() {
            // `lt` must be a separate word, not part of `result`.
            true => folded
                .split(|next: char| !next.is_alphanumeric() && next != '-')
                .any(|own| own == word || (word.len() > 3 && own.strip_suffix('s') == Some(&word))),
            false => folded.contains(&word),
        }
    };
    let (word, format) = WORDS.iter().find(|(word, _)| has(word))?;
    let whole =
        [fold(word), format!("{word}s"), format!("{word} talk"), format!("{word} talks"), format!("{word} session")];
    Some((*format, whole.contains(&folded)))
}

/// The level that a text names.
pub(super) fn level(text: &str) -> Option<Guessed<Level>> {
    let folded = fold(text);
    let level = ["introduct", "beginner", "basic", "100", "入門", "初級", "einsteiger"]
        .map(|word| (word, Level::Introductory))
        .into_iter()
        .chain(["intermediate", "200", "中級", "fortgeschritten"].map(|word| (word, Level::Intermediate)))
        .chain(["advanced", "expert", "300", "400", "上級"].map(|word| (word, Level::Advanced)))
        .find(|(word, _)| folded.contains(fold(word).as_str()))?
        .1;
    let sure = folded.starts_with("introductory") || folded == level.name();
    Some((level, (!sure).then(|| format!("the source says `{}`", text.trim()))))
}

/// The language that a text names, by code or name.
pub(super) fn language(text: &str) -> Option<Language> {
    let folded = fold(text).replace('_', "-");
    let code = match folded.as_str() {
        "english" | "英語" | "englisch" => "en",
        "japanese" | "日本語" | "にほんご" => "ja",
        "german" | "deutsch" | "de-formal" => "de",
        "french" | "français" => "fr",
        "spanish" | "español" => "es",
        "portuguese" | "português" => "pt",
        "italian" | "italiano" => "it",
        "dutch" | "nederlands" => "nl",
        "chinese" | "中文" => "zh",
        "korean" | "한국어" => "ko",
        "jp" => "ja",
        other => other,
    };
    let language = Language::parse(code).filter(is_known)?;
    Some(language)
}

/// Whether the site accepts a language code; decided by the loader itself.
fn is_known(language: &Language) -> bool {
    use conference::load::{Audience, SourceFile, Sources, load};
    let text = format!("---\nname: x\ntimezone: UTC\ndays: [2016-10-01]\nlanguages: [{language}]\n---\n");
    let files = vec![SourceFile::new(String::from("program/event.md"), text)];
    load(&Sources { files, ..Sources::default() }, Audience::Organizers).conference.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: &str, expected: Format, sure: bool) {
        let (found, check) = format(Some(kind), "", Nature::Session);
        assert_eq!((found, check.is_none()), (expected, sure), "{kind}");
    }

    #[test]
    fn kinds_of_sessions_are_known_by_their_words() {
        check("Talk", Format::Talk, true);
        check("lecture", Format::Talk, true);
        check("Lightning Talk", Format::Lightning, true);
        check("LT", Format::Lightning, true);
        check("Keynote (60 min)", Format::Keynote, false);
        check("Conference Session (45 min)", Format::Talk, false);
        check("ワークショップ", Format::Workshop, true);
        check("Workshops", Format::Workshop, true);
        check("Result presentation", Format::Talk, false);
        check("Demo", Format::Talk, false);
        assert_eq!(format(None, "Lunch & coffee", Nature::Service).0, Format::Break);
        assert_eq!(format(None, "Closing", Nature::Service).0, Format::Opening);
        assert_eq!(format(None, "No more panels", Nature::Session).0, Format::Talk);
    }

    #[test]
    fn meals_are_breaks_by_their_titles() {
        for title in
            ["Breakfast", "Lunch", "Coffee break", "Lunch & coffee", "Dinner", "休憩", "昼食休憩", "Morning break"]
        {
            assert!(is_break(title), "{title}");
        }
        for title in [
            "Breaking production",
            "Lunch meeting",
            "No free lunch in the cloud",
            "Coffee, code and you",
            "",
            "休憩の話",
        ] {
            assert!(!is_break(title), "{title}");
        }
    }

    #[test]
    fn levels_and_languages_are_known_by_their_names() {
        assert_eq!(level("Introductory and overview"), Some((Level::Introductory, None)));
        assert!(level("Expert").is_some_and(|(level, check)| level == Level::Advanced && check.is_some()));
        assert_eq!(level("Cloud"), None);
        for (text, expected) in [("English", Some("en")), ("de", Some("de")), ("pt_BR", Some("pt-br")), ("xx", None)] {
            assert_eq!(language(text).map(|language| language.to_string()).as_deref(), expected, "{text}");
        }
        assert_eq!(language("../a"), None);
    }
}
