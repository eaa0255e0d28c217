//! The canonical form of a file: fields in the usual order, and an explicit id for every question.
//!
//! Lines are moved and ids are added. Everything else stays, including comments and line ends.

use std::ops::Range;

use crate::{
    Language,
    diagnostic::Problems,
    front_matter::{Cut, Entry, Node, Value, cut, parse},
    load::{field_order, is_interview},
    markdown::{self, Source},
};

/// Returns the canonical form of a file; `None` if the file already has that form or cannot be parsed.
///
/// `path` is the path below the content folder; the kind of item follows from it.
pub fn canonical(path: &str, text: &str) -> Option<String> {
    let order = field_order(path)?;
    let sorted = sort_fields(text, order);
    let mut result = sorted.as_deref().unwrap_or(text).to_owned();
    if is_interview(path)
        && let Some(complete) = add_ids(&result)
    {
        result = complete;
    }
    (result != text).then_some(result)
}

/// Moves the fields, each with the comments above it.
fn sort_fields(text: &str, order: &[&str]) -> Option<String> {
    let Cut::Found(layout) = cut(text) else { return None };
    let yaml = layout.yaml;
    let problems = Problems::default();
    let entries = parse(text, yaml.clone(), &problems)?.0;
    // Several fields on one line are left alone; duplicate fields are left to the author.
    let starts_line = |entry: &Entry| entry.place.start == yaml.start || text[..entry.place.start].ends_with('\n');
    if !problems.take("", text).is_empty() || !entries.iter().all(starts_line) {
        return None;
    }
    let starts: Vec<_> = entries.iter().map(|entry| entry.place.start).collect();
    let first = *starts.first()?;
    let head_end = end_of_head(text, yaml.start..first);
    let mut blocks: Vec<(usize, &str)> = Vec::with_capacity(entries.len());
    let mut start = head_end;
    for (place, entry) in entries.iter().enumerate() {
        let next = starts.get(place + 1).copied().unwrap_or(yaml.end);
        // The comments above the next field are its own.
        let end = next - comments_at_end(&text[entry.place.start..next], &entry.node.value);
        let rank = order.iter().position(|name| *name == entry.name).unwrap_or(order.len());
        blocks.push((rank, &text[start..end]));
        start = end;
    }
    let tail = start;
    blocks.sort_by_key(|(rank, _)| *rank);
    let blocks: String = blocks.into_iter().map(|(_, block)| block).collect();
    let sorted = [&text[..head_end], &blocks, &text[tail..]].concat();
    // A safeguard against YAML that the reordering does not understand: the values of all fields must be unchanged.
    let Cut::Found(layout) = cut(&sorted) else { return None };
    let problems = Problems::default();
    let map = parse(&sorted, layout.yaml, &problems)?;
    let same = |entry: &Entry| entries.iter().any(|old| old.name == entry.name && alike(&old.node, &entry.node));
    (problems.take("", &sorted).is_empty() && map.0.len() == entries.len() && map.0.iter().all(same)).then_some(sorted)
}

/// Compares two values, ignoring their places.
fn alike(one: &Node, other: &Node) -> bool {
    match (&one.value, &other.value) {
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        (Value::Map(one), Value::Map(other)) => {
            let pairs = one.0.iter().zip(&other.0);
            one.0.len() == other.0.len()
                && pairs.into_iter().all(|(one, other)| one.name == other.name && alike(&one.node, &other.node))
        }
        (one, other) => one == other,
    }
}

/// Returns the end of the comments about the whole file: those before an empty line, and editor directives.
fn end_of_head(text: &str, lead: Range<usize>) -> usize {
    let mut end = lead.start;
    let mut place = lead.start;
    for line in text[lead].split_inclusive('\n') {
        place += line.len();
        if line.trim().is_empty() || line.contains("yaml-language-server") {
            end = place;
        }
    }
    end
}

/// Returns the length of the comments and empty lines at the end of a block.
fn comment_lines_at_end(block: &str) -> usize {
    let lines = block.split_inclusive('\n').rev();
    lines.take_while(|line| line.trim_start().starts_with('#') || line.trim().is_empty()).map(str::len).sum()
}

/// Returns the length of the comments and empty lines at the end of a field that belong to the next field. Comments
/// that are indented below the entries of a list or map are commented-out entries and stay with the field.
fn comments_at_end(field: &str, value: &Value) -> usize {
    let length = comment_lines_at_end(field);
    if !matches!(value, Value::List(_) | Value::Map(_)) {
        return length;
    }
    let is_indented = |line: &&str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
    let lines = field[field.len() - length..].split_inclusive('\n').rev();
    lines.take_while(|line| !is_indented(line)).map(str::len).sum()
}

/// Writes the present id of every question to the end of its line, so that the ids stay when the words change.
fn add_ids(text: &str) -> Option<String> {
    let body = match cut(text) {
        Cut::Found(layout) => layout.body,
        Cut::Missing { body } => body,
        Cut::Unclosed { .. } => return None,
    };
    // Labels, which depend on the language, are not part of ids.
    let language = Language::undetermined();
    let ids = |text: &str, body: Range<usize>| {
        let source = Source { file: text, body, language: &language };
        markdown::question_ids(&source)
    };
    let questions = ids(text, body.clone());
    let mut result = String::with_capacity(text.len() + 64);
    let mut written = 0;
    for question in questions.iter().filter(|question| !question.given) {
        let rest = &text[question.span.end..];
        let line_end = question.span.end + rest.find(['\n', '\r']).unwrap_or(rest.len());
        let end = text[..line_end].trim_end().len();
        // Skips questions that end with a backslash (the line continues), and ids that cannot be written: the author
        // has to fix those.
        let words = &text[question.span.start..end];
        let has_id = words.contains("{#") && words.ends_with('}') || markdown::nearly(words).is_some();
        if end < written || has_id || text[..end].ends_with('\\') {
            continue;
        }
        result.push_str(&text[written..end]);
        result.push_str(&format!(" {{#{}}}", question.id));
        written = end;
    }
    result.push_str(&text[written..]);
    // A safeguard: adding the id must not change the address of the question.
    let body = body.start..result.len();
    let same = ids(&result, body).iter().map(|question| &question.id).eq(questions.iter().map(|question| &question.id));
    (written > 0 && same).then_some(result)
}

