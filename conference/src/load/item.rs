//! The files of one item, opened: the front matter of the original, and what its translations add.

mod opening;
mod schema;
mod translation;

use super::{
    context::Context,
    files::{Document, Versions},
};
use crate::{
    Text,
    diagnostic::{Diagnostic, words},
    front_matter::{Fields, Layout, Map, Value},
    message,
    read::FieldReader,
};

pub(super) use {opening::open_original, schema::Schema, translation::Translation};

/// An item whose front matter is a tree.
pub(super) struct Item<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) text: &'a str,
    pub(super) layout: Layout,
    pub(super) map: Map,
    pub(super) translations: Vec<Translation<'a>>,
    pub(super) schema: &'static Schema,
}

/// An item that was read, and where it came from.
pub(super) struct Opened<'a, T> {
    pub(super) item: Item<'a>,
    pub(super) value: T,
}

/// The field for spellings that look like a slip and are none.
const ALLOW: &str = "allow";

/// The field for the credits of the pictures in the text.
pub(super) const PICTURES: &str = "pictures";

/// The field that says why an item is gone.
pub(super) const REMOVED: &str = "removed";

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
    original: Option<(Layout, Map)>,
    context: &Context<'a>,
    diagnostics: &mut Vec<Diagnostic>,
    schema: &'static Schema,
) -> Option<Item<'a>> {
    let translations = translation::open_all(versions, context, diagnostics, schema);
    let (layout, map) = original?;
    let document = versions.original.as_ref()?;
    Some(Item { document, text: document.text?, layout, map, translations, schema })
}

impl<'a> Item<'a> {
    /// Begins to read the fields of the original.
    pub(super) fn fields(&self) -> Fields<'_> {
        Fields::of(&self.map, self.schema.owner, self.layout.opening.clone(), &self.document.problems)
    }

    /// Ends the reading of the fields of the original: reports those that nobody asked for.
    pub(super) fn finish<'c>(&'c self, mut fields: Fields<'c>, reader: &FieldReader<'c>) {
        let spelling = |node| reader.scalar(node, words!("a spelling", "表記"), "[Alan Turing]");
        fields.optional(ALLOW, |node| Some(reader.list(node, spelling)));
        // Read with the body.
        fields.node(PICTURES);
        // It was asked for before, and may be what was meant.
        fields.node(REMOVED);
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
    pub(super) fn reader<'c>(&'c self, context: &'c Context<'a>) -> FieldReader<'c> {
        context.reader(self.document)
    }

    /// Reads a text that must be there, with what the translations say.
    pub(super) fn required_text<'c>(
        &'c self,
        fields: &mut Fields<'c>,
        reader: &FieldReader<'c>,
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
        reader: &FieldReader<'c>,
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
