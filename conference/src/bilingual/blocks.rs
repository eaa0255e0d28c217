//! Cuts sanitised HTML into its outermost blocks, such as paragraphs, lists and figures.

/// Elements without an end tag, among those that the sanitiser lets through.
const VOID: [&str; 7] = ["br", "col", "hr", "img", "input", "source", "wbr"];

/// The outermost elements of sanitised HTML, each with the text before it. Together they are all of it, without the blanks
/// between them.
pub fn blocks(html: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (place, _) in html.match_indices('<') {
        // The sanitiser escapes ">" in attributes.
        let Some(end) = html[place..].find('>').map(|end| place + end + 1) else { break };
        let tag = &html[place + 1..end - 1];
        match tag.strip_prefix('/') {
            Some(_) => depth = depth.saturating_sub(1),
            None if VOID.contains(&tag.split([' ', '/']).next().unwrap_or_default()) => {}
            None => depth += 1,
        }
        if depth == 0 {
            blocks.push(html[start..end].trim());
            start = end;
        }
    }
    let rest = html[start..].trim();
    if !rest.is_empty() {
        blocks.push(rest);
    }
    blocks
}

/// The HTML of two languages in rows: block by block if both have as many, and otherwise in one row.
pub fn rows<'h>(one: &'h str, other: &'h str) -> Vec<(&'h str, &'h str)> {
    let (own, others) = (blocks(one), blocks(other));
    if own.len() == others.len() { own.into_iter().zip(others).collect() } else { vec![(one, other)] }
}
