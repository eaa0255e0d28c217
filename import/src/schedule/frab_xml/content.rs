//! The content of elements: text, and XHTML within longer texts.

use super::mixed::Mixed;
use crate::markdown;

/// The content of every element that is open.
#[derive(Debug, Default)]
pub(super) struct Contents {
    open: Vec<Content>,
    /// The number of open XHTML elements in the innermost element.
    inline: usize,
}

/// The content of an element.
#[derive(Debug, Default)]
pub(super) struct Content {
    words: String,
    mixed: Mixed,
}

impl Contents {
    /// Whether an element of XHTML is open.
    pub(super) fn is_inline(&self) -> bool {
        self.inline > 0
    }

    pub(super) fn open(&mut self) {
        self.open.push(Content::default());
    }

    pub(super) fn close(&mut self) -> Content {
        self.open.pop().unwrap_or_default()
    }

    /// Handles the start of an XHTML element.
    pub(super) fn open_inline(&mut self, name: &str, attributes: &[(String, String)]) {
        self.inline += 1;
        let Some(content) = self.open.last_mut() else { return };
        content.mixed.open(name, attributes);
        if name == "br" {
            content.words.push(' ');
        }
    }

    /// Handles the end of an XHTML element.
    pub(super) fn close_inline(&mut self, name: &str) {
        self.inline -= 1;
        if let Some(content) = self.open.last_mut() {
            content.mixed.close(name);
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let Some(content) = self.open.last_mut() else { return };
        content.words.push_str(text);
        content.mixed.words(text);
    }
}

impl Content {
    /// The text without markup.
    pub(super) fn words(&self) -> &str {
        self.words.trim()
    }

    /// The text as written, which may be Markdown or HTML; HTML if it contains elements.
    pub(super) fn prose(&self) -> String {
        match self.mixed.has_elements() {
            true => markdown::marked_as_html(&self.mixed.html()),
            false => without_indentation(self.words()),
        }
    }
}

/// Removes the indentation that all lines below the first have in common: it is that of the file.
fn without_indentation(text: &str) -> String {
    let width = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let below = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let common = below.map(width).min().unwrap_or(0);
    let lines = text.lines().enumerate();
    let lines = lines.map(|(place, line)| if place == 0 { line } else { &line[common.min(width(line))..] });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::without_indentation;

    #[test]
    fn the_indentation_of_a_file_is_no_content() {
        for (text, expected) in [
            ("one\n\n    two\n\n    * a\n      * b", "one\n\ntwo\n\n* a\n  * b"),
            ("one\n\t\ttwo\n\t\tthree", "one\ntwo\nthree"),
            ("one\n\ntwo\n\n    code", "one\n\ntwo\n\n    code"),
            ("one\n        \n    two", "one\n    \ntwo"),
            ("one", "one"),
            ("", ""),
        ] {
            assert_eq!(without_indentation(text), expected, "{text:?}");
        }
    }
}
