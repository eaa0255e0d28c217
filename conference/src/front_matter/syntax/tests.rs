//! Broken YAML and what is said about it.

use crate::{diagnostic::Problems, front_matter::parse};

/// Checks the part that is marked and a part of the message or the help.
fn check(yaml: &str, marked: &str, words: &str) {
    for yaml in [yaml.to_owned(), yaml.replace('\n', "\r\n")] {
        let file = format!("---\n受付: 部屋\n{yaml}---\n");
        let problems = Problems::default();
        parse(&file, 4..file.len() - 4, &problems);
        let found = problems.take("x.md", &file);
        let [problem] = found.as_slice() else { panic!("{yaml:?}: {found:?}") };
        assert_eq!(&problem.source[problem.marked.clone()], marked, "{yaml:?}: {}", problem.message.english);
        let all = format!("{} {}", problem.message.english, problem.help.english);
        assert!(all.contains(words), "{yaml:?}: {all}");
    }
}

#[test]
fn values_that_need_quotes() {
    check("title: 入門: Lambda\n", "入門: Lambda", "`\"入門: Lambda\"`");
    check("title: a: \"b\"\n", "a: \"b\"", "`'a: \"b\"'`");
    check("title: @foo\n", "@foo", "`\"@foo\"`");
    check("title: `foo`\n", "`foo`", "`\"`foo`\"`");
    check("title: *foo bar*\n", "*foo bar*", "begins with `*`");
    check("title: !Ref x\n", "!Ref x", "begins with `!`");
    check("title: &x y\n", "&x y", "begins with `&`");
    check("title: ] x\n", "] x", "begins with `]`");
    check("title: [Fn::Sub] の話\n", "[Fn::Sub] の話", "`\"[Fn::Sub] の話\"`");
    check("tags: - a\n", "- a", "`[a, …]`");
    check("title: 100%\nnext: %x\n", "%x", "begins with `%`");
}

#[test]
fn quotes_that_do_not_match() {
    check("title: \"open\nformat: talk\n", "\"", "never closed");
    check("title: 'open\n", "'", "never closed");
    check("title: 'it's'\n", "s'", "`\"it's\"`");
    check("title: \"a\" b\n", "b", "after the closing quote");
    check("title: \"太郎\"さんに聞く\n", "さんに聞く", "`'\"太郎\"さんに聞く'`");
    check("title: \"a\" and \"b\"\n", "and \"b\"", "`'\"a\" and \"b\"'`");
    check("title: \"say \"no\" to it\"\n", "no\" to it\"", "`'say \"no\" to it'`");
    check("title: \"C:\\x\"\n", "\\", "single quotes");
}

#[test]
fn brackets_that_do_not_match() {
    check("tags: [a, b\nroom: x\n", "[", "close it with `]`");
    check("title: { ja: 受付\nroom: x\n", "{", "close it with `}`");
    check("tags: [a, b\n", "[", "close it with `]`");
    check("tags: [a, b\n\n", "[", "close it with `]`");
    check("tags: [a, \"]\", 'b]'\nroom: x\n", "[", "close it with `]`");
    check("tags: [a, # b]\nroom: x\n", "[", "close it with `]`");
    check("title: 前編] x\nlinks: { slides: https://a.jp/]\nroom: x\n", "{", "close it with `}`");
    check("title: 発表 [前編\ntags: [a, b\nroom: x\n", "[", "close it with `]`");
    check("rooms:\n  - { id: a, name: b\n  - { id: c, name: d }\n", "{", "close it with `}`");
    check("venue: { name: [a, address: b }\nroom: x\n", "[", "close it with `]`");
    check("# see [a\ntitle: \"[b\"\ntags: [\n  c,\nroom: x\n", "[", "close it with `]`");
}

#[test]
fn lines_that_are_no_fields() {
    check("format\nroom: x\n", "format", "`name: value`");
    check("title：受付\nformat: talk\n", "title：受付", "half-width");
    check("speaker:　taro\nformat: talk\n", "speaker:　taro", "the space after the colon is full-width");
    check("speaker:\u{a0}taro\nformat: talk\n", "speaker:\u{a0}taro", "U+00A0");
    check("name: { ja： 山田 }\n", "ja： 山田", "`ja: 山田`");
    check("title:受付\nformat: talk\n", "title:受付", "space after the colon");
}

#[test]
fn indentation() {
    check("title: a\n  format: talk\n", "format: talk", "indented");
    check("title:\n\tja: a\n", "\t", "tab");
    check("title:\ta\n", "\t", "tab");
    check("venue:\n  name: a\n\taddress: b\n", "\t", "tab");
    check("rooms:\n- id: hall\n  - id: room-b\n", "- id: room-b", "indented");
    check("rooms:\n- id: hall\n  name: x\n  - id: room-b\n", "- id: room-b", "indented");
    check("rooms:\n  - id: hall\n - id: room-b\n", "- id: room-b", "indented");
    check("rooms:\n- id: hall\n - id: room-b\n", "- id: room-b", "indented");
    check("rooms:\n  - b\n c: d\n", "c: d", "indented");
}

#[test]
fn names_written_twice_are_both_placed() {
    check("room: a\n受付: b\n", "受付", "written twice");
}

#[test]
fn text_that_is_a_comment() {
    check("color: #0b6e4f\n", "#0b6e4f", "`\"#0b6e4f\"`");
    check("name: Breakout #1 (11F)\n", "#1 (11F)", "`\"Breakout #1 (11F)\"`");
}

#[test]
fn nesting_has_an_end() {
    let deep = format!("a: {}\n", "[".repeat(200));
    let problems = Problems::default();
    assert_eq!(parse(&deep, 0..deep.len(), &problems), None);
    assert_eq!(problems.take("x.md", &deep).len(), 1);
}

#[test]
fn what_is_good_yaml_is_not_reported() {
    let file =
        "a: 'x: y' # comment\nb: |\n  c: d\n  # e\nf: [g, \"h, i\"]\nj: k#l\nm:\n  - n: o\n    p: q\n# r\ns: t # u\n";
    let problems = Problems::default();
    let map = parse(file, 0..file.len(), &problems).expect("good YAML");
    assert_eq!(problems.take("x.md", file), []);
    let spans: Vec<_> = map.0.iter().map(|entry| &file[entry.node.span.clone()]).collect();
    assert_eq!(spans[0], "'x: y'");
    assert_eq!(spans[5], "t");
}

#[test]
fn a_bracket_is_marked_where_it_opens() {
    for (yaml, line) in [
        ("title: \"[b\"\n# [\ntags: [a, b\nroom: x\n", 4),
        ("title: 発表 [前編\ntags: [a,\n  b\nroom: x\n", 3),
        ("tags: [a, \"]\", b\nroom: x\n", 2),
        ("title: { ja: \"[a\", en: b\nroom: [x]\n", 2),
    ] {
        let file = format!("---\n{yaml}---\n");
        let problems = Problems::default();
        parse(&file, 4..file.len() - 4, &problems);
        let found = problems.take("x.md", &file);
        let [problem] = found.as_slice() else { panic!("{yaml:?}: {found:?}") };
        assert_eq!((problem.line, &problem.source[problem.marked.clone()].len()), (line, &1), "{yaml}");
    }
}
