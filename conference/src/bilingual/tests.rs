//! Parts that belong together stand beside each other, and nothing is left out.

use super::*;
use crate::Section;

/// A transcript from one line for each part: `# id`, `? id`, or prose.
fn transcript(text: &str) -> Transcript {
    let mut transcript = Transcript::default();
    for line in text.lines() {
        if let Some(id) = line.strip_prefix("# ") {
            let heading = Heading { level: 2, id: id.to_owned(), html: String::new(), text: String::new() };
            transcript.sections.push(Section { heading: Some(heading), parts: Vec::new() });
            continue;
        }
        let part = match line.strip_prefix("? ") {
            Some(id) => Part::Question(Question {
                is_repeated: false,
                id: id.to_owned(),
                html: String::new(),
                text: String::new(),
                answer: String::new(),
            }),
            None => Part::Prose(line.to_owned()),
        };
        match (&part, transcript.sections.last_mut()) {
            (Part::Prose(html), _) if html == "notes" => transcript.footnotes.html = html.clone(),
            (Part::Prose(html), None) => transcript.introduction = html.clone(),
            (_, None) => transcript.sections.push(Section { heading: None, parts: vec![part] }),
            (_, Some(section)) => section.parts.push(part),
        }
    }
    transcript
}

fn check(one: &str, other: &str, expected: &[&str]) {
    let (one, other) = (transcript(one), transcript(other));
    let name = |own: Option<&str>, other: Option<&str>| format!("{} {}", own.unwrap_or("-"), other.unwrap_or("-"));
    let pairs = join(&one, &other);
    let found: Vec<_> = pairs
        .iter()
        .map(|pair| match pair {
            Pair::Heading(one, other) => {
                name(one.map(|heading| heading.id.as_str()), other.map(|heading| heading.id.as_str()))
            }
            Pair::Prose(one, other) => name(*one, *other),
            Pair::Question(one, other) => {
                name(one.map(|question| question.id.as_str()), other.map(|question| question.id.as_str()))
            }
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn questions_are_joined_by_id_in_the_order_of_the_first_side() {
    check("? a\n? b\n? c", "? c\n? a\n? b", &["a a", "b b", "c c"]);
    check("hello\n# x\n? a\nnotes", "こんにちは\n# x\n? a\nnotes", &["hello こんにちは", "x x", "a a", "notes notes"]);
}

#[test]
fn a_part_of_one_side_alone_keeps_its_place() {
    check("? a\n? b", "? a\n? z\n? b", &["a a", "- z", "b b"]);
    check("? a\n? b", "? z\n? a", &["- z", "a a", "b -"]);
    check("? a", "hello\n? a\nnotes", &["- hello", "a a", "- notes"]);
    check("", "? a", &["- a"]);
}

#[test]
fn headings_are_joined_by_place_if_there_are_as_many_and_otherwise_by_id() {
    check("# まとめ\nもう\n? a", "# summary\nend\n? a", &["まとめ summary", "もう end", "a a"]);
    check("# x\n# summary\nもう", "# summary\nend", &["x -", "summary summary", "もう end"]);
    check("# x\n? a", "? a\n# y\n# z", &["x -", "a a", "- y", "- z"]);
}

#[test]
fn html_is_cut_into_its_outermost_elements() {
    for (html, expected) in [
        ("", &[] as &[&str]),
        ("<p>a</p>\n<p>b<br>\nc</p>", &["<p>a</p>", "<p>b<br>\nc</p>"]),
        ("<ul>\n<li><p>a</p></li>\n</ul>\n<hr>\n<p>b</p>", &["<ul>\n<li><p>a</p></li>\n</ul>", "<hr>", "<p>b</p>"]),
        (
            "<figure>\n<img alt=\"a &gt; b\" src=\"x\">\n</figure>\n<p>c</p>",
            &["<figure>\n<img alt=\"a &gt; b\" src=\"x\">\n</figure>", "<p>c</p>"],
        ),
        ("a <b>c</b> d", &["a <b>c</b>", "d"]),
        ("<p>a", &["<p>a"]),
    ] {
        assert_eq!(blocks(html), expected, "{html}");
    }
}

#[test]
fn as_many_paragraphs_are_rows_and_others_stay_whole() {
    assert_eq!(rows("<p>a</p>\n<p>b</p>", "<p>c</p><p>d</p>"), [("<p>a</p>", "<p>c</p>"), ("<p>b</p>", "<p>d</p>")]);
    assert_eq!(rows("<p>a</p>\n<p>b</p>", "<p>c</p>"), [("<p>a</p>\n<p>b</p>", "<p>c</p>")]);
}
