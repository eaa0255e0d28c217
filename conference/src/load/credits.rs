//! Credits and licences of the pictures in the text of an item: the field `pictures`.

use std::{cell::Cell, ops::Range};

use super::{
    context::Context,
    item::{Item, PICTURES},
    links,
};
use crate::{
    diagnostic::words,
    front_matter::{Entry, Fields, Value},
    message,
    read::FieldReader,
};

/// The credits of the pictures of an item.
pub(super) struct Credits(Vec<Credit>);

struct Credit {
    /// The path of the picture below the content folder.
    path: String,
    /// The credit line.
    text: String,
    /// The place of the entry in the front matter.
    place: Range<usize>,
    is_shown: Cell<bool>,
}

impl Credits {
    /// Reads the credits of an item.
    pub(super) fn read(item: &Item<'_>, context: &Context<'_>) -> Self {
        let reader = context.reader(item.document);
        let Some(node) = item.fields().node(PICTURES) else { return Self(Vec::new()) };
        let Value::Map(pictures) = &node.value else {
            let message = message!(
                "`{PICTURES}` must be the names of files with what stands under them",
                "`{PICTURES}`には、ファイル名と、画像の下に出す内容を書きます"
            );
            let help = message!(
                "write `{PICTURES}: {{ hall.jpg: {{ credit: Jane Doe, licence: CC BY 4.0 }} }}`",
                "`{PICTURES}: {{ hall.jpg: {{ credit: 山田花子, licence: CC BY 4.0 }} }}`のように書いてください"
            );
            reader.problems.error("wrong-type", node.span.clone(), message, help);
            return Self(Vec::new());
        };
        Self(pictures.0.iter().filter_map(|entry| read(entry, item, &reader)).collect())
    }

    /// The credit of a picture, by its path below the content folder.
    pub(super) fn of(&self, path: &str) -> Option<&str> {
        let credit = self.0.iter().find(|credit| credit.path == path)?;
        credit.is_shown.set(true);
        Some(&credit.text)
    }

    /// Reports credits of pictures that no body of the item shows.
    pub(super) fn report_unused(&self, item: &Item<'_>, context: &Context<'_>) {
        for Credit { path, place, .. } in self.0.iter().filter(|credit| !credit.is_shown.get()) {
            let folder = links::folder(item.document.path);
            let name = &item.text[place.clone()];
            let meant = (!context.files.assets.contains_key(path.as_str()))
                .then(|| links::nearest_asset(context, folder, name))
                .flatten();
            let help = match meant {
                Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
                None => message!(
                    "show it on a line of its own, `![What it shows]({name})`, or remove it here",
                    "`![写っているもの]({name})`だけの行で表示するか、ここから消してください"
                ),
            };
            let message = message!("no figure in the text shows `{name}`", "本文に`{name}`の図がありません");
            item.document.problems.warning("unused-credit", place.clone(), message, help);
        }
    }
}

/// Reads an entry: the name of the photographer, or a map with name and licence.
fn read(entry: &Entry, item: &Item<'_>, reader: &FieldReader<'_>) -> Option<Credit> {
    let problems = reader.problems;
    let name = |node| reader.scalar(node, words!("a name", "名前"), "Jane Doe").map(str::to_owned);
    let licence = |node| reader.scalar(node, words!("a licence", "利用条件"), "CC BY 4.0").map(str::to_owned);
    let (credit, licence) = match &entry.node.value {
        Value::Map(map) => {
            let mut fields = Fields::of(map, words!("a picture", "画像"), entry.place.clone(), problems);
            let read = (fields.optional("credit", name), fields.optional("licence", licence));
            fields.finish(reader.search);
            read
        }
        _ => (name(&entry.node), None),
    };
    let text = match (credit, licence) {
        (Some(credit), Some(licence)) => format!("{credit} ({licence})"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => return None,
    };
    let path = links::target(item.document.path, &entry.name)?;
    Some(Credit { path, text, place: entry.place.clone(), is_shown: Cell::new(false) })
}
