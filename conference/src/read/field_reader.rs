//! Reads single values, lists and slugs.

use std::ops::Range;

use crate::{
    Language, Slug,
    diagnostic::{Message, Problems, Words},
    front_matter::{Node, Value},
    message,
    nearest::Search,
};

/// A value, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placed<T> {
    /// The value.
    pub(crate) value: T,
    /// Bytes of the whole file.
    pub(crate) span: Range<usize>,
}

/// Reads the values of one file.
#[derive(Clone, Copy)]
pub(crate) struct FieldReader<'a> {
    /// The languages of the event, the default first; `None` until they are known.
    pub(crate) languages: Option<&'a [Language]>,
    /// The whole file.
    pub(crate) file: &'a str,
    /// The collector of problems.
    pub(crate) problems: &'a Problems,
    /// The search for suggestions.
    pub(crate) search: &'a Search,
}

impl<'a> FieldReader<'a> {
    /// The language of texts without language.
    pub(crate) fn default_language(&self) -> Language {
        self.languages.and_then(|languages| languages.first().cloned()).unwrap_or_else(Language::undetermined)
    }

    /// Reads a list; a single value is a list of one.
    pub(crate) fn list<T>(&self, node: &'a Node, read: impl Fn(&'a Node) -> Option<T>) -> Vec<T> {
        match &node.value {
            Value::List(nodes) => nodes.iter().filter_map(read).collect(),
            _ => read(node).into_iter().collect(),
        }
    }

    /// Reads a scalar; `what` is its kind with the article, `example` an example.
    pub(crate) fn scalar(&self, node: &'a Node, what: Words, example: &str) -> Option<&'a str> {
        match &node.value {
            Value::Text(text) => self.clean(text, node.span.clone()),
            other => {
                self.problems.error(
                    "wrong-type",
                    node.span.clone(),
                    message!(
                        "this must be {what}, but is {found}",
                        "ここには{what}を書きますが、{found}になっています",
                        found = other.name(),
                        what = what
                    ),
                    message!("write it as `{example}`", "`{example}`のように書いてください"),
                );
                None
            }
        }
    }

    /// Reads a slug; `help` explains the format.
    pub(crate) fn slug(&self, node: &'a Node, what: Words, help: impl FnOnce() -> Message) -> Option<Placed<Slug>> {
        let text = self.scalar(node, what, "a-z-0-9")?;
        let slug = Slug::parse(text);
        if slug.is_none() {
            self.problems.error(
                "bad-slug",
                node.span.clone(),
                message!("`{text}` cannot be {what}", "`{text}`は{what}として使えません", what = what),
                help(),
            );
        }
        Some(Placed { value: slug?, span: node.span.clone() })
    }

    /// Trims a text; rejects empty texts and control characters, which no export format can contain.
    fn clean<'t>(&self, text: &'t str, span: Range<usize>) -> Option<&'t str> {
        let text = text.trim();
        if text.is_empty() {
            self.problems.error(
                "empty-value",
                span,
                message!("the value is empty", "値が空です"),
                message!("write a text, or remove the field", "文字を書くか、フィールドを消してください"),
            );
            return None;
        }
        let forbidden = |character: char| {
            (character.is_control() && !matches!(character, '\n' | '\t'))
                || matches!(character, '\u{fffe}' | '\u{ffff}')
        };
        if let Some(character) = text.chars().find(|&character| forbidden(character)) {
            self.problems.error(
                "control-character",
                span,
                message!(
                    "the value has the invisible control character U+{code}",
                    "値に目に見えない制御文字U+{code}が含まれています",
                    code = format!("{:04X}", u32::from(character))
                ),
                message!(
                    "remove it; it often comes with text copied from elsewhere",
                    "消してください。ほかからコピーした文によく混ざっています"
                ),
            );
            return None;
        }
        Some(text)
    }
}
