//! Reads the front matter of posts for Hugo, Jekyll and Zenn: fields of interviews are used, the others are reported.

use std::borrow::Cow;

use conference::{Slug, message};

use super::{damage::skip, dates, profile};
use crate::Skipped;

/// The most lines of front matter.
const LONGEST: usize = 200;

/// The front matter of a post.
#[derive(Debug, Default)]
pub(super) struct FrontMatter {
    pub(super) title: Option<String>,
    pub(super) published: Option<String>,
    pub(super) is_draft: bool,
    pub(super) skipped: Vec<Skipped>,
}

/// Removes the front matter from a text. The lines stay, so that line numbers are kept; fields of a profile stay as
/// well.
pub(super) fn take(text: &str) -> (FrontMatter, Cow<'_, str>) {
    let mut front = FrontMatter::default();
    let lines: Vec<&str> = text.lines().take(LONGEST).map(str::trim_end).collect();
    let mark = lines.first().copied().filter(|line| matches!(*line, "---" | "+++"));
    let end = mark.and_then(|mark| lines.iter().skip(1).position(|line| *line == mark)).map(|place| place + 1);
    let Some(end) = end else { return (front, Cow::Borrowed(text)) };
    let head = &lines[1..end];
    let has_key = head.iter().any(|line| pair(line).is_some());
    if !has_key || !head.iter().all(|line| pair(line).is_some() || continues(line)) {
        return (front, Cow::Borrowed(text));
    }
    let mut rest = String::with_capacity(text.len());
    rest.push('\n');
    for (place, line) in head.iter().enumerate() {
        if let Some((key, value)) = pair(line).filter(|(_, value)| !value.is_empty())
            && let Some(kept) = front.set(key, value, place + 2)
        {
            rest.push_str(&kept);
        }
        rest.push('\n');
    }
    rest.push('\n');
    let body = text.split_inclusive('\n').skip(end + 1);
    body.for_each(|line| rest.push_str(line));
    (front, Cow::Owned(rest))
}

impl FrontMatter {
    /// Reads a field; returns it as a line of a profile if it is one.
    fn set(&mut self, key: &str, value: &str, line: usize) -> Option<String> {
        let is_true = value.eq_ignore_ascii_case("true");
        match key.to_ascii_lowercase().as_str() {
            "title" if !matches!(value, "|" | ">" | "|-" | ">-") => self.title = Some(value.to_owned()),
            "date" | "published" | "published_at" | "publishdate" | "pubdate" if dates::written(value).is_some() => {
                self.published = dates::written(value);
            }
            "draft" => self.is_draft |= is_true,
            "published" if is_true => {}
            "published" if value.eq_ignore_ascii_case("false") => self.is_draft = true,
            _ => {
                let field = format!("{key}: {value}");
                // A slug is a file name, not the name of a person.
                if profile::is_field(&field) && Slug::parse(value).is_none() {
                    return Some(field);
                }
                self.skipped.push(skip(
                    line,
                    message!("`{key}` of the front matter was left out", "フロントマターの`{key}`は取り込みません"),
                ));
            }
        }
        None
    }
}

/// Parses a field with its value, without quotes.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once([':', '='])?;
    let key = key.trim_end();
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let is_field = !key.is_empty() && key.bytes().all(is_key) && (value.is_empty() || value.starts_with(' '));
    let value = value.trim();
    let quoted = |quote: char| value.strip_prefix(quote).and_then(|value| value.strip_suffix(quote));
    is_field.then_some((key, quoted('"').or_else(|| quoted('\'')).unwrap_or(value)))
}

/// Whether a line continues the field above it, or is empty.
fn continues(line: &str) -> bool {
    line.is_empty() || line.starts_with([' ', '\t', '#', '[', ']']) || line.starts_with("- ")
}