#[cfg(test)]
mod tests {
    use super::canonical;

    fn check(path: &str, text: &str, expected: &str) {
        assert_eq!(canonical(path, text).as_deref().unwrap_or(text), expected);
        assert_eq!(canonical(path, expected), None, "it is stable");
    }

    #[test]
    fn fields_are_sorted_with_their_comments() {
        check(
            "program/speakers/taro.md",
            "---\n# yaml-language-server: $schema=x\n# his company\n# since 2015\norganization: # now\n  ja: 会社\n  en: Company\n\n# as printed\nname: 太郎\nlinks:\n- a\n# the end\n---\n\n本文  \n",
            "---\n# yaml-language-server: $schema=x\n\n# as printed\nname: 太郎\n# his company\n# since 2015\norganization: # now\n  ja: 会社\n  en: Company\nlinks:\n- a\n# the end\n---\n\n本文  \n",
        );
    }

    #[test]
    fn what_cannot_be_moved_stays() {
        for text in [
            "---\n{organization: x, name: y}\n---\n",
            "---\nrole: x\nname: y\nrole: z\n---\n",
            "---\nrole: x\nname: [y\n---\n",
            "---\nrole: x\nname: y\n",
            "role: x\n",
            "---\nrole: x\nname: y\n...\n---\n",
            "---\nrole: |\n  x\n  # y\nname: z\n---\n",
            "",
        ] {
            assert_eq!(canonical("program/speakers/taro.md", text), None, "{text}");
        }
        assert_eq!(canonical("program/speakers/README.md", "---\nrole: x\nname: y\n---\n"), None);
    }

    #[test]
    fn line_ends_and_unknown_fields_survive() {
        check(
            "program/speakers/taro.md",
            "\u{feff}---\r\nnickname: x\r\nrole: y\r\nname: z\r\n---\r\n",
            "\u{feff}---\r\nname: z\r\nrole: y\r\nnickname: x\r\n---\r\n",
        );
    }

    #[test]
    fn an_indented_comment_goes_with_the_field_below() {
        check(
            "program/speakers/taro.md",
            "---\nrole: x\n  # the name\nname: y\n---\n",
            "---\n  # the name\nname: y\nrole: x\n---\n",
        );
    }

    #[test]
    fn an_indented_comment_stays_in_its_list_or_map() {
        check(
            "program/speakers/taro.md",
            "---\nlinks:\n  web: https://example.org\n  # blog: https://example.com\n\n# as printed\nname: y\n---\n",
            "---\n\n# as printed\nname: y\nlinks:\n  web: https://example.org\n  # blog: https://example.com\n---\n",
        );
        check(
            "news/a.md",
            "---\ntags:\n  - aws\n  # - azure\ntitle: x\nsummary: y\n# the end\n---\n",
            "---\ntitle: x\nsummary: y\ntags:\n  - aws\n  # - azure\n# the end\n---\n",
        );
        check(
            "news/a.md",
            "---\ntitle: x\ntags:\n  - aws\n  # - azure\nsummary: y\naliases: [a]\nauthor:\n  ja: z\n  # en: z\n---\n",
            "---\ntitle: x\nauthor:\n  ja: z\n  # en: z\nsummary: y\ntags:\n  - aws\n  # - azure\naliases: [a]\n---\n",
        );
    }

    #[test]
    fn ids_that_cannot_be_used_are_left_to_people() {
        for question in ["Why? {#bad id}", "Why? ｛#x｝", "Why? {x}", "Why? {#}", "Why? {#x}\n\nb\n\n---- Two? {#x}"]
        {
            let text = format!("---- {question}\n\na\n");
            assert_eq!(canonical("interviews/taro.md", &text), None, "{text}");
        }
        check("interviews/taro.md", "---- Why?\rBecause\n", "---- Why? {#why}\rBecause\n");
    }

    #[test]
    fn questions_get_the_ids_they_have() {
        check(
            "interviews/taro.en.md",
            "## Quick Chat\n\n---- Why *Rust*?  \n\nFast.\n\n---- Why Rust?\n\nAgain.\n\n---- Given? {#mine}\n\nYes.\n\n---- `code`\nAnswer.\n",
            "## Quick Chat\n\n---- Why *Rust*? {#why-rust}  \n\nFast.\n\n---- Why Rust? {#why-rust-2}\n\nAgain.\n\n---- Given? {#mine}\n\nYes.\n\n---- `code` {#code}\nAnswer.\n",
        );
        check(
            "interviews/taro.md",
            "---\ntitle: x\n---\n\n---- サーバーレスとは？\n\nはい。\n\n```\n---- 質問ではない\n```\n",
            "---\ntitle: x\n---\n\n---- サーバーレスとは？ {#サーバーレスとは}\n\nはい。\n\n```\n---- 質問ではない\n```\n",
        );
        assert_eq!(canonical("program/speakers/taro.md", "---\nname: x\n---\n\n---- Why?\n\nSo.\n"), None);
    }
}
