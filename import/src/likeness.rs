//! Compares texts: two versions of one text are recognised by their words, as file names say nothing about their
//! content.
//!
//! Two interviews of a series may share title, introduction and questions, but not most of their answers.

use std::collections::HashSet;

/// The length of the compared pieces of an answer in bytes: twelve Latin letters or four Japanese characters. Short
/// enough that a corrected word changes few pieces, and long enough that two texts do not share most pieces by chance.
const WINDOW: usize = 12;

/// The features of an interview by which it is recognised.
#[derive(Debug)]
pub(crate) struct Features<'t> {
    title: Option<&'t str>,
    questions: HashSet<&'t str>,
    answers: HashSet<&'t str>,
}

impl<'t> Features<'t> {
    /// Reads the file of an interview as imports write it.
    pub(crate) fn of(file: &'t str) -> Self {
        let (head, body) = file.split_once("\n---\n").unwrap_or(("", file));
        let is_question = |line: &&str| line.starts_with("---- ");
        let first = body.lines().position(|line| is_question(&line)).unwrap_or(0);
        let answers = body.lines().skip(first).filter(|line| !is_question(line) && !line.starts_with('#'));
        Self {
            title: head.lines().find_map(|line| line.strip_prefix("title: ")),
            questions: body.lines().filter(is_question).collect(),
            answers: answers.flat_map(windows).collect(),
        }
    }

    /// The number of pieces to compare.
    pub(crate) fn weight(&self) -> usize {
        self.answers.len()
    }

    /// Whether most of the answers are equal.
    pub(crate) fn has_answers_of(&self, other: &Self) -> bool {
        shares_half(&self.answers, &other.answers)
    }

    /// Whether the title and most of the questions are equal.
    pub(crate) fn has_questions_of(&self, other: &Self) -> bool {
        self.has_title_of(other) && shares_half(&self.questions, &other.questions)
    }

    /// Whether the titles are equal.
    pub(crate) fn has_title_of(&self, other: &Self) -> bool {
        self.title.is_some() && self.title == other.title
    }
}

/// Whether two sets share half of the smaller one: the interview may have grown.
fn shares_half(one: &HashSet<&str>, other: &HashSet<&str>) -> bool {
    let least = one.len().min(other.len());
    least > 0 && 2 * one.intersection(other).count() >= least
}

/// All pieces of a line; a shorter line is one piece.
fn windows(line: &str) -> impl Iterator<Item = &str> {
    let line = line.trim();
    let short = (!line.is_empty() && line.len() < WINDOW).then_some(line);
    let starts = line.char_indices().map(|(start, _)| start).filter(|start| start + WINDOW <= line.len());
    starts.map(|start| &line[start..line.ceil_char_boundary(start + WINDOW)]).chain(short)
}

#[cfg(test)]
mod tests {
    use super::Features;

    const FILE: &str = "---\ntitle: 例田花子さんに聞く\n---\n\n連載の第2弾です。\n\n---- 自己紹介をお願いします。\n\n図書館の仕組みを作っています。\n\n---- 好きな関数は？ {#function}\n\n夜に動く関数です。\n";

    fn check(other: &str, answers: bool, questions: bool) {
        let (one, other) = (Features::of(FILE), Features::of(other));
        assert_eq!((one.has_answers_of(&other), one.has_questions_of(&other)), (answers, questions));
        assert_eq!((other.has_answers_of(&one), other.has_questions_of(&one)), (answers, questions));
    }

    #[test]
    fn a_corrected_text_is_the_same_one() {
        check(FILE, true, true);
        check(&FILE.replace("仕組み", "しくみ"), true, true);
        check(&FILE.replace("例田花子さんに聞く", "図書館の関数"), true, false);
        check(&format!("{FILE}\n---- 最後に一言。\n\n図書館へどうぞ。ご来館をお待ちしております。\n"), true, true);
        check(&FILE.replace("夜に動く関数です。", "朝に動くものです。"), true, true);
    }

    #[test]
    fn another_answer_to_the_same_questions_is_another_interview() {
        let other = FILE.replace("図書館の仕組みを作っています。", "銀行の窓口で働いてきました。");
        let other = other.replace("夜に動く関数です。", "特にありません。");
        check(&other, false, true);
        check(&other.replace("例田花子", "試作太郎"), false, false);
        check("", false, false);
    }
}
