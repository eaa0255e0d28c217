//! Merges a repeated import: the last imported text, the file with people's edits, and the new text of the source.
//!
//! The last imported text is kept beside the content (`.serverlessconf/import/files/<path>`). It makes every file a
//! three-way merge: changes of the source are applied, edits of people are kept, and if both changed the same lines the
//! edit is kept and the difference is shown.

use diffy::{ConflictStyle, DiffOptions, MergeOptions};

/// The longest text that is compared line by line: comparing takes time in proportion to the square of the difference.
const MOST_LINES: usize = 4_000;

/// The characters of conflict markers, and the longest marker: a text may contain long runs of them.
const MARKS: [char; 3] = ['<', '=', '>'];
const LONGEST_MARK: usize = 1_000;

/// The result for a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The kind of result.
    pub outcome: Outcome,
    /// The new text of the file; `None` if there should be no file.
    pub text: Option<String>,
    /// The changes of the source that are not applied, as a patch of the file.
    pub difference: Option<String>,
}

/// The kind of result of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The file is new.
    New,
    /// The file is equal to the source.
    Same,
    /// Only the source changed, or both in different places: the file is updated.
    Updated,
    /// Only a person changed the file: it is kept.
    Kept,
    /// A person and the source changed the same lines: the edit is kept.
    Clashing,
    /// No import wrote the file: it is kept.
    Foreign,
    /// A person deleted the file: it stays deleted.
    Removed,
    /// The text of the source would be an error: the file is kept until it is valid.
    Held,
}

impl Outcome {
    /// Whether the text is recorded as the last imported one.
    pub fn is_ours(self) -> bool {
        !matches!(self, Self::Foreign | Self::Held)
    }
}

/// Merges the last imported text, the present file and the text of the source.
pub fn merge(written: Option<&str>, present: Option<&str>, source: &str) -> Merged {
    let done = |outcome, text: &str| Merged { outcome, text: Some(text.to_owned()), difference: None };
    let Some(present) = present else {
        return match written {
            None => done(Outcome::New, source),
            Some(written) => {
                let difference = (written != source).then(|| difference(written, source));
                Merged { outcome: Outcome::Removed, text: None, difference }
            }
        };
    };
    // An editor may have changed the line ends, which is not an edit.
    let windows = present.contains("\r\n");
    let plain = if windows { present.replace("\r\n", "\n") } else { present.to_owned() };
    if plain == source {
        return done(Outcome::Same, present);
    }
    let Some(written) = written else {
        let difference = Some(difference(&plain, source));
        return Merged { outcome: Outcome::Foreign, text: Some(present.to_owned()), difference };
    };
    if written == source {
        return done(Outcome::Kept, present);
    }
    let restored = |text: String| if windows { text.replace('\n', "\r\n") } else { text };
    if plain == written {
        return done(Outcome::Updated, &restored(source.to_owned()));
    }
    let (person, theirs) = both_ways(written, &plain, source);
    if person == theirs {
        let outcome = if person == plain { Outcome::Kept } else { Outcome::Updated };
        return done(outcome, &restored(person));
    }
    let difference = Some(difference(&person, &theirs));
    Merged { outcome: Outcome::Clashing, text: Some(restored(person)), difference }
}

/// The difference as a patch from the first text to the second.
pub fn difference(old: &str, new: &str) -> String {
    if is_long(old) || is_long(new) {
        return format!("(too long to compare: more than {MOST_LINES} lines)\n");
    }
    let patch = DiffOptions::new().set_original_filename("file").set_modified_filename("source").create_patch(old, new);
    patch.to_string()
}

fn is_long(text: &str) -> bool {
    text.lines().count() > MOST_LINES
}

