//! What an import did, told to whoever ran it: every file, every difference, every guess.

use std::fmt::Write as _;

use import::{
    Reading,
    merge::{Outcome, difference},
};

use super::plan::{File, Plan};
use crate::{arguments::Import, locale::report_language};

/// The longest line that is shown, in characters.
const LONGEST: usize = 400;

/// The report of an import.
pub(super) fn report(plan: &Plan, reading: &Reading, options: &Import) -> String {
    let mut text = format!("{}: {}\n\n", options.source.display(), reading.kind.title());
    for file in &plan.files {
        push_file(&mut text, file, options);
    }
    push_list(&mut text, "renamed by somebody, and kept as the same file", plan.renamed.iter());
    push_list(&mut text, "not in the source any more, but left where they are", plan.gone.iter());
    let skipped = reading.imported.skipped.iter().map(|skipped| match skipped.line {
        Some(line) => format!("line {line}: {}", skipped.reason),
        None => skipped.reason.clone(),
    });
    push_list(&mut text, "left out", skipped);
    push_list(&mut text, "to check, marked with `# check:` in the files", plan.files.iter().flat_map(guesses));
    if !text.ends_with("\n\n") {
        text.push('\n');
    }
    text.push_str(&summary(plan, options));
    text
}

/// A line for what happens to a file, and what it does not take over.
fn push_file(text: &mut String, file: &File, options: &Import) {
    let (done, planned) = match file.merged.outcome {
        Outcome::New => ("wrote", "would write"),
        Outcome::Updated => ("updated", "would update"),
        Outcome::Kept => ("kept as edited", "would keep as edited"),
        Outcome::Clashing if file.changes() => ("updated in part", "would update in part"),
        Outcome::Clashing => ("kept as edited", "would keep as edited"),
        Outcome::Foreign => ("left alone, as no import wrote it", "would leave alone, as no import wrote it"),
        Outcome::Removed => ("left away, as you removed it", "would leave away, as you removed it"),
        Outcome::Held if file.present.is_some() => ("held back", "would hold back"),
        Outcome::Held => ("left out", "would leave out"),
        Outcome::Same => return,
    };
    _ = writeln!(text, "{}: {}", if options.dry_run { planned } else { done }, file.path);
    for reason in &file.reasons {
        _ = writeln!(text, "  there would be an error: {}", visible(reason.text(report_language())));
    }
    if options.dry_run && file.changes() {
        let new = file.merged.text.as_deref().unwrap_or_default();
        push_difference(text, "", &difference(file.present.as_deref().unwrap_or_default(), new));
    }
    if let Some(difference) = &file.merged.difference {
        push_difference(text, "  the source says it differently:\n", difference);
    }
}

fn push_difference(text: &mut String, title: &str, difference: &str) {
    text.push_str(title);
    for line in difference.lines().filter(|line| !matches!(*line, "--- file" | "+++ source")) {
        _ = writeln!(text, "  {}", visible(line));
    }
}

fn push_list(text: &mut String, title: &str, lines: impl IntoIterator<Item = impl AsRef<str>>) {
    let mut lines = lines.into_iter().peekable();
    if lines.peek().is_some() {
        _ = writeln!(text, "{}{title}:", if text.ends_with("\n\n") { "" } else { "\n" });
        lines.for_each(|line| _ = writeln!(text, "  {}", visible(line.as_ref())));
    }
}

/// A line of a source as a terminal may show it: without what would move its cursor or turn its text, and not endless.
pub(super) fn visible(line: &str) -> String {
    let harmful = |character: char| {
        (character.is_control() && character != '\t')
            || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let shown = line.chars().take(LONGEST).map(|character| if harmful(character) { '\u{fffd}' } else { character });
    shown.chain(line.chars().nth(LONGEST).map(|_| '…')).collect()
}

/// The guesses that are still marked in a file.
fn guesses(file: &File) -> Vec<String> {
    let text = file.merged.text.as_deref().unwrap_or_default();
    let front_matter = text.lines().enumerate().skip(1).take_while(|(_, line)| line.trim_end() != "---");
    let guesses = front_matter.filter_map(|(number, line)| {
        let check = line.trim_start().strip_prefix("# check: ")?;
        Some(format!("{}:{}: {check}", file.path, number + 1))
    });
    guesses.collect()
}

/// How many files came to what.
fn summary(plan: &Plan, options: &Import) -> String {
    let count = |outcomes: &[Outcome]| plan.files.iter().filter(|file| outcomes.contains(&file.merged.outcome)).count();
    let differing = plan.files.iter().filter(|file| file.merged.difference.is_some()).count();
    format!(
        "{} new, {} updated, {} as they were, {} kept as edited, {} differing from the source{}\n",
        count(&[Outcome::New]),
        count(&[Outcome::Updated]),
        count(&[Outcome::Same]),
        count(&[Outcome::Kept, Outcome::Removed]),
        differing,
        if options.dry_run { "; nothing was written" } else { "" },
    )
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn a_source_cannot_write_to_the_terminal() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c\t漢"), "a\u{fffd}[2Jb\u{fffd}c\t漢");
        assert_eq!(visible(&"x".repeat(9_000)).chars().count(), 401);
    }
}
