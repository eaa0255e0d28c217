//! Finds questions that are probably the same in several interviews, although their ids differ.
//!
//! Questions are compared only with those of the same gist, so that the time grows with their number and not with its square.

mod gist;

use std::{borrow::Cow, ops::Range};

use rustc_hash::FxHashMap;
use strsim::normalized_levenshtein;

use super::{
    bodies::RenderedFiles,
    cache::{self, Digest},
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
    /// Its number in its file.
    number: usize,
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

/// A question that is probably that of another file.
#[derive(Debug)]
pub(super) struct Similar {
    /// The path of its file, and its number there.
    place: (String, usize),
    to: Model,
}

/// The question of another file.
#[derive(Debug)]
enum Model {
    /// It has the same id, which may be too long for an address.
    Same,
    /// It has another id.
    Near { id: String, path: String, is_of_series: bool },
}

/// Reports questions that are nearly those of other interviews or of a series.
pub(super) fn check(items: &Items<'_>, files: &RenderedFiles<'_>, context: &Context<'_>) {
    let default = context.default_language();
    let found = cache::wordings(context.cache, digest(items, &default, files), || find(items, &default, files));
    if found.is_empty() {
        return;
    }
    let all = items.interviews.iter().flat_map(|one| of_item(&one.item, &default, files));
    let all: FxHashMap<_, _> = all.map(|asked| ((asked.document.path, asked.number), asked)).collect();
    for Similar { place: (path, number), to } in &*found {
        let Some(asked) = all.get(&(path.as_str(), *number)) else { continue };
        match to {
            Model::Same => report_long_id(asked),
            Model::Near { id, path, is_of_series } => report(asked, id, path, *is_of_series),
        }
    }
}

/// The digest of all questions, without their places in their files.
fn digest(items: &Items<'_>, default: &Language, files: &RenderedFiles<'_>) -> Digest {
    let mut digest = blake3::Hasher::new();
    let mut add = |part: &[u8]| _ = digest.update(&(part.len() as u64).to_le_bytes()).update(part);
    for Opened { item, value } in &items.series {
        add(item.document.path.as_bytes());
        for question in &value.questions {
            add(question.id.as_bytes());
            add(&question.text.iter().count().to_le_bytes());
            question
                .text
                .iter()
                .for_each(|(language, text)| [language.as_str(), text].iter().for_each(|part| add(part.as_bytes())));
        }
    }
    for Opened { item, .. } in &items.interviews {
        let translations = item.translations.iter().map(|one| (one.document, &one.language));
        for (document, language) in [(item.document, default)].into_iter().chain(translations) {
            add(document.path.as_bytes());
            add(language.as_str().as_bytes());
            add(&files.questions_digest(document.path));
        }
    }
    *digest.finalize().as_bytes()
}

/// Finds the questions that are nearly those of other interviews or of a series.
fn find(items: &Items<'_>, default: &Language, files: &RenderedFiles<'_>) -> Vec<Similar> {
    let mut found = Vec::new();
    let mut asked: Vec<_> = items.interviews.iter().flat_map(|one| of_item(&one.item, default, files)).collect();
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
            if asked.question.id.len() > LONGEST_ID {
                found.push(asked.similar(Model::Same));
            }
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
            Some(other) => found.push(asked.similar(Model::Near {
                id: other.id.to_owned(),
                path: other.path.to_owned(),
                is_of_series: other.others.is_none(),
            })),
            None if known.len() < MOST => known.push(Known {
                id: &asked.question.id,
                text: &asked.question.text,
                path: asked.document.path,
                others: Some(asked.others),
            }),
            None => {}
        }
    }
    found
}

impl Asked<'_> {
    fn similar(&self, to: Model) -> Similar {
        Similar { place: (self.document.path.to_owned(), self.number), to }
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
        asked.enumerate().map(move |(number, (question, gist))| Asked {
            item,
            document,
            language,
            question,
            number,
            gist: gist.as_deref(),
            others,
        })
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

fn report(asked: &Asked<'_>, id: &str, path: &str, is_of_series: bool) {
    let own = asked.question.id.as_str();
    if asked.item.allows(own) {
        return;
    }
    let place: Range<usize> = asked.question.span.clone();
    let message = message!(
        "this is nearly the question `{id}` of {path}, and the answers are not shown together",
        "{path} の質問`{id}`とよく似ていますが、回答は一緒に表示されません",
    );
    let help = match is_of_series {
        false => message!(
            "if it is the same question, end it with `{{#{id}}}` in both files and in their translations; if it is another one, add `allow: [{own}]` to the front matter",
            "同じ質問なら、両方のファイルとその翻訳で、質問の末尾に`{{#{id}}}`と書いてください。別の質問なら、フロントマターに`allow: [{own}]`と書いてください"
        ),
        true => message!(
            "if it is the same question, end it with `{{#{id}}}`, also in the translations; if it is another one, add `allow: [{own}]` to the front matter",
            "同じ質問なら、翻訳も含めて、質問の末尾に`{{#{id}}}`と書いてください。別の質問なら、フロントマターに`allow: [{own}]`と書いてください"
        ),
    };
    asked.document.problems.warning("similar-question", place, message, help);
}
