//! Finds questions that are probably the same in several interviews, although their ids differ.
//!
//! Questions are compared only with those of the same gist, so that the time grows with their number and not with its square.

mod gist;

use std::{borrow::Cow, ops::Range};

use rustc_hash::FxHashMap;
use strsim::normalized_levenshtein;

use super::{
    bodies::RenderedFiles,
    context::Context,
    files::Document,
    item::{Item, Opened},
    items::Items,
    questions::LONGEST_ID,
};
use crate::{Language, markdown::QuestionId, message};

pub(super) use self::gist::gist;

/// The likeness from which two questions of the same gist are taken for one, from 0 to 1.
const NEAR: f64 = 0.5;

/// The most comparisons in a load, and the characters of a question that they read.
const COMPARISONS: usize = 20_000;
const LONGEST: usize = 100;

/// The most different questions of one gist that others are compared with.
const MOST: usize = 8;

/// A question of an interview.
struct Asked<'q> {
    item: &'q Item<'q>,
    document: &'q Document<'q>,
    language: &'q Language,
    question: &'q QuestionId,
    gist: Option<&'q str>,
    /// The questions of the same file.
    others: &'q [QuestionId],
}

/// A question with which others are compared.
struct Known<'q> {
    id: &'q str,
    text: &'q str,
    /// The path of its file.
    path: &'q str,
    /// The questions of its interview; `None` for a question of a series.
    others: Option<&'q [QuestionId]>,
}

/// Reports questions that are nearly those of other interviews or of a series.
pub(super) fn check(items: &Items<'_>, files: &RenderedFiles<'_>, context: &Context<'_>) {
    let default = context.default_language();
    let mut asked: Vec<_> = items.interviews.iter().flat_map(|one| of_item(&one.item, &default, files)).collect();
    // A question with an explicit id is the model of those without one.
    asked.sort_by_key(|asked| !asked.question.given);
    // Most gists occur once, and have nothing to be compared with.
    let mut occurrences: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    for asked in &asked {
        if let Some(gist) = asked.gist {
            *occurrences.entry((asked.language.as_str(), gist)).or_default() += 1;
        }
    }
    let mut known: FxHashMap<(&str, Cow<'_, str>), Vec<Known<'_>>> = FxHashMap::default();
    for Opened { item, value } in &items.series {
        for question in &value.questions {
            for (language, text) in question.text.iter() {
                let Some(gist) = gist(text) else { continue };
                let series = Known { id: &question.id, text, path: item.document.path, others: None };
                known.entry((language.as_str(), gist.into())).or_default().push(series);
            }
        }
    }
    let mut comparisons = 0;
    for asked in &asked {
        let Some(gist) = asked.gist.filter(|_| !asked.question.is_repeated) else { continue };
        let language = asked.language.as_str();
        let key = (language, Cow::Borrowed(gist));
        if occurrences[&(language, gist)] == 1 && !known.contains_key(&key) {
            continue;
        }
        let known = known.entry(key).or_default();
        if known.iter().any(|other| other.id == asked.question.id) {
            report_long_id(asked);
            continue;
        }
        let near = known.iter().find(|other| {
            comparisons += 1;
            // Somebody who was asked both was asked two questions.
            let is_apart =
                has(asked.others, other.id) || other.others.is_some_and(|others| has(others, &asked.question.id));
            !is_apart && comparisons <= COMPARISONS && are_near(other.text, &asked.question.text)
        });
        match near {
            Some(other) => report(asked, other),
            None if known.len() < MOST => known.push(Known {
                id: &asked.question.id,
                text: &asked.question.text,
                path: asked.document.path,
                others: Some(asked.others),
            }),
            None => {}
        }
    }
}

/// The questions of an interview in all its languages.
fn of_item<'q>(
    item: &'q Item<'q>,
    default: &'q Language,
    files: &'q RenderedFiles<'_>,
) -> impl Iterator<Item = Asked<'q>> {
    let translations = item.translations.iter().map(|one| (one.document, &one.language));
    [(item.document, default)].into_iter().chain(translations).flat_map(move |(document, language)| {
        let (others, gists) = (files.questions(document.path), files.gists(document.path));
        let asked = others.iter().zip(gists);
        asked.map(move |(question, gist)| Asked { item, document, language, question, gist: gist.as_deref(), others })
    })
}

fn has(questions: &[QuestionId], id: &str) -> bool {
    questions.iter().any(|question| question.id == id)
}

/// Whether two questions of one gist are probably the same.
fn are_near(one: &str, other: &str) -> bool {
    let (one, other) = (letters(one), letters(other));
    one == other || normalized_levenshtein(&one, &other) >= NEAR
}

/// The letters and digits of a question that are compared.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).take(LONGEST).collect()
}

/// Reports a shared question whose id is no name of a file, so that its answers have no page.
fn report_long_id(asked: &Asked<'_>) {
    if asked.question.id.len() <= LONGEST_ID {
        return;
    }
    let message = message!(
        "this question is in several interviews, but its id is too long for an address, and the answers are not shown together",
        "この質問は複数のインタビューにありますが、idが長すぎてアドレスにできないため、回答は一緒に表示されません"
    );
    let help = message!(
        "end it with a short id in all of them, such as `{{#first-program}}`",
        "すべてのファイルで、質問の末尾に短いidを付けてください。例: `{{#first-program}}`"
    );
    asked.document.problems.warning("long-question-id", asked.question.span.clone(), message, help);
}

fn report(asked: &Asked<'_>, other: &Known<'_>) {
    let (own, id) = (asked.question.id.as_str(), other.id);
    if asked.item.allows(own) {
        return;
    }
    let place: Range<usize> = asked.question.span.clone();
    let message = message!(
        "this is nearly the question `{id}` of {path}, and the answers are not shown together",
        "{path} の質問`{id}`とよく似ていますが、回答は一緒に表示されません",
        path = other.path
    );
    let help = match other.others {
        Some(_) => message!(
            "if it is the same question, end it with `{{#{id}}}` in both files and in their translations; if it is another one, add `allow: [{own}]` to the front matter",
            "同じ質問なら、両方のファイルとその翻訳で、質問の末尾に`{{#{id}}}`と書いてください。別の質問なら、フロントマターに`allow: [{own}]`と書いてください"
        ),
        None => message!(
            "if it is the same question, end it with `{{#{id}}}`, also in the translations; if it is another one, add `allow: [{own}]` to the front matter",
            "同じ質問なら、翻訳も含めて、質問の末尾に`{{#{id}}}`と書いてください。別の質問なら、フロントマターに`allow: [{own}]`と書いてください"
        ),
    };
    asked.document.problems.warning("similar-question", place, message, help);
}
