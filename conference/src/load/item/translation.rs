//! Translations of an item: bodies, and some texts of the front matter.

use std::ops::Range;

use jiff::civil::DateTime;

use super::{
    opening::{read_fields, report_unclosed},
    schema::Schema,
};
use crate::{
    Language,
    diagnostic::{Diagnostic, Message, Severity, words},
    front_matter::{Cut, Entry, Extent, Map, Value, cut},
    load::{
        context::Context,
        files::{Document, Versions},
    },
    message,
    read::Placed,
};

/// The only field besides texts that a translation may have, if its original may have it.
const UPDATED: &str = "updated";

/// A translation of an item.
pub(in crate::load) struct Translation<'a> {
    pub(in crate::load) language: Language,
    pub(in crate::load) document: &'a Document<'a>,
    pub(in crate::load) text: &'a str,
    /// Whether all of its front matter could be read.
    pub(in crate::load) extent: Extent,
    /// The span of the body.
    pub(in crate::load) body: Range<usize>,
    /// Translated fields.
    pub(in crate::load) texts: Vec<Translated>,
    /// The change of the original up to which it was translated, with its place.
    pub(in crate::load) updated: Option<Placed<DateTime>>,
}

/// A text of the front matter of a translation.
pub(in crate::load) struct Translated {
    pub(in crate::load) name: &'static str,
    /// The place of the field name.
    pub(in crate::load) place: Range<usize>,
    pub(in crate::load) text: String,
}

/// Opens the translations of an item into languages of the event.
pub(super) fn open_all<'a>(
    versions: &'a Versions<'a>,
    context: &Context<'a>,
    diagnostics: &mut Vec<Diagnostic>,
    schema: &'static Schema,
) -> Vec<Translation<'a>> {
    let mut translations = Vec::new();
    for (suffix, document) in &versions.translations {
        let Some(language) = language(suffix, document, versions, context, diagnostics) else { continue };
        let Some(text) = document.text else { continue };
        let mut texts = Vec::new();
        let mut updated = None;
        let mut extent = Extent::Whole;
        let body = match cut(text) {
            Cut::Missing { body } => {
                if let Some(place) = stray_front_matter(&text[body.clone()], schema) {
                    document.problems.error(
                        "missing-front-matter",
                        body.start + place.start..body.start + place.end,
                        message!("this looks like front matter, but the file does not begin with it", "フロントマターのようですが、ファイルの先頭にありません"),
                        message!("make `---` the first line of the file, then write the fields, and then a second line `---`", "ファイルの1行目を`---`にし、その下にフィールドを書き、最後にもう一度`---`の行を置いてください"),
                    );
                    continue;
                }
                body
            }
            Cut::Unclosed { opening } => {
                report_unclosed(document, opening);
                continue;
            }
            Cut::Found(layout) => {
                let original = versions.original.as_ref().map_or_else(
                    || words!("the original", "原文").into(),
                    |original| message!("{path}", "{path}", path = original.path),
                );
                let map;
                (map, extent) = read_fields(document, text, layout.yaml, context);
                updated = read_change(&map, document, context, schema);
                texts.extend(map.0.iter().filter_map(|entry| read(entry, document, &original, context, schema)));
                layout.body
            }
        };
        translations.push(Translation { language, document, text, extent, body, texts, updated });
    }
    // In the order of the event's languages, independent of file names.
    let order = |language: &Language| context.languages.as_ref()?.iter().position(|known| known == language);
    translations.sort_by_key(|translation| order(&translation.language));
    translations
}

/// The first line with text, if it looks like front matter that was not recognised: a field or an opening `---`.
fn stray_front_matter(body: &str, schema: &Schema) -> Option<Range<usize>> {
    let start = body.len() - body.trim_start().len();
    let line = body[start..].lines().next()?.trim_end();
    let known = |name: &str| schema.texts.iter().chain(schema.others).any(|field| *field == name);
    let is_field = line.split_once(':').is_some_and(|(name, _)| known(name));
    (is_field || line == "---").then_some(start..start + line.len())
}

/// Reads the change of the original up to which a translation was made.
fn read_change(map: &Map, document: &Document<'_>, context: &Context<'_>, schema: &Schema) -> Option<Placed<DateTime>> {
    let entry = map.0.iter().find(|entry| is_change(entry, schema) && entry.node.value != Value::Empty)?;
    let value = context.reader(document).publication(&entry.node)?;
    Some(Placed { value, span: entry.place.clone() })
}

