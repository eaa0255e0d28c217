//! The words of questions, of series, and of pages that mention somebody.

use super::Messages;

methods! {
    shared_questions: "同じ質問、それぞれの答え", "One question, several answers";
    shared_questions_help: "複数のインタビューで同じ質問に答えていただきました。質問ごとに、全員の回答を並べて読めます。",
        "Several people answered these questions in their interviews. Each question has a page with all answers beside each other.";
    all_questions: "質問の一覧", "All questions";
    asked_as: "このインタビューでの質問", "Asked here as";
    answer_menu: "この回答へのリンクと引用", "Link to this answer, or quote it";
    link_to_answer: "この回答へのリンク", "Link to this answer";
    copy_link: "リンクをコピー", "Copy the link";
    copy_quotation: "引用としてコピー", "Copy as a quotation";
    not_copied: "コピーできませんでした", "It could not be copied";
    questions_of_series: "シリーズ共通の質問", "Questions of this series";
    interviews_of_series: "このシリーズのインタビュー", "Interviews of this series";
    mentioned_in: "この人に触れているページ", "Mentioned in";
}

impl Messages {
    /// "5件のインタビュー" / "5 interviews".
    pub(crate) fn interview_count(&self, count: usize) -> String {
        match (self.japanese, count) {
            (true, _) => format!("{count}件のインタビュー"),
            (false, 1) => "1 interview".to_owned(),
            (false, _) => format!("{count} interviews"),
        }
    }

    /// "3件の回答" / "3 answers".
    pub(crate) fn answer_count(&self, count: usize) -> String {
        match (self.japanese, count) {
            (true, _) => format!("{count}件の回答"),
            (false, 1) => "1 answer".to_owned(),
            (false, _) => format!("{count} answers"),
        }
    }

    /// "ほかの人の回答（4）" / "How others answered (4)".
    pub(crate) fn others_answered(&self, count: usize) -> String {
        if self.japanese {
            format!("ほかの人の回答（{count}）")
        } else {
            format!("How others answered ({count})")
        }
    }

    /// "「なぜですか？」への回答" / "Answers to “Why?”".
    pub(crate) fn answers_to(&self, question: &str) -> String {
        if self.japanese { format!("「{question}」への回答") } else { format!("Answers to “{question}”") }
    }
}
