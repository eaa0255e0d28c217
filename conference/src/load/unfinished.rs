//! Reports unfinished items that are published: placeholder sentences, and interviews without questions.

use super::{
    files::Document,
    item::{Item, Opened},
    items::Items,
};
use crate::{message, template};

/// Reports unfinished items. Drafts may be unfinished.
pub(super) fn check(items: &Items<'_>) {
    if let Some(Opened { item, .. }) = &items.event {
        check_sentences(item);
    }
    for Opened { item, .. } in &items.series {
        check_sentences(item);
    }
    for (item, entry) in items.dated() {
        if !entry.draft() {
            check_sentences(item);
        }
    }
    for Opened { item, value } in &items.interviews {
        let interview = &value.interview;
        let has_question = interview.body.iter().any(|(_, transcript)| transcript.questions().next().is_some());
        let is_empty = item.text[item.layout.body.clone()].trim().is_empty();
        if !interview.draft && !has_question && !is_empty {
            let message = message!("the interview has no question", "インタビューに質問がありません");
            let help = message!(
                "begin the line of every question with `---- `, such as `---- Why serverless? {{#why-serverless}}`",
                "質問の行を`---- `で始めてください。例: `---- なぜサーバーレスなのですか？ {{#why-serverless}}`"
            );
            item.document.problems.warning("no-question", item.layout.closing.clone(), message, help);
        }
    }
}

fn check_sentences(item: &Item<'_>) {
    let translations = item.translations.iter();
    let translations = translations.map(|translation| (translation.document, translation.text, &translation.body));
    for (document, text, body) in [(item.document, item.text, &item.layout.body)].into_iter().chain(translations) {
        let mut start = body.start;
        for line in text[body.clone()].split_inclusive('\n') {
            if template::is_placeholder(line) {
                report(document, start..start + line.trim_end().len(), line.trim());
            }
            start += line.len();
        }
    }
}

fn report(document: &Document<'_>, place: std::ops::Range<usize>, line: &str) {
    let message = message!(
        "`{line}` stands here since the file was made, and is published",
        "ファイルを作ったときの`{line}`が、そのまま公開されます"
    );
    let help = message!(
        "write what belongs here, or remove it; with `draft: true` an interview or an article is not published yet",
        "ここに本文を書くか、消してください。インタビューとお知らせは`draft: true`と書くと公開されません"
    );
    document.problems.warning("placeholder", place, message, help);
}
