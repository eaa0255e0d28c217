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
        text.contains(
            "Before **bold** and [a link](https://example.org/?a=1&b), 1 < 2.\\\nAfter it.\n\n\
             <!-- A picture was here: x.png (to show it, put its file beside this one and write ![what it shows](its-name)) \
             -->\n\nAt the *end*."
        ),
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

#[test]
fn the_indentation_of_the_file_and_the_entities_of_html_are_no_content() {
    let source = "<schedule><conference><title>x</title><time_zone_name>UTC</time_zone_name><url>https://example.org</url>\
        </conference><day date=\"2027-01-01\"><room name=\"a\"><event id=\"1\"><start>10:00</start>\
        <title>Consensus</title><abstract>First caf&eacute;.\n\n                    The second has [a link](/a) and \
        **bold** words.\n\n                    * one\n                    * two</abstract></event></room></day></schedule>";
    let text = session(source);
    assert!(text.contains("First café.\n\nThe second has [a link](https://example.org/a) and"), "{text}");
    assert!(text.contains(" **bold** words.\n\n* one\n* two"), "{text}");
}

#[test]
fn entities_in_titles_and_rooms_are_characters() {
    for (title, expected) in [
        ("Rust &amp; Go &#8211; compared", "Rust & Go – compared"),
        ("Caf&eacute;", "Café"),
        ("AT&T; and &copy=1", "AT&T; and &copy=1"),
    ] {
        let source = format!(
            r#"{{"schedule": {{"conference": {{"title": "x", "time_zone_name": "Asia/Tokyo", "days": [{{"date": "2027-01-01",
            "rooms": {{"R&amp;D": [{{"id": 1, "title": "{title}", "date": "2027-01-01T10:00:00+09:00"}}]}}}}]}}}}}}"#
        );
        let reading = read(source.as_bytes(), None, &Known::default()).expect("it can be read");
        let text: String = files(&reading).into_iter().map(|(_, text)| text).collect();
        assert!(text.contains(&format!("title: {expected}\n")) && text.contains("room: r-and-d\n"), "{text}");
        assert!(text.contains("name: R&D\n"), "{text}");
    }
}

#[test]
fn escaped_html_and_elements_of_one_text_are_both_markup() {
    for (source, expected) in [
        ("&lt;p&gt;a&lt;/p&gt;<p>b</p>", "a\n\nb\n"),
        ("<p>a</p>&lt;p&gt;b&lt;/p&gt;<p>c</p>&lt;p&gt;d &lt;em&gt;e&lt;/em&gt;&lt;/p&gt;", "a\n\nb\n\nc\n\nd *e*\n"),
        ("<![CDATA[<p>a &amp; b</p>]]><ul><li>c</li></ul>", "a & b\n\n- c\n"),
        ("&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;&lt;li&gt;<b>b</b>&lt;/li&gt;&lt;/ul&gt;<p>c</p>", "- a\n- **b**\n\nc\n"),
        ("&lt;p&gt;a <a href=\"https://example.org/\">b</a> c&lt;/p&gt;", "a [b](https://example.org/) c\n"),
        ("a&lt;br&gt;b<p>c &amp;eacute; d</p>caf&amp;eacute;", "a\\\nb\n\nc \\&eacute; d\n\ncafé\n"),
        ("<div>&lt;p&gt;a&lt;/p&gt;<p>b</p></div>", "a\n\nb\n"),
        ("&lt;p&gt;a&lt;/p&gt;<p>if b &lt; c or b &lt;c, Vec&lt;T&gt;</p>", "a\n\nif b < c or b \\<c, Vec\\<T>\n"),
        // Words about tags, and code, are no markup.
        ("<p>The &lt;b&gt; tag</p>", "The \\<b> tag\n"),
        ("&lt;p&gt;a&lt;/p&gt;<p>The <code>&lt;b&gt;c&lt;/b&gt;</code></p>", "a\n\nThe `<b>c</b>`\n"),
        // Elements make a text HTML, in which stars are stars.
        ("* a * b\n# c<br/>_d_", "\\* a \\* b\n\\# c\\\n\\_d\\_\n"),
    ] {
        let text = with("&lt;p&gt;How do we &lt;b&gt;agree&lt;/b&gt;?&lt;/p&gt;", source);
        let (_, body) = text.split_once("Twenty Years of Examples\n\n").expect("the subtitle stands above");
        let (body, _) = body.split_once("\nA list:").expect("the description stands below");
        assert_eq!(body, expected, "{source}");
    }
}
