//! Detects lists that were written as one value: `taro, allan` instead of `[taro, allan]`.

use std::collections::BTreeSet;

use super::field_reader::FieldReader;
use crate::{
    Slug,
    diagnostic::words,
    filter::SEPARATOR,
    fold,
    front_matter::{Node, Value},
    message,
};

/// Characters that people write between the values of a list.
const SEPARATORS: [char; 5] = [',', '、', '，', ';', '；'];

/// The list that a text probably means; `None` if it is a single value.
pub(super) fn as_list(text: &str) -> Option<String> {
    let values: Vec<_> = text.split(SEPARATORS).map(str::trim).filter(|value| !value.is_empty()).collect();
    (values.len() > 1).then(|| format!("[{}]", values.join(", ")))
}

/// The slug that a text probably means: a file name, or a slug in capitals.
pub(crate) fn as_slug(text: &str) -> Option<Slug> {
    let text = fold::nfkc(text.trim()).to_lowercase();
    let name = text.rsplit('/').next()?;
    Slug::parse(&name.strip_suffix(".md").unwrap_or(name).replace([' ', '_'], "-"))
}

impl<'a> FieldReader<'a> {
    /// Reads tags, which must not contain the separators of URLs and lists.
    pub(crate) fn tags(&self, node: &'a Node) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        let mut known = BTreeSet::new();
        let read =
            |node: &'a Node| Some((self.scalar(node, words!("a tag", "タグ"), "aws-lambda")?, node.span.clone()));
        for (tag, span) in self.list(node, read) {
            let listed = as_list(tag);
            if tag.contains([',', SEPARATOR]) {
                let help = message!(
                    "write several tags as a list: `tags: {list}`",
                    "タグが複数あるときはリストにしてください: `tags: {list}`",
                    list = listed.as_deref().unwrap_or("[aws, lambda]")
                );
                self.problems.error(
                    "bad-tag",
                    span,
                    message!("the tag `{tag}` contains a comma or `|`", "タグ`{tag}`にコンマか`|`が含まれています"),
                    help,
                );
            } else if known.insert(fold::fold(tag)) {
                if let Some(list) = listed {
                    let message = message!("`{tag}` is one tag", "`{tag}`が1つのタグになっています");
                    let help = message!(
                        "write several tags as a list: `tags: {list}`",
                        "タグが複数あるときはリストにしてください: `tags: {list}`"
                    );
                    self.problems.warning("several-tags", span, message, help);
                }
                tags.push(tag.to_owned());
            } else {
                let message = message!("the tag `{tag}` is written twice", "タグ`{tag}`が2回書かれています");
                self.problems.warning(
                    "duplicate-tag",
                    span,
                    message,
                    message!("remove one of them", "どちらかを消してください"),
                );
            }
        }
        tags
    }

    /// Reports a value with several parts in a field whose values contain no comma.
    pub(crate) fn is_several(&self, node: &Node) -> bool {
        let Value::Text(text) = &node.value else { return false };
        let Some(list) = as_list(text) else { return false };
        self.problems.error(
            "several-values",
            node.span.clone(),
            message!("`{text}` is one value", "`{text}`が1つの値になっています"),
            message!(
                "write several as a list in brackets: `{list}`",
                "複数あるときは、角括弧のリストにしてください: `{list}`"
            ),
        );
        true
    }

    /// Reads a list of values without commas, or a single one.
    pub(crate) fn values<'n, T>(&self, node: &'n Node, read: impl Fn(&'n Node) -> Option<T>) -> Vec<T> {
        let read = |node: &'n Node| if self.is_several(node) { None } else { read(node) };
        match &node.value {
            Value::List(nodes) => nodes.iter().filter_map(read).collect(),
            _ => read(node).into_iter().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_values_are_told_from_one() {
        for (text, expected) in [
            ("taro, allan", Some("[taro, allan]")),
            ("taro、allan", Some("[taro, allan]")),
            ("taro，allan,", Some("[taro, allan]")),
            ("2026-10-01 ; 2026-10-02", Some("[2026-10-01, 2026-10-02]")),
            ("taro", None),
            ("taro,", None),
            ("", None),
        ] {
            assert_eq!(as_list(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_name_of_a_file_is_known_in_other_forms() {
        for text in ["Taro_Yamada", "taro-yamada.md", "../speakers/Taro-Yamada.md", "ＴＡＲＯ yamada"] {
            assert_eq!(as_slug(text).expect("a slug").as_str(), "taro-yamada", "{text}");
        }
        assert_eq!(as_slug("山田"), None);
    }
}
