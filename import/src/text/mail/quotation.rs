//! Quoted lines.

/// Whether a line is quoted, with its words.
pub(in crate::text) fn unquoted(line: &str) -> (bool, &str) {
    let words = line.trim_start_matches(['>', ' ', '\t', '\u{3000}', '＞']);
    let quoted = line.trim_start().starts_with(['>', '＞']);
    (quoted, words.trim_end())
}
