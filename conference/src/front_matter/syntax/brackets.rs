//! Finds the brackets of lists and maps that are still open at the end of a text.
//!
//! Brackets in quotes, in comments and within words open nothing.

/// The open brackets with their offsets, the innermost last.
pub(super) fn open(yaml: &str) -> Vec<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    // Whether a value may begin here.
    let mut begins = true;
    let mut characters = yaml.char_indices().peekable();
    let mut before = '\n';
    while let Some((place, character)) = characters.next() {
        let is_apart = before.is_whitespace();
        before = character;
        match character {
            '#' if is_apart => while characters.next_if(|(_, next)| *next != '\n').is_some() {},
            '"' | '\'' if begins => {
                skip_quoted(character, &mut characters);
                (before, begins) = (character, false);
            }
            '[' | '{' if begins || !open.is_empty() => {
                open.push((place, character));
                begins = true;
            }
            ']' | '}' if !open.is_empty() => {
                // A bracket of the other kind shows that the innermost one is not closed.
                match open.last() {
                    Some((_, opening)) if (*opening == '[') == (character == ']') => _ = open.pop(),
                    _ => return open,
                }
                begins = false;
            }
            ',' if !open.is_empty() => begins = true,
            ':' | '-' if characters.peek().is_none_or(|(_, next)| next.is_whitespace()) => {
                begins |= character == ':';
            }
            '\n' => begins = true,
            _ if character.is_whitespace() => {}
            _ => begins = false,
        }
    }
    open
}

/// Skips a text in quotes. In double quotes a backslash escapes; in single quotes two quotes stand for one.
fn skip_quoted(quote: char, characters: &mut std::iter::Peekable<std::str::CharIndices<'_>>) {
    while let Some((_, character)) = characters.next() {
        match character {
            '\\' if quote == '"' => _ = characters.next(),
            _ if character == quote && quote == '\'' && characters.next_if(|next| next.1 == quote).is_some() => {}
            _ if character == quote => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::open;

    #[test]
    fn only_brackets_of_values_are_open() {
        for (yaml, expected) in [
            ("a: [b, c", vec![(3, '[')]),
            ("a: [b, { c: d ]", vec![(3, '['), (7, '{')]),
            ("a: [\"]\", ']', b", vec![(3, '[')]),
            ("a: b [c", vec![]),
            ("a: \"[b\" # [\nc: {", vec![(15, '{')]),
            ("- [a\n- - {b", vec![(2, '['), (9, '{')]),
            ("a: 'it''s ]' # [", vec![]),
            ("a:[b", vec![]),
        ] {
            assert_eq!(open(yaml), expected, "{yaml}");
        }
    }
}
