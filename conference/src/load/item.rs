//! The files of one item, opened: the front matter of the original, and what its translations add.

mod removal;
mod translation;

use std::collections::HashMap;

use super::{
    aliases::Former,
    context::Context,
    credits,
    files::{Document, Kind, Versions},
};
use crate::{
    Slug, Text,
    diagnostic::{Diagnostic, Words, words},
    front_matter::{Cut, Fields, Map, Parts, Value, cut, parse},
    message,
    read::{Reader, Search},
    url::Page,
};

pub(super) use translation::Translation;

/// What the front matter of a kind of item may hold.
pub(super) struct Schema {
    /// What has these fields, with its article: "a session".
    pub(super) owner: Words,
    /// The texts that a translation may give in its own front matter.
    pub(super) texts: &'static [&'static str],
    /// The fields that are the same in every language.
    pub(super) others: &'static [&'static str],
}

impl Schema {
    /// The field that an unknown name is probably meant to be.
    pub(super) fn nearest(&self, search: &Search, name: &str) -> Option<&'static str> {
        let known: Vec<_> = self.texts.iter().chain(self.others).copied().collect();
        if known.contains(&name) { None } else { search.nearest_field(name, &known) }
    }
}

/// An item whose front matter is a tree.
pub(super) struct Item<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) text: &'a str,
    pub(super) parts: Parts,
    pub(super) map: Map,
    pub(super) translations: Vec<Translation<'a>>,
    pub(super) schema: &'static Schema,
}

/// An item that was read, and where it came from.
pub(super) struct Opened<'a, T> {
    pub(super) item: Item<'a>,
    pub(super) value: T,
}

/// Where items are read, and where what is found on the way is put.
pub(super) struct Shelf<'s, 'a> {
    pub(super) context: &'s Context<'a>,
    pub(super) diagnostics: &'s mut Vec<Diagnostic>,
    /// The items that were removed, and why.
    pub(super) removed: &'s mut HashMap<Page, Text>,
    /// Their former names.
    pub(super) former: &'s mut Vec<Former<'a>>,
}

/// The field for spellings that look like a slip and are none.
const ALLOW: &str = "allow";

impl<'a> Shelf<'_, 'a> {
    /// Opens and reads all items of a kind; those that cannot be read are reported and left out.
    pub(super) fn read_all<T>(
        &mut self,
        kind: Kind,
        schema: &'static Schema,
        read: impl Fn(&Slug, &Item<'a>, &Context<'a>) -> Option<T>,
    ) -> Vec<Opened<'a, T>> {
        let all = self.context.files.items(kind);
        let mut opened = Vec::with_capacity(all.len());
        for (slug, versions) in all {
            let Some(item) = open(versions, self.context, self.diagnostics, schema) else { continue };
            if item.fields().place(removal::FIELD).is_some() {
                let page = kind.page(slug.clone());
                if let Some((reason, former)) = removal::read(&item, page.clone(), self.context) {
                    self.removed.insert(page, reason);
                    self.former.push(former);
                }
                continue;
            }
            removal::check_translations(&item);
            if let Some(value) = read(slug, &item, self.context) {
                opened.push(Opened { item, value });
            }
        }
        opened
    }
}

/// Opens the files of an item; `None` where its front matter cannot be read.
pub(super) fn open<'a>(
    versions: &'a Versions<'a>,
    context: &Context<'a>,
    diagnostics: &mut Vec<Diagnostic>,
    schema: &'static Schema,
) -> Option<Item<'a>> {
    let original = versions.original.as_ref().and_then(open_original);
    complete(versions, original, context, diagnostics, schema)
}

/// Adds the translations to an original; they are checked even where it could not be opened.
pub(super) fn complete<'a>(
    versions: &'a Versions<'a>,
    original: Option<(Parts, Map)>,
    context: &Context<'a>,
    diagnostics: &mut Vec<Diagnostic>,
    schema: &'static Schema,
) -> Option<Item<'a>> {
    let translations = translation::open_all(versions, context, diagnostics, schema);
    let (parts, map) = original?;
    let document = versions.original.as_ref()?;
    Some(Item { document, text: document.text?, parts, map, translations, schema })
}

