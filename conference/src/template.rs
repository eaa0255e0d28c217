//! The placeholder sentences of new files: `serverlessconf new` writes them, and `check` reports those that are left.

use std::sync::LazyLock;

/// The body of a new file.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// For events with Japanese as first language.
    pub japanese: &'static str,
    /// For any other language.
    pub english: &'static str,
}

/// `program/event.md`
pub const EVENT: Template = Template {
    japanese: "イベントの紹介をここに書きます。\n",
    english: "Write about the event here.\n",
};

/// `interviews/<slug>.md`
pub const INTERVIEW: Template = Template {
    japanese: "ここに導入の文章を書きます。\n\n\
         ---- ひとつめの質問を書きます。 {#first-question}\n\n\
         その答えを書きます。\n\n\
         ---- ふたつめの質問を書きます。 {#second-question}\n\n\
         その答えを書きます。\n",
    english: "Write an introduction here.\n\n\
         ---- Write the first question here? {#first-question}\n\n\
         Write its answer here.\n\n\
         ---- Write the second question here? {#second-question}\n\n\
         Write its answer here.\n",
};

/// The introduction of an interview.
pub const INTRODUCTION: Template =
    Template { japanese: "ここに導入の文章を書きます。", english: "Write an introduction here." };

/// The answer of an interview.
pub const ANSWER: Template = Template { japanese: "その答えを書きます。", english: "Write its answer here." };

/// `interviews/series/<slug>.md`
pub const SERIES: Template = Template {
    japanese: "ここにシリーズの紹介を書きます。\n",
    english: "Write about the series here.\n",
};

/// `news/<slug>.md`
pub const NEWS: Template =
    Template { japanese: "ここに本文を書きます。\n", english: "Write the article here.\n" };

/// Whether an id says nothing about its question: those of new files, and that of questions without letters.
pub(crate) fn is_placeholder_id(id: &str) -> bool {
    matches!(id, "question" | "first-question" | "second-question")
}

/// Whether a line of a body is a placeholder, with or without an id.
pub(crate) fn is_placeholder(line: &str) -> bool {
    static SENTENCES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let bodies =
            [EVENT, INTERVIEW, SERIES, NEWS].into_iter().flat_map(|template| [template.japanese, template.english]);
        bodies.flat_map(str::lines).map(sentence).filter(|sentence| !sentence.is_empty()).collect()
    });
    SENTENCES.contains(&sentence(line))
}

/// A line without the markup of a question.
fn sentence(line: &str) -> &str {
    let line = line.trim();
    let line = line.strip_prefix("---- ").unwrap_or(line);
    line.split(" {#").next().unwrap_or_default().trim()
}
