//! Repairs Markdown from elsewhere, so that `check` finds no error in it.

use conference::{
    diagnostic::Severity,
    load::{Audience, SourceFile, Sources, load},
};
use pulldown_cmark::{Event, Options, Parser};

use super::{
    links::{Links, apply},
    plain::from_plain,
};

const EVENT: &str = "---\nname: x\ntimezone: UTC\ndays: [2016-10-01]\nlanguages: [en]\n---\n\nx\n";

/// The longest body that is imported, in bytes; a hundred times the size of an abstract.
const LONGEST: usize = 200 * 1024;

/// Repairs bodies, and adds a remark to each that was changed.
///
/// First, destinations that do not exist here are removed: images of other sites become links, relative links become
/// words with the address, and raw HTML is shown as written. If that is not enough, the body becomes plain text.
pub fn mend(bodies: &mut [(&mut String, &mut Vec<String>)]) {
    for (body, checks) in bodies.iter_mut() {
        if body.len() > LONGEST {
            let end = (0..=LONGEST).rev().find(|&end| body.is_char_boundary(end)).unwrap_or(0);
            body.truncate(end);
            checks.push(String::from("the text was longer than 200 KiB and ends early"));
        }
    }
    for (place, note) in broken(bodies) {
        let (body, checks) = &mut bodies[place];
        let (mended, told) = without_strays(body);
        **body = mended;
        checks.extend(told);
        checks.push(format!("the text was changed, since it could not be shown as it was: {note}"));
    }
    for (place, _) in broken(bodies) {
        let (body, _) = &mut bodies[place];
        **body = from_plain(body);
    }
}

/// The bodies that `check` would reject, each with the first reason.
fn broken(bodies: &[(&mut String, &mut Vec<String>)]) -> Vec<(usize, String)> {
    let source = |path: String, text: String| SourceFile::new(path, text);
    let mut files = vec![source(String::from("program/event.md"), EVENT.to_owned())];
    for (place, (body, _)) in bodies.iter().enumerate().filter(|(_, (body, _))| !body.is_empty()) {
        let text = format!("---\nname: x\n---\n\n{body}\n");
        files.push(source(format!("program/speakers/x{place}.md"), text));
    }
    let diagnostics = load(&Sources { files, ..Sources::default() }, Audience::Organizers).diagnostics;
    // Diagnostics are sorted by path, so those of one file are adjacent.
    let mut found: Vec<(usize, String)> = Vec::new();
    for diagnostic in diagnostics.into_iter().filter(|found| found.severity == Severity::Error) {
        let place = diagnostic.path.strip_prefix("program/speakers/x").and_then(|rest| rest.strip_suffix(".md"));
        if let Some(place) = place.and_then(|place| place.parse().ok())
            && found.last().is_none_or(|(known, _)| *known != place)
        {
            found.push((place, diagnostic.message.english));
        }
    }
    found
}

/// Removes destinations that do not exist on this site, and shows raw HTML as written.
fn without_strays(text: &str) -> (String, Vec<String>) {
    let mut links = Links::default();
    let mut edits = Vec::new();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_HEADING_ATTRIBUTES;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        links.take(text, &event, &range, None);
        if let Event::Html(_) | Event::InlineHtml(_) = event {
            let open = text[range.clone()].match_indices('<').map(|(place, _)| range.start + place);
            edits.extend(open.map(|place| (place..place, "\\".to_owned())));
        }
    }
    edits.append(&mut links.edits);
    (apply(text, edits), links.checks)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (mut body, mut checks) = (text.to_owned(), Vec::new());
        mend(&mut [(&mut body, &mut checks)]);
        assert_eq!(body, expected);
        assert_eq!(checks.is_empty(), text == expected, "{checks:?}");
        assert_eq!(broken(&[(&mut body, &mut checks)]), []);
    }

    #[test]
    fn good_markdown_stays() {
        check(
            "# A\n\n*b* [c](https://example.org) <b>d</b>\n\n- e",
            "# A\n\n*b* [c](https://example.org) <b>d</b>\n\n- e",
        );
    }

    #[test]
    fn what_leads_nowhere_is_taken_out() {
        check("![a](https://example.org/a.png)", "[a](https://example.org/a.png)");
        check("[a](/media/b.pdf) and [c](#d)", "a (/media/b.pdf) and c");
        check("[a **b**][1] *c*\n\n[1]: x/y_z", "a **b** (x/y\\_z) *c*\n\n[1]: x/y_z");
        check("<!-- open", "\\<!-- open");
        check("[a](javascript:alert(1))", "a (javascript:alert(1))");
    }

    #[test]
    fn a_text_without_end_is_cut() {
        let (mut body, mut checks) = ("語".repeat(200_000), Vec::new());
        mend(&mut [(&mut body, &mut checks)]);
        assert!(body.len() <= LONGEST && checks.len() == 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 128, ..ProptestConfig::default() })]

        #[test]
        fn every_text_can_be_mended(text in r#"([\[\]()!<>#{}\\/a-z:"|`~*_ \n-]|<!--|<b|</b>|https://a\.b|\]\(|\{#|!\[|漢){0,40}"#) {
            let (mut body, mut checks) = (text, Vec::new());
            mend(&mut [(&mut body, &mut checks)]);
            prop_assert_eq!(broken(&[(&mut body, &mut checks)]), vec![]);
        }
    }
}
