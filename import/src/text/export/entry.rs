//! Splits an export into entries.

use std::borrow::Cow;

use conference::message;

use crate::{Damage, text::damage};

/// The format of a body, by the field `CONVERT BREAKS`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum BodyFormat {
    /// Not said, or one that its text tells as well.
    #[default]
    Unknown,
    /// Empty lines are between paragraphs, and line ends are line breaks.
    Breaks,
    /// HTML without changes.
    Html,
    Markdown,
}

impl BodyFormat {
    fn of(value: &str) -> Self {
        match value {
            "1" | "__default__" => Self::Breaks,
            "0" | "richtext" => Self::Html,
            value if value.starts_with("markdown") => Self::Markdown,
            _ => Self::Unknown,
        }
    }
}

/// An entry of the export.
#[derive(Debug, Default)]
pub(super) struct Entry<'t> {
    /// Its first line, from 1.
    pub(super) line: usize,
    pub(super) title: &'t str,
    pub(super) basename: Option<&'t str>,
    pub(super) date: Option<&'t str>,
    pub(super) is_draft: bool,
    pub(super) categories: Vec<&'t str>,
    pub(super) image: Option<&'t str>,
    /// The format of the body.
    pub(super) format: BodyFormat,
    /// The first line of the body.
    pub(super) body_line: usize,
    body: &'t str,
    extended: &'t str,
    pub(super) excerpt: Option<&'t str>,
    pub(super) comments: usize,
    /// Whether the line that ends it is present.
    pub(super) is_closed: bool,
}

impl<'t> Entry<'t> {
    /// The body and its continuation.
    pub(super) fn text(&self) -> Cow<'t, str> {
        match self.extended.trim().is_empty() {
            true => Cow::Borrowed(self.body),
            false => Cow::Owned(format!("{}\n\n{}", self.body, self.extended)),
        }
    }

    fn set(&mut self, name: &str, value: &'t str) {
        match name {
            "TITLE" => self.title = value,
            "BASENAME" => self.basename = Some(value),
            "DATE" => self.date = Some(value),
            "STATUS" => self.is_draft = value.eq_ignore_ascii_case("draft"),
            "CATEGORY" | "PRIMARY CATEGORY" if !value.is_empty() => self.categories.push(value),
            "IMAGE" => self.image = Some(value),
            "CONVERT BREAKS" => self.format = BodyFormat::of(value),
            _ => {}
        }
    }

    fn add(&mut self, name: &str, text: &'t str, line: usize) {
        match name {
            "BODY" => {
                self.body = text;
                self.body_line = line;
            }
            "EXTENDED BODY" => self.extended = text,
            "EXCERPT" => self.excerpt = Some(text.trim()),
            "COMMENT" => self.comments += 1,
            _ => {}
        }
    }
}

const SECTIONS: [&str; 6] = ["BODY", "EXTENDED BODY", "EXCERPT", "KEYWORDS", "COMMENT", "PING"];

/// The most empty lines between two entries.
const GAP: usize = 3;

/// Reads an export.
pub(super) fn read(text: &str) -> Result<Vec<Entry<'_>>, Damage> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push((start, line.trim_end_matches('\n')));
        start += line.len();
    }
    while lines.last().is_some_and(|(_, line)| line.trim().is_empty()) {
        lines.pop();
    }
    let parser = EntryParser { text, lines };
    let mut entries = Vec::new();
    let mut place = 0;
    while let Some(first) = parser.skip_empty(place) {
        let (entry, next) = parser.entry(first)?;
        entries.push(entry);
        place = next;
    }
    if entries.is_empty() {
        return Err(damage(
            Some(1),
            message!("there are no entries", "記事がありません"),
            message!("check whether this is the export of a blog", "ブログのエクスポートかどうかを確かめてください"),
        ));
    }
    Ok(entries)
}

struct EntryParser<'t> {
    text: &'t str,
    /// The offset and text of each line, without empty ones at the end.
    lines: Vec<(usize, &'t str)>,
}

impl<'t> EntryParser<'t> {
    fn line(&self, place: usize) -> Option<&'t str> {
        self.lines.get(place).map(|(_, line)| line.trim_end())
    }

    fn skip_empty(&self, place: usize) -> Option<usize> {
        (place..self.lines.len()).find(|&place| self.line(place).is_some_and(|line| !line.is_empty()))
    }

    /// Reads the entry at a line; returns the line at which the next one may begin.
    fn entry(&self, first: usize) -> Result<(Entry<'t>, usize), Damage> {
        let mut entry = Entry { line: first + 1, ..Entry::default() };
        let mut place = first;
        loop {
            let Some(line) = self.line(place) else { return Ok((entry, place)) };
            place += 1;
            match line {
                "-----" => break,
                "--------" => {
                    entry.is_closed = true;
                    return Ok((entry, place));
                }
                "" => continue,
                _ => {}
            }
            let Some((name, value)) = metadata(line) else {
                let shown: String = line.chars().take(40).collect();
                return Err(damage(
                    Some(place),
                    message!(
                        "`{shown}` is no line of an export's entry",
                        "`{shown}`はエクスポートの記事の行ではありません"
                    ),
                    message!(
                        "lines before the body are written `TITLE: …`, in capital letters",
                        "本文より前の行は`TITLE: …`のように大文字の名前で書かれます"
                    ),
                ));
            };
            entry.set(name, value);
        }
        loop {
            let Some(line) = self.line(place) else { return Ok((entry, place)) };
            if line == "--------" {
                entry.is_closed = true;
                return Ok((entry, place + 1));
            }
            let Some((name, _)) = metadata(line).filter(|(name, _)| SECTIONS.contains(name)) else {
                return Err(damage(
                    Some(place + 1),
                    message!("the body of an entry begins with `BODY:`", "記事の本文は`BODY:`で始まります"),
                    message!("check whether the export is complete", "エクスポートが完全かどうかを確かめてください"),
                ));
            };
            let end = (place + 1..self.lines.len()).find(|&end| self.divides(end));
            // After the name, on its line or below it.
            let from = self.lines[place].0 + name.len() + 1;
            let to = end.map_or(self.text.len(), |end| self.lines[end].0);
            let first_line = place + 1;
            entry.add(name, self.text.get(from..to).unwrap_or_default(), first_line);
            match end {
                Some(end) if self.line(end) == Some("-----") => place = end + 1,
                Some(end) => place = end,
                None => return Ok((entry, self.lines.len())),
            }
        }
    }

    /// Whether a line of hyphens is a separator: the expected part must follow.
    fn divides(&self, place: usize) -> bool {
        match self.line(place) {
            Some("-----") => match self.line(place + 1) {
                Some(next) => next == "--------" || metadata(next).is_some_and(|(name, _)| SECTIONS.contains(&name)),
                None => true,
            },
            Some("--------") => {
                let next = (place + 1..).take(GAP + 1).map(|place| self.line(place)).find(|line| *line != Some(""));
                next.flatten().is_none_or(|next| metadata(next).is_some_and(|(name, _)| !SECTIONS.contains(&name)))
            }
            _ => false,
        }
    }
}

/// Parses a line `NAME: value`.
fn metadata(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(':')?;
    let is_name =
        !name.is_empty() && name.len() <= 30 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b' ');
    is_name.then_some((name, value.trim()))
}
