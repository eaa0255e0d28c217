//! Reads broken front matter field by field, so that one mistake does not hide the others.

use std::{collections::BTreeSet, ops::Range};

use super::{parser::parse, tree::Map};
use crate::{
    diagnostic::{Problem, Problems},
    message,
};

/// Whether front matter could be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it.
    Whole,
    /// The fields that could be read alone. The item is not published: it may have lost `draft` or `removed`.
    Part,
}

/// Parses front matter. If it is broken, the mistakes of all fields are reported, and the other fields are returned.
pub(crate) fn read(file: &str, yaml: Range<usize>, problems: &Problems) -> (Map, Extent) {
    let whole = Problems::default();
    if let Some(map) = parse(file, yaml.clone(), &whole) {
        problems.append(whole.into_found());
        return (map, Extent::Whole);
    }
    let mut whole = whole.into_found();
    let blocks = blocks(file, &yaml);
    if blocks.len() < 2 {
        problems.append(whole);
        return (Map::default(), Extent::Part);
    }
    let mut map = Map::default();
    let mut names = BTreeSet::new();
    let mut broken: Vec<(Range<usize>, Problem)> = Vec::new();
    for block in blocks {
        let own = Problems::default();
        let part = parse(file, block.clone(), &own);
        let mut own = own.into_found();
        match part {
            Some(part) => part.0.into_iter().for_each(|entry| match names.insert(entry.name.clone()) {
                true => map.0.push(entry),
                false => report_twice(&entry.name, entry.place, problems),
            }),
            None => broken.extend(own.pop().map(|fault| (block, fault))),
        }
        problems.append(own);
    }
    // The parser stops at its first error, and knows more about the lines around it than a field alone. An error that it
    // finds in a field without mistakes comes from a quote or a bracket above.
    let first = whole.pop();
    let is_of = |block: &Range<usize>, fault: &Problem| block.contains(&fault.span.start);
    match first {
        Some(first) if broken.iter().any(|(block, _)| is_of(block, &first)) => {
            let others = broken.into_iter().filter(|(block, _)| !is_of(block, &first)).map(|(_, fault)| fault);
            problems.append(others.chain([first.clone()]).collect());
        }
        Some(first) if broken.is_empty() => problems.append(vec![first]),
        _ => problems.append(broken.into_iter().map(|(_, fault)| fault).collect()),
    }
    (map, Extent::Part)
}

/// The fields of front matter: lines that begin with a name and a colon in the first column, with the lines below.
fn blocks(file: &str, yaml: &Range<usize>) -> Vec<Range<usize>> {
    let mut starts = vec![yaml.start];
    let mut place = yaml.start;
    for line in file[yaml.clone()].split_inclusive('\n') {
        let words = line.trim_end();
        let is_field = words.starts_with(|first: char| first.is_alphanumeric() || matches!(first, '_' | '"' | '\''))
            && (words.ends_with(':') || words.contains(": "));
        if is_field && place > yaml.start {
            starts.push(place);
        }
        place += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([yaml.end]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

pub(super) fn report_twice(name: &str, place: Range<usize>, problems: &Problems) {
    problems.error(
        "duplicate-field",
        place,
        message!("`{name}` is written twice", "`{name}`が2回書かれています"),
        message!(
            "keep one of them; only the first counts",
            "どちらか1つだけ残してください。使われるのは最初のものです"
        ),
    );
}

#[cfg(test)]
mod tests {
    use super::{Extent, read};
    use crate::diagnostic::Problems;

    /// Checks the fields that are read, and the words that are marked.
    #[track_caller]
    fn check(yaml: &str, fields: &[&str], marked: &[&str]) {
        let file = format!("---\n{yaml}---\n");
        let problems = Problems::default();
        let (map, extent) = read(&file, 4..file.len() - 4, &problems);
        let names: Vec<_> = map.0.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(names, fields, "{yaml}");
        let found = problems.take("x.md", &file);
        let words: Vec<_> = found.iter().map(|found| &found.source[found.marked.clone()]).collect();
        assert_eq!(words, marked, "{yaml}: {found:#?}");
        assert_eq!(extent == Extent::Whole, found.is_empty(), "{yaml}");
    }

    #[test]
    fn every_mistake_is_reported_and_the_other_fields_are_read() {
        check("title: a\ntags: [b]\n", &["title", "tags"], &[]);
        check("title: a: b\nformat: talk\ntags: [a, b\nroom: hall\n", &["format", "room"], &["a: b", "["]);
        check("title: \"a\nformat: talk\nlevel: @b\n", &["format"], &["\"", "@b"]);
        check("tags: [a\nspeakers: [b\nroom: hall\n", &["room"], &["[", "["]);
        check("rooms:\n  - { id: a, name: b\n  - { id: c, name: d }\ndays: [x]\n", &["days"], &["{"]);
        check("title: 'it's'\ntitle: a\ntitle: b\n", &["title"], &["s'", "title"]);
        check("title: a\n  format: talk\nroom: *x y*\n", &[], &["format: talk", "*x y*"]);
        check("[a\n", &[], &["["]);
        check("format\nroom: x\nlevel: y\n", &["room", "level"], &["format"]);
    }
}
