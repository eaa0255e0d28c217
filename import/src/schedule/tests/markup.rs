//! Texts of `schedule.xml` with elements of XHTML in them, as some tools write them instead of escaped HTML.

use super::{assert_no_errors, files, fixture};
use crate::{Known, read};

/// The file of the session whose abstract this is.
fn session(text: &str) -> String {
    let reading = read(text.as_bytes(), None, &Known::default()).expect("it can be read");
    let files = files(&reading);
    assert_no_errors(&files);
    let (_, text) = files.into_iter().find(|(path, _)| path.ends_with("/consensus.md")).expect("it is there");
    text
}

fn with(from: &str, to: &str) -> String {
    let text = fixture("frab-schedule.xml");
    assert!(text.contains(from), "{text}");
    session(&text.replacen(from, to, 1))
}

#[test]
fn words_around_an_element_stay() {
    let text = with(
        "<abstract>",
        "<abstract>Before <b>bold</b> and <a href=\"https://example.org/?a=1&amp;b\">a link</a>, 1 &lt; 2.<br/>After \
         <img src=\"x.png\"/>it.<p>At the <em>end</em>.</p>",
    );
    assert!(
        text.contains("Before bold and [a link](https://example.org/?a=1&b), 1 \\< 2.\\\nAfter it.\n\nAt the end."),
        "{text}"
    );
}

#[test]
fn words_of_short_texts_stay_as_well() {
    let text = fixture("frab-schedule.xml");
    let start = text.find("<title>").expect("there are titles");
    // The first title is that of the event.
    let (head, rest) = text.split_at(start + "<title>".len());
    let changed = format!("{head}A <i>new</i> line<br/>for {rest}");
    let reading = read(changed.as_bytes(), None, &Known::default()).expect("it can be read");
    let (_, event) = &files(&reading)[0];
    assert!(event.contains("\nname: A new line for "), "{event}");
}

#[test]
fn a_name_may_stand_before_what_belongs_to_a_person() {
    let text = with(
        "<abstract>",
        "<persons><person id=\"77\">Jiro Shisaku<biography>He <b>is</b>.</biography></person></persons><abstract>",
    );
    assert!(text.contains("jiro-shisaku"), "{text}");
}
