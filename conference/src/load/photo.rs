//! Reads the portrait of a speaker.

use super::{context::Context, links};
use crate::{
    Photo,
    front_matter::{Fields, Node, Value},
    read::Reader,
};

/// Reads a portrait: the name of a file beside the item's, or that with credit and licence.
pub(super) fn read<'a>(reader: &Reader<'a>, node: &'a Node, item: &str, context: &Context<'_>) -> Option<Photo> {
    let Value::Map(map) = &node.value else {
        let path = file(reader, node, item, context)?;
        return Some(Photo { path, credit: None, licence: None });
    };
    let mut fields = Fields::of(map, "a photo", node.span.clone(), reader.problems);
    let path = fields.required("file", "portrait.jpg", |node| file(reader, node, item, context));
    let credit = fields.optional("credit", |node| reader.scalar(node, "a name", "Jane Doe"));
    let licence = fields.optional("licence", |node| reader.scalar(node, "a licence", "CC BY 4.0"));
    fields.finish(reader.search);
    Some(Photo { path: path?, credit: credit.map(str::to_owned), licence: licence.map(str::to_owned) })
}

fn file<'a>(reader: &Reader<'a>, node: &'a Node, item: &str, context: &Context<'_>) -> Option<String> {
    let name = reader.scalar(node, "the name of a file", "portrait.jpg")?;
    let folder = links::folder(item);
    let path = links::join(folder, name);
    if let Some(path) = path.filter(|path| context.files.assets.binary_search(&path.as_str()).is_ok()) {
        return Some(path);
    }
    let help = match links::nearest_file(context, folder, name) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => String::from("put the file beside this one, and write its name with its ending: `portrait.jpg`"),
    };
    reader.problems.error("missing-file", node.span.clone(), format!("there is no file `{name}`"), help);
    None
}
