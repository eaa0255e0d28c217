//! The report of an import: every file, every difference, every guess.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
};

use conference::{diagnostic::Message, message};
use import::{
    Reading,
    merge::{Outcome, difference},
};

use super::{file::File, plan::Plan};
use crate::{arguments::Import, locale::report_language};

/// The longest line that is shown, in characters.
const LONGEST: usize = 400;

/// The most lines about one guess.
const SEVERAL: usize = 3;

/// The report of an import, in the language of its reader.
pub(super) fn report(plan: &Plan, reading: &Reading, options: &Import) -> String {
    let language = report_language();
    let mut text = format!("{}: {}\n\n", options.source.display(), reading.kind.named().text(language));
    for file in &plan.files {
        push_file(&mut text, file, options);
    }
    let renamed =
        message!("renamed by somebody, and kept as the same file", "名前の変わったファイル（同じものとして扱います）");
    push_list(&mut text, renamed, plan.renamed.iter());
    let gone = message!(
        "not in the source any more, but left where they are",
        "ソースからなくなったもの（ファイルは残しています）"
    );
    push_list(&mut text, gone, plan.gone.iter());
    let skipped = reading.imported.skipped.iter().map(|skipped| {
        let reason = &skipped.reason;
        let placed =
            skipped.line.map(|line| message!("line {line}: {reason}", "{line}行目: {reason}", reason = *reason));
        placed.as_ref().unwrap_or(reason).text(language).to_owned()
    });
    push_list(&mut text, message!("left out", "取り込まなかったもの"), skipped);
    let guesses = gathered(plan.files.iter().flat_map(guesses).collect());
    let check = message!(
        "to check, marked with `# check:` in the files",
        "確認が必要なもの（ファイルに`# check:`の印があります）"
    );
    push_list(&mut text, check, guesses);
    if !text.ends_with("\n\n") {
        text.push('\n');
    }
    text.push_str(summary(plan, options).text(language));
    text.push('\n');
    let is_session = |file: &&File| file.path.starts_with("program/sessions/") && file.changes();
    if !options.dry_run && plan.files.iter().any(|file| is_session(&file)) {
        let next = message!(
            "`serverlessconf release` tells attendees what changed, once you publish this",
            "公開するときは、`serverlessconf release`で変更を参加者に知らせます"
        );
        text.push_str(next.text(language));
        text.push('\n');
    }
    text
}

/// The outcome for a file; `None` if nothing happens to it.
fn outcome(file: &File, options: &Import) -> Option<Message> {
    let (done, planned) = match file.merged.outcome {
        Outcome::New => (message!("wrote", "作成"), message!("would write", "作成予定")),
        Outcome::Updated => (message!("updated", "更新"), message!("would update", "更新予定")),
        Outcome::Clashing if file.changes() => {
            (message!("updated in part", "一部を更新"), message!("would update in part", "一部を更新予定"))
        }
        Outcome::Kept | Outcome::Clashing => (
            message!("kept as edited", "編集された内容を維持"),
            message!("would keep as edited", "編集された内容を維持する予定"),
        ),
        Outcome::Foreign => (
            message!("left alone, as no import wrote it", "取り込みで作ったものではないため、変更なし"),
            message!("would leave alone, as no import wrote it", "取り込みで作ったものではないため、変更しない予定"),
        ),
        Outcome::Removed => (
            message!("left away, as you removed it", "削除されているため、作成なし"),
            message!("would leave away, as you removed it", "削除されているため、作成しない予定"),
        ),
        Outcome::Held if file.present.is_some() => {
            (message!("held back", "更新を保留"), message!("would hold back", "更新を保留する予定"))
        }
        Outcome::Held => (message!("left out", "作成を保留"), message!("would leave out", "作成を保留する予定")),
        Outcome::Same => return None,
    };
    Some(if options.dry_run { planned } else { done })
}

/// Adds a line for the outcome of a file, and the part of the source that it does not take over.
fn push_file(text: &mut String, file: &File, options: &Import) {
    let language = report_language();
    let Some(outcome) = outcome(file, options) else { return };
    _ = writeln!(text, "{}: {}", outcome.text(language), file.path);
    for reason in &file.reasons {
        let reason = message!("there would be an error: {reason}", "次のエラーになります: {reason}", reason = *reason);
        _ = writeln!(text, "  {}", visible(reason.text(language)));
    }
    if options.dry_run && file.changes() {
        let new = file.merged.text.as_deref().unwrap_or_default();
        push_difference(text, "", &difference(file.present.as_deref().unwrap_or_default(), new));
    }
    if let Some(difference) = &file.merged.difference {
        let title = message!("  the source says it differently:\n", "  ソースの内容との違い:\n");
        push_difference(text, title.text(language), difference);
    }
}

