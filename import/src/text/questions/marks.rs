//! The marks before questions and answers.

/// The length of the mark of a question in the organiser's blog: four hyphens or more and a blank, followed by words.
pub(in crate::text) fn hyphens(line: &str) -> Option<usize> {
    let start = line.trim_start_matches(' ');
    let after = start.trim_start_matches('-');
    let marked = start.len() - after.len() >= 4 && after.starts_with([' ', '\t', '\u{3000}']);
    let words = after.trim_start();
    (marked && !words.is_empty()).then(|| line.len() - words.len())
}

/// The same for three or more of the dashes that keyboards and input methods produce.
pub(super) fn near_hyphens(line: &str) -> Option<usize> {
    let is_hyphen = |character: char| matches!(character, '-' | '－' | '−' | '—' | '–' | '―' | '─');
    let start = line.trim_start();
    let words = start.trim_start_matches(is_hyphen).trim_start();
    let enough = start.chars().take_while(|&character| is_hyphen(character)).count() >= 3;
    let says = words.chars().any(char::is_alphanumeric);
    // Dashes at both ends are a rule with words in it.
    let ends = words.trim_end().chars().rev().take_while(|&character| is_hyphen(character)).count();
    (enough && says && ends < 3).then(|| line.len() - words.len())
}

/// The length of dashes before a question, as in magazines.
pub(super) fn dashes(line: &str) -> Option<usize> {
    let is_dash = |character: char| matches!(character, '—' | '―' | '─' | '－');
    let start = line.trim_start();
    let words = start.trim_start_matches(is_dash).trim_start();
    let count = start.chars().take_while(|&character| is_dash(character)).count();
    (count >= 2 && words.chars().any(char::is_alphanumeric)).then(|| line.len() - words.len())
}

/// Whether a line begins with the mark of a question, such as `Q:`, `Q1.` or `質問：`.
pub(in crate::text) fn is_asked(line: &str) -> bool {
    asked(line).is_some()
}

/// Whether a line begins with any mark.
pub(in crate::text) fn is_mark(line: &str) -> bool {
    asked(line).is_some() || answered(line).is_some() || near_hyphens(line).is_some() || dashes(line).is_some()
}

/// The length of the mark of a question, such as `Q:`.
pub(super) fn asked(line: &str) -> Option<usize> {
    labeled(line, &["Question", "QUESTION", "質問", "問", "Ｑ", "Q"])
}

/// The length of the mark of an answer, such as `A:`.
pub(super) fn answered(line: &str) -> Option<usize> {
    labeled(line, &["Answer", "ANSWER", "回答", "答え", "答", "Ａ", "A"])
}

fn labeled(line: &str, labels: &[&str]) -> Option<usize> {
    let start = line.trim_start();
    let after = labels.iter().find_map(|label| start.strip_prefix(label))?;
    let is_digit = |character: char| character.is_ascii_digit() || ('０'..='９').contains(&character);
    let rest = after.trim_start_matches(' ').trim_start_matches(is_digit);
    let has_number = rest.len() < after.len() && after.trim_start_matches(' ').starts_with(is_digit);
    let rest = if has_number { rest } else { after };
    let words = match rest.chars().next()? {
        ':' | '：' | '．' | '、' | ')' | '）' | '>' | '＞' => {
            rest.chars().as_str().get(rest.chars().next()?.len_utf8()..)?
        }
        // `Q.E.D.` is not a question.
        '.' if rest[1..].starts_with(|next: char| next.is_whitespace() || !next.is_ascii()) => &rest[1..],
        blank if has_number && blank.is_whitespace() => rest,
        _ => return None,
    };
    let words = words.trim_start();
    (!words.is_empty()).then(|| line.len() - words.len())
}

/// Whether words end as a sentence does.
pub(in crate::text) fn ends_sentence(words: &str) -> bool {
    words.trim_end().ends_with(['?', '？', '。', '!', '！', '.', '」'])
}

/// Whether words end as a question or request does.
pub(super) fn ends_asking(words: &str) -> bool {
    let words = words.trim_end();
    ["?", "？", "か。", "ください。", "でしょうか", "ましょう。"].iter().any(|end| words.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_with_their_lengths() {
        let rest = |line: &'static str, mark: fn(&str) -> Option<usize>| mark(line).map(|length| &line[length..]);
        for (line, expected) in [
            ("Q: Why?", Some("Why?")),
            ("Q1. Why?", Some("Why?")),
            ("Q 12) Why?", Some("Why?")),
            ("Q3　なぜ？", Some("なぜ？")),
            ("Ｑ１．なぜ？", Some("なぜ？")),
            ("質問：なぜ？", Some("なぜ？")),
            ("質問2：なぜ？", Some("なぜ？")),
            ("Q.E.D.", None),
            ("Questions are", None),
            ("質問があります", None),
            ("Q:", None),
        ] {
            assert_eq!(rest(line, asked), expected, "{line}");
        }
        assert_eq!(rest("A: So.", answered), Some("So."));
        assert_eq!(rest("A cat", answered), None);
        for (line, expected) in [("---- Why?", Some("Why?")), ("---- ", None), ("----Why?", None), ("--- Why?", None)] {
            assert_eq!(rest(line, hyphens), expected, "{line}");
        }
        assert_eq!(rest("――なぜ？", dashes), Some("なぜ？"));
        assert_eq!(rest("———なぜ？", near_hyphens), Some("なぜ？"));
        for line in ["--------", "-----Original Message-----", "--- a short break ---"] {
            assert_eq!(rest(line, near_hyphens), None, "{line}");
        }
    }
}
