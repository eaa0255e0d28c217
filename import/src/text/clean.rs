//! Removes characters that no text needs and that later steps could misinterpret.

use std::borrow::Cow;

/// Normalises line ends, and removes control characters, byte order marks and noncharacters.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if !text.contains(|character| character == '\r' || is_needless(character)) {
        return Cow::Borrowed(text);
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' if characters.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => cleaned.push('\n'),
            _ if is_needless(character) => {}
            _ => cleaned.push(character),
        }
    }
    Cow::Owned(cleaned)
}

fn is_needless(character: char) -> bool {
    let is_noncharacter = matches!(character, '\u{FDD0}'..='\u{FDEF}') || u32::from(character) & 0xFFFE == 0xFFFE;
    let is_control = character.is_control() && !matches!(character, '\n' | '\t');
    is_control || is_noncharacter || matches!(character, '\u{FEFF}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn lines_end_with_line_feeds_and_nothing_is_hidden() {
        assert_eq!(clean("\u{FEFF}a\r\nb\rc\u{0}\u{FDD0}d\u{2028}e\tf\n"), "a\nb\ncd\ne\tf\n");
        assert_eq!(clean("そのまま\n"), "そのまま\n");
    }
}