fn is_change(entry: &Entry, schema: &Schema) -> bool {
    entry.name == UPDATED && schema.others.contains(&UPDATED)
}

/// Reads a text of a translation, and reports other fields.
fn read(
    entry: &Entry,
    document: &Document<'_>,
    original: &Message,
    context: &Context<'_>,
    schema: &Schema,
) -> Option<Translated> {
    let problems = &document.problems;
    if is_change(entry, schema) {
        return None;
    }
    if let Some(name) = schema.texts.iter().find(|name| **name == entry.name) {
        return match &entry.node.value {
            Value::Empty => None,
            Value::Text(_) => {
                let text = context.reader(document).scalar(&entry.node, words!("a text", "文"), "\"…\"")?;
                Some(Translated { name, place: entry.place.clone(), text: text.to_owned() })
            }
            _ => {
                problems.error(
                    "wrong-type",
                    entry.node.span.clone(),
                    message!(
                        "a translation must give `{name}` as one text, but this is {found}",
                        "翻訳の`{name}`には1つの文を書きますが、ここは{found}になっています",
                        found = entry.node.value.name()
                    ),
                    message!(
                        "write only the text in the language of this file: `{name}: …`",
                        "このファイルの言語の文だけを書いてください: `{name}: …`"
                    ),
                );
                None
            }
        };
    }
    if schema.others.contains(&entry.name.as_str()) {
        problems.error(
            "field-of-original",
            entry.place.clone(),
            message!(
                "`{name}` belongs in {original}",
                "`{name}`は {original} に書きます",
                name = entry.name,
                original = *original
            ),
            message!(
                "remove it here; only texts differ between languages",
                "ここからは消してください。言語ごとに変わるのは文だけです"
            ),
        );
        return None;
    }
    let known: Vec<_> = schema.texts.iter().chain(schema.others).copied().collect();
    let help = match context.search.nearest_field(&entry.name, &known) {
        Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
        None => message!("remove it", "この行を消してください"),
    };
    let message = message!(
        "{owner} has no field `{name}`",
        "{owner}に`{name}`というフィールドはありません",
        owner = schema.owner,
        name = entry.name
    );
    problems.error("unknown-field", entry.place.clone(), message, help);
    None
}

/// The language of a translation; a language that is not one of the event's translations is reported.
fn language(
    suffix: &str,
    document: &Document<'_>,
    versions: &Versions<'_>,
    context: &Context<'_>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Language> {
    let path = document.path;
    let plain = path.replace(&format!(".{suffix}.md"), ".md");
    let mut report = |code, message, help| {
        diagnostics.push(Diagnostic::of_file(Severity::Error, code, path, message, help));
        None
    };
    let language = match &context.languages {
        None => Language::parse(suffix)?,
        Some(languages) => match languages.iter().position(|language| language.as_str() == suffix) {
            Some(0) => {
                let help = match versions.original {
                    None => message!("rename it to {plain}", "名前を {plain} に変えてください"),
                    Some(_) => message!(
                        "put its text into {plain} and remove this file",
                        "本文を {plain} に移し、このファイルを消してください"
                    ),
                };
                let message = message!(
                    "`{suffix}` is the first language of the event, whose files have no language in their names",
                    "`{suffix}`はイベントの最初の言語なので、ファイル名に言語を付けません"
                );
                return report("default-language-in-name", message, help);
            }
            Some(place) => languages[place].clone(),
            None => {
                let known: Vec<_> = languages.iter().skip(1).map(Language::as_str).collect();
                let help = match known.as_slice() {
                    [] => message!(
                        "rename it without a dot in its name, or add the language to `languages` in {event}",
                        "ドットのない名前に変えるか、{event} の`languages`に言語を追加してください",
                        event = crate::load::files::EVENT
                    ),
                    known => message!(
                        "the event is translated into {known}; other dots cannot stand in the name of a file",
                        "翻訳の言語は{known}です。ファイル名にほかのドットは使えません",
                        known = crate::nearest::list_of(known)
                    ),
                };
                return report(
                    "unknown-language",
                    message!("`{suffix}` is no language of the event", "`{suffix}`はイベントの言語ではありません"),
                    help,
                );
            }
        },
    };
    if versions.original.is_none() {
        let help = message!(
            "add {plain}, or rename this file to it",
            "{plain} を追加するか、このファイルの名前をそれに変えてください"
        );
        return report(
            "missing-original",
            message!(
                "this is a translation of {plain}, which does not exist",
                "{plain} の翻訳ですが、そのファイルがありません"
            ),
            help,
        );
    }
    Some(language)
}
