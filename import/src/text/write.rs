//! Writes a document as our own Markdown, in which source text has no unintended meaning.

mod flanking;
mod style;

use std::collections::HashSet;

use self::style::{Style, begin, close};
use super::{
    document::{Break, Container, Content, Inline, Kind, Leaf, Mark},
    escape::{self, Position},
};

/// The most columns of a table.
const WIDEST: usize = 24;

/// Markdown under construction.
#[derive(Debug, Default)]
pub(super) struct Writer {
    out: String,
    /// The containers of the last block.
    within: Vec<Container>,
    /// The ids of headings and questions.
    ids: HashSet<String>,
}

impl Writer {
    /// Adds a question.
    pub(super) fn question(&mut self, words: &[Inline]) {
        let mut line = String::from("---- ");
        self.line_with_id(&mut line, words);
        self.add(&[], &line);
    }

    /// Adds a block.
    pub(super) fn leaf(&mut self, leaf: &Leaf) {
        let mut text = String::new();
        match &leaf.content {
            Content::Paragraph(words) => inlines(&mut text, words, Position::Running, Lines::Kept),
            Content::Heading(level, words) => {
                text = "#".repeat(usize::from(*level));
                text.push(' ');
                self.line_with_id(&mut text, words);
            }
            Content::Code(language, code) => fenced(&mut text, language, code),
            Content::Table(rows) => table(&mut text, rows),
            Content::Rule => text.push_str("***"),
            Content::Comment(comment) => {
                // Two hyphens could end the comment.
                let comment = comment.replace("--", "- -").replace("--", "- -").replace('\n', " ");
                text = format!("<!-- {comment} -->");
            }
        }
        if !text.is_empty() {
            self.add(&leaf.within, &text);
        }
    }

    /// Returns the Markdown, with a line feed at its end unless it is empty.
    pub(super) fn finish(mut self) -> String {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.out
    }

    /// Writes words with the explicit id at their end, if it is valid.
    fn line_with_id(&mut self, out: &mut String, words: &[Inline]) {
        let is_sign = |character: char| character.is_alphanumeric() || character == '-';
        let id = match words {
            [.., Inline::Text(text)] => text.strip_suffix('}').and_then(|text| text.rsplit_once("{#")),
            _ => None,
        };
        let id = id.filter(|(before, id)| {
            let has_words = words.len() > 1 || !before.trim().is_empty();
            has_words && id.chars().all(is_sign) && id.contains(char::is_alphanumeric) && !self.ids.contains(*id)
        });
        let Some((before, id)) = id else { return inlines(out, words, Position::Running, Lines::One) };
        self.ids.insert(id.to_owned());
        let mut words = words.to_vec();
        words.pop();
        words.push(Inline::Text(before.trim_end().to_owned()));
        inlines(out, &words, Position::Running, Lines::One);
        out.push_str(&format!(" {{#{id}}}"));
    }

    fn add(&mut self, within: &[Container], text: &str) {
        let common = self.within.iter().zip(within).take_while(|(one, other)| one == other).count();
        if !self.out.is_empty() {
            self.out.push('\n');
            if !is_tight(&self.within, within, common) {
                self.out.push_str(continued(&within[..common]).trim_end());
                self.out.push('\n');
            }
        }
        let rest = continued(within);
        let mut prefix = continued(&within[..common]);
        within[common..].iter().for_each(|container| prefix.push_str(&marker(container)));
        for line in text.split('\n') {
            if line.is_empty() {
                self.out.push_str(prefix.trim_end());
            } else {
                self.out.push_str(&prefix);
                self.out.push_str(line);
            }
            self.out.push('\n');
            prefix.clone_from(&rest);
        }
        self.out.pop();
        self.within = within.to_vec();
    }
}

/// Whether a block follows the one before without an empty line: list items, and a list within an item.
fn is_tight(before: &[Container], after: &[Container], common: usize) -> bool {
    let list = |within: &[Container]| match within.get(common).map(|container| container.kind) {
        Some(Kind::Item(list, place)) => Some((list, place)),
        _ => None,
    };
    match (list(before), list(after)) {
        (Some((one, _)), Some((other, _))) => one == other,
        (None, Some((_, place))) => {
            let in_item = common > 0 && matches!(after[common - 1].kind, Kind::Item(..));
            in_item && before.len() == common && place.is_none_or(|place| place == 1)
        }
        _ => false,
    }
}

