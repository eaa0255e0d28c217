//! Writes an item as the text of a file: front matter with a remark on every guess, and the body.

mod yaml;

use std::fmt::Write as _;

use crate::{Item, Value};

pub(crate) use self::yaml::clean;
use self::yaml::{Style, comment, key, scalar};

/// The text of an item's file in canonical form: `serverlessconf fmt` does not change it.
///
/// Source text cannot end a comment, a value or the front matter. Characters that front matter cannot contain (control
/// characters) are removed, and values are trimmed.
pub fn file(item: &Item) -> String {
    let mut text = String::from("---\n");
    for check in &item.checks {
        push_check(&mut text, "", check);
    }
    if !item.checks.is_empty() {
        // The empty line keeps the remarks at the head of the file when fields are moved.
        text.push('\n');
    }
    for field in &item.fields {
        if is_empty(&field.value) {
            continue;
        }
        if let Some(check) = &field.check {
            push_check(&mut text, "", check);
        }
        push_field(&mut text, 0, field.name, &field.value);
    }
    text.push_str("---\n");
    let body = clean_body(&item.body);
    if !body.is_empty() {
        text.push('\n');
        text.push_str(&body);
        text.push('\n');
    }
    conference::canonical(&item.place.path(), &text).unwrap_or(text)
}

fn push_check(text: &mut String, indent: &str, check: &str) {
    _ = writeln!(text, "{indent}# check: {}", comment(check));
}

/// Whether nothing of a value would be written.
fn is_empty(value: &Value) -> bool {
    match value {
        Value::Text(text) | Value::Plain(text) => yaml::clean(text).is_empty(),
        Value::List(values) => values.iter().all(is_empty),
        Value::Map(pairs) => pairs.iter().all(|(_, value)| is_empty(value)),
    }
}

fn push_field(text: &mut String, indent: usize, name: &str, value: &Value) {
    let margin = " ".repeat(indent);
    _ = match value {
        Value::Text(_) | Value::Plain(_) => writeln!(text, "{margin}{}: {}", key(name), inline(value, Style::Block)),
        Value::List(values) if values.iter().all(is_scalar) => {
            writeln!(text, "{margin}{}: {}", key(name), inline(value, Style::Flow))
        }
        Value::List(values) => {
            _ = writeln!(text, "{margin}{}:", key(name));
            values.iter().filter(|value| !is_empty(value)).for_each(|value| push_item(text, indent + 2, value));
            Ok(())
        }
        Value::Map(pairs) => {
            _ = writeln!(text, "{margin}{}:", key(name));
            let pairs = pairs.iter().filter(|(_, value)| !is_empty(value));
            pairs.for_each(|(name, value)| push_field(text, indent + 2, name, value));
            Ok(())
        }
    };
}

/// Writes an item of a list, with its fields on separate lines.
fn push_item(text: &mut String, indent: usize, value: &Value) {
    let margin = " ".repeat(indent);
    let Value::Map(pairs) = value else {
        _ = writeln!(text, "{margin}- {}", inline(value, Style::Flow));
        return;
    };
    let mut block = String::new();
    let pairs = pairs.iter().filter(|(_, value)| !is_empty(value));
    pairs.for_each(|(name, value)| push_field(&mut block, indent + 2, name, value));
    // The dash replaces the indentation of the first field.
    text.push_str(&margin);
    text.push_str("- ");
    text.push_str(block.trim_start());
}

fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::Text(_) | Value::Plain(_))
}

/// A value on one line.
fn inline(value: &Value, style: Style) -> String {
    match value {
        Value::Text(text) => scalar(text, style),
        Value::Plain(text) => yaml::plain(text, style),
        Value::List(values) => {
            let values: Vec<_> =
                values.iter().filter(|value| !is_empty(value)).map(|value| inline(value, Style::Flow)).collect();
            format!("[{}]", values.join(", "))
        }
        Value::Map(pairs) => {
            let pairs = pairs.iter().filter(|(_, value)| !is_empty(value));
            let pairs: Vec<_> =
                pairs.map(|(name, value)| format!("{}: {}", key(name), inline(value, Style::Flow))).collect();
            format!("{{ {} }}", pairs.join(", "))
        }
    }
}

/// Normalises the line ends of a body, and removes control characters.
fn clean_body(body: &str) -> String {
    let body = body.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let kept = |character: &char| {
        (!character.is_control() || matches!(character, '\n' | '\t'))
            && !matches!(character, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    let body: String = body.chars().filter(kept).collect();
    let lines: Vec<_> =
        body.trim_matches('\n').lines().map(|line| if line.trim().is_empty() { "" } else { line }).collect();
    lines.join("\n").trim_end().trim_start_matches('\n').to_owned()
}

#[cfg(test)]
mod tests;