/// Cuts and parses an original.
pub(super) fn open_original(document: &Document<'_>) -> Option<(Parts, Map)> {
    let text = document.text?;
    match cut(text) {
        Cut::Parts(parts) => {
            let map = parse(text, parts.yaml.clone(), &document.problems)?;
            Some((parts, map))
        }
        Cut::Unclosed { opening } => {
            report_unclosed(document, opening);
            None
        }
        Cut::Missing { body } => {
            document.problems.error(
                "missing-front-matter",
                body.start..body.start,
                message!("the file does not begin with front matter", "ファイルの先頭にフロントマターがありません"),
                message!(
                    "begin the first line with `---`, then write the fields, one a line, and then a second line `---`",
                    "1行目を`---`にし、その下に1行に1つずつフィールドを書き、最後にもう一度`---`の行を置いてください"
                ),
            );
            None
        }
    }
}

fn report_unclosed(document: &Document<'_>, opening: std::ops::Range<usize>) {
    document.problems.error(
        "unclosed-front-matter",
        opening,
        message!("the front matter that begins here has no end", "ここで始まるフロントマターに終わりがありません"),
        message!("add a line `---` after the last field", "最後のフィールドの下に`---`の行を加えてください"),
    );
}

impl<'a> Item<'a> {
    /// Begins to read the fields of the original.
    pub(super) fn fields(&self) -> Fields<'_> {
        Fields::of(&self.map, self.schema.owner, self.parts.opening.clone(), &self.document.problems)
    }

    /// Ends the reading of the fields of the original: reports those that nobody asked for.
    pub(super) fn finish<'c>(&'c self, mut fields: Fields<'c>, reader: &Reader<'c>) {
        let spelling = |node| reader.scalar(node, words!("a spelling", "表記"), "[Alan Turing]");
        fields.optional(ALLOW, |node| Some(reader.list(node, spelling)));
        // Read with the body.
        fields.node(credits::FIELD);
        // It was asked for before, and may be what was meant.
        fields.node(removal::FIELD);
        fields.finish(reader.search);
    }

    /// Whether the item says that a word is spelled as it is meant.
    pub(super) fn allows(&self, word: &str) -> bool {
        let allowed = self.map.0.iter().find(|entry| entry.name == ALLOW).map(|entry| &entry.node);
        let spellings = match allowed.map(|node| &node.value) {
            Some(Value::List(spellings)) => spellings.as_slice(),
            _ => allowed.map(std::slice::from_ref).unwrap_or_default(),
        };
        spellings.iter().any(|spelling| matches!(&spelling.value, Value::Text(text) if text.contains(word)))
    }

    /// What the values of the original are read with.
    pub(super) fn reader<'c>(&'c self, context: &'c Context<'a>) -> Reader<'c> {
        context.reader(self.document)
    }

    /// Reads a text that must be there, with what the translations say.
    pub(super) fn required_text<'c>(
        &'c self,
        fields: &mut Fields<'c>,
        reader: &Reader<'c>,
        name: &'static str,
        example: &str,
    ) -> Option<Text> {
        let text = fields.required(name, example, |node| reader.text(node))?;
        self.translate(Some(text), name)
    }

    /// Reads a text that may be absent, with what the translations say.
    pub(super) fn optional_text<'c>(
        &'c self,
        fields: &mut Fields<'c>,
        reader: &Reader<'c>,
        name: &'static str,
    ) -> Option<Text> {
        let text = fields.optional(name, |node| reader.text(node));
        self.translate(text, name)
    }

    /// Adds what the translations say to a text of the original.
    fn translate(&self, mut text: Option<Text>, name: &str) -> Option<Text> {
        for translation in &self.translations {
            let Some(translated) = translation.texts.iter().find(|text| text.name == name) else { continue };
            let language = &translation.language;
            match &mut text {
                Some(text) => {
                    if text.exactly(language).is_some() {
                        translation.document.problems.warning(
                            "text-twice",
                            translated.place.clone(),
                            message!(
                                "`{name}` for `{language}` is in {path} as well",
                                "`{language}`の`{name}`は {path} にもあります",
                                path = self.document.path
                            ),
                            message!(
                                "remove one of them; this one is shown",
                                "どちらかを消してください。表示されるのはこちらです"
                            ),
                        );
                    }
                    text.insert(language.clone(), translated.text.clone());
                }
                None => text = Some(Text::new(language.clone(), translated.text.clone())),
            }
        }
        text
    }
}