/// The prefix of the first line of a container.
fn marker(container: &Container) -> String {
    match container.kind {
        Kind::Quote => "> ".to_owned(),
        Kind::Item(_, None) => "- ".to_owned(),
        Kind::Item(_, Some(place)) => format!("{}. ", place.min(999_999_999)),
        Kind::Note(number) => format!("[^{number}]: "),
    }
}

/// The prefix of further lines in containers.
fn continued(within: &[Container]) -> String {
    let mut prefix = String::new();
    for container in within {
        match container.kind {
            Kind::Quote => prefix.push_str("> "),
            Kind::Note(_) => prefix.push_str("    "),
            Kind::Item(..) => prefix.extend(std::iter::repeat_n(' ', marker(container).len())),
        }
    }
    prefix
}

fn fenced(out: &mut String, language: &str, code: &str) {
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    let is_name = |character: char| character.is_ascii_alphanumeric() || matches!(character, '+' | '#' | '-' | '_');
    let language: String = language.chars().filter(|&character| is_name(character)).take(30).collect();
    let code = code.trim_end_matches('\n');
    *out = format!("{fence}{language}\n{code}\n{fence}");
}

fn longest_run(code: &str) -> usize {
    code.split(|character| character != '`').map(str::len).max().unwrap_or_default()
}

fn table(out: &mut String, rows: &[Vec<Vec<Inline>>]) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default().min(WIDEST);
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            out.push('\n');
        }
        out.push('|');
        for column in 0..columns {
            out.push(' ');
            // Cells beyond the widest row are joined into the last cell.
            let cells = match column + 1 == columns {
                true => row.get(column..).unwrap_or_default(),
                false => row.get(column..=column).unwrap_or_default(),
            };
            for cell in cells {
                inlines(out, cell, Position::Cell, Lines::One);
                out.push(' ');
            }
            out.push('|');
        }
        if place == 0 {
            out.push_str("\n|");
            (0..columns).for_each(|_| out.push_str(" --- |"));
        }
    }
}

/// The treatment of line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lines {
    Kept,
    One,
}

fn inlines(out: &mut String, inlines: &[Inline], position: Position, lines: Lines) {
    // Marks are opened at their first word, as blanks must be outside of them.
    let mut waiting: Vec<Style<'_>> = Vec::new();
    let mut open: Vec<Style<'_>> = Vec::new();
    for (place, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Open(mark) => waiting.push(Style { mark, form: flanking::form(inlines, place) }),
            Inline::Close => {
                if waiting.pop().is_none() {
                    open.pop().into_iter().for_each(|style| close(out, &style));
                }
            }
            Inline::Break(end) => end_line(out, inlines.get(place + 1..).unwrap_or_default(), *end, lines),
            Inline::Text(text) => {
                let words = text.trim_start();
                let blanks = &text[..text.len() - words.len()];
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push_str(if blanks.is_empty() || words.is_empty() && blanks.contains('\n') {
                        ""
                    } else {
                        blanks
                    });
                }
                if words.is_empty() {
                    continue;
                }
                begin(out, &mut waiting, &mut open);
                let in_link = open.iter().any(|style| matches!(style.mark, Mark::Link(_)));
                let position = if in_link && position == Position::Running { Position::Link } else { position };
                escape::words(out, words, position);
            }
            Inline::Code(text) => {
                begin(out, &mut waiting, &mut open);
                code(out, text, position);
            }
            Inline::Note(number) => out.push_str(&format!("[^{number}]")),
        }
    }
}

fn end_line(out: &mut String, after: &[Inline], end: Break, lines: Lines) {
    out.truncate(out.trim_end_matches([' ', '\t']).len());
    match (lines, end) {
        (Lines::Kept, Break::Hard) if !out.is_empty() && !out.ends_with('\n') => out.push_str("\\\n"),
        (Lines::Kept, Break::Soft) if !out.is_empty() && !out.ends_with('\n') => out.push('\n'),
        (Lines::Kept, _) => {}
        (Lines::One, _) => {
            let next = after.iter().find_map(|inline| match inline {
                Inline::Text(text) | Inline::Code(text) => text.trim_start().chars().next(),
                _ => None,
            });
            if !escape::joins(out.chars().next_back(), next) {
                out.push(' ');
            }
        }
    }
}

fn code(out: &mut String, text: &str, position: Position) {
    let mut text = text.replace(['\n', '\t'], " ");
    if position == Position::Cell {
        text = text.replace('|', "\\|");
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    // An adjacent backquote would become part of the fence.
    if out.ends_with('`') {
        out.push(' ');
    }
    let padded = text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']);
    let blank = if padded { " " } else { "" };
    out.push_str(&format!("{fence}{blank}{text}{blank}{fence}"));
}
