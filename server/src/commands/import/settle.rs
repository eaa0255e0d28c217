//! Holds back changes that would cause an error, so that the rest of an import can be written.

use conference::diagnostic::{Diagnostic, ReportLanguage};
use import::{
    merge::{Merged, Outcome, difference},
    write,
};

use super::file::File;

/// The file of the event.
const EVENT: &str = "program/event.md";

/// Takes back the changes that cause these errors; `false` if there is none to take back.
///
/// The cause of an error is the file in which it is found; if that file does not change, a file that the message names;
/// otherwise the event, which may have lost something that the file needs.
pub(super) fn hold_back(files: &mut [File], errors: &[Diagnostic]) -> bool {
    // Without an event no errors could be found.
    let can_stay = |file: &File| file.changes() && (file.path != EVENT || file.present.is_some());
    let of = |changed: &dyn Fn(&File) -> bool| files.iter().position(|file| can_stay(file) && changed(file));
    let mut causes: Vec<(usize, &Diagnostic)> = Vec::new();
    for error in errors {
        let named = |file: &File| error.message.english.contains(&file.path);
        let cause = of(&|file| file.path == error.path).or_else(|| of(&named));
        causes.extend(cause.or_else(|| of(&|file| file.path == EVENT)).map(|place| (place, error)));
    }
    let mut places: Vec<_> = causes.iter().map(|(place, _)| *place).collect();
    places.sort_unstable();
    places.dedup();
    for &place in &places {
        let errors: Vec<_> = causes.iter().filter(|(other, _)| *other == place).map(|(_, error)| *error).collect();
        hold(&mut files[place], &errors);
    }
    !places.is_empty()
}

/// Removes the wrong fields from a new file. Leaves an existing file unchanged.
fn hold(file: &mut File, errors: &[&Diagnostic]) {
    let all = errors.iter().all(|error| withdraw(file, error));
    let source = write::file(&file.item);
    if all && file.present.is_none() {
        file.merged.text = Some(source.clone());
        file.source = source;
        return;
    }
    if all && file.written.as_ref() == Some(&source) {
        // An import removed the same fields before.
        file.merged = import::merge::merge(file.written.as_deref(), file.present.as_deref(), &source);
        file.source = source;
        return;
    }
    let difference = file.present.as_deref().map(|present| difference(present, &file.source));
    file.merged = Merged { outcome: Outcome::Held, text: file.present.clone(), difference };
    file.reasons = errors.iter().map(|error| error.message.clone()).collect();
}

/// Removes the field of an error, or the value that its message names.
fn withdraw(file: &mut File, error: &Diagnostic) -> bool {
    let text = file.merged.text.as_deref().unwrap_or_default();
    let is_here = error.path == file.path;
    let field = match error.code {
        "room-twice" | "unknown-room" => "room",
        "unknown-speaker" => "speakers",
        _ if !is_here => return false,
        _ => {
            let head = text.lines().take(error.line);
            let names = head.filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()));
            names.last().and_then(|line| line.split(':').next()).unwrap_or_default()
        }
    };
    let field = field.to_owned();
    let message = error.message.text(ReportLanguage::English);
    let reason = if is_here { message.to_owned() } else { format!("{}: {message}", error.path) };
    let value = message.split('`').nth(1).unwrap_or_default();
    file.item.withdraw(&field, value, &reason)
}
