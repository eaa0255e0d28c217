//! Compares interviews with their translations: questions, paragraphs and age.

use std::{collections::HashMap, ops::Range, sync::Arc};

use super::{
    bodies::RenderedFiles,
    dated::{self, DatedItem},
    item::{Item, Translation},
};
use crate::{
    Localized, Question, Transcript,
    bilingual::{self, Pair},
    markdown::QuestionId,
    message,
    nearest::list_of,
};

/// The longest derived id that a report asks somebody to copy, in characters.
const SHORT_ID: usize = 24;

/// Reports the questions and paragraphs in which the translations of an interview differ from the original. Pages show both
/// beside each other.
pub(super) fn check(item: &Item<'_>, body: &Localized<Arc<Transcript>>, files: &RenderedFiles<'_>) {
    let mut versions = body.iter();
    let Some((_, original)) = versions.next().filter(|(_, original)| original.questions().next().is_some()) else {
        return;
    };
    for (language, transcript) in versions {
        let Some(translation) = item.translations.iter().find(|one| one.language == *language) else { continue };
        let by_id = |path: &str| -> HashMap<&str, &QuestionId> {
            files.questions(path).iter().map(|question| (question.id.as_str(), question)).collect()
        };
        let (asked, own) = (by_id(item.document.path), by_id(translation.document.path));
        let comparison = Comparison { original: item.document.path, asked, translation, own };
        comparison.report(&bilingual::join(original, transcript));
    }
}

/// An original and one of its translations.
struct Comparison<'c, 'a> {
    /// The path of the original.
    original: &'a str,
    /// The questions of the original, by id.
    asked: HashMap<&'c str, &'c QuestionId>,
    translation: &'c Translation<'a>,
    /// The questions of the translation, by id.
    own: HashMap<&'c str, &'c QuestionId>,
}

impl Comparison<'_, '_> {
    fn report(&self, pairs: &[Pair<'_>]) {
        let (mut missing, mut unknown) = (Vec::new(), Vec::new());
        for pair in pairs {
            match pair {
                Pair::Question(Some(original), Some(own)) => self.compare_answers(original, own),
                Pair::Question(Some(original), None) => missing.push(original.id.as_str()),
                // Without an answer it is unfinished, which is reported already.
                Pair::Question(None, Some(own)) if !own.answer.is_empty() => unknown.push(own.id.as_str()),
                _ => {}
            }
        }
        if missing.len() == unknown.len() {
            // Most likely the same questions under other ids.
            unknown.into_iter().zip(missing).for_each(|(own, original)| self.report_unknown(own, Some(original)));
        } else {
            unknown.into_iter().for_each(|own| self.report_unknown(own, None));
            self.report_missing(&missing);
        }
    }

    /// Reports a question that only the translation has.
    fn report_unknown(&self, id: &str, meant: Option<&str>) {
        let message = match is_long(&self.own, id) {
            false => message!(
                "{path} has no question `#{id}`, so the two languages cannot stand beside each other",
                "{path} に質問`#{id}`がないため、2つの言語を並べて表示できません",
                path = self.original
            ),
            true => message!(
                "{path} does not have this question, so the two languages cannot stand beside each other",
                "{path} にこの質問がないため、2つの言語を並べて表示できません",
                path = self.original
            ),
        };
        let help = match meant {
            Some(meant) if is_long(&self.asked, meant) => message!(
                "if it is the question \"{words}…\" there, end both questions with the same short id: `---- … {{#id}}`",
                "原文の「{words}…」と同じ質問なら、両方の質問の末尾に同じ短いidを付けてください: `---- … {{#id}}`",
                words = self.asked[meant].text.chars().take(SHORT_ID).collect::<String>().trim_end()
            ),
            Some(meant) => message!(
                "if it is the question `#{meant}` there, give it that id in both files: `---- … {{#{meant}}}`",
                "原文の`#{meant}`と同じ質問なら、両方のファイルで同じidを付けてください: `---- … {{#{meant}}}`"
            ),
            None => message!(
                "give it the id of the same question there, or add the question there",
                "同じ質問のidを付けるか、質問を原文にも加えてください"
            ),
        };
        self.translation.document.problems.warning("question-not-in-original", self.place(id), message, help);
    }

    /// Reports the questions that the translation lacks.
    fn report_missing(&self, ids: &[&str]) {
        if ids.is_empty() {
            return;
        }
        let names: Vec<_> = ids.iter().map(|id| format!("#{id}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let message = message!(
            "{path} also asks {questions}, which the translation lacks",
            "{path} の質問{questions}が翻訳にありません",
            questions = list_of(&names),
            path = self.original
        );
        let help = message!(
            "translate these questions and answers, each with the same id",
            "この質問と回答を、同じidを付けて翻訳してください"
        );
        let start = self.translation.body.start;
        self.translation.document.problems.warning("question-not-translated", start..start, message, help);
    }

    /// Notes that an answer has other paragraphs: they may be intended, and are shown beside each other as a whole.
    fn compare_answers(&self, original: &Question, own: &Question) {
        let count = |question: &Question| bilingual::blocks(&question.answer).len();
        let (expected, found) = (count(original), count(own));
        if expected == found {
            return;
        }
        let message = message!(
            "the numbers of paragraphs differ: {found} here, {expected} in {path}",
            "段落の数が異なります（ここでは{found}、{path} では{expected}）",
            path = self.original
        );
        let help = message!(
            "with as many paragraphs, the two languages stand beside each other paragraph by paragraph",
            "段落の数をそろえると、2つの言語が段落ごとに並びます"
        );
        self.translation.document.problems.note("other-paragraphs", self.place(&own.id), message, help);
    }

    fn place(&self, id: &str) -> Range<usize> {
        let start = self.translation.body.start;
        self.own.get(id).map_or(start..start, |question| question.span.clone())
    }
}

/// Whether the id of a question comes from its words and is too long to be copied.
fn is_long(questions: &HashMap<&str, &QuestionId>, id: &str) -> bool {
    questions.get(id).is_some_and(|question| !question.given && id.chars().nth(SHORT_ID).is_some())
}

/// Reports translations of items that changed since.
pub(super) fn check_age<'e, 'a: 'e>(entries: impl Iterator<Item = DatedItem<'e, 'a>>) {
    for (item, entry) in entries {
        let Some(change) = entry.updated() else { continue };
        for translation in dated::outdated(item, entry.published(), entry.updated()) {
            let message = message!(
                "{path} changed on {date}, and the translation is older",
                "{path} は{date}に変更されましたが、翻訳はそれより前のものです",
                path = item.document.path,
                date = change.date()
            );
            let help = message!(
                "translate the change, and write `updated: {date}` between the `---` lines at the top of this file",
                "変更を翻訳し、このファイルの先頭の`---`の間に`updated: {date}`と書いてください",
                date = change.date()
            );
            let place = translation.updated.as_ref().map_or(0..0, |updated| updated.span.clone());
            translation.document.problems.warning("translation-outdated", place, message, help);
        }
    }
}