/// The merge with all conflicts decided for the person, and with all conflicts decided for the source.
fn both_ways(written: &str, person: &str, source: &str) -> (String, String) {
    if [written, person, source].into_iter().any(is_long) {
        return (person.to_owned(), source.to_owned());
    }
    // Markers that occur in none of the texts.
    let run = |line: &str, mark: char| line.len() - line.trim_start_matches(mark).len();
    let lines = [written, person, source].into_iter().flat_map(str::lines);
    let longest = lines.map(|line| MARKS.map(|mark| run(line, mark)).into_iter().max().unwrap_or(0)).max();
    let length = longest.unwrap_or(0).max(7) + 1;
    if length > LONGEST_MARK {
        return (person.to_owned(), source.to_owned());
    }
    let merged = MergeOptions::new()
        .set_conflict_style(ConflictStyle::Merge)
        .set_conflict_marker_length(length)
        .merge(written, person, source);
    let marked = match merged {
        Ok(clean) => return (clean.clone(), clean),
        Err(marked) => marked,
    };
    let (mut mine, mut theirs) = (String::new(), String::new());
    let (mut to_mine, mut to_theirs) = (true, true);
    for line in marked.split_inclusive('\n') {
        match MARKS.into_iter().find(|&mark| run(line, mark) >= length) {
            Some('<') => to_theirs = false,
            Some('=') => (to_mine, to_theirs) = (false, true),
            Some(_) => (to_mine, to_theirs) = (true, true),
            None => {
                if to_mine {
                    mine.push_str(line);
                }
                if to_theirs {
                    theirs.push_str(line);
                }
            }
        }
    }
    (mine, theirs)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WRITTEN: &str = "---\ntitle: A\nroom: hall\nstart: 10:00\n---\n\nWords.\n";

    #[track_caller]
    fn check(written: Option<&str>, present: Option<&str>, source: &str, outcome: Outcome, text: Option<&str>) {
        let merged = merge(written, present, source);
        assert_eq!((merged.outcome, merged.text.as_deref()), (outcome, text));
    }

    #[test]
    fn one_side_alone_decides() {
        let (other, edited) = (WRITTEN.replace("hall", "annex"), WRITTEN.replace("Words", "Better words"));
        check(None, None, WRITTEN, Outcome::New, Some(WRITTEN));
        check(Some(WRITTEN), Some(WRITTEN), WRITTEN, Outcome::Same, Some(WRITTEN));
        check(None, Some(WRITTEN), WRITTEN, Outcome::Same, Some(WRITTEN));
        check(Some(WRITTEN), Some(WRITTEN), &other, Outcome::Updated, Some(&other));
        check(Some(WRITTEN), Some(&edited), WRITTEN, Outcome::Kept, Some(&edited));
        check(Some(WRITTEN), None, &other, Outcome::Removed, None);
        check(None, Some(&edited), WRITTEN, Outcome::Foreign, Some(&edited));
    }

    #[test]
    fn what_changed_for_a_file_that_is_away_is_shown() {
        let merged = merge(Some(WRITTEN), None, &WRITTEN.replace("hall", "annex"));
        assert!(merged.difference.is_some_and(|difference| difference.contains("\n-room: hall\n+room: annex\n")));
        assert_eq!(merge(Some(WRITTEN), None, WRITTEN).difference, None);
    }

    #[test]
    fn changes_in_different_places_are_brought_together() {
        let (other, edited) = (WRITTEN.replace("A", "B"), WRITTEN.replace("Words", "Better words"));
        let both = other.replace("Words", "Better words");
        check(Some(WRITTEN), Some(&edited), &other, Outcome::Updated, Some(&both));
        check(Some(WRITTEN), Some(&edited), &edited, Outcome::Same, Some(&edited));
    }

    #[test]
    fn where_both_changed_the_same_the_person_wins_and_is_told() {
        let other = WRITTEN.replace("hall", "annex").replace("Words", "New words");
        let edited = WRITTEN.replace("hall", "garden");
        let merged = merge(Some(WRITTEN), Some(&edited), &other);
        assert_eq!(merged.outcome, Outcome::Clashing);
        assert_eq!(merged.text.as_deref(), Some(edited.replace("Words", "New words").as_str()));
        let difference = merged.difference.expect("it is shown");
        assert!(difference.contains("\n-room: garden\n+room: annex\n"), "{difference}");
        assert!(!difference.contains("+New words"), "{difference}");
    }

    #[test]
    fn line_ends_of_an_editor_stay() {
        let (other, edited) = (WRITTEN.replace("A", "B"), WRITTEN.replace('\n', "\r\n"));
        check(Some(WRITTEN), Some(&edited), WRITTEN, Outcome::Same, Some(&edited));
        check(Some(WRITTEN), Some(&edited), &other, Outcome::Updated, Some(&other.replace('\n', "\r\n")));
    }

    #[test]
    fn what_looks_like_a_mark_of_a_clash_is_text() {
        let marks = "<<<<<<< ours\n=======\n>>>>>>> theirs\n";
        for marks in [marks.to_owned(), "<".repeat(100_000) + "\n", "=".repeat(40) + "\n"] {
            let merged = merge(Some("a\nb\n"), Some(&format!("{marks}a\nc\n")), "a\nd\n");
            assert_eq!(merged.text, Some(format!("{marks}a\nc\n")));
        }
    }

    #[test]
    fn very_long_texts_are_not_compared() {
        let (one, other) = ("a\n".repeat(200_000), "b\n".repeat(200_000));
        let merged = merge(Some("c\n"), Some(&one), &other);
        assert_eq!((merged.outcome, merged.text), (Outcome::Clashing, Some(one)));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_second_time_changes_nothing(
            written in "([abc=<>]{0,2}\n){0,6}", present in "([abc=<>]{0,2}\n){0,6}[ab]?", source in "([abc=<>]{0,2}\n){0,6}"
        ) {
            let first = merge(Some(&written), Some(&present), &source);
            let text = first.text.expect("it was there");
            // The source is now the last imported text.
            let second = merge(Some(&source), Some(&text), &source);
            prop_assert!(matches!(second.outcome, Outcome::Same | Outcome::Kept));
            prop_assert_eq!(second.text, Some(text));
        }
    }
}
