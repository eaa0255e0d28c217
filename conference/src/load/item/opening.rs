//! Splits a file into front matter and body, and parses the front matter.

use std::ops::Range;

use crate::{
    front_matter::{Cut, Layout, Map, cut, parse},
    load::files::Document,
    message,
};

/// Splits and parses an original.
pub(in crate::load) fn open_original(document: &Document<'_>) -> Option<(Layout, Map)> {
    let text = document.text?;
    match cut(text) {
        Cut::Found(layout) => {
            let map = parse(text, layout.yaml.clone(), &document.problems)?;
            Some((layout, map))
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

pub(super) fn report_unclosed(document: &Document<'_>, opening: Range<usize>) {
    document.problems.error(
        "unclosed-front-matter",
        opening,
        message!("the front matter that begins here has no end", "ここで始まるフロントマターに終わりがありません"),
        message!("add a line `---` after the last field", "最後のフィールドの下に`---`の行を加えてください"),
    );
}
