//! Reports unfinished items that are published: placeholder sentences, and interviews without questions.

use std::ops::Range;

use super::{
    bodies::RenderedFiles,
    files::Document,
    item::{Item, Opened},
    items::Items,
};
use crate::{message, template};

/// Reports unfinished items. Drafts may be unfinished.
pub(super) fn check(items: &Items<'_>, files: &RenderedFiles<'_>) {
    if let Some(Opened { item, .. }) = &items.event {
        report_placeholders(item, files);
    }
    for Opened { item, .. } in &items.series {
        report_placeholders(item, files);
    }
    for (item, entry) in items.dated() {
        if !entry.draft() {
            report_placeholders(item, files);
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

/// The lines of a body that are placeholders, without their ends.
pub(super) fn placeholders(file: &str, body: Range<usize>) -> Vec<Range<usize>> {
    let mut end = body.start;
    let lines = file[body].split_inclusive('\n').map(|line| {
        let start = end;
        end += line.len();
        (start..start + line.trim_end().len(), line)
    });
    lines.filter(|(_, line)| template::is_placeholder(line)).map(|(place, _)| place).collect()
}

fn report_placeholders(item: &Item<'_>, files: &RenderedFiles<'_>) {
    let translations = item.translations.iter().map(|translation| (translation.document, translation.text));
    for (document, text) in [(item.document, item.text)].into_iter().chain(translations) {
        for place in files.placeholders(document.path) {
            report(document, place.clone(), text[place.clone()].trim());
        }
    }
}

fn report(document: &Document<'_>, place: Range<usize>, line: &str) {
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
