//! Finds values that YAML parses as comments: `color: #0b6e4f`, `name: Breakout Track #1`.

use std::ops::Range;

use super::line::{line_of, quote};
use crate::{diagnostic::Problems, front_matter::Value, message};

const CODE: &str = "value-is-comment";

/// Reports a comment after an unquoted value that was probably meant as part of the value.
pub(in crate::front_matter) fn check(file: &str, span: &Range<usize>, value: &Value, problems: &Problems) {
    let line = line_of(file, span.end);
    let rest = file[span.end..line.end].trim_start();
    // An absent value is located directly after the name of its field.
    let rest = if *value == Value::Empty { rest.trim_start_matches(':').trim_start() } else { rest };
    // A comment with a space after `#` is intended: `room: hall # to be decided`.
    if !rest.starts_with('#') || rest[1..].is_empty() || rest[1..].starts_with([' ', '#']) {
        return;
    }
    let start = line.end - rest.len();
    let comment = start..start + rest.trim_end().len();
    let text = &file[comment.clone()];
    match value {
        Value::Empty => {
            let help = message!(
                "put the value in quotes: `{quoted}`",
                "値を引用符で囲んでください: `{quoted}`",
                quoted = quote(text)
            );
            problems.error(
                CODE,
                comment,
                message!(
                    "this is a comment and no value, since it begins with `#`",
                    "`#`で始まるため、値ではなくコメントになっています"
                ),
                help,
            );
        }
        _ => {
            let whole = quote(&format!("{} {text}", &file[span.clone()]));
            let help = message!(
                "put the whole value in quotes: `{whole}`; if it is a comment, write a space after `#`",
                "値全体を引用符で囲んでください: `{whole}`。コメントなら`#`の後に空白を入れてください"
            );
            problems.warning(
                CODE,
                comment,
                message!(
                    "what follows ` #` is a comment and no part of the value",
                    "` #`の後はコメントになり、値には含まれません"
                ),
                help,
            );
        }
    }
}