fn push_difference(text: &mut String, title: &str, difference: &str) {
    text.push_str(title);
    for line in difference.lines().filter(|line| !matches!(*line, "--- file" | "+++ source")) {
        _ = writeln!(text, "  {}", visible(line));
    }
}

fn push_list(text: &mut String, title: Message, lines: impl IntoIterator<Item = impl AsRef<str>>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        let title = title.text(report_language());
        _ = writeln!(text, "{}{title}:", if text.ends_with("\n\n") { "" } else { "\n" });
        lines.for_each(|line| _ = writeln!(text, "  {}", visible(line.as_ref())));
    }
}

/// A line of a source without characters that move the cursor of a terminal or turn its text, and of limited length.
pub(in crate::commands) fn visible(line: &str) -> String {
    let harmful = |character: char| {
        (character.is_control() && character != '\t')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let shown = line.chars().take(LONGEST).map(|character| if harmful(character) { '\u{fffd}' } else { character });
    shown.chain(line.chars().nth(LONGEST).map(|_| '…')).collect()
}

/// The guesses that are still marked in a file: their places and their words.
fn guesses(file: &File) -> Vec<(String, String)> {
    let text = file.merged.text.as_deref().unwrap_or_default();
    let front_matter = text.lines().enumerate().skip(1).take_while(|(_, line)| line.trim_end() != "---");
    let guesses = front_matter.filter_map(|(number, line)| {
        let check = line.trim_start().strip_prefix("# check: ")?;
        Some((format!("{}:{}", file.path, number + 1), check.to_owned()))
    });
    guesses.collect()
}

/// The lines of guesses. A guess in many files is one line with their number, in the place of the first one.
fn gathered(guesses: Vec<(String, String)>) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    guesses.iter().for_each(|(_, check)| *counts.entry(check).or_default() += 1);
    let mut told = HashSet::new();
    let line = |(place, check): &(String, String)| match counts.get(check.as_str()) {
        Some(count) if *count > SEVERAL => {
            let more = count - 1;
            let more = message!("and {more} more", "ほか{more}件");
            let more = more.text(report_language());
            told.insert(check.clone()).then(|| format!("{place} ({more}): {check}"))
        }
        _ => Some(format!("{place}: {check}")),
    };
    guesses.iter().filter_map(line).collect()
}

/// How many files came to what.
fn summary(plan: &Plan, options: &Import) -> Message {
    let count = |outcomes: &[Outcome]| plan.files.iter().filter(|file| outcomes.contains(&file.merged.outcome)).count();
    let (new, updated, same) = (count(&[Outcome::New]), count(&[Outcome::Updated]), count(&[Outcome::Same]));
    let kept = count(&[Outcome::Kept, Outcome::Removed]);
    let differing = plan.files.iter().filter(|file| file.merged.difference.is_some()).count();
    let counts = message!(
        "{new} new, {updated} updated, {same} as they were, {kept} kept as edited, {differing} differing from the source",
        "新規{new}件、更新{updated}件、変更なし{same}件、編集を維持{kept}件、ソースと異なるもの{differing}件"
    );
    match options.dry_run {
        true => message!("{counts}; nothing was written", "{counts}。何も書き込んでいません", counts = counts),
        false => counts,
    }
}

#[cfg(test)]
mod tests {
    use super::{gathered, visible};

    #[test]
    fn one_guess_about_many_files_is_one_line() {
        let of = |count: usize, check: &str| -> Vec<(String, String)> {
            (0..count).map(|number| (format!("{number}.md:2"), check.to_owned())).collect()
        };
        assert_eq!(gathered(of(3, "a")), ["0.md:2: a", "1.md:2: a", "2.md:2: a"]);
        let mixed = gathered([of(40, "a"), of(1, "b")].concat());
        assert_eq!(mixed.len(), 2);
        assert!(mixed[0].starts_with("0.md:2 (") && mixed[0].contains("39") && mixed[1] == "0.md:2: b", "{mixed:?}");
    }

    #[test]
    fn a_source_cannot_write_to_the_terminal() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c\t漢"), "a\u{fffd}[2Jb\u{fffd}c\t漢");
        assert_eq!(visible(&"x".repeat(9_000)).chars().count(), 401);
    }
}
