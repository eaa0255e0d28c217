//! An item with its front matter and translations.

mod opening;
mod schema;
mod translation;

use std::sync::Arc;

use super::{
    context::Context,
    files::{Document, Versions},
};
use crate::{
    Text,
    diagnostic::{Diagnostic, words},
    front_matter::{Extent, Fields, Layout, Map, Value},
    message,
    read::FieldReader,
};

pub(super) use {
    opening::{Original, open_original},
    schema::Schema,
    translation::Translation,
};

/// An item with parsed front matter.
pub(super) struct Item<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) text: &'a str,
    pub(super) layout: Layout,
    pub(super) map: Arc<Map>,
    /// The item is published only if all of its front matter could be read.
    pub(super) extent: Extent,
    pub(super) translations: Vec<Translation<'a>>,
    /// Translations whose front matter is broken; only their bodies are checked.
    pub(super) broken_translations: Vec<Translation<'a>>,
    pub(super) schema: &'static Schema,
}

/// An item with its value.
pub(super) struct Opened<'a, T> {
    pub(super) item: Item<'a>,
    pub(super) value: T,
}

/// The field for names that are spelled as intended.
const ALLOW: &str = "allow";

/// The field for the credits of the pictures in the text.
pub(super) const PICTURES: &str = "pictures";

/// The field with the reason for a removal.
pub(super) const REMOVED: &str = "removed";

/// Opens the files of an item; `None` if nothing of its original can be read.
pub(super) fn open<'a>(
    versions: &'a Versions<'a>,
    context: &Context<'a>,
    diagnostics: &mut Vec<Diagnostic>,
    schema: &'static Schema,
) -> Option<Item<'a>> {
    let original = versions.original.as_ref().and_then(|document| open_original(document, context));
    complete(versions, original, context, diagnostics, schema)
}

/// Adds the translations to an original. They are checked even if the original cannot be parsed.
pub(super) fn complete<'a>(
    versions: &'a Versions<'a>,
    original: Option<Original>,
    context: &Context<'a>,
    diagnostics: &mut Vec<Diagnostic>,
    schema: &'static Schema,
) -> Option<Item<'a>> {
    let translations = translation::open_all(versions, context, diagnostics, schema);
    let Original { layout, map, extent } = original?;
    let document = versions.original.as_ref()?;
    let (translations, broken_translations) =
        translations.into_iter().partition(|translation| translation.extent == Extent::Whole);
    Some(Item { document, text: document.text?, layout, map, extent, translations, broken_translations, schema })
}

impl<'a> Item<'a> {
    /// Starts to read the fields of the original.
    pub(super) fn fields(&self) -> Fields<'_> {
        let place = self.layout.opening.clone();
        Fields::of(&self.map, self.schema.owner, place, &self.document.problems).of_extent(self.extent)
    }

    /// Finishes reading the fields of the original, and reports unknown fields.
    pub(super) fn finish<'c>(&'c self, mut fields: Fields<'c>, reader: &FieldReader<'c>) {
        let spelling = |node| reader.scalar(node, words!("a spelling", "表記"), "[Alan Turing]");
        fields.optional(ALLOW, |node| Some(reader.list(node, spelling)));
        // Read with the body; marks the field as known.
        fields.node(PICTURES);
        // Read before; marks the field as known, so that it can be suggested.
        fields.node(REMOVED);
        fields.finish(reader.search);
    }

    /// Whether the author confirmed the spelling of a word.
    pub(super) fn allows(&self, word: &str) -> bool {
        let allowed = self.map.0.iter().find(|entry| entry.name == ALLOW).map(|entry| &entry.node);
        let spellings = match allowed.map(|node| &node.value) {
            Some(Value::List(spellings)) => spellings.as_slice(),
            _ => allowed.map(std::slice::from_ref).unwrap_or_default(),
        };
        spellings.iter().any(|spelling| matches!(&spelling.value, Value::Text(text) if text.contains(word)))
    }

    /// A reader for the fields of the original.
    pub(super) fn reader<'c>(&'c self, context: &'c Context<'a>) -> FieldReader<'c> {
        context.reader(self.document)
    }

    /// Reads a required text, with its translations.
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

    /// Reads an optional text, with its translations.
    pub(super) fn optional_text<'c>(
        &'c self,
        fields: &mut Fields<'c>,
        reader: &FieldReader<'c>,
        name: &'static str,
    ) -> Option<Text> {
        let text = fields.optional(name, |node| reader.text(node));
        self.translate(text, name)
    }

    /// Adds the translations of a text.
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
