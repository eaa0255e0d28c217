//! Bars of ruby in tables: `{漢字|かんじ}` is one word, and its bar ends no cell.

use super::inline::ruby_bar;

/// The offsets of the bars of ruby in the rows of tables, ascending.
pub(super) fn bars(body: &str) -> impl Iterator<Item = usize> {
    let mut found = Vec::new();
    // The line before, which is the head of a table if this one divides it from its rows.
    let mut before = 0..0;
    let (mut in_table, mut is_fenced) = (false, false);
    let mut start = 0;
    for line in body.split_inclusive('\n') {
        let place = start..start + line.len();
        start = place.end;
        let words = line.trim();
        is_fenced ^= words.starts_with("```") || words.starts_with("~~~");
        if words.is_empty() || is_fenced {
            in_table = false;
        } else if in_table {
            add(body, place.clone(), &mut found);
        } else if divides(words) && body[before.clone()].contains('|') {
            in_table = true;
            add(body, before.clone(), &mut found);
        }
        before = place;
    }
    found.into_iter()
}

/// Whether a line divides the head of a table from its rows.
fn divides(line: &str) -> bool {
    line.contains('-') && line.contains('|') && line.chars().all(|next| matches!(next, '-' | ':' | '|' | ' ' | '>'))
}

fn add(body: &str, line: std::ops::Range<usize>, found: &mut Vec<usize>) {
    let text = &body[line.clone()];
    let braces = text.match_indices('{');
    found.extend(braces.filter_map(|(place, _)| {
        Some(line.start + place + ruby_bar(&text[place..], text[..place].chars().next_back())?)
    }));
}
