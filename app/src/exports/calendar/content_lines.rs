//! The content lines of a calendar: escaped, and folded at 75 octets between characters (RFC 5545, section 3.1).

/// The longest line in octets, without its end.
const LONGEST: usize = 75;

/// The lines of a calendar, in order.
#[derive(Debug, Default)]
pub(super) struct ContentLines(String);

impl ContentLines {
    /// Adds a property with a value that has no text in it, such as a time; `name` may have parameters.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let (mut rest, mut room) = (line.as_str(), LONGEST);
        while rest.len() > room {
            let (first, next) = rest.split_at(rest.floor_char_boundary(room));
            self.0.push_str(first);
            self.0.push_str("\r\n ");
            // The space counts.
            (rest, room) = (next, LONGEST - 1);
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }

    /// Adds a property with a text.
    pub(super) fn add_text(&mut self, name: &str, text: &str) {
        self.add(name, &escaped(text));
    }

    /// Adds a property with a list of texts, unless the list is empty.
    pub(super) fn add_list<'t>(&mut self, name: &str, texts: impl Iterator<Item = &'t str>) {
        let texts: Vec<_> = texts.map(escaped).collect();
        if !texts.is_empty() {
            self.add(name, &texts.join(","));
        }
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A text as a value (RFC 5545, section 3.3.11). Control characters have no place in one.
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars() {
        match character {
            '\n' => value.push_str("\\n"),
            '\\' | ';' | ',' => value.extend(['\\', character]),
            character if character.is_control() && character != '\t' => {}
            character => value.push(character),
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(name: &str, text: &str) -> String {
        let mut lines = ContentLines::default();
        lines.add_text(name, text);
        lines.finish()
    }

    #[test]
    fn separators_and_line_ends_are_escaped() {
        assert_eq!(lines("A", "a;b,c\\d\r\ne:\"f\"\u{7}\tg"), "A:a\\;b\\,c\\\\d\\ne:\"f\"\tg\r\n");
        let mut list = ContentLines::default();
        list.add_list("B", ["a,b", "c"].into_iter());
        list.add_list("C", [].into_iter());
        assert_eq!(list.finish(), "B:a\\,b,c\r\n");
    }

    #[test]
    fn lines_are_folded_between_characters_and_never_longer_than_75_octets() {
        for text in ["x".repeat(72), "x".repeat(73), "x".repeat(400), "受付".repeat(60), "a👩‍💻é".repeat(40)]
        {
            let folded = lines("A", &text);
            let (last, all) = folded.split_at(folded.len() - 2);
            assert!(last.split("\r\n").all(|line| (1..=75).contains(&line.len())), "{folded}");
            assert_eq!((last.replace("\r\n ", ""), all), (format!("A:{text}"), "\r\n"));
        }
        assert!(!lines("A", &"x".repeat(73)).contains("\r\n "));
        assert!(lines("A", &"x".repeat(74)).contains("\r\n "));
    }
}
