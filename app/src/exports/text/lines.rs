//! Lines of text with the widths that terminals give to characters (Unicode Standard Annex 11), and with colours if asked for.

use conference::url::TextStyle;
use icu_segmenter::{
    GraphemeClusterSegmenter, LineSegmenter,
    options::{LineBreakOptions, LineBreakStrictness},
};
use unicode_width::UnicodeWidthStr as _;

/// The columns of a terminal.
const WIDTH: usize = 80;
/// The columns of a time: `10:05-10:40`.
const TIME: usize = 11;
/// The columns between two columns of a table.
const GAP: usize = 2;
/// The columns that a place takes at most.
const PLACE: usize = 20;

/// The emphasis of a piece of text, with a colour of the terminal's own palette.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    None,
    Bold,
    Heading,
    Time,
    Place,
    Warning,
}

/// A text that grows line by line.
pub(super) struct Lines {
    text: String,
    style: TextStyle,
}

/// A session in a table.
pub(super) struct Row {
    /// The time, of ASCII characters.
    pub(super) time: String,
    /// Lines of their own, each with its ink.
    pub(super) texts: Vec<(Ink, String)>,
    /// Empty if it is not named.
    pub(super) place: String,
}

impl Lines {
    pub(super) fn new(style: TextStyle) -> Self {
        Self { text: String::new(), style }
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A text of one paragraph, so many columns from the left.
    pub(super) fn paragraph(&mut self, indent: usize, ink: Ink, text: &str) {
        for line in wrap(&clean(text), WIDTH - indent) {
            self.text.extend(std::iter::repeat_n(' ', indent));
            self.paint(ink, &line);
            self.text.push('\n');
        }
    }

    /// An address in one piece, so that terminals make a link of it.
    pub(super) fn address(&mut self, address: &str) {
        self.text.push_str(address);
        self.text.push('\n');
    }

    /// The rows of a table, so many columns from the left.
    pub(super) fn table(&mut self, indent: usize, rows: &[Row]) {
        let place_of = |row: &Row| wrap(&clean(&row.place), PLACE);
        let places: Vec<_> = rows.iter().map(place_of).collect();
        let place_width = places.iter().flatten().map(|line| line.width()).max().unwrap_or(0);
        let beside = if place_width > 0 { place_width + GAP } else { 0 };
        let text_width = WIDTH - indent - TIME - GAP - beside;
        for (row, places) in rows.iter().zip(places) {
            let texts: Vec<_> = row
                .texts
                .iter()
                .flat_map(|(ink, text)| wrap(&clean(text), text_width).into_iter().map(|line| (*ink, line)))
                .collect();
            for number in 0..texts.len().max(places.len()) {
                self.text.extend(std::iter::repeat_n(' ', indent));
                let time = if number == 0 { row.time.as_str() } else { "" };
                self.paint(Ink::Time, time);
                let (ink, text) = texts.get(number).map_or((Ink::None, ""), |(ink, text)| (*ink, text));
                let place = places.get(number).map_or("", String::as_str);
                if !(text.is_empty() && place.is_empty()) {
                    self.text.extend(std::iter::repeat_n(' ', (TIME + GAP).saturating_sub(time.width())));
                    self.paint(ink, text);
                }
                if !place.is_empty() {
                    self.text.extend(std::iter::repeat_n(' ', (text_width + GAP).saturating_sub(text.width())));
                    self.paint(Ink::Place, place);
                }
                self.text.push('\n');
            }
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    /// Adds a text, between the escape sequences of its colour (ECMA-48, section 8.3.117) if the style has colours.
    fn paint(&mut self, ink: Ink, text: &str) {
        let code = match ink {
            _ if self.style == TextStyle::Plain || text.is_empty() => "",
            Ink::None => "",
            Ink::Bold => "1",
            Ink::Heading => "1;4",
            Ink::Time => "36",
            Ink::Place => "35",
            Ink::Warning => "31",
        };
        if code.is_empty() {
            self.text.push_str(text);
        } else {
            self.text.push_str(&format!("\u{1b}[{code}m{text}\u{1b}[0m"));
        }
    }
}

/// A text without the characters by which content could control a terminal: escape sequences, and marks that change the
/// direction of the text after them. White space becomes single spaces.
fn clean(text: &str) -> String {
    let directs = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let visible: String = text.chars().filter(|c| c.is_whitespace() || !(c.is_control() || directs(*c))).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of a text of at most so many columns, broken by the strict rules for Japanese (Unicode Standard Annex 14). A word
/// that is longer than a line is broken between two characters.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut options = LineBreakOptions::default();
    options.strictness = Some(LineBreakStrictness::Strict);
    let segmenter = LineSegmenter::new_for_non_complex_scripts(options);
    let (mut lines, mut line) = (Vec::new(), String::new());
    let places: Vec<_> = segmenter.segment_str(text).collect();
    for place in places.windows(2) {
        let piece = &text[place[0]..place[1]];
        if width < format!("{line}{piece}").trim_end().width() && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        if piece.trim_end().width() <= width {
            line.push_str(piece);
            continue;
        }
        let graphemes: Vec<_> = GraphemeClusterSegmenter::new().segment_str(piece).collect();
        for place in graphemes.windows(2) {
            let grapheme = &piece[place[0]..place[1]];
            if width < format!("{line}{grapheme}").trim_end().width() && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(grapheme);
        }
    }
    lines.push(line);
    lines.iter().map(|line| line.trim_end().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_by_columns_and_by_the_rules_for_japanese() {
        for (text, width, expected) in [
            ("Serverless in practice", 12, &["Serverless", "in practice"][..]),
            ("あいうえお", 4, &["あい", "うえ", "お"]),
            // No line begins with a comma, a small kana or a prolonged sound.
            ("あいう、えお", 6, &["あい", "う、え", "お"]),
            ("かきくッけ", 6, &["かき", "くッけ"]),
            ("データサーバー", 4, &["デー", "タ", "サー", "バー"]),
            // A family is one character of two columns.
            ("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 4, &["👨‍👩‍👧‍👦👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]),
            ("abcdefgh", 3, &["abc", "def", "gh"]),
            ("", 3, &[]),
        ] {
            assert_eq!(wrap(text, width), expected, "{text}");
        }
    }

    #[test]
    fn content_controls_no_terminal() {
        assert_eq!(clean("a\u{1b}[31mb\u{7}\u{202e}c\r\n\td\u{9b}e"), "a[31mbc de");
    }
}
