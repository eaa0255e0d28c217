//! Whether two texts are the same one, changed since: what a file is called says nothing of what is in it.
//!
//! Two interviews of a series may share title, introduction and questions. What they never share is most of the answers.

use std::collections::HashSet;

/// How many bytes of an answer are compared at once, at least: twelve letters of a–z or four characters of Japanese. Few
/// enough for a corrected word to change little, and too many for two texts to have most of them by chance.
const WINDOW: usize = 12;

/// What of an interview's file tells it apart from others.
#[derive(Debug)]
pub(crate) struct Features<'t> {
    title: Option<&'t str>,
    questions: HashSet<&'t str>,
    answers: HashSet<&'t str>,
}

impl<'t> Features<'t> {
    /// Reads the file of an interview, as an import writes it.
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

    /// How much of the answers there is to compare.
    pub(crate) fn weight(&self) -> usize {
        self.answers.len()
    }

    /// Whether most of the answers are the same.
    pub(crate) fn has_answers_of(&self, other: &Self) -> bool {
        shares_half(&self.answers, &other.answers)
    }

    /// Whether it has the title and most of the questions of another one.
    pub(crate) fn has_questions_of(&self, other: &Self) -> bool {
        self.has_title_of(other) && shares_half(&self.questions, &other.questions)
    }

    /// Whether it has the title of another one.
    pub(crate) fn has_title_of(&self, other: &Self) -> bool {
        self.title.is_some() && self.title == other.title
    }
}

/// Whether two sets share half of the smaller one: an interview may have grown since.
fn shares_half(one: &HashSet<&str>, other: &HashSet<&str>) -> bool {
    let least = one.len().min(other.len());
    least > 0 && 2 * one.intersection(other).count() >= least
}

/// All pieces of a line of that length; a shorter line is one piece.
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
