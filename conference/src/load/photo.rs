//! Reads the portrait of a speaker.

use super::{context::Context, links, pictures};
use crate::{
    Asset, Photo,
    diagnostic::words,
    front_matter::{Fields, Node, Value},
    markdown::{Image, Remark},
    message,
    picture::Role,
    read::FieldReader,
};

/// Reads a portrait: a file name, or a map with file, credit and licence.
pub(super) fn read<'a>(reader: &FieldReader<'a>, node: &'a Node, item: &str, context: &Context<'_>) -> Option<Photo> {
    let Value::Map(map) = &node.value else {
        let asset = file(reader, node, item, context)?;
        return Some(Photo { asset, credit: None, licence: None });
    };
    let mut fields = Fields::of(map, words!("a photo", "写真"), node.span.clone(), reader.problems);
    let asset = fields.required("file", "portrait.jpg", |node| file(reader, node, item, context));
    let credit = fields.optional("credit", |node| reader.scalar(node, words!("a name", "名前"), "Jane Doe"));
    let licence = fields.optional("licence", |node| reader.scalar(node, words!("a licence", "利用条件"), "CC BY 4.0"));
    fields.finish(reader.search);
    Some(Photo { asset: asset?, credit: credit.map(str::to_owned), licence: licence.map(str::to_owned) })
}

/// The portrait in a file. A file that cannot be shown is reported, and initials are shown instead.
fn file<'a>(reader: &FieldReader<'a>, node: &'a Node, item: &str, context: &Context<'_>) -> Option<Asset> {
    let name = reader.scalar(node, words!("the name of a file", "ファイル名"), "portrait.jpg")?;
    let folder = links::folder(item);
    let path = links::join(folder, name);
    let found = path.and_then(|path| Some((pictures::image(context.files, &path, Role::Portrait)?, path)));
    if let Some((image, path)) = found {
        let asset = context.files.assets[path.as_str()];
        return match image {
            Image::Picture { remarks, .. } | Image::File { remarks, .. } => {
                for Remark { code, message, help } in remarks {
                    reader.problems.warning(code, node.span.clone(), message, help);
                }
                Some(asset.clone())
            }
            Image::Broken(Remark { code, message, help }) => {
                reader.problems.error(code, node.span.clone(), message, help);
                None
            }
            // Portraits are always files.
            Image::Elsewhere => None,
        };
    }
    let help = match links::nearest_asset(context, folder, name) {
        Some(meant) => message!("did you mean `{meant}`?", "`{meant}`のことですか？"),
        None => message!(
            "put the file beside this one, and write its name with its ending: `portrait.jpg`",
            "このファイルと同じフォルダーに画像を置き、拡張子まで書いてください: `portrait.jpg`"
        ),
    };
    reader.problems.error(
        "missing-file",
        node.span.clone(),
        message!("there is no file `{name}`", "`{name}`というファイルはありません"),
        help,
    );
    None
}
