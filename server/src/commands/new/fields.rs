//! The comment and the example of each field of a new file.

mod field;
mod tables;

use std::fmt::Write as _;

use conference::{message, schema::ItemKind, url};

use self::{field::Field, tables::fields};

/// The default address of `serve`.
pub(super) const PREVIEW: &str = "http://127.0.0.1:3000";

/// The language of the comments: Japanese if it is the event's first language, otherwise English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comments {
    Japanese,
    English,
}

impl Comments {
    pub(super) fn of(language: &str) -> Self {
        if language == "ja" { Self::Japanese } else { Self::English }
    }

    pub(super) fn pick(self, japanese: &'static str, english: &'static str) -> &'static str {
        match self {
            Self::Japanese => japanese,
            Self::English => english,
        }
    }
}

/// The values that are known, in YAML.
pub(super) type Values = Vec<(&'static str, String)>;

/// Writes front matter: every field with its comment; fields without a value are commented out.
///
/// The first line gives editors with a YAML language server the address of the schema, at the preview.
pub(super) fn front_matter(kind: ItemKind, values: &Values, comments: Comments) -> String {
    let mut text = format!("---\n# yaml-language-server: $schema={PREVIEW}{}\n", url::Export::Schema(kind).path());
    let fields = fields(kind);
    for Field { name, example, japanese, english } in fields {
        let comment = comments.pick(japanese, english);
        let value = values.iter().find(|(known, _)| known == name);
        let line = match value {
            Some((_, value)) => format!("{name}: {value}"),
            None => format!("# {name}: {example}"),
        };
        writeln!(text, "# {comment}\n{line}").expect("writing to a string cannot fail");
    }
    text.push_str("---\n\n");
    text
}

/// A text as a YAML scalar: plain if that is safe, otherwise quoted (a JSON string is a YAML string).
pub(super) fn scalar(text: &str) -> String {
    let plain =
        |character: char| character.is_alphanumeric() || matches!(character, ' ' | '-' | '.' | '/' | '_' | '、' | '。');
    let word = text.chars().next().is_some_and(char::is_alphabetic);
    let reserved = ["true", "false", "null", "yes", "no", "on", "off"].contains(&text.to_lowercase().as_str());
    if word && !reserved && text.chars().all(plain) && text.trim() == text {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}

/// A value that is not text: a slug, a date, a duration. Refuses characters that could end it or begin another field.
pub(super) fn plain(value: String) -> anyhow::Result<String> {
    let allowed = |character: char| character.is_ascii_alphanumeric() || " :/_+.-".contains(character);
    if value.chars().all(allowed) && !value.contains(": ") && !value.starts_with('-') {
        return Ok(value);
    }
    anyhow::bail!(crate::locale::tell(&message!(
        "\"{value}\" cannot be the value of this field: letters from a to z, digits, spaces and : / _ + . - can",
        "「{value}」はこの項目に使えません。使えるのは半角の英数字と空白、: / _ + . - です",
        value = value,
    )))
}

/// A list of slugs, dates or languages.
pub(super) fn list(values: &[String]) -> anyhow::Result<String> {
    let values = values.iter().cloned().map(plain).collect::<anyhow::Result<Vec<_>>>()?;
    Ok(format!("[{}]", values.join(", ")))
}

/// A list of texts, in any script and with any characters.
pub(super) fn texts(values: &[String]) -> String {
    let values: Vec<_> = values.iter().map(|value| scalar(value)).collect();
    format!("[{}]", values.join(", "))
}

#[cfg(test)]
mod tests {
    use conference::{
        Asset,
        load::{Audience, SourceFile, Sources, load},
        picture::Content,
    };

    use super::*;

    /// The front matter with every example in use.
    fn complete(kind: ItemKind, comments: Comments) -> String {
        let values = fields(kind).iter().map(|field| (field.name, field.example.to_owned())).collect();
        front_matter(kind, &values, comments)
    }

    #[test]
    fn every_example_is_valid() {
        for comments in [Comments::Japanese, Comments::English] {
            let file = |path: &str, text: String| SourceFile::new(path, text);
            let sources = Sources {
                files: vec![
                    file("program/event.md", complete(ItemKind::Event, comments)),
                    file("program/speakers/taro.md", complete(ItemKind::Speaker, comments) + "話します。\n"),
                    file("program/sessions/first.md", complete(ItemKind::Session, comments) + "話です。\n"),
                    file("interviews/taro.md", complete(ItemKind::Interview, comments) + "---- なぜ？\n\nなぜなら。\n"),
                    file("interviews/series/talks.md", complete(ItemKind::Series, comments) + "紹介です。\n"),
                    file("news/first.md", complete(ItemKind::News, comments) + "本文です。\n"),
                ],
                assets: vec![Asset {
                    path: "program/speakers/taro.jpg".to_owned(),
                    digest: [0; 32],
                    length: 0,
                    content: Content::Image { size: None },
                }],
            };
            let mut found = load(&sources, Audience::Organizers).diagnostics;
            // The session that shows a canceled session has an interview, and that of a place elsewhere has a room.
            found.retain(|found| !matches!(found.code, "session-canceled" | "room-and-venue"));
            assert_eq!(found, []);
        }
    }

    #[test]
    fn fields_stand_in_their_usual_order() {
        for (path, kind) in [
            ("program/event.md", ItemKind::Event),
            ("program/speakers/taro.md", ItemKind::Speaker),
            ("program/sessions/first.md", ItemKind::Session),
            ("interviews/taro.md", ItemKind::Interview),
            ("interviews/series/talks.md", ItemKind::Series),
            ("news/first.md", ItemKind::News),
        ] {
            assert_eq!(conference::canonical(path, &complete(kind, Comments::English)), None, "{path}");
        }
    }

    #[test]
    fn texts_stay_what_they_are() {
        for text in
            ["はじめて", "a: b", "# x", "yes", "1.5", "it's \"it\"", " a ", "- a", "[a]", "a\nb", "", "C++ & \\"]
        {
            let event =
                format!("---\nname: {}\ntimezone: UTC\ndays: [2016-10-01]\nlanguages: [ja]\n---\n", scalar(text));
            let path = "program/event.md".to_owned();
            let sources = Sources { files: vec![SourceFile::new(path, event)], ..Sources::default() };
            let name = load(&sources, Audience::Organizers).conference.map(|conference| conference.event.name);
            let name = name.map(|name| name.text(&conference::Language::parse("ja").expect("a tag")).to_owned());
            // A name that says nothing is refused; line ends become spaces.
            let expected = (!text.is_empty()).then(|| text.trim().replace('\n', " "));
            let name = name.map(|name| name.trim().replace('\n', " "));
            assert_eq!(name, expected, "{text}");
        }
    }
}
