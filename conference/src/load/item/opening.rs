//! Splits a file into front matter and body, and parses the front matter.

use std::{ops::Range, sync::Arc};

use crate::{
    diagnostic::Problems,
    front_matter::{Cut, Extent, Layout, Map, cut, parse, read},
    load::{
        cache::{self, FrontMatter},
        context::Context,
        files::Document,
    },
    message,
};

/// The front matter of an original, as far as it can be read.
pub(in crate::load) struct Original {
    pub(in crate::load) layout: Layout,
    pub(in crate::load) map: Arc<Map>,
    pub(in crate::load) extent: Extent,
}

/// Splits and parses an original.
pub(in crate::load) fn open_original(document: &Document<'_>, context: &Context<'_>) -> Option<Original> {
    let text = document.text?;
    match cut(text) {
        Cut::Found(layout) => {
            let (map, extent) = read_fields(document, text, layout.yaml.clone(), context);
            Some(Original { layout, map, extent })
        }
        Cut::Unclosed { opening } => {
            report_unclosed(document, opening.clone());
            guess(text, opening)
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
            // The body can be checked all the same.
            let start = body.start..body.start;
            let layout = Layout { opening: start.clone(), yaml: start.clone(), closing: start, body };
            Some(Original { layout, map: Arc::default(), extent: Extent::Part })
        }
    }
}

/// Parses front matter, or takes it from the cache.
pub(super) fn read_fields(
    document: &Document<'_>,
    text: &str,
    yaml: Range<usize>,
    context: &Context<'_>,
) -> (Arc<Map>, Extent) {
    let parse = || {
        let problems = Problems::default();
        let (map, extent) = read(text, yaml, &problems);
        FrontMatter { map: map.into(), extent, problems: problems.into_found() }
    };
    let found = cache::front_matter(context.cache, document.path, document.digest, parse);
    found.problems.iter().for_each(|problem| document.problems.add(problem.clone()));
    (found.map.clone(), found.extent)
}

/// Front matter without an end, which probably ends before the first empty line.
fn guess(text: &str, opening: Range<usize>) -> Option<Original> {
    let start = text[opening.end..].find('\n').map(|end| opening.end + end + 1)?;
    let mut end = start;
    for line in text[start..].split_inclusive('\n').take_while(|line| !line.trim().is_empty()) {
        end += line.len();
    }
    let map = parse(text, start..end, &Problems::default())?.into();
    let layout = Layout { opening, yaml: start..end, closing: end..end, body: end..text.len() };
    Some(Original { layout, map, extent: Extent::Part })
}

pub(super) fn report_unclosed(document: &Document<'_>, opening: Range<usize>) {
    document.problems.error(
        "unclosed-front-matter",
        opening,
        message!("the front matter that begins here has no end", "ここで始まるフロントマターに終わりがありません"),
        message!("add a line `---` after the last field", "最後のフィールドの下に`---`の行を加えてください"),
    );
}
