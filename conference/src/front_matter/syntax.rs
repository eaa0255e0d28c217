//! Explains what is wrong with YAML to somebody who knows only Markdown.

use std::ops::Range;

use super::Value;
use crate::diagnostic::Problems;

const CODE: &str = "front-matter-syntax";

/// Reports an error of the YAML parser in the words of an organiser.
pub(super) fn explain(file: &str, yaml: Range<usize>, place: usize, info: &str, problems: &Problems) {
    let _ = info;
    let _ = yaml;
    let line = line_of(file, place);
    problems.error(CODE, place..line.end.max(place), format!("the front matter is broken: {info}"), "TODO");
}

/// Refuses an anchor, alias or tag: most often a value that should have been in quotes.
pub(super) fn refuse(file: &str, span: &Range<usize>, problems: &Problems) {
    let line = line_of(file, span.start);
    let text = &file[line.clone()];
    // The parser gives the place of the value, not of what stands before it.
    let place = text.find(['&', '*', '!']).map_or(span.start, |offset| line.start + offset);
    problems.error(
        CODE,
        place..span.end.max(place),
        "a value that begins with `&`, `*` or `!` needs quotes",
        "put it in quotes: `title: \"* and !\"`",
    );
}

/// Reports text that was meant as a value but is a comment, since it follows ` #`.
pub(super) fn warn_of_comment(file: &str, span: &Range<usize>, value: &Value, problems: &Problems) {
    let line = line_of(file, span.end);
    let rest = &file[span.end..line.end];
    let before = rest.trim_start().trim_start_matches(':').trim_start();
    // A comment after a space is meant as one: `room: hall # to be decided`.
    if !before.starts_with('#') || before[1..].starts_with([' ', '#']) || before.len() == 1 {
        return;
    }
    let comment = line.end - before.len()..line.end;
    let comment = comment.start..comment.start + file[comment].trim_end().len();
    match value {
        Value::Empty => problems.error(
            "value-is-comment",
            comment.clone(),
            "this is a comment, not a value, since it begins with `#`",
            format!("put the value in quotes: `\"{}\"`", &file[comment]),
        ),
        _ => problems.warning(
            "value-is-comment",
            comment.clone(),
            "what follows ` #` is a comment and not part of the value",
            format!("put the whole value in quotes: `\"{} {}\"`", &file[span.clone()], &file[comment]),
        ),
    }
}

fn line_of(file: &str, place: usize) -> Range<usize> {
    let place = place.min(file.len());
    let start = file[..place].rfind('\n').map_or(0, |end| end + 1);
    let end = file[place..].find('\n').map_or(file.len(), |end| place + end);
    let end = start + file[start..end].trim_end_matches('\r').len();
    start..end.max(place)
}
