//! Reads `interviews/series/<slug>.md`, and joins interviews with the file of their series.

use std::{
    collections::{BTreeMap, HashMap},
    sync::Arc,
};

use super::{
    context::Context,
    item::{Item, Opened, Schema},
    items::Items,
    publication::Publication,
    references,
};
use crate::{
    Interview, Language, Localized, Series, SeriesQuestion, Slug, Text,
    diagnostic::{Message, words},
    front_matter::{Fields, Node, Value},
    markdown, message,
    read::{FieldReader, Placed},
    url::{self, Page},
};

pub(super) const SCHEMA: Schema = Schema {
    owner: words!("a series", "シリーズ"),
    texts: &["name", "summary", "removed"],
    others: &["questions", "pictures", "allow"],
};

/// Reads a series; `None` without a valid name.
pub(super) fn read<'a>(slug: &Slug, item: &Item<'a>, context: &Context<'a>) -> Option<Series> {
    let reader = item.reader(context);
    let mut fields = item.fields();
    let name = item.required_text(&mut fields, &reader, "name", "Session introductions");
    let summary = item.optional_text(&mut fields, &reader, "summary");
    let questions = fields.optional("questions", |node| Some(read_questions(&reader, node))).unwrap_or_default();
    item.finish(fields, &reader);
    Some(Series {
        key: slug.to_string(),
        name: name?,
        summary,
        body: Localized::new(context.default_language(), Arc::default()),
        questions,
        interviews: Vec::new(),
    })
}

/// Reads the questions of a series. An id that is there already is reported and left out.
fn read_questions<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Vec<SeriesQuestion> {
    let mut known: Vec<SeriesQuestion> = Vec::new();
    for Placed { value, span } in reader.list(node, |node| read_question(reader, node)) {
        if known.iter().any(|other| other.id == value.id) {
            let message = message!(
                "there is already a question `{id}`",
                "`{id}`という質問がすでにあります",
                id = value.id.as_str()
            );
            reader.problems.error(
                "duplicate-id",
                span,
                message,
                message!("give each its own id", "それぞれに別のidを付けてください"),
            );
        } else {
            known.push(value);
        }
    }
    known
}

fn read_question<'a>(reader: &FieldReader<'a>, node: &'a Node) -> Option<Placed<SeriesQuestion>> {
    let Value::Map(map) = &node.value else {
        let message = message!(
            "a question must consist of `id` and `text`, but this is {found}",
            "質問には`id`と`text`を書きますが、ここは{found}になっています",
            found = node.value.name()
        );
        reader.problems.error("wrong-type", node.span.clone(), message, example());
        return None;
    };
    let mut fields = Fields::of(map, words!("a question", "質問"), node.span.clone(), reader.problems);
    let id = fields.required("id", "first-program", |node| {
        let id = reader.scalar(node, words!("an id", "id"), "first-program")?;
        if markdown::is_id(id) {
            return Some(Placed { value: id.to_owned(), span: node.span.clone() });
        }
        let message = message!("`{id}` cannot be an id", "`{id}`はidとして使えません");
        let help = message!(
            "use letters, digits and hyphens, as at the end of questions: `first-program`",
            "質問の末尾に書くidと同じように、文字、数字、ハイフンを使ってください: `first-program`"
        );
        reader.problems.error("bad-id", node.span.clone(), message, help);
        None
    });
    let text = fields.required("text", "What was your first program?", |node| reader.text(node));
    fields.finish(reader.search);
    let (id, text) = (id?, text?);
    Some(Placed { value: SeriesQuestion { id: id.value, text }, span: id.span })
}

fn example() -> Message {
    message!(
        "write `{{ id: first-program, text: What was your first program? }}`",
        "`{{ id: first-program, text: 最初に書いたプログラムは？ }}`のように書いてください"
    )
}

/// Joins interviews with the file of their series, which they name as it is called in URLs or by its own name.
pub(super) fn join(items: &mut Items<'_>, published: &Publication, context: &Context<'_>) {
    let default = context.default_language();
    let names: BTreeMap<&str, &str> =
        items.series.iter().rev().map(|one| (one.value.name.text(&default), one.value.key.as_str())).collect();
    let known: HashMap<&str, &Text> =
        items.series.iter().map(|one| (one.value.key.as_str(), &one.value.name)).collect();
    for Opened { item, value } in &mut items.interviews {
        let Some(series) = &mut value.interview.series else { continue };
        let key = names.get(series.key.as_str()).copied().unwrap_or(&series.key);
        if published.removed.contains_key(&Page::Series(key.to_owned())) {
            references::report_removed(
                item,
                &["series"],
                [Page::Series(key.to_owned())].into_iter(),
                &published.removed,
            );
            value.interview.series = None;
        } else if let Some(name) = known.get(key) {
            (series.key, series.name) = (key.to_owned(), (*name).clone());
        } else if Slug::parse(key).is_some()
            && let Some(meant) = context.search.nearest(key, known.keys().copied())
        {
            let message = message!(
                "there is no series `{key}`, so that a new one begins here",
                "シリーズ`{key}`はないため、新しいシリーズになります"
            );
            let help = message!("did you mean `{meant}`?", "`{meant}`のことですか？");
            item.document.problems.warning(
                "unknown-series",
                item.fields().place("series").unwrap_or_default(),
                message,
                help,
            );
        }
    }
}

/// The series that have a page: those with a file, and those that published interviews name. `order` has the interviews of
/// each key by their numbers.
pub(super) fn with_pages(
    opened: Vec<Opened<'_, Series>>,
    interviews: &[Interview],
    mut order: BTreeMap<String, Vec<Slug>>,
    default: &Language,
) -> BTreeMap<String, Series> {
    let mut all: BTreeMap<_, _> = opened.into_iter().map(|one| (one.value.key.clone(), one.value)).collect();
    // A series without a file has the name that its first interview gives it.
    for series in interviews.iter().rev().filter_map(|interview| interview.series.as_ref()) {
        if !url::is_folder(&series.key) {
            continue;
        }
        let without_file = || Series {
            key: series.key.clone(),
            name: series.name.clone(),
            summary: None,
            body: Localized::new(default.clone(), Arc::default()),
            questions: Vec::new(),
            interviews: Vec::new(),
        };
        let known = all.entry(series.key.clone()).or_insert_with(without_file);
        if let Some(interviews) = order.remove(&series.key) {
            known.interviews = interviews;
        }
    }
    all
}
